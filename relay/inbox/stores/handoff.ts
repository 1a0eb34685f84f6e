import type { EntryOf, HandoffReply } from '@segue/sdk/protocol'
import { atom, computed } from 'nanostores'
import { offerCode, offerNumber } from '../api.ts'
import { problemOf } from '../problem.ts'
import { $thread } from './thread.ts'

/** What has been offered in the sheet that is open. */
export type Offer =
  | { step: 'choosing'; busy: boolean; problem?: string }
  | { step: 'code'; account: string; reply: HandoffReply }
  | { step: 'number'; account: string; id: string }

const CHOOSING: Offer = { step: 'choosing', busy: false }

export const $offer = atom<Offer>(CHOOSING)

/** Begins anew. What was offered stays good. */
export const chooseAgain = (): void => $offer.set(CHOOSING)

async function offer(make: () => Promise<Offer>): Promise<void> {
  $offer.set({ step: 'choosing', busy: true })
  try {
    $offer.set(await make())
  } catch (error) {
    $offer.set({ step: 'choosing', busy: false, problem: problemOf(error).message })
  }
}

/** Mints a code for an account. */
export const makeCode = (conversation: string, account: string): Promise<void> =>
  offer(async () => ({ step: 'code', account, reply: await offerCode(conversation, account) }))

/** Texts a confirmation to a number, by the person's consent. */
export const textNumber = (conversation: string, account: string, to: string): Promise<void> =>
  offer(async () => {
    const { id } = await offerNumber(conversation, { account, to, consent: true })
    return { step: 'number', account, id }
  })

const isHandoff = (id: string) => (entry: { type: string; id?: string }) =>
  entry.type === 'handoff' && entry.id === id

/** How far the offer in the sheet got, as the thread tells it. */
export const $offerStatus = computed([$offer, $thread], (shown, thread) => {
  if (shown.step === 'choosing') return null
  const id = shown.step === 'code' ? shown.reply.id : shown.id
  const newest = thread?.entries.findLast(isHandoff(id)) as EntryOf<'handoff'> | undefined
  return newest?.status ?? 'offered'
})
