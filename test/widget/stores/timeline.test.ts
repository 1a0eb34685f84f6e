import type { PendingMessage } from '@segue/sdk'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../widget/src/stores/rows.ts'
import { addEntries } from '../../../widget/src/stores/thread.ts'
import { createTimeline, timelineOf } from '../../../widget/src/stores/timeline.ts'
import {
  type Draft,
  entriesFrom,
  HIDDEN,
  linked,
  MINUTE,
  mirrored,
  NOON,
  ON_WHATSAPP,
  offered,
  said,
  seenBy,
  stateOf
} from '../../doubles/entries.ts'

const rowsOf = (...drafts: Draft[]): readonly Row[] => timelineOf(entriesFrom(1, ...drafts))

/** Each row in a word or two. */
const inShort = (rows: readonly Row[]): string[] =>
  rows.map(row => {
    if (row.type === 'message') return row.message.text
    if (row.type === 'note') return `note ${row.note.kind}`
    return row.type
  })

const statesOf = (rows: readonly Row[]) =>
  rows.flatMap(row => (row.type === 'message' ? [row.message.state] : []))

const pending = (cid: string, status: PendingMessage['status'] = 'sending'): PendingMessage => ({
  cid,
  text: cid,
  at: NOON,
  status
})

describe('the timeline', () => {
  it('shows what was said, oldest first, and nothing of what is hidden', () => {
    expect(inShort(rowsOf(said('visitor', 'Hello'), HIDDEN, said('agent', 'Hi')))).toEqual([
      'day',
      'Hello',
      'Hi'
    ])
  })

  it('groups what one author says within five minutes', () => {
    const rows = rowsOf(
      said('agent', 'One', { name: 'Anna' }),
      said('agent', 'Two', { name: 'Anna', at: NOON + 4 * MINUTE }),
      said('agent', 'Three', { name: 'Anna', at: NOON + 9 * MINUTE }),
      said('agent', 'Four', { name: 'Bo', at: NOON + 9 * MINUTE }),
      said('agent', 'Five', { name: 'Bo', at: NOON + 9 * MINUTE, on: ON_WHATSAPP })
    )
    const edges = rows.flatMap(row =>
      row.type === 'message' ? [[row.message.text, row.first, row.last]] : []
    )
    expect(edges).toEqual([
      ['One', true, false],
      ['Two', false, true],
      ['Three', true, true],
      ['Four', true, true],
      ['Five', true, true]
    ])
  })

  it('begins a day at the visitor’s own midnight, and a group with it', () => {
    const midnight = new Date(2026, 10, 18).getTime()
    const rows = rowsOf(
      said('visitor', 'Late', { at: midnight - MINUTE }),
      said('visitor', 'Early', { at: midnight + MINUTE })
    )
    expect(inShort(rows)).toEqual(['day', 'Late', 'day', 'Early'])
    expect(rows.at(-1)).toMatchObject({ first: true })
  })

  it('says how far each own message got, and of others nothing', () => {
    const talk = [said('visitor', 'a'), said('visitor', 'b'), said('visitor', 'c')]
    expect(statesOf(rowsOf(...talk))).toEqual(['sent', 'sent', 'sent'])
    expect(
      statesOf(rowsOf(...talk, seenBy('agent', 2, 'delivered'), seenBy('agent', 1, 'read')))
    ).toEqual(['read', 'delivered', 'sent'])
    expect(statesOf(rowsOf(said('agent', 'x'), seenBy('visitor', 1)))).toEqual([undefined])
  })

  it('never lets a state go back when an older receipt comes later', () => {
    const rows = rowsOf(said('visitor', 'a'), seenBy('agent', 1), seenBy('agent', 1, 'delivered'))
    expect(statesOf(rows)).toEqual(['read'])
  })

  it('shows what is on its way below, as the same row it will be in the thread', () => {
    const before = timelineOf([], [pending('c1'), pending('c2', 'failed')])
    expect(statesOf(before)).toEqual(['sending', 'failed'])
    const after = timelineOf(entriesFrom(1, said('visitor', 'c1', { cid: 'c1' })), [pending('c1')])
    expect(inShort(after)).toEqual(['day', 'c1'])
    expect(after.at(-1)?.key).toBe(before[1]?.key)
    expect(statesOf(after)).toEqual(['sent'])
  })

  it('marks what was said elsewhere with its network', () => {
    const rows = rowsOf(said('visitor', 'From the tram', { on: ON_WHATSAPP }))
    expect(rows.at(-1)).toMatchObject({ message: { via: 'whatsapp' } })
  })

  it('says between the messages what happened to the conversation', () => {
    const rows = rowsOf(
      stateOf('waiting'),
      stateOf('open', 'Anna'),
      said('agent', 'Hi'),
      linked(),
      mirrored(true),
      mirrored(false),
      linked('l1', { status: 'undone' }),
      stateOf('closed')
    )
    expect(inShort(rows).filter(row => row.startsWith('note'))).toEqual([
      'note joined',
      'note linked',
      'note shown',
      'note notShown',
      'note unlinked',
      'note closed'
    ])
  })

  it('announces an agent once, however often they come back', () => {
    const rows = rowsOf(
      stateOf('open', 'Anna'),
      stateOf('closed'),
      stateOf('waiting'),
      stateOf('open', 'Anna'),
      stateOf('open', 'Bo')
    )
    expect(inShort(rows)).toEqual(['note joined', 'note closed', 'note joined'])
  })

  it('welcomes back whoever came by a return link', () => {
    const rows = rowsOf(linked('l2', { on: { account: 'web', network: 'web' }, proof: 'return' }))
    expect(inShort(rows)).toEqual(['note returned'])
  })

  it('shows an agent’s offer as long as it can be taken up, and a visitor’s own never', () => {
    expect(inShort(rowsOf(offered()))).toEqual(['offer'])
    expect(inShort(rowsOf(offered(), offered('h1', { status: 'opened' })))).toEqual(['offer'])
    for (const status of ['linked', 'expired', 'revoked'] as const) {
      expect(inShort(rowsOf(offered(), offered('h1', { status }))), status).toEqual([])
    }
    expect(inShort(rowsOf(offered('h2', { by: 'visitor' })))).toEqual([])
    expect(inShort(rowsOf(offered('h3', { way: 'number' })))).toEqual(['note texted'])
  })

  it('shows a message as it was changed, or that it was taken back, in its place', () => {
    const message = said('agent', 'It costs 10', { id: 'price' })
    const edit = { type: 'edit', message: 'price', text: 'It costs 12', at: NOON } as const
    const shown = (...entries: Draft[]) =>
      rowsOf(...entries).flatMap(row => (row.type === 'message' ? [row.message] : []))
    expect(shown(message, said('visitor', 'Ok'), edit)).toMatchObject([
      { text: 'It costs 12', changed: 'edited' },
      { text: 'Ok' }
    ])
    const gone = { ...edit, text: '', removed: true } as const
    expect(shown(message, edit, gone)).toMatchObject([{ text: '', changed: 'removed' }])
    // A page fetched later has it so already.
    expect(shown(said('agent', '', { removed: true }))).toMatchObject([{ changed: 'removed' }])
  })

  it('has a key of its own for every row', () => {
    const rows = rowsOf(
      said('visitor', 'a'),
      stateOf('open', 'Anna'),
      said('agent', 'b', { at: NOON + 3 * 24 * 60 * MINUTE }),
      said('visitor', 'c', { at: NOON }),
      offered(),
      linked()
    )
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })

  it('keeps the rows above as they are when one more comes in, so that they need not be drawn again', () => {
    const grow = createTimeline()
    const entries = entriesFrom(1, said('agent', 'a'), said('agent', 'b'), said('visitor', 'c'))
    const first = entries.slice(0, 2)
    const before = grow(first)
    const sending = grow(first, [pending('c')])
    const after = grow(addEntries(first, entries.slice(2)))
    expect(inShort(after)).toEqual(['day', 'a', 'b', 'c'])
    for (const at of before.keys()) {
      expect(sending[at]).toBe(before[at])
      expect(after[at]).toBe(before[at])
    }
  })
})
