import { useRef, useState } from 'preact/hooks'
import { addLine, type Line, moveLine, removeLine } from '../fold/lines.ts'
import { t } from '../strings.ts'
import { useFocusNext } from './use-focus-next.ts'

/** Lines that are being written. */
export interface LinesOf<Of extends Line> {
  noun: keyof typeof t.asks.nouns
  lines: readonly Of[]
  least: number
  most: number
  make: () => Of
  write: (lines: readonly Of[]) => void
}

const FIELDS = 'input, textarea, select'

/** Changes lines, keeps the focus where one goes on, and says what became of them. */
export function useLines<Of extends Line>(props: LinesOf<Of>) {
  const { noun, lines, least, most, make, write } = props
  const list = useRef<HTMLUListElement>(null)
  const focusNext = useFocusNext()
  const [said, setSaid] = useState('')
  const name = t.asks.nouns[noun]
  const fieldOf = (key: string | undefined) =>
    list.current?.querySelector<HTMLElement>(`:scope > [data-line="${key}"] :is(${FIELDS})`)
  const addButton = () =>
    list.current?.parentElement?.querySelector<HTMLElement>(':scope > .ask-add')

  return {
    list,
    said,
    /** At the end, or below a line: there an empty one that waits already will do. */
    add(after?: string) {
      const below = after && fieldOf(lines[lines.findIndex(({ key }) => key === after) + 1]?.key)
      if (below instanceof HTMLInputElement && below.value === '') return below.focus()
      if (lines.length >= most) return
      const added = make()
      focusNext(() => fieldOf(added.key))
      write(addLine(lines, added, after))
    },
    remove(key: string) {
      if (lines.length <= least) return
      const place = lines.findIndex(line => line.key === key)
      const next = lines[place + 1] ?? lines[place - 1]
      focusNext(() => (next ? fieldOf(next.key) : addButton()))
      write(removeLine(lines, key))
      setSaid(t.asks.removed(name))
    },
    move(key: string, by: 1 | -1) {
      const moved = moveLine(lines, key, by)
      if (moved === lines) return
      // The browser takes the focus from what changes its place.
      const held = document.activeElement
      focusNext(() => (held instanceof HTMLElement ? held : null))
      write(moved)
      const place = moved.findIndex(line => line.key === key) + 1
      setSaid(t.asks.moved(name, place, moved.length))
    }
  }
}
