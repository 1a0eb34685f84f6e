import type { Writing } from '../commit.ts'

const PAGE = 200

/**
 * Gives one conversation what was said through one link of another: after an undo the phone's words go home with the phone.
 * There they hang on `as`. The entries keep their time and their ids, so carrying twice adds nothing.
 */
export async function carryMessages(
  { tx, appendAt }: Writing,
  { from, to, link, as }: { from: string; to: string; link: string; as: string | null }
): Promise<void> {
  let after = 0
  for (;;) {
    const page = await tx.entries(from, { after, limit: PAGE })
    for (const entry of page) {
      const { body } = entry
      if (entry.link !== link || (body.type !== 'message' && body.type !== 'receipt')) continue
      if (body.type === 'message') {
        if (await tx.message(to, body.id)) continue
        for (const { id } of await tx.deliveriesOf(body.id)) {
          await tx.changeDelivery(id, { conversation: to })
        }
      }
      await appendAt(entry.at, to, { body, link: as })
    }
    const last = page.at(-1)
    if (!last || page.length < PAGE) return
    after = last.seq
  }
}
