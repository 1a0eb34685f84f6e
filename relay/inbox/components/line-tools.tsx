import { t } from '../strings.ts'
import { Icon } from './icon.tsx'

interface LineToolsProps {
  noun: string
  /** From 1. */
  place: number
  of: number
  least: number
  move: (by: 1 | -1) => void
  remove: () => void
}

/** Moves one of several lines, or removes it. */
export function LineTools({ noun, place, of, least, move, remove }: LineToolsProps) {
  return (
    <div class="line-tools">
      <button
        type="button"
        class="icon-button"
        aria-disabled={place === 1}
        onClick={() => move(-1)}
      >
        <Icon name="up" label={t.asks.up(noun, place)} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-disabled={place === of}
        onClick={() => move(1)}
      >
        <Icon name="down" label={t.asks.down(noun, place)} />
      </button>
      <button type="button" class="icon-button" aria-disabled={of <= least} onClick={remove}>
        <Icon name="close" label={t.asks.remove(noun, place)} />
      </button>
    </div>
  )
}
