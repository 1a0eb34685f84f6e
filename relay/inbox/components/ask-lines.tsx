import type { ComponentChildren } from 'preact'
import { changeLine, type Line } from '../fold/lines.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'
import { LineTools } from './line-tools.tsx'
import { type LinesOf, useLines } from './use-lines.ts'

interface AskLinesProps<Of extends Line> extends LinesOf<Of> {
  /** Enter in a field writes on in a new line below; such a line's field says which it is. */
  byEnter?: boolean
  /** One line; `place` counts from 1. */
  draw: (line: Of, change: (to: Partial<Of>) => void, place: number) => ComponentChildren
}

interface LineKeys {
  byEnter: boolean
  add: () => void
  move: (by: 1 | -1) => void
}

/** Alt with an arrow moves the line, Enter adds one where it may. */
function hearLineKey(event: KeyboardEvent, { byEnter, add, move }: LineKeys): void {
  const { key, altKey, ctrlKey, metaKey, isComposing, target } = event
  const by = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0
  const isEnter = key === 'Enter' && !ctrlKey && !metaKey && !isComposing
  if (altKey && by) move(by)
  else if (byEnter && isEnter && target instanceof HTMLInputElement) add()
  else return
  event.preventDefault()
  // Lines may hold lines: the inner ones have heard it.
  event.stopPropagation()
}

/** Lines to write, add, move and remove: by their buttons, by Alt with the arrows, and by Enter where that adds one. */
export function AskLines<Of extends Line>(props: AskLinesProps<Of>) {
  const { noun, lines, least, most, write, byEnter = false, draw } = props
  const { list, said, add, remove, move } = useLines(props)
  const name = t.asks.nouns[noun]

  const drawLine = (line: Of, place: number) => {
    const { key } = line
    const keys = { byEnter, add: () => add(key), move: (by: 1 | -1) => move(key, by) }
    const change = (to: Partial<Of>) => write(changeLine(lines, key, to))
    const group = byEnter ? {} : { role: 'group' as const, 'aria-label': `${name} ${place}` }
    return (
      <li key={key} data-line={key} onKeyDown={event => hearLineKey(event, keys)}>
        <div class="ask-line" {...group}>
          {draw(line, change, place)}
        </div>
        <LineTools
          {...{ noun: name, place, least }}
          of={lines.length}
          move={keys.move}
          remove={() => remove(key)}
        />
      </li>
    )
  }

  return (
    <fieldset class={`ask-lines of-${noun}`}>
      <legend>{t.asks.names[noun]}</legend>
      <ul ref={list}>{lines.map((line, index) => drawLine(line, index + 1))}</ul>
      <button
        type="button"
        class="button ask-add"
        aria-disabled={lines.length >= most}
        onClick={() => add()}
      >
        <Icon name="plus" />
        {t.asks.add(name, lines.length, most)}
      </button>
      <p class="sr-only" role="status">
        {said}
      </p>
    </fieldset>
  )
}
