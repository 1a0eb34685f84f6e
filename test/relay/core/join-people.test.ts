import { describe, expect, it } from 'vitest'
import { summarize } from '../../../relay/src/core/conversation/summarize.ts'
import { readPerson } from '../../../relay/src/core/identity/read-person.ts'
import { redoJoin, undoJoin } from '../../../relay/src/core/identity/undo-join.ts'
import { anna, type House, openHouse, stranger } from '../../doubles/house.ts'
import { call, did, open, personOf, proven, record, say } from './joining.ts'

const seen = (event: string, more: object = {}) => call('track', { event, ...more })

/** A visitor who has said something, under the anonymous id of the calls. */
async function chat(house: House, text = 'Hi') {
  const session = await house.visit()
  await say(house, session.address.id, text)
  return { ...session, address: session.address.id, conversation: session.conversation! }
}

describe('an anonymous visitor who says who they are', () => {
  it('takes along what they did before, wherever they did it', async () => {
    const house = await openHouse()
    await record(house, [seen('Before')])
    await record(house, [call('identify', { userId: '42', traits: { name: 'Maja' } })])
    await record(house, [seen('After', { userId: '42' })])
    const { address, conversation } = await chat(house)
    await record(house, [seen('With the chat')], { address })
    const person = await personOf(house, conversation)
    expect(person).toMatchObject({ name: 'Maja', user: { id: '42', proved: false } })
    expect(await did(house, person.id)).toEqual(['Before', 'identify', 'After', 'With the chat'])
  })

  it('is the same person in the inbox’s list, by whatever the list is asked', async () => {
    const house = await openHouse()
    const { address, conversation } = await chat(house)
    await record(house, [call('identify', { userId: '42', traits: { name: 'Maja' } })], { address })
    const { store } = house.ports
    const { items } = await store.conversations({ sites: ['shop'], search: 'maja', limit: 9 })
    expect(items).toHaveLength(1)
    const { id } = await personOf(house, conversation)
    const summary = await summarize(house.ports, items[0]!)
    expect(summary).toMatchObject({ person: id, name: 'Maja', user: { id: '42', proved: false } })
    // A person one knew by another id is still to be found by it.
    expect((await readPerson(house.ports, anna, items[0]!.person)).id).toBe(id)
  })

  it('does not become thousands of others by an id that is none', async () => {
    const house = await openHouse()
    const { address, conversation } = await chat(house)
    await record(house, [call('identify', { userId: 'undefined' })], { address })
    expect((await personOf(house, conversation)).user).toBeUndefined()
  })

  it('gives no browser a proof by an anonymous id that it merely knows', async () => {
    const house = await openHouse()
    await record(house, [call('identify', { userId: '42' })], { user: proven('42') })
    const thief = await chat(house)
    await record(house, [seen('Mine now')], { address: thief.address })
    expect((await personOf(house, thief.conversation)).user).toBeUndefined()
  })

  it('of calls that were still waiting when another signed in, joins only the browser’s own', async () => {
    const house = await openHouse()
    const { address, conversation } = await chat(house)
    const waiting = call('identify', { anonymousId: 'former', userId: 'former' })
    await record(house, [waiting, seen('Mine')], { address, anonymousId: 'a1' })
    const person = await personOf(house, conversation)
    expect(person.user).toBeUndefined()
    expect(await did(house, person.id)).toEqual(['Mine'])
  })
})

describe('traits', () => {
  it('are those of everything that is theirs: the latest, and before all what the site signed', async () => {
    const house = await openHouse()
    const at = (seconds: number) => new Date(house.ports.now() - seconds * 1000).toISOString()
    const told = (traits: object, timestamp: string) =>
      call('identify', { userId: '42', traits, timestamp })
    // In the wrong order.
    await record(house, [told({ plan: 'page', city: 'new' }, at(1))], { user: proven('42') })
    await record(house, [told({ plan: 'older', city: 'old', age: 7 }, at(9))], {
      user: proven('42')
    })
    await record(house, [told({ plan: 'server' }, at(20))], { trusted: true })
    const [user] = await house.ports.store.peopleOf('shop', ['user:42'])
    const { traits } = await readPerson(house.ports, anna, user!.id)
    expect(traits).toEqual({ plan: 'server', city: 'new', age: 7 })
  })

  it('of a signed token come with the session', async () => {
    const house = await openHouse()
    const user = proven('42', { traits: { name: 'Maja Ek', plan: 'gold' } })
    const { address, conversation } = await open(house, { user })
    await say(house, address.id, 'Hi')
    const person = await personOf(house, conversation!)
    expect(person).toMatchObject({ name: 'Maja Ek', user: { id: '42', proved: true } })
    expect(person.traits).toMatchObject({ plan: 'gold' })
  })
})

describe('undoing a join', () => {
  async function joined() {
    const house = await openHouse()
    const { address, conversation } = await chat(house)
    await record(house, [seen('Mine')], { address })
    await record(house, [call('identify', { userId: '42', anonymousId: 'other' })])
    await record(house, [seen('Theirs', { userId: '42', anonymousId: 'other' })])
    const before = await personOf(house, conversation)
    await record(house, [call('identify', { userId: '42', traits: { name: 'Maja' } })], { address })
    const person = await personOf(house, conversation)
    return { house, address, conversation, before, person }
  }

  it('gives each side exactly its own history back, and the same again when it is done again', async () => {
    const { house, before, conversation, person } = await joined()
    const all = ['Mine', 'identify', 'Theirs', 'identify']
    expect((await did(house, person.id)).toSorted()).toEqual(all.toSorted())
    const mine = person.joins.filter(({ user, of }) => user && of !== 'other')
    expect(mine.map(({ kind }) => kind).sort()).toEqual(['anon', 'visitor'])

    for (const { id } of mine) await undoJoin(house.ports, anna, id)
    const after = await personOf(house, conversation)
    expect(after.id).toBe(before.id)
    expect(after).toMatchObject({ name: before.name, traits: before.traits })
    expect(await did(house, after.id)).toEqual(['Mine'])
    expect(await did(house, person.id)).toEqual(['identify', 'Theirs', 'identify'])
    expect(after.joins.filter(({ endedBy }) => endedBy?.name === 'Anna')).toHaveLength(2)

    for (const { id } of mine) await redoJoin(house.ports, anna, id)
    expect(await personOf(house, conversation)).toEqual(person)
  })

  it('lasts, whatever the page goes on to say', async () => {
    const { house, address, before, conversation, person } = await joined()
    for (const { id, user } of person.joins) if (user) await undoJoin(house.ports, anna, id)
    await record(house, [call('identify', { userId: '42' })], { address })
    expect((await personOf(house, conversation)).id).toBe(before.id)
  })

  it('is told to the inboxes that look at either side', async () => {
    const { house, before, conversation, person } = await joined()
    house.changes.length = 0
    for (const { id, user } of person.joins) if (user) await undoJoin(house.ports, anna, id)
    const told = house.changes.filter(({ type }) => type === 'person')
    expect(told).toContainEqual({
      type: 'person',
      people: [person.id, before.id],
      conversations: [conversation]
    })
  })

  it('is for agents of the site', async () => {
    const { house, person } = await joined()
    const undoing = undoJoin(house.ports, stranger, person.joins[0]!.id)
    await expect(undoing).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of an alias makes two claims two again', async () => {
    const house = await openHouse()
    await record(house, [seen('As old', { userId: 'old' }), seen('As new', { userId: 'new' })])
    await record(house, [call('alias', { userId: 'new', previousId: 'old' })])
    const [user] = await house.ports.store.peopleOf('shop', ['claim:new'])
    const person = await readPerson(house.ports, anna, user!.id)
    expect(await did(house, person.id)).toEqual(['As old', 'As new', 'alias'])
    await undoJoin(house.ports, anna, person.joins[0]!.id)
    expect(await did(house, user!.id)).toEqual(['As new', 'alias'])
  })
})
