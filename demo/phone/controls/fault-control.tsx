import type { Fault, Faults } from '../../networks/faults.ts'
import type { App } from '../../networks/screen.ts'
import { setFault } from '../ask.ts'

const WORDS: Record<Fault, string> = {
  duplicates: 'Everything is told twice',
  disorder: 'Told out of order',
  delays: 'Told three seconds late',
  lostWebhooks: 'First try of telling is lost',
  rateLimits: 'Too many, too fast',
  serverErrors: 'The provider is broken',
  timeouts: 'Taken, but never answered',
  undeliverable: 'Taken, but not deliverable',
  lateErrors: 'Refusals come late'
}

const NETWORKS: Record<App, string> = { whatsapp: 'WhatsApp', messages: 'SMS' }

function Cell({ network, fault, on }: { network: App; fault: Fault; on: boolean }) {
  return (
    <td>
      <input
        type="checkbox"
        aria-label={`${WORDS[fault]}: ${NETWORKS[network]}`}
        checked={on}
        onChange={event => setFault(network, fault, event.currentTarget.checked)}
      />
    </td>
  )
}

/** What goes wrong on each network. */
export function FaultControl({ faults }: { faults: Record<App, Faults> }) {
  const networks = Object.keys(NETWORKS) as App[]
  return (
    <fieldset>
      <legend>What goes wrong</legend>
      <table>
        <thead>
          <tr>
            <td />
            {networks.map(network => (
              <th key={network} scope="col">
                {NETWORKS[network]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(WORDS) as Fault[]).map(fault => (
            <tr key={fault}>
              <th scope="row">{WORDS[fault]}</th>
              {networks.map(network => (
                <Cell
                  key={network}
                  network={network}
                  fault={fault}
                  on={faults[network][fault] > 0}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  )
}
