/** Our own strokes on a 20 px grid. */
export const BACK = 'M12.5 4 6.5 10l6 6'
export const SEND = 'M3 10 17 3.5 12.5 17 10 11.5z M10 11.5l7-8'
export const PICTURE = 'M3 4.5h14v11H3z M3 13l4-4 4 4 2.5-2.5L17 14 M13.5 8h.01'
export const GEAR = 'M4 6h7 M15 6h1 M4 14h1 M9 14h7 M13 4v4 M7 12v4'
export const SPEECH =
  'M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-4 3v-3a1.5 1.5 0 0 1-1.5-1.5z'
export const LINES = 'M6.5 7h7 M6.5 10h4.5'
export const TICKED = 'M6.3 8.6l2 2 3.6-4 M9.3 10.6l.4.2 3.8-4.2'
export const CHECK = 'M5.5 10.5l3 3 6-7'
export const CROSS = 'M5 5l10 10 M15 5 5 15'

interface Props {
  path: string
  size?: number
}

/** A drawing beside words, or in a button that has a name: it never speaks itself. */
export function Icon({ path, size = 20 }: Props) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}
