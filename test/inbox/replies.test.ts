/**
 * @vitest-environment happy-dom
 * @vitest-environment-options { "url": "http://relay.test/inbox/" }
 */
import { afterEach, describe, expect, it } from 'vitest'
import { keepInTab } from '../../relay/inbox/keep-in-tab.ts'
import { $line } from '../../relay/inbox/stores/connection.ts'
import { $drafts, chooseSurface, writeDraft } from '../../relay/inbox/stores/drafts.ts'
import { hearEntries } from '../../relay/inbox/stores/follow.ts'
import { $pending, type PendingReply } from '../../relay/inbox/stores/pending.ts'
import { discardReply, flushAll, retryReply, sendDraft } from '../../relay/inbox/stores/replies.ts'
import { $timeline } from '../../relay/inbox/stores/thread.ts'
import { useFollowedConversation } from '../doubles/use-followed-conversation.ts'

const world = useFollowedConversation()

const send = (text: string) => {
  writeDraft('c', text)
  sendDraft('c')
}
const waiting = (): PendingReply[] => Object.values($pending.get())
const sent = () =>
  world()
    .callsTo('POST', 'messages')
    .map(({ body }) => body as { cid: string; text: string })
const said = () =>
  world()
    .desk.get('c')!
    .entries.flatMap(entry =>
      entry.type === 'message' && entry.from === 'agent' ? entry.text : []
    )
const shown = () => $timeline.get().flatMap(row => (row.kind === 'message' ? row.message.text : []))

afterEach(() => {
  $drafts.set({})
  sessionStorage.clear()
})

describe('a reply', () => {
  it('shows at once, and empties the field', () => {
    send('  Hi there ')
    expect(shown()).toEqual(['hello', 'Hi there'])
    expect(waiting()).toMatchObject([{ text: 'Hi there', status: 'sending' }])
    expect($drafts.get().c).toBeUndefined()
  })

  it('is replaced by its entry when the line brings it', async () => {
    send('Hi there')
    await expect.poll(waiting).toMatchObject([{ status: 'kept' }])
    hearEntries('c', world().desk.detail('c', { since: 1 }).entries)
    expect(waiting()).toEqual([])
    expect(shown()).toEqual(['hello', 'Hi there'])
  })

  it('is fetched when there is no line to bring it', async () => {
    $line.set('lost')
    send('Hi there')
    await expect.poll(waiting).toEqual([])
    expect(shown()).toEqual(['hello', 'Hi there'])
  })

  it('waits when it cannot go out, and goes out once with the same cid', async () => {
    world().is.reachable = false
    send('Hi there')
    await expect.poll(waiting).toMatchObject([{ status: 'unsent' }])
    world().is.reachable = true
    flushAll()
    await expect.poll(said).toEqual(['Hi there'])
    const cids = new Set(sent().map(({ cid }) => cid))
    expect(cids.size).toBe(1)
  })

  it('is one message when only the answer was lost', async () => {
    world().is.refusing = call => {
      if (!call.path.endsWith('/messages')) return undefined
      world().is.refusing = () => undefined
      const { cid, text } = call.body as { cid: string; text: string }
      world().desk.append('c', {
        type: 'message',
        id: `m-${cid}`,
        cid,
        from: 'agent',
        text,
        on: { account: 'web', network: 'web' }
      })
      return 503
    }
    send('Only once')
    await expect.poll(waiting).toMatchObject([{ status: 'unsent' }])
    retryReply(waiting()[0]!.cid)
    await expect.poll(waiting).toMatchObject([{ status: 'kept' }])
    expect(said()).toEqual(['Only once'])
  })

  it('goes out after the one before it, also when that one had to wait', async () => {
    world().is.reachable = false
    send('first')
    send('second')
    await expect.poll(() => waiting()[0]).toMatchObject({ status: 'unsent' })
    world().is.reachable = true
    send('third')
    await expect.poll(said).toEqual(['first', 'second', 'third'])
  })

  it('that is refused says why, holds nobody up, and can be taken back', async () => {
    world().is.refusing = call =>
      (call.body as { text?: string })?.text === 'bad' ? 422 : undefined
    send('bad')
    send('good')
    await expect.poll(said).toEqual(['good'])
    const refused = waiting().find(({ status }) => status === 'refused')
    expect(refused).toMatchObject({ text: 'bad', problem: 'The test refuses.' })
    discardReply(refused!.cid)
    expect($drafts.get().c).toBe('bad')
  })

  it('goes where the agent chose, that once', async () => {
    chooseSurface('c', 'sms')
    send('By SMS')
    send('Wherever')
    await expect.poll(sent).toHaveLength(2)
    expect(sent()).toMatchObject([{ text: 'By SMS', to: 'sms' }, { text: 'Wherever' }])
    expect(sent()[1]).not.toHaveProperty('to')
  })

  it('survives a reload of the page', async () => {
    const stopKeeping = keepInTab($pending, 'pending')
    world().is.reachable = false
    send('Not lost')
    await expect.poll(waiting).toMatchObject([{ status: 'unsent' }])
    stopKeeping()
    $pending.set({})

    keepInTab($pending, 'pending')
    expect(waiting()).toMatchObject([{ text: 'Not lost', status: 'unsent' }])
  })
})
