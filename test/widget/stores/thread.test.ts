import type { Entry } from '@segue/sdk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEGINNING, goOn } from '../../../widget/src/stores/end.ts'
import { foldThread } from '../../../widget/src/stores/fold-thread.ts'
import { addLinks, type Link, linksOf } from '../../../widget/src/stores/links.ts'
import { addEntries, type Thread } from '../../../widget/src/stores/thread.ts'
import { createTimeline, timelineOf } from '../../../widget/src/stores/timeline.ts'
import { readOn, readUpTo, unreadAbove } from '../../../widget/src/stores/unread.ts'
import {
  type Draft,
  entriesFrom,
  HIDDEN,
  linked,
  mirrored,
  NOON,
  ON_WHATSAPP,
  offered,
  said,
  seenBy,
  stateOf
} from '../../doubles/entries.ts'

const draft: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('visitor' as const, 'agent' as const, 'bot' as const),
      fc.string({ minLength: 1 }),
      fc.integer({ min: 0, max: 5 * 24 * 3_600_000 }),
      fc.boolean()
    )
    .map(([from, text, later, phone]) =>
      said(from, text, { at: NOON + later, ...(phone && { on: ON_WHATSAPP }) })
    ),
  fc.integer({ min: 1, max: 30 }).map(upTo => seenBy('agent', upTo)),
  fc.integer({ min: 1, max: 30 }).map(upTo => seenBy('agent', upTo, 'delivered')),
  fc.constantFrom(
    HIDDEN,
    linked(),
    mirrored(true),
    mirrored(false),
    offered(),
    offered('h1', { status: 'linked' }),
    stateOf('open', 'Anna'),
    stateOf('closed')
  )
)
const thread = fc
  .array(draft, { maxLength: 40 })
  .map(drafts => entriesFrom(1, ...drafts.map(one => ({ ...one }))))

/** Cuts a list at the given places. */
const cut = (entries: readonly Entry[], sizes: readonly number[]): Entry[][] => {
  const batches: Entry[][] = []
  let from = 0
  for (const size of [...sizes, entries.length]) {
    batches.push(entries.slice(from, from + size))
    from += size
  }
  return batches
}

const gather = (batches: readonly (readonly Entry[])[]): Thread => batches.reduce(addEntries, [])

describe('a thread', () => {
  it('gives one timeline, whether it came in batches, one by one, or twice', () => {
    fc.assert(
      fc.property(thread, fc.array(fc.integer({ min: 1, max: 9 })), (entries, sizes) => {
        const whole = timelineOf(entries)
        expect(timelineOf(gather(cut(entries, sizes)))).toEqual(whole)
        expect(timelineOf(gather(entries.map(entry => [entry])))).toEqual(whole)
        expect(timelineOf(gather([entries, ...cut(entries, sizes)]))).toEqual(whole)
      })
    )
  })

  it('gives the same timeline at each step, grown or drawn anew', () => {
    fc.assert(
      fc.property(thread, fc.array(fc.integer({ min: 1, max: 9 })), (entries, sizes) => {
        const grow = createTimeline()
        const links = foldThread<readonly Link[]>([], addLinks)
        const course = foldThread(BEGINNING, goOn)
        const read = foldThread(0, readOn)
        let now: Thread = []
        for (const batch of cut(entries, sizes)) {
          now = addEntries(now, batch)
          expect(grow(now)).toEqual(timelineOf([...now]))
          expect(links(now)).toEqual(linksOf(now))
          expect(course(now)).toEqual(goOn(BEGINNING, now))
          expect(read(now)).toEqual(readUpTo(now))
        }
      })
    )
  })

  it('gives the same when earlier pages come after later ones', () => {
    fc.assert(
      fc.property(thread, fc.integer({ min: 1, max: 40 }), (entries, size) => {
        const pages = cut(entries, Array(Math.ceil(entries.length / size)).fill(size))
        expect(gather(pages.toReversed())).toEqual(entries)
      })
    )
  })

  it('shows what was hidden once it comes again in the open', () => {
    const [first] = entriesFrom(1, said('agent', 'For your eyes'))
    const known = gather([entriesFrom(1, HIDDEN, said('visitor', 'Hello'))])
    expect(addEntries(known, [first!])).toEqual([first, known[1]])
  })
})

describe('the phones of a conversation', () => {
  const linksAfter = (...drafts: Draft[]) => linksOf(entriesFrom(1, ...drafts))

  it('are those that are linked and not undone', () => {
    expect(linksAfter(linked('l1'), linked('l2')).map(({ id }) => id)).toEqual(['l1', 'l2'])
    expect(linksAfter(linked('l1'), linked('l1', { status: 'refused' }))).toEqual([])
  })

  it('show here what is said there once they have agreed, until it is stopped', () => {
    expect(linksAfter(linked())).toMatchObject([{ shown: false, wasShown: false }])
    expect(linksAfter(linked(), mirrored(true))).toMatchObject([{ shown: true }])
    expect(linksAfter(linked(), mirrored(true), mirrored(false))).toMatchObject([
      { shown: false, wasShown: true }
    ])
    expect(linksAfter(linked(), mirrored(false))).toMatchObject([{ wasShown: false }])
  })

  it('do not count a visitor who came back by a return link', () => {
    expect(linksAfter(linked('l1', { on: { account: 'web', network: 'web' } }))).toEqual([])
  })
})

describe('what is unread', () => {
  it('is what others said here above what the visitor has read', () => {
    const entries = entriesFrom(
      1,
      said('agent', 'Old'),
      seenBy('visitor', 1),
      said('agent', 'New'),
      said('visitor', 'Mine'),
      said('agent', 'On the phone', { on: ON_WHATSAPP }),
      HIDDEN,
      said('bot', 'Newer')
    )
    expect(readUpTo(entries)).toBe(1)
    expect(unreadAbove(entries, readUpTo(entries))).toBe(2)
    expect(unreadAbove(entries, 7)).toBe(0)
  })

  it('is not read because it was delivered', () => {
    expect(readUpTo(entriesFrom(1, said('agent', 'a'), seenBy('visitor', 1, 'delivered')))).toBe(0)
  })
})
