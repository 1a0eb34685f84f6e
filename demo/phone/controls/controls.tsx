import { useStore } from '@nanostores/preact'
import { $phones } from '../stores/phones.ts'
import { ClockControl } from './clock-control.tsx'
import { FaultControl } from './fault-control.tsx'
import { OwnerControl } from './owner-control.tsx'

/** What no real phone has: who holds it, what time it is, and what goes wrong on the way. */
export function Controls() {
  const phones = useStore($phones)
  if (!phones) return null
  return (
    <section class="controls" aria-label="Demo controls">
      <OwnerControl phones={phones} />
      <ClockControl clock={phones.clock} />
      <FaultControl faults={phones.faults} />
      {phones.troubles.length > 0 && (
        <div role="alert" class="troubles">
          {phones.troubles.map(trouble => (
            <p key={trouble}>{trouble}</p>
          ))}
        </div>
      )}
    </section>
  )
}
