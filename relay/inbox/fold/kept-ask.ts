import { t } from '../strings.ts'
import { type AskDraft, type CardLine, isBlankAsk, type Picture } from './ask-draft.ts'

/** A draft as it outlives the page: nothing while it is blank. A picture that is still on its way has to be chosen again. Pure. */
export function keptAsk(draft: AskDraft): AskDraft | undefined {
  return isBlankAsk(draft) ? undefined : { ...draft, cards: draft.cards.map(keptCard) }
}

const keptCard = ({ picture, ...card }: CardLine): CardLine =>
  picture ? { ...card, picture: keptPicture(picture) } : card

/** Its own bytes are the page's: what is uploaded is shown from there. */
function keptPicture({ preview: _, ...picture }: Picture): Picture {
  if (picture.status !== 'uploading') return picture
  return { ...picture, status: 'failed', problem: t.asks.problems.lostPicture }
}

/** Whether what was kept is a draft: another version of this page may have written it. */
export function isAsk(value: unknown): value is AskDraft {
  const { kind, text, submit, choices, cards, fields } = Object(value)
  const isLines = (lines: unknown, ...texts: string[]) =>
    Array.isArray(lines) &&
    lines.every(line => ['key', ...texts].every(name => typeof Object(line)[name] === 'string'))
  return (
    ['replies', 'cards', 'form'].includes(kind) &&
    typeof text === 'string' &&
    typeof submit === 'string' &&
    isLines(choices, 'title') &&
    isLines(fields, 'label', 'type', 'choices') &&
    isLines(cards, 'title', 'text') &&
    cards.every((card: { buttons: unknown }) => isLines(card.buttons, 'title', 'does', 'url'))
  )
}
