import { networkName } from '../format/surface.ts'
import { t } from '../strings.ts'
import { type AskDraft, MOST } from './ask-draft.ts'

/** What networks have to choose with. Those that are not named have nothing, and get numbers. */
const CHOOSES_WITH = new Map([['whatsapp', { buttons: 3, rows: 10 }]])

/** What becomes of it where it goes, in a line: `By SMS they are numbered, …`. Pure. */
export function askHint({ kind, choices }: AskDraft, network: string): string {
  const { on } = t.asks
  if (network === 'web') return on.site[kind]
  const place = networkName(network)
  if (kind === 'form') return on.form(place)
  const { buttons, rows } = CHOOSES_WITH.get(network) ?? { buttons: 0, rows: 0 }
  if (kind === 'cards')
    return buttons < MOST.buttons ? on.cards.numbers(place) : on.cards.buttons(place)
  const count = choices.filter(({ title }) => title.trim() !== '').length
  if (buttons > 0 && count <= buttons) return on.replies.buttons(place)
  return count <= rows ? on.replies.list(place) : on.replies.numbers(place)
}
