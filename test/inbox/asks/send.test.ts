/**
 * @vitest-environment happy-dom
 * @vitest-environment-options { "url": "http://relay.test/inbox/" }
 */
import type { ReplyRequest } from '@segue/sdk/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import { startAsk } from '../../../relay/inbox/stores/actions.ts'
import {
  $asks,
  askAgain,
  dropPicture,
  pickPicture,
  writeAsk
} from '../../../relay/inbox/stores/asks.ts'
import { $dialog } from '../../../relay/inbox/stores/dialog.ts'
import { $chosen, chooseSurface } from '../../../relay/inbox/stores/drafts.ts'
import { hearEntries } from '../../../relay/inbox/stores/follow.ts'
import { $pending } from '../../../relay/inbox/stores/pending.ts'
import { discardReply, flushAll } from '../../../relay/inbox/stores/replies.ts'
import { $sentAsks, sendAsk } from '../../../relay/inbox/stores/send-ask.ts'
import { $timeline } from '../../../relay/inbox/stores/thread.ts'
import { useFollowedConversation } from '../../doubles/use-followed-conversation.ts'
import { draftOf } from './drafts.ts'

const world = useFollowedConversation()

const send = (...draft: Parameters<typeof draftOf>) => {
  writeAsk('c', draftOf(...draft))
  sendAsk('c')
}
const sent = () =>
  world()
    .callsTo('POST', 'messages')
    .map(({ body }) => body as ReplyRequest)
/** What has arrived. An agent's page may fetch it at any moment, and then nothing waits any more. */
const said = () =>
  world()
    .desk.get('c')!
    .entries.filter(entry => entry.type === 'message' && entry.from === 'agent')
const waiting = () => Object.values($pending.get())
const shown = () =>
  $timeline.get().flatMap(row => (row.kind === 'message' && row.message.content ? row.message : []))
const card = () => $asks.get().c!.cards[0]!

afterEach(() => {
  $asks.set({})
  $sentAsks.set([])
  $dialog.set(null)
})

describe('what is asked', () => {
  it('shows at once as it will look, and its entry takes its place', async () => {
    send('replies')
    expect(shown()).toMatchObject([{ text: 'Which one?', content: { kind: 'replies' } }])
    await expect.poll(said).toHaveLength(1)
    hearEntries('c', world().desk.detail('c', { since: 1 }).entries)
    expect(waiting()).toEqual([])
    expect(shown()).toMatchObject([{ content: { kind: 'replies' }, progress: { state: 'sent' } }])
  })

  it('goes where the agent chose, and leaves the words in the composer alone', async () => {
    chooseSurface('c', 'sms')
    send('form')
    await expect.poll(sent).toHaveLength(1)
    expect(sent()[0]).toMatchObject({ to: 'sms', text: 'Which one?', content: { kind: 'form' } })
    expect($chosen.get().c).toBeUndefined()
    expect($asks.get().c).toBeUndefined()
  })

  it('waits when it cannot go out, and goes out once with the same cid', async () => {
    world().is.reachable = false
    send('replies')
    await expect.poll(waiting).toMatchObject([{ status: 'unsent' }])
    world().is.reachable = true
    flushAll()
    await expect.poll(said).toHaveLength(1)
    expect(new Set(sent().map(({ cid }) => cid)).size).toBe(1)
    const { entries } = world().desk.detail('c', { since: 1 })
    expect(entries.filter(({ type }) => type === 'message')).toHaveLength(1)
  })

  it('can be written on when it was refused and given up', async () => {
    world().is.refusing = ({ path }) => (path.endsWith('/messages') ? 422 : undefined)
    send('replies')
    await expect.poll(waiting).toMatchObject([{ status: 'refused' }])
    startAsk() // an empty sheet is nothing to be kept
    discardReply(waiting()[0]!.cid)
    expect($asks.get().c).toMatchObject({
      text: 'Which one?',
      choices: [{ title: 'Sand' }, { title: 'Moss' }]
    })
  })

  it('does not take the place of something else that is being written', async () => {
    world().is.refusing = ({ path }) => (path.endsWith('/messages') ? 422 : undefined)
    send('replies')
    await expect.poll(waiting).toMatchObject([{ status: 'refused' }])
    writeAsk('c', { text: 'Another question' })
    discardReply(waiting()[0]!.cid)
    expect($asks.get().c?.text).toBe('Another question')
  })

  it('shows what was answered', async () => {
    send('replies')
    await expect.poll(said).toHaveLength(1)
    const [, asked] = world().desk.get('c')!.entries
    const on = { account: 'web', network: 'web' }
    const answer = { to: (asked as { id: string }).id, choice: { id: 'c2', title: 'Moss' } }
    world().desk.append('c', {
      type: 'message',
      id: 'a',
      from: 'visitor',
      text: 'Moss',
      on,
      answer
    })
    hearEntries('c', world().desk.detail('c', { since: 1 }).entries)
    expect(shown()).toMatchObject([{ answer: { choice: { title: 'Moss' } } }])
  })

  it('is gone from the thread when it is taken back', async () => {
    send('replies')
    await expect.poll(said).toHaveLength(1)
    const [, asked] = world().desk.get('c')!.entries
    const message = (asked as { id: string }).id
    world().desk.append('c', { type: 'edit', message, text: '', removed: true })
    hearEntries('c', world().desk.detail('c', { since: 1 }).entries)
    expect(shown()).toEqual([])
  })
})

describe('what was sent', () => {
  it('can be used again, the three last, each once, on the site it is of', async () => {
    for (const text of ['one', 'two', 'two', 'three', 'four']) send('replies', { text })
    await expect.poll(said).toHaveLength(5)
    const kept = $sentAsks.get()
    expect(kept.map(({ ask }) => ask.text)).toEqual(['four', 'three', 'two'])
    expect(kept[0]!.site).toBe('shop')
    askAgain('c', kept[2]!.ask)
    expect($asks.get().c).toMatchObject({ kind: 'replies', text: 'two' })
  })
})

describe('a picture', () => {
  const png = new File(['…'], 'mug.png', { type: 'image/png' })
  const begin = () =>
    writeAsk(
      'c',
      draftOf('cards', { cards: [{ ...draftOf('cards').cards[0]!, picture: undefined }] })
    )

  it('is uploaded at once, and goes with its card', async () => {
    begin()
    const picked = pickPicture('c', 'k1', png)
    expect(card().picture).toMatchObject({ name: 'mug.png', status: 'uploading' })
    await picked
    expect(card().picture).toMatchObject({ status: 'ready' })
    sendAsk('c')
    await expect.poll(sent).toHaveLength(1)
    const { content } = sent()[0]!
    expect(content).toMatchObject({ kind: 'cards', cards: [{ image: expect.any(String) }] })
  })

  it('that cannot be kept says why, and can be taken away', async () => {
    begin()
    world().is.refusing = () => 422
    await pickPicture('c', 'k1', png)
    expect(card().picture).toMatchObject({ status: 'failed', problem: 'The test refuses.' })
    dropPicture('c', 'k1')
    expect(card().picture).toBeUndefined()
  })

  it('must be one', async () => {
    begin()
    await pickPicture('c', 'k1', new File(['…'], 'note.pdf', { type: 'application/pdf' }))
    expect(card().picture?.problem).toMatch(/not a picture/)
    expect(world().callsTo('POST', 'files')).toEqual([])
  })

  it('that was replaced meanwhile does not come back', async () => {
    begin()
    let release = () => {}
    const held = new Promise<void>(done => {
      release = done
    })
    world().is.before = () => held
    const first = pickPicture('c', 'k1', png)
    dropPicture('c', 'k1')
    release()
    await first
    expect(card().picture).toBeUndefined()
  })
})
