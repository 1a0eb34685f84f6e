/** One stroke set on a 20 px grid. Networks are drawn plainly: nobody's logo. */
const paths = {
  site: 'M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5zM3 8h14',
  bubble: 'M10 3.5a6.5 6.5 0 1 1-3.2 12.2L3.5 16.5l.9-3.2A6.5 6.5 0 0 1 10 3.5z',
  sms: 'M3.5 5A1.5 1.5 0 0 1 5 3.5h10A1.5 1.5 0 0 1 16.5 5v7a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3H5A1.5 1.5 0 0 1 3.5 12zM7 8.5h.01M10 8.5h.01M13 8.5h.01',
  phone: 'M6.5 2.5h7a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9 15h2',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4l2.5 1.5',
  sent: 'M4 10.5l4 4 8-9',
  twice: 'M1.5 10.5l4 4 7.5-9M9.5 14l.5.5 8-9',
  alert: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6.5v4.5M10 13.7v.01',
  question:
    'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM8 8.2a2 2 0 1 1 2.8 1.9c-.5.2-.8.6-.8 1.1M10 13.8v.01',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l3.5 3.5',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.5l4 4 8-9',
  reopen: 'M4 10a6 6 0 1 0 2-4.5M4 3v3.5h3.5',
  back: 'M12.5 4.5L7 10l5.5 5.5',
  person: 'M10 3.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 16.5c.5-3 3-4.5 6-4.5s5.5 1.5 6 4.5',
  claim: 'M5.5 16.5v-13M5.5 4h8l-1.5 3 1.5 3h-8',
  clip: 'M14.5 9.5l-5 5a3 3 0 0 1-4.2-4.2l6-6a2 2 0 0 1 2.8 2.8l-5.6 5.6a1 1 0 0 1-1.4-1.4l4.6-4.6',
  send: 'M4 10h11M10.5 5L16 10l-5.5 5',
  file: 'M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11.5 2.5V6H15',
  mail: 'M3 5.5h14v9.5H3zM3 6l7 5.5L17 6',
  link: 'M8.5 11.5l3-3M9.5 6.5l1.5-1.5a2.8 2.8 0 0 1 4 4l-1.5 1.5M10.5 13.5L9 15a2.8 2.8 0 0 1-4-4l1.5-1.5',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M7 5L4 8l3 3',
  page: 'M5 3.5h10v13H5zM7.5 7h5M7.5 10h5M7.5 13h3',
  track: 'M10 3.5l1.8 4.2 4.6.4-3.5 3 1.1 4.5-4-2.4-4 2.4 1.1-4.5-3.5-3 4.6-.4z',
  identify: 'M10 3.5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 16.5c.5-3 3-4.5 6-4.5s5.5 1.5 6 4.5',
  cart: 'M3 4h2l1.6 8h7.8L16 6.5H5.5M7.5 15.5h.01M13.5 15.5h.01',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  keys: 'M3 5.5h14v9H3zM6 8.5h.01M9 8.5h.01M12 8.5h.01M14.5 8.5h.01M6.5 11.7h7',
  out: 'M8 4H4.5v12H8M8.5 10H16M13 6.5l3.5 3.5-3.5 3.5',
  edit: 'M4 16l.8-3.3 8.4-8.4 2.5 2.5-8.4 8.4zM11.5 6l2.5 2.5',
  ask: 'M3.5 4h5v5h-5zM11.5 5h5M11.5 8h3M3.5 12h5v4h-5zM11.5 13h5M11.5 15.5h3',
  plus: 'M10 4.5v11M4.5 10h11',
  up: 'M10 16V5M5.5 9.5L10 5l4.5 4.5',
  down: 'M10 4v11M5.5 10.5L10 15l4.5-4.5'
} satisfies Record<string, string>

export type IconName = keyof typeof paths

/** A picture beside words, or, with a `label`, in place of them. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <>
      <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
        <path d={paths[name]} />
      </svg>
      {label && <span class="sr-only">{label}</span>}
    </>
  )
}

const NETWORK_ICONS = new Map<string, IconName>([
  ['web', 'site'],
  ['whatsapp', 'bubble'],
  ['sms', 'sms']
])

/** The plain picture of a network. */
export const networkIcon = (network: string): IconName => NETWORK_ICONS.get(network) ?? 'phone'
