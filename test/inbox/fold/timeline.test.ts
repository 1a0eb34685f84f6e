import type { Entry, EntryOf } from '@segue/sdk/protocol'
import { describe, expect, it } from 'vitest'
import type { ShownMessage } from '../../../relay/inbox/fold/shown-message.ts'
import { foldTimeline, type Row } from '../../../relay/inbox/fold/timeline.ts'
import type { PendingReply } from '../../../relay/inbox/stores/pending.ts'

const NOON = new Date(2026, 10, 20, 12).getTime()
const MINUTE = 60_000
const WEB = { account: 'web', network: 'web' }
const WHATSAPP = { account: 'wa', network: 'whatsapp' }
const SMS = { account: 'sms', network: 'sms' }

type Draft = Partial<EntryOf<'message'>> & { minutes?: number }

const say = (seq: number, { minutes = seq, ...of }: Draft = {}): Entry => ({
  type: 'message',
  seq,
  at: NOON + minutes * MINUTE,
  id: `m${seq}`,
  from: 'visitor',
  text: `text ${seq}`,
  on: WEB,
  ...of
})

const receipt = (seq: number, of: Partial<EntryOf<'receipt'>>): Entry => ({
  type: 'receipt',
  seq,
  at: NOON + seq * MINUTE,
  message: 'm1',
  delivery: 'd1',
  on: WHATSAPP,
  status: 'sent',
  ...of
})

const pending = (of: Partial<PendingReply> = {}): PendingReply => ({
  cid: 'c1',
  conversation: 'c',
  text: 'on its way',
  files: [],
  at: NOON + 2 * MINUTE,
  status: 'sending',
  ...of
})

/** The shape of a thread: days, and texts by the head above them. */
function shape(rows: readonly Row[]) {
  const found: (string | string[])[] = []
  for (const row of rows) {
    if (row.kind === 'head') found.push([])
    else if (row.kind === 'message') (found.at(-1) as string[]).push(row.message.text)
    else found.push(row.kind)
  }
  return found
}

const messagesOf = (rows: readonly Row[]): ShownMessage[] =>
  rows.flatMap(row => (row.kind === 'message' ? row.message : []))

const first = (entries: Entry[]) => messagesOf(foldTimeline(entries))[0]!

describe('the timeline', () => {
  it('puts together what one author said on one surface within five minutes', () => {
    const rows = foldTimeline([
      say(1),
      say(2),
      say(3, { on: WHATSAPP }),
      say(4, { on: WHATSAPP, minutes: 9 }),
      say(5, { from: 'agent', name: 'Maja', minutes: 10 }),
      say(6, { from: 'agent', name: 'Olle', minutes: 11 })
    ])
    expect(shape(rows)).toEqual([
      'day',
      ['text 1', 'text 2'],
      ['text 3'],
      ['text 4'],
      ['text 5'],
      ['text 6']
    ])
  })

  it('marks the last message under each head', () => {
    const rows = foldTimeline([say(1), say(2), say(3, { from: 'agent' })])
    const lasts = rows.flatMap(row => (row.kind === 'message' ? row.isLast : []))
    expect(lasts).toEqual([false, true, true])
  })

  it('begins each day with its name', () => {
    const rows = foldTimeline([say(1), say(2, { minutes: 24 * 60 })])
    expect(shape(rows)).toEqual(['day', ['text 1'], 'day', ['text 2']])
  })

  it('keeps hidden entries and receipts out of sight', () => {
    expect(shape(foldTimeline([say(1), { type: 'hidden', seq: 2 }, receipt(3, {})]))).toEqual([
      'day',
      ['text 1']
    ])
  })

  it('shows a reply on its way at the end, and once when its entry has come', () => {
    const before = foldTimeline([say(1)], [pending()])
    expect(shape(before)).toEqual(['day', ['text 1'], ['on its way']])
    expect(messagesOf(before)[1]).toMatchObject({ key: 'c1', progress: { state: 'sending' } })

    const echo = say(2, { from: 'agent', cid: 'c1', text: 'on its way' })
    const after = foldTimeline([say(1), echo], [pending()])
    expect(shape(after)).toEqual(['day', ['text 1'], ['on its way']])
    expect(messagesOf(after)[1]).toMatchObject({ key: 'c1', progress: { state: 'sent' } })
  })

  it('says what can be done about a reply that could not go out', () => {
    const rows = foldTimeline([], [pending({ status: 'refused', problem: 'Too long.' })])
    expect(messagesOf(rows)[0]!.progress).toEqual({
      state: 'refused',
      cid: 'c1',
      reason: 'Too long.'
    })
  })
})

describe('how far a message got', () => {
  const reply = say(1, { from: 'agent', on: WHATSAPP })

  it('is on its way to a phone until a receipt says more', () => {
    expect(first([reply]).progress).toEqual({ state: 'queued' })
  })

  it('is what the newest receipt says', () => {
    const entries = [reply, receipt(2, { status: 'sent' }), receipt(3, { status: 'delivered' })]
    expect(first(entries).progress).toEqual({ state: 'delivered', at: NOON + 3 * MINUTE })
  })

  it('is, on the site, what the visitor’s page has got and seen', () => {
    const seen = { type: 'seen', by: 'visitor', upTo: 1, at: NOON } as const
    const onSite = say(1, { from: 'agent' })
    expect(first([onSite]).progress).toEqual({ state: 'sent' })
    expect(first([onSite, { ...seen, seq: 2, status: 'delivered' }]).progress).toMatchObject({
      state: 'delivered'
    })
    expect(first([onSite, { ...seen, seq: 2, status: 'read' }]).progress).toMatchObject({
      state: 'read'
    })
  })

  it('is as little as the least of several deliveries', () => {
    const entries = [
      reply,
      receipt(2, { status: 'delivered' }),
      receipt(3, { delivery: 'd2', status: 'sent' })
    ]
    expect(first(entries).progress).toMatchObject({ state: 'sent' })
  })

  it('tells a failure with its reason, and the delivery that can be sent again', () => {
    const reason = { code: '1', text: 'no such number' }
    expect(first([reply, receipt(2, { status: 'failed', reason })]).progress).toEqual({
      state: 'failed',
      at: NOON + 2 * MINUTE,
      delivery: 'd1',
      reason: 'no such number'
    })
  })

  it('moves to the way that was taken instead, and keeps the one that was lost', () => {
    const shown = first([
      reply,
      receipt(2, { status: 'failed' }),
      receipt(3, {
        delivery: 'd2',
        on: SMS,
        status: 'queued',
        reason: { code: 'f', text: 'there' }
      }),
      receipt(4, { delivery: 'd2', on: SMS, status: 'delivered' })
    ])
    expect(shown.progress).toMatchObject({ state: 'delivered' })
    expect(shown.on).toEqual(SMS)
    expect(shown.lost).toMatchObject([{ delivery: 'd1', instead: { on: SMS, why: 'there' } }])
  })

  it('forgets that nobody knew once it was sent again', () => {
    const shown = first([
      reply,
      receipt(2, { status: 'unknown' }),
      receipt(3, { delivery: 'd2', status: 'queued' })
    ])
    expect(shown.progress).toMatchObject({ state: 'queued' })
    expect(shown.lost).toMatchObject([{ delivery: 'd1', status: 'unknown' }])
  })
})
