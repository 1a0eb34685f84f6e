import { timeOf } from '../dates.ts'

/** The top of the phone. Only the time means anything. */
export function StatusBar({ now }: { now: number }) {
  return (
    <div class="status-bar">
      <span>{timeOf(now)}</span>
      <svg viewBox="0 0 62 14" width="62" height="14" aria-hidden="true">
        <path d="M0 10h3v4H0zM5 7h3v7H5zM10 4h3v10h-3zM15 1h3v13h-3z" />
        <path d="M31 12.5 24.5 5.6a9.4 9.4 0 0 1 13 0z" />
        <rect x="43.5" y="1.5" width="15" height="11" rx="3" class="battery" />
        <rect x="45.5" y="3.5" width="9" height="7" rx="1.5" />
        <path d="M60 5.2c1 .3 1.6 1 1.6 1.8S61 8.500 60 8.800z" />
      </svg>
    </div>
  )
}
