import { describe, expect, it } from 'vitest'
import { changeState } from '../../../relay/src/core/conversation/change-state.ts'
import { enterConversation } from '../../../relay/src/core/conversation/enter-conversation.ts'
import { listOwn } from '../../../relay/src/core/conversation/list-own.ts'
import { startConversation } from '../../../relay/src/core/conversation/next-conversation.ts'
import { readThread } from '../../../relay/src/core/conversation/read-thread.ts'
import { markSeen } from '../../../relay/src/core/message/mark-seen.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'
import { askOnTheSite, PHONE } from './asking.ts'
import { say } from './joining.ts'

const HOUR = 3_600_000

const close = (house: House, id: string) => changeState(house.ports, anna, id, 'close')
const current = async (house: House, address: string) =>
  (await house.ports.store.currentConversation(address))!.conversation.id

/** A visitor whose first conversation has ended. */
async function ended(...[overrides]: Parameters<typeof openHouse>) {
  const house = await openHouse(overrides)
  const { address, conversation } = await house.visit()
  await say(house, address.id, 'Where is my mug?')
  await close(house, conversation!)
  return { house, address: address.id, first: conversation! }
}

describe('writing in a conversation that has ended', () => {
  it('opens it again, unless the site says otherwise', async () => {
    const { house, address, first } = await ended()
    house.pass(1000 * HOUR)
    expect(await say(house, address, 'One more thing')).toMatchObject({ conversation: first })
  })

  it('begins the next one where the site does not reopen, of the same person', async () => {
    const { house, address, first } = await ended({ reopenMs: 0 })
    const { conversation, seq } = await say(house, address, 'Something else')
    expect(conversation).not.toBe(first)
    expect(seq).toBe(1)
    const [one, other] = await Promise.all(
      [first, conversation].map(id => house.ports.store.conversation(id))
    )
    expect(other).toMatchObject({ person: one!.person, state: 'waiting' })
    expect(one).toMatchObject({ state: 'closed' })
    expect(house.changes).toContainEqual({ type: 'visibility', conversation: first })
  })

  it('opens it again for so long as the site says, counted from its end', async () => {
    const { house, address, first } = await ended({ reopenMs: 48 * HOUR })
    house.pass(47 * HOUR)
    expect((await say(house, address, 'Still there?')).conversation).toBe(first)
    await close(house, first)
    house.pass(48 * HOUR)
    expect((await say(house, address, 'And now?')).conversation).not.toBe(first)
  })

  it('is one message in one conversation, however often it is sent', async () => {
    const { house, address } = await ended({ reopenMs: 0 })
    const send = () => receiveFromVisitor(house.ports, address, { cid: 'again', text: 'Hi' })
    const sent = await Promise.all([send(), send(), send()])
    expect(new Set(sent.map(({ conversation }) => conversation)).size).toBe(1)
    expect((await listOwn(house.ports, address)).items).toHaveLength(2)
  })

  it('finds what was sent before the end again, and does not say it twice', async () => {
    const { house, address, first } = await ended({ reopenMs: 0 })
    await startConversation(house.ports, address)
    const known = await house.ports.store.entries(first, { limit: 1 })
    const { body } = known[0]!
    if (body.type !== 'message') throw new Error('The first entry is a message.')
    const again = { cid: body.cid!, text: body.text }
    expect(await receiveFromVisitor(house.ports, address, again)).toEqual(known[0])
  })
})

describe('a new conversation', () => {
  it('is begun where one has ended, and once however often it is asked for', async () => {
    const { house, address, first } = await ended()
    const { id } = await startConversation(house.ports, address)
    expect(id).not.toBe(first)
    expect(await startConversation(house.ports, address)).toEqual({ id })
    expect(await house.sees({ address })).toEqual([])
  })

  it('is not begun while one goes on', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    await say(house, address.id, 'Hi')
    await expect(startConversation(house.ports, address.id)).rejects.toMatchObject({
      code: 'conflict'
    })
  })

  it('leaves the former one to be answered: it waits for them on the site', async () => {
    const { house, address, first } = await ended()
    await startConversation(house.ports, address)
    const answer = await reply(house.ports, anna, first, { cid: 'r1', text: 'It is on its way.' })
    expect(answer.on.account).toBe('web')
    const { items } = await listOwn(house.ports, address)
    expect(items).toMatchObject([{ id: first, ended: false, current: false, unread: 1 }])
  })
})

describe('a visitor’s list of conversations', () => {
  it('tells the newest first, with the last words and what is unread', async () => {
    const { house, address, first } = await ended({ reopenMs: 0 })
    house.pass(HOUR)
    const { conversation: second } = await say(house, address, 'Something else')
    await reply(house.ports, anna, second, { cid: 'r1', text: 'Tell me.' })
    const unread = await listOwn(house.ports, address)
    expect(unread.items).toEqual([
      {
        ...{ id: second, current: true, ended: false, takesWords: true, unread: 1 },
        ...{ last: { text: 'Tell me.', from: 'agent' }, at: house.ports.now() }
      },
      {
        ...{ id: first, current: false, ended: true, takesWords: false, unread: 0 },
        ...{ last: { text: 'Where is my mug?', from: 'visitor' }, at: house.ports.now() - HOUR }
      }
    ])
    await markSeen(house.ports, { by: 'visitor', conversation: second, upTo: 9, status: 'read' })
    const read = await listOwn(house.ports, address)
    expect(read.items.map(item => item.unread)).toEqual([0, 0])
  })

  it('holds nothing of anybody else’s, and nothing in which nobody has spoken', async () => {
    const { house, first } = await ended()
    const other = await house.visit()
    expect((await listOwn(house.ports, other.address.id)).items).toEqual([])
    const viewer = { kind: 'visitor', address: other.address.id } as const
    for (const refused of [
      readThread(house.ports, viewer, { conversation: first }),
      enterConversation(house.ports, other.address.id, first)
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('never shows the words of a phone that has not agreed to it', async () => {
    const house = await openHouse()
    const { code, address, conversation } = await askOnTheSite(house)
    await house.text('wa', PHONE, `#${code}`)
    await house.text('wa', PHONE, 'Only for the phone')
    await close(house, conversation)
    await startConversation(house.ports, address)
    const { items } = await listOwn(house.ports, address)
    expect(items).toMatchObject([{ id: conversation, last: { text: 'Is the mug in stock?' } }])
    const viewer = { kind: 'visitor', address } as const
    const { entries } = await readThread(house.ports, viewer, { conversation })
    expect(JSON.stringify(entries)).not.toContain('Only for the phone')
  })
})

describe('going on in a former conversation', () => {
  it('is done by entering it: what is written from then on is said there', async () => {
    const { house, address, first } = await ended()
    await startConversation(house.ports, address)
    await enterConversation(house.ports, address, first)
    expect(await current(house, address)).toBe(first)
    expect(await say(house, address, 'Back again')).toMatchObject({ conversation: first })
    const links = await house.ports.store.links({ address })
    expect(links.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
  })

  it('is refused where it has ended for good', async () => {
    const { house, address, first } = await ended({ reopenMs: 0 })
    const { id } = await startConversation(house.ports, address)
    await expect(enterConversation(house.ports, address, first)).rejects.toMatchObject({
      code: 'conflict'
    })
    expect(await current(house, address)).toBe(id)
  })

  it('can be done back and forth', async () => {
    const { house, address, first } = await ended()
    const { id } = await startConversation(house.ports, address)
    await say(house, address, 'Hello')
    for (const to of [first, id, first, id]) {
      await enterConversation(house.ports, address, to)
      expect(await current(house, address)).toBe(to)
    }
    expect(await house.ports.store.links({ address })).toHaveLength(2)
  })
})

describe('a long list of a visitor’s conversations', () => {
  it('comes in pages, each conversation once, the one they are in first', async () => {
    const { house, address, first } = await ended({ reopenMs: 0 })
    for (let n = 1; n < 120; n++) {
      // Some at the same moment.
      if (n % 3 === 0) house.pass(1000)
      const { conversation } = await say(house, address, `Question ${n}`)
      await close(house, conversation)
    }
    await changeState(house.ports, anna, first, 'reopen')
    await enterConversation(house.ports, address, first)
    const pages: string[][] = []
    let cursor: string | undefined
    do {
      const page = await listOwn(house.ports, address, cursor)
      pages.push(page.items.map(({ id }) => id))
      cursor = page.next
    } while (cursor)
    const ids = pages.flat()
    expect([ids.length, new Set(ids).size]).toEqual([120, 120])
    expect(pages.map(page => page.length)).toEqual([51, 50, 19])
    expect(pages[0]).toContain(first)
  })

  it('takes no cursor of somebody’s own making', async () => {
    const { house, address } = await ended()
    for (const cursor of ['', 'x', '1', '1.', `1.${'x'.repeat(65)}`, "1.'"]) {
      const asking = listOwn(house.ports, address, cursor)
      await expect(asking).rejects.toMatchObject({ code: 'invalid', path: 'cursor' })
    }
  })
})
