import type { Tick } from '../../networks/screen.ts'

const WORDS: Record<Tick, string> = {
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent'
}

/** One tick: sent. Two: delivered. Two in blue: read. In words for those who hear them. */
export function Ticks({ tick }: { tick: Tick }) {
  return (
    <span class={`ticks ${tick}`}>
      <svg viewBox="0 0 18 11" width="18" height="11" aria-hidden="true">
        <path d="M1 6l3.2 3.4L10.500 1.800" />
        {(tick === 'delivered' || tick === 'read') && (
          <path d="M7.400 8l1.500 1.500L15.500 1.800" />
        )}
      </svg>
      <span class="unseen">{WORDS[tick]}</span>
    </span>
  )
}

export const tickInWords = (tick: Tick): string => WORDS[tick]
