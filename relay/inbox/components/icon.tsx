/** One stroke set on a 20 px grid. Networks are drawn plainly: nobody's logo. */
const paths = {
  site: 'M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5zM3 8h14',
  bubble: 'M10 3.5a6.5 6.5 0 1 1-3.2 12.2L3.5 16.5l.9-3.2A6.5 6.5 0 0 1 10 3.5z',
  sms: 'M3.5 5A1.5 1.5 0 0 1 5 3.5h10A1.5 1.5 0 0 1 16.5 5v7a1.5 1.5 0 0 1-1.5 1.500H9l-3.5 3v-3H5A1.5 1.5 0 0 1 3.5 12zM7 8.500h.010M10 8.500h.010M13 8.500h.01',
  phone: 'M6.5 2.500h7a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM9 15h2',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4l2.5 1.5',
  sent: 'M4 10.500l4 4 8-9',
  twice: 'M1.5 10.500l4 4 7.5-9M9.5 14l.5.5 8-9',
  alert: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6.500v4.500M10 13.700v.01',
  question:
    'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM8 8.200a2 2 0 1 1 2.8 1.900c-.5.2-.8.6-.8 1.100M10 13.800v.01',
  search: 'M9 3.500a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l3.5 3.5',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4 10.500l4 4 8-9',
  reopen: 'M4 10a6 6 0 1 0 2-4.500M4 3v3.500h3.5',
  back: 'M12.5 4.500L7 10l5.5 5.5',
  person: 'M10 3.500a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 16.500c.5-3 3-4.5 6-4.500s5.5 1.5 6 4.5',
  claim: 'M5.5 16.500v-13M5.5 4h8l-1.5 3 1.5 3h-8',
  clip: 'M14.5 9.500l-5 5a3 3 0 0 1-4.2-4.200l6-6a2 2 0 0 1 2.8 2.800l-5.6 5.600a1 1 0 0 1-1.4-1.400l4.6-4.6',
  send: 'M4 10h11M10.5 5L16 10l-5.5 5',
  file: 'M5.5 2.500h6l3.5 3.500v11.500h-9.500zM11.5 2.500V6H15',
  link: 'M8.5 11.500l3-3M9.5 6.500l1.5-1.500a2.8 2.8 0 0 1 4 4l-1.5 1.500M10.5 13.500L9 15a2.8 2.8 0 0 1-4-4l1.5-1.5',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M7 5L4 8l3 3',
  page: 'M5 3.500h10v13H5zM7.5 7h5M7.5 10h5M7.5 13h3',
  track: 'M10 3.500l1.8 4.2 4.6.4-3.5 3 1.1 4.5-4-2.4-4 2.4 1.1-4.5-3.5-3 4.6-.400z',
  identify: 'M10 3.500a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 16.500c.5-3 3-4.5 6-4.500s5.5 1.5 6 4.5',
  cart: 'M3 4h2l1.6 8h7.800L16 6.500H5.500M7.5 15.500h.010M13.5 15.500h.01',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
  keys: 'M3 5.500h14v9H3zM6 8.500h.010M9 8.500h.010M12 8.500h.010M14.5 8.500h.010M6.5 11.700h7',
  out: 'M8 4H4.500v12H8M8.5 10H16M13 6.500l3.5 3.5-3.5 3.5',
  down: 'M10 4v11M5.5 10.500L10 15l4.5-4.5'
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
