import { describe, expect, it } from 'vitest'
import { openSession } from '../../../relay/src/core/conversation/open-session.ts'
import { resume } from '../../../relay/src/core/conversation/resume.ts'
import { markSeen } from '../../../relay/src/core/message/mark-seen.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { anna, openHouse } from '../../doubles/house.ts'

describe('a visitor’s session', () => {
  it('goes on for whoever brings the visitor’s secret, and begins anew for anybody else', async () => {
    const house = await openHouse()
    const site = house.ports.sites.get('shop')!
    const { visitor, secret, conversation } = await house.visit()
    const again = await openSession(house.ports, { site, visitor, secret })
    expect(again).toMatchObject({ visitor, conversation })
    expect(again.secret).toBeUndefined()
    const guess = await openSession(house.ports, { site, visitor, secret: 'wrong' })
    expect(guess.visitor).not.toBe(visitor)
    const bare = await openSession(house.ports, { site, visitor })
    expect(bare.visitor).not.toBe(visitor)
  })

  it('is of one site: the same secret says nothing on another', async () => {
    const house = await openHouse()
    const { visitor, secret } = await house.visit()
    const other = { ...house.ports.sites.get('shop')!, key: 'other' }
    const opened = await openSession(house.ports, { site: other, visitor, secret })
    expect(opened.visitor).not.toBe(visitor)
  })

  it('takes no language that is none, which would be stumbled over when a phone is spoken to', async () => {
    const house = await openHouse()
    const site = house.ports.sites.get('shop')!
    const { address } = await openSession(house.ports, { site, language: 'en-US@posix' })
    expect(address.language).toBeNull()
    const swedish = await openSession(house.ports, { site, language: 'sv-se' })
    expect(swedish.address.language).toBe('sv-SE')
  })

  it('shows in the inbox only once the visitor has said something', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const list = () => house.ports.store.conversations({ sites: ['shop'], limit: 10 })
    expect((await list()).items).toEqual([])
    await receiveFromVisitor(house.ports, address.id, { cid: 'c', text: 'Hi' })
    expect((await list()).items).toHaveLength(1)
  })
})

describe('a visitor’s message', () => {
  it('is one message however often the page sends it, also at the same time', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const send = () => receiveFromVisitor(house.ports, address.id, { cid: 'c', text: 'Hi' })
    const sent = await Promise.all([send(), send(), send()])
    expect(new Set(sent.map(({ seq }) => seq))).toEqual(new Set([1]))
    expect(await house.sees({ address: address.id })).toEqual(['visitor web: Hi'])
  })

  it('may not use a cid for something else', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    await receiveFromVisitor(house.ports, address.id, { cid: 'c', text: 'Hi' })
    await expect(
      receiveFromVisitor(house.ports, address.id, { cid: 'c', text: 'Ho' })
    ).rejects.toMatchObject({ code: 'conflict', path: 'cid' })
  })

  it('opens a closed conversation again', async () => {
    const house = await openHouse()
    const { address, conversation } = await house.visit()
    await receiveFromVisitor(house.ports, address.id, { cid: 'a', text: 'Hi' })
    await house.ports.store.transaction(tx =>
      tx.changeConversation(conversation!, { state: 'closed' })
    )
    await receiveFromVisitor(house.ports, address.id, { cid: 'b', text: 'One more thing' })
    expect((await house.ports.store.conversation(conversation!))!.state).toBe('waiting')
  })
})

describe('coming back to a thread', () => {
  it('replays what was missed, and nothing when nothing was', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    for (const cid of ['a', 'b', 'c']) {
      await receiveFromVisitor(house.ports, address.id, { cid, text: cid })
    }
    const { seq, replay } = await resume(house.ports, address.id, { since: 1 })
    expect(seq).toBe(3)
    expect(replay).toMatchObject([{ seq: 2 }, { seq: 3 }])
    expect((await resume(house.ports, address.id, { since: 3 })).replay).toEqual([])
  })

  it('says reset rather than leave a gap: too much missed, ahead of the thread, or counted elsewhere', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    for (let n = 0; n < 101; n++) {
      await receiveFromVisitor(house.ports, address.id, { cid: `c${n}`, text: 'x' })
    }
    expect((await resume(house.ports, address.id, { since: 0 })).replay).toBe('reset')
    expect((await resume(house.ports, address.id, { since: 200 })).replay).toBe('reset')
    const elsewhere = { conversation: 'another', since: 100 }
    expect((await resume(house.ports, address.id, elsewhere)).replay).toBe('reset')
  })
})

describe('having seen something', () => {
  it('is news once, and never goes back or beyond the thread', async () => {
    const house = await openHouse()
    const { address, conversation } = await house.visit()
    await receiveFromVisitor(house.ports, address.id, { cid: 'a', text: 'Hi' })
    const see = (upTo: number, status: 'delivered' | 'read') =>
      markSeen(house.ports, { by: 'agent', conversation: conversation!, upTo, status })
    await see(99, 'delivered')
    await see(1, 'read')
    await see(1, 'read')
    await see(1, 'delivered')
    expect(await house.sees({ agent: anna, conversation: conversation! })).toEqual([
      'visitor web: Hi',
      'agent delivered 1',
      'agent read 1'
    ])
  })
})
