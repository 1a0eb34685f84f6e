import { describe, expect, it } from 'vitest'
import type { Before } from '../../../relay/src/core/before/question.ts'
import { questionsFor } from '../../../relay/src/core/before/questions-for.ts'
import { openSession } from '../../../relay/src/core/conversation/open-session.ts'
import { readPerson } from '../../../relay/src/core/identity/read-person.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'
import { call, open, proven, record } from './joining.ts'

const before: Before = {
  required: true,
  questions: [
    { id: 'name', type: 'text', required: true },
    { id: 'email', type: 'email', required: true },
    {
      ...{ id: 'about', type: 'choice', required: false },
      label: new Map([
        ['en', 'What is it about?'],
        ['sv', 'Vad gäller det?']
      ]),
      choices: new Map([
        ['en', ['An order', 'Something else']],
        ['sv', ['En beställning', 'Något annat']]
      ])
    },
    { id: 'terms', type: 'checkbox', required: true, label: new Map([['en', 'I agree']]) }
  ]
}

const asks = async (house: House, { address }: { address: { id: string } }, language = 'en') => {
  const site = house.ports.sites.get('shop')!
  const known = (await house.ports.store.address(address.id))!
  return questionsFor(house.ports.store, site, { address: known, language })
}
const asked = async (...of: Parameters<typeof asks>) =>
  (await asks(...of))?.fields.map(({ id }) => id)

const tell = (house: House, address: string, traits: Record<string, string | boolean>) =>
  receiveFromVisitor(house.ports, address, { cid: 'c', text: 'Hi', traits })

/** The same questions, which may be skipped. */
const skippable = { ...before, required: false }

const traitsOf = async (house: House, conversation: string) => {
  const { person } = (await house.ports.store.conversation(conversation))!
  return (await readPerson(house.ports, anna, person)).traits
}

describe('what is asked before the chat', () => {
  it('is nothing where the site asks nothing', async () => {
    const house = await openHouse()
    expect(await asks(house, await house.visit())).toBeUndefined()
  })

  it('is said in the visitor’s language, else in the site’s', async () => {
    const house = await openHouse({ before })
    const visit = await house.visit()
    const swedish = await asks(house, visit, 'sv-FI')
    expect(swedish).toEqual({
      required: true,
      fields: [
        { id: 'name', type: 'text', required: true },
        { id: 'email', type: 'email', required: true },
        {
          ...{ id: 'about', type: 'choice', label: 'Vad gäller det?' },
          choices: ['En beställning', 'Något annat']
        },
        { id: 'terms', type: 'checkbox', required: true, label: 'I agree' }
      ]
    })
    const finnish = await asks(house, visit, 'fi')
    expect(finnish!.fields[2]).toMatchObject({ label: 'What is it about?' })
  })

  it('is only what is not known yet', async () => {
    const house = await openHouse({ before: skippable })
    const visit = await house.visit()
    await tell(house, visit.address.id, { name: 'Maja', terms: true })
    expect(await asked(house, visit)).toEqual(['email', 'about'])
  })

  it('is not what a proved user’s token has said, nor what they told in another browser', async () => {
    const house = await openHouse({ before })
    const user = proven('u1', { traits: { firstName: 'Maja', email: 'maja@shop.example' } })
    const first = await open(house, { user })
    expect(await asked(house, first)).toEqual(['about', 'terms'])
    await tell(house, first.address.id, { terms: true })
    expect(await asked(house, await open(house, { user }))).toEqual(['about'])
  })

  it('is not what the page has told of this browser', async () => {
    const house = await openHouse({ before })
    const visit = await house.visit()
    const identify = call('identify', { traits: { email: 'maja@shop.example' } })
    await record(house, [identify], { address: visit.address.id })
    expect(await asked(house, visit)).toEqual(['name', 'about', 'terms'])
  })

  it('tells nobody what is known of a user they merely claim to be', async () => {
    const house = await openHouse({ before })
    const [first, second] = [await open(house), await open(house)]
    for (const [n, { address }] of [first, second].entries()) {
      const traits = n === 0 ? { email: 'maja@shop.example' } : {}
      const identify = call('identify', { userId: 'maja', anonymousId: `a${n}`, traits })
      await record(house, [identify], { address: address.id })
    }
    expect(await asked(house, second)).toContain('email')
  })
})

describe('what a visitor answers before the chat', () => {
  it('comes with their first message, unproved, and is shown to the agent', async () => {
    const house = await openHouse({ before })
    const { address, conversation } = await house.visit()
    await tell(house, address.id, {
      ...{ name: ' Maja ', email: 'maja@shop.example', about: 'En beställning', terms: true }
    })
    expect(await traitsOf(house, conversation!)).toEqual({
      ...{ name: 'Maja', email: 'maja@shop.example', about: 'En beställning', terms: true }
    })
    const { person } = (await house.ports.store.conversation(conversation!))!
    const kept = (await house.ports.store.person(person))!
    expect(kept).toMatchObject({ name: 'Maja', nameRank: 1 })
    expect(Object.values(kept.marks).some(([, signed]) => signed)).toBe(false)
    expect(house.changes).toContainEqual(expect.objectContaining({ type: 'person' }))
  })

  it('leaves out what was not asked, and what is no answer; the message counts all the same', async () => {
    const house = await openHouse({ before: skippable })
    const { address, conversation } = await house.visit()
    await tell(house, address.id, {
      ...{ plan: 'gold', email: 'no address', about: 'Nonsense', terms: false, name: true },
      ...JSON.parse('{"__proto__":"x"}')
    })
    expect(await traitsOf(house, conversation!)).toEqual({})
    expect(await house.sees({ address: address.id })).toEqual(['visitor web: Hi'])
  })

  it('changes nothing the site has signed', async () => {
    const house = await openHouse({ before: skippable })
    const user = proven('u1', { traits: { email: 'maja@shop.example' } })
    const { address, conversation } = await open(house, { user })
    await tell(house, address.id, { email: 'other@x.example' })
    expect(await traitsOf(house, conversation!)).toMatchObject({ email: 'maja@shop.example' })
  })

  it('is forgotten by nobody who comes back with their secret', async () => {
    const house = await openHouse({ before })
    const { address, visitor, secret = '' } = await house.visit()
    await tell(house, address.id, { name: 'Maja', email: 'm@x.se', terms: true })
    const site = house.ports.sites.get('shop')!
    const again = await openSession(house.ports, { site, visitor, secret })
    expect(await asked(house, again)).toEqual(['about'])
  })
})
