import type { SearchHit, SearchReply } from '@segue/sdk/protocol'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { findWords, foldText } from './find-words.ts'
import { ownConversations } from './own-conversations.ts'
import { maySee } from './present-entry.ts'
import { viewOf } from './viewer.ts'

const MINUTE_MS = 60_000
const PER_MINUTE = 30

const MOST_TALKS = 50
const MOST_HITS = 30

/** Messages looked at for one search, all conversations together: some hundredths of a second's worth. */
const MOST_LOOKED = 20_000
const SLICE = 500

/** Looks for words in all that a visitor may see, the newest first. @throws {Refused} `invalid`, `too_many`, `unauthorized` */
export async function searchOwn(ports: Ports, address: string, q: string): Promise<SearchReply> {
  const words = foldText(q.trim())
  if (!words) throw new Refused('invalid', 'Say what to look for.', 'q')
  if (!ports.allow(`search:${address}`, PER_MINUTE, MINUTE_MS)) {
    throw new Refused('too_many', 'That is enough for now. Try again in a minute.')
  }
  const { conversations, next } = await ownConversations(ports.store, address, {
    limit: MOST_TALKS
  })
  const hits: SearchHit[] = []
  let left = MOST_LOOKED
  for (const { id } of conversations) {
    for await (const hit of hitsIn(ports, { address, id, words, count: () => left-- })) {
      if (hits.length === MOST_HITS) return { hits, more: true }
      hits.push(hit)
    }
  }
  return { hits, more: left <= 0 || next !== undefined }
}

interface Search {
  address: string
  /** The conversation. */
  id: string
  words: string
  /** Told of each message looked at; how many more may be. */
  count(): number
}

async function* hitsIn(
  ports: Ports,
  { address, id, words, count }: Search
): AsyncGenerator<SearchHit> {
  const view = await viewOf(ports, { kind: 'visitor', address }, id)
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const slice = await ports.store.saidBefore(id, before, SLICE)
    for (const { seq, at, link, from, text } of slice) {
      if (count() <= 0) return
      const found = maySee({ link }, view) ? findWords(text, words) : undefined
      if (found) yield { conversation: id, seq, at, from, ...found }
    }
    if (slice.length < SLICE) return
    before = slice.at(-1)!.seq
  }
}
