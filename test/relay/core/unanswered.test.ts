import { describe, expect, it } from 'vitest'
import type { Before } from '../../../relay/src/core/before/question.ts'
import { changeState } from '../../../relay/src/core/conversation/change-state.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'
import { call, open, proven, record } from './joining.ts'

const before: Before = {
  required: true,
  questions: [
    { id: 'name', type: 'text', required: true },
    { id: 'phone', type: 'tel', required: false },
    {
      ...{ id: 'about', type: 'choice', required: true },
      label: new Map([['en', 'What is it about?']]),
      choices: new Map([['en', ['An order', 'Something else']]])
    }
  ]
}
const answers = { name: 'Maja', about: 'An order' }

const say = (house: House, address: string, more: object = {}) =>
  receiveFromVisitor(house.ports, address, { cid: 'c', text: 'Hi', ...more })

/** Changes what the site asks. */
const ask = ({ ports }: House, asked: Before) => {
  const sites = ports.sites as Map<string, unknown>
  sites.set('shop', { ...ports.sites.get('shop'), before: asked })
}

describe('a first message without the answers a site must have', () => {
  it('is refused, and leaves nothing behind', async () => {
    const house = await openHouse({ before })
    const { address } = await house.visit()
    const refused = say(house, address.id, { traits: { name: 'Maja', about: 'Nonsense' } })
    await expect(refused).rejects.toMatchObject({
      code: 'unanswered',
      path: 'traits.about',
      message: expect.stringContaining('about (“What is it about?”)')
    })
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('name') })
    expect(await house.sees({ address: address.id })).toEqual([])

    await say(house, address.id, { traits: answers })
    expect(await house.sees({ address: address.id })).toEqual(['visitor web: Hi'])
    await say(house, address.id, { cid: 'd', text: 'Hello?' })
  })

  it('counts where the questions may be skipped, and where none is required', async () => {
    for (const asked of [
      { ...before, required: false },
      { ...before, questions: before.questions.map(one => ({ ...one, required: false })) }
    ]) {
      const house = await openHouse({ before: asked })
      const { address } = await house.visit()
      await say(house, address.id)
    }
  })

  it('counts when the page has told them, or a proved user’s token has', async () => {
    const house = await openHouse({ before })
    const { address } = await house.visit()
    await record(house, [call('identify', { traits: answers })], { address: address.id })
    await say(house, address.id)

    const user = await open(house, { user: proven('u1', { traits: answers }) })
    await say(house, user.address.id)
  })

  it('is refused also when somebody else has told them of the user they merely claim to be', async () => {
    const house = await openHouse({ before })
    const [first, second] = [await open(house), await open(house)]
    for (const [n, { address }] of [first, second].entries()) {
      const traits = n === 0 ? answers : {}
      const identify = call('identify', { userId: 'maja', anonymousId: `a${n}`, traits })
      await record(house, [identify], { address: address.id })
    }
    await expect(say(house, second.address.id)).rejects.toMatchObject({ code: 'unanswered' })
  })
})

describe('questions that are new', () => {
  it('stop nobody in the middle of a conversation, whoever began it', async () => {
    const house = await openHouse()
    const visits = [await house.visit(), await house.visit()]
    await say(house, visits[0]!.address.id)
    await reply(house.ports, anna, visits[1]!.conversation!, { cid: 'r', text: 'May I help?' })
    ask(house, before)
    for (const { address } of visits) await say(house, address.id, { cid: 'd' })
  })

  it('stop nobody who has talked before, in a conversation that is over', async () => {
    const house = await openHouse({ reopenMs: 0 })
    const { address, conversation } = await house.visit()
    await say(house, address.id)
    ask(house, before)
    await changeState(house.ports, anna, conversation!, 'close')
    const { conversation: next } = await say(house, address.id, { cid: 'd' })
    expect(next).not.toBe(conversation)
  })

  it('stop no phone', async () => {
    const house = await openHouse({ before })
    await house.text('wa', 'whatsapp:46700000001', 'Hi')
    const { items } = await house.ports.store.conversations({ sites: ['shop'], limit: 10 })
    expect(items).toHaveLength(1)
  })
})
