import { describe, expect, it } from 'vitest'
import { offerHandoff } from '../../../relay/src/core/handoff/offer-handoff.ts'
import { undoLink } from '../../../relay/src/core/handoff/undo-link.ts'
import { markSeen } from '../../../relay/src/core/message/mark-seen.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { showTyping } from '../../../relay/src/core/message/show-typing.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'

const PHONE = 'phone:+46700000001'
const HOUR = 3_600_000

/** A visitor whose phone has gone on, on the accounts named, in that order. */
async function linked(house: House, ...accounts: string[]) {
  const { address, conversation } = await house.visit()
  await receiveFromVisitor(house.ports, address.id, { cid: 'c1', text: 'Hi' })
  for (const account of accounts) {
    const { draft } = await offerHandoff(
      house.ports,
      { by: 'visitor', address: address.id },
      account
    )
    await house.text(account, PHONE, draft, { providerId: `${account}-draft` })
    house.pass(1000)
  }
  return { address: address.id, conversation: conversation! }
}

const write = (house: House, account: string, providerId: string, more: object = {}) =>
  house.text(account, PHONE, `Text of ${providerId}`, { providerId, ...more })

const newestSeq = async (house: House, conversation: string) =>
  (await house.ports.store.conversation(conversation))!.seq

/** An agent reads everything there is. */
const read = async (house: House, conversation: string, upTo?: number) =>
  markSeen(house.ports, {
    by: 'agent',
    conversation,
    upTo: upTo ?? (await newestSeq(house, conversation)),
    status: 'read'
  })

/** What the networks were asked to show so far: `read wa m1`. */
const shown = (house: House, sign: 'read' | 'typing') =>
  house.changes.flatMap(change =>
    change.type === 'sign' && change.sign === sign ? `${change.account} ${change.providerId}` : []
  )

describe('the ticks of what somebody wrote on a phone', () => {
  it('say so once an agent has read the newest of it', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await write(house, 'wa', 'm1')
    await write(house, 'wa', 'm2')
    expect(shown(house, 'read')).toEqual([])
    await read(house, conversation)
    expect(shown(house, 'read')).toEqual(['wa m2'])
  })

  it('are told of each phone of the conversation', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms', 'wa')
    await read(house, conversation)
    expect(shown(house, 'read')).toEqual(['sms sms-draft', 'wa wa-draft'])
  })

  it('are not told again of the same message', async () => {
    const house = await openHouse()
    const { address, conversation } = await linked(house, 'wa')
    await read(house, conversation)
    await read(house, conversation)
    await reply(house.ports, anna, conversation, { cid: 'r', text: 'Hello' })
    await receiveFromVisitor(house.ports, address, { cid: 'c2', text: 'From the site' })
    await read(house, conversation)
    expect(shown(house, 'read')).toEqual(['wa wa-draft'])
  })

  it('wait while the newest message is still unread', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    const before = await newestSeq(house, conversation)
    await write(house, 'wa', 'm1')
    await read(house, conversation, before)
    expect(shown(house, 'read')).toEqual([])
    await read(house, conversation)
    expect(shown(house, 'read')).toEqual(['wa m1'])
  })

  it('do not wait for what is unread from elsewhere', async () => {
    const house = await openHouse()
    const { address, conversation } = await linked(house, 'wa')
    const before = await newestSeq(house, conversation)
    await receiveFromVisitor(house.ports, address, { cid: 'c2', text: 'From the site' })
    await read(house, conversation, before)
    expect(shown(house, 'read')).toEqual(['wa wa-draft'])
  })

  it('say so when an agent answers, which nobody does unread', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await reply(house.ports, anna, conversation, { cid: 'r', text: 'Hello' })
    expect(shown(house, 'read')).toEqual(['wa wa-draft'])
  })

  it('say nothing because an inbox has got it, or the visitor has read it', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    const upTo = await newestSeq(house, conversation)
    await markSeen(house.ports, { by: 'agent', conversation, upTo, status: 'delivered' })
    await markSeen(house.ports, { by: 'visitor', conversation, upTo, status: 'read' })
    expect(shown(house, 'read')).toEqual([])
  })

  it('follow a phone that was taken out of the conversation', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    const [phone] = (await house.ports.store.links({ conversation })).filter(
      ({ proof }) => proof === 'code'
    )
    await undoLink(house.ports, anna, phone!.id)
    await read(house, conversation)
    expect(shown(house, 'read')).toEqual([])
    const home = (await house.ports.store.currentLink(phone!.address))!
    await read(house, home.conversation)
    expect(shown(house, 'read')).toEqual(['wa wa-draft'])
  })

  it('go by the newest message, not by the one that came last', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await write(house, 'wa', 'm2')
    await write(house, 'wa', 'm1', { at: house.ports.now() - 5000 })
    await read(house, conversation)
    expect(shown(house, 'read')).toEqual(['wa m2'])
  })
})

describe('that an agent types', () => {
  it('shows on the phone that was used last, once the agent has read what stands there', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await showTyping(house.ports, conversation)
    expect(shown(house, 'typing')).toEqual([])
    await read(house, conversation)
    await showTyping(house.ports, conversation)
    expect(shown(house, 'typing')).toEqual(['wa wa-draft'])
    await write(house, 'wa', 'm1')
    house.pass(60_000)
    await showTyping(house.ports, conversation)
    expect(shown(house, 'typing')).toHaveLength(1)
  })

  it('is told at most every 15 seconds', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await read(house, conversation)
    for (let second = 0; second < 16; second++) {
      await showTyping(house.ports, conversation)
      house.pass(1000)
    }
    expect(shown(house, 'typing')).toEqual(['wa wa-draft', 'wa wa-draft'])
  })

  it('is not told where the network cannot show it', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa', 'sms')
    await read(house, conversation)
    await showTyping(house.ports, conversation)
    expect(shown(house, 'typing')).toEqual([])
  })

  it('is not told on the phone when the person wrote last on the site, or looks at it', async () => {
    const house = await openHouse()
    const { address, conversation } = await linked(house, 'wa')
    await house.text('wa', PHONE, 'x', { button: 'mirror:yes', providerId: 'yes' })
    await read(house, conversation)
    house.watch(conversation, [{ address, visible: true, since: house.ports.now() }])
    await showTyping(house.ports, conversation)
    house.watch(conversation, [])
    await receiveFromVisitor(house.ports, address, { cid: 'c2', text: 'From the site' })
    await read(house, conversation)
    await showTyping(house.ports, conversation)
    expect(shown(house, 'typing')).toEqual([])
  })

  it('is not told where no answer may go now', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await read(house, conversation)
    house.pass(25 * HOUR)
    await showTyping(house.ports, conversation)
    await showTyping(house.ports, 'nobody’s')
    expect(shown(house, 'typing')).toEqual([])
  })
})
