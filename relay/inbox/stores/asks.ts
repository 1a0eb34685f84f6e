import { map } from 'nanostores'
import { uploadFile } from '../api.ts'
import { type Ask, askOf, writeAgain } from '../fold/ask-content.ts'
import {
  type AskDraft,
  type CardLine,
  isBlankAsk,
  newAsk,
  type Picture
} from '../fold/ask-draft.ts'
import { changeLine } from '../fold/lines.ts'
import { problemOf } from '../problem.ts'
import { t } from '../strings.ts'
import { $summaries } from './summaries.ts'

/** What is about to be asked or shown, by conversation. It lives as long as the tab, also while its sheet is closed. */
export const $asks = map<Record<string, AskDraft>>({})

const askDraftOf = (conversation: string): AskDraft => $asks.get()[conversation] ?? newAsk()

/** Keeps what is being written. */
export const writeAsk = (conversation: string, change: Partial<AskDraft>): void =>
  $asks.setKey(conversation, { ...askDraftOf(conversation), ...change })

const changeCard = (conversation: string, key: string, change: Partial<CardLine>) => {
  const draft = $asks.get()[conversation]
  if (draft) writeAsk(conversation, { cards: changeLine(draft.cards, key, change) })
}

const pictureOf = (conversation: string, key: string): Picture | undefined =>
  $asks.get()[conversation]?.cards.find(card => card.key === key)?.picture

const forget = (picture: Picture | undefined) =>
  picture?.preview && URL.revokeObjectURL(picture.preview)

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Gives a card its picture, and begins to upload it. */
export async function pickPicture(conversation: string, key: string, source: File): Promise<void> {
  forget(pictureOf(conversation, key))
  const { name } = source
  if (!PICTURES.has(source.type)) {
    const problem = t.asks.problems.notPicture
    changeCard(conversation, key, { picture: { name, status: 'failed', problem } })
    return
  }
  const preview = URL.createObjectURL(source)
  const picked: Picture = { name, preview, status: 'uploading' }
  changeCard(conversation, key, { picture: picked })
  const change = await upload(source, $summaries.get()[conversation]?.site ?? '')
  // Another one may have been chosen meanwhile, or none.
  const isStill = pictureOf(conversation, key)?.preview === preview
  if (isStill) changeCard(conversation, key, { picture: { ...picked, ...change } })
}

async function upload(source: File, site: string): Promise<Partial<Picture>> {
  try {
    return { status: 'ready', file: await uploadFile(source, site) }
  } catch (error) {
    return { status: 'failed', problem: problemOf(error).message }
  }
}

/** Takes a card's picture away. */
export function dropPicture(conversation: string, key: string): void {
  forget(pictureOf(conversation, key))
  changeCard(conversation, key, { picture: undefined })
}

/** Takes what is written away, to be sent. It must be without mistakes. */
export function takeAsk(conversation: string): Ask {
  const draft = askDraftOf(conversation)
  for (const { picture } of draft.cards) forget(picture)
  $asks.setKey(conversation, undefined)
  return askOf(draft)
}

/** Puts something that was sent before where it can be written on. */
export const askAgain = (conversation: string, ask: Ask): void =>
  writeAsk(conversation, writeAgain(askDraftOf(conversation), ask))

/** Puts back what could not be sent, unless something else is being written. */
export function restoreAsk(conversation: string, ask: Ask): void {
  if (isBlankAsk(askDraftOf(conversation))) askAgain(conversation, ask)
}
