import { describe, expect, it } from 'vitest'
import type { PhoneMessage } from '../../../relay/src/core/arrival.ts'
import { offerHandoff } from '../../../relay/src/core/offer-handoff.ts'
import { openHandoff } from '../../../relay/src/core/open-handoff.ts'
import { openSession } from '../../../relay/src/core/open-session.ts'
import { receiveFromNetwork } from '../../../relay/src/core/receive-from-network.ts'
import { receiveFromVisitor } from '../../../relay/src/core/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/reply.ts'
import { sendReturnLink } from '../../../relay/src/core/return-link.ts'
import { stopMirror } from '../../../relay/src/core/set-mirror.ts'
import { tidy } from '../../../relay/src/core/tidy.ts'
import { undoLink } from '../../../relay/src/core/undo-link.ts'
import { anna, type House, openHouse, stranger } from '../../doubles/house.ts'

const PHONE = 'phone:+46700000001'

/** A visitor who has asked something, and the code they are shown. */
async function askOnTheSite(house: House, account = 'wa') {
  const { address, conversation, ...session } = await house.visit()
  await receiveFromVisitor(house.ports, address.id, { cid: 'c1', text: 'Is the mug in stock?' })
  const offer = await offerHandoff(house.ports, { by: 'visitor', address: address.id }, account)
  return { ...offer, ...session, address: address.id, conversation: conversation! }
}

const currentLink = async (house: House, account: string, name: string) => {
  const address = await house.ports.store.addressByName(account, [name])
  return (await house.ports.store.currentLink(address!.id))!
}

describe('going on elsewhere', () => {
  it('links the phone that sends the code, and takes the code out of what agents see', async () => {
    const house = await openHouse()
    const { conversation, draft, code } = await askOnTheSite(house)
    expect(draft).toBe(`Continue my chat from shop.example #${code}`)
    await house.text('wa', PHONE, draft)
    expect(await house.sees({ agent: anna, conversation })).toEqual([
      'visitor web: Is the mug in stock?',
      'handoff whatsapp offered',
      'handoff whatsapp linked',
      'link whatsapp linked +46 •••• 0001',
      'visitor whatsapp: Continue my chat from shop.example',
      expect.stringContaining('system whatsapp: You are now chatting with Norrsken here.')
    ])
  })

  it('names the site, the time and how to refuse on the phone, and asks whether to show it on the site', async () => {
    const house = await openHouse()
    const { draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    const [answer] = await house.flush()
    expect(answer!.text).toMatch(/Norrsken.*Nov 21, 2026.*12:00.*site too\?.*NOT ME/s)
    expect(answer!.buttons).toEqual(['mirror:yes', 'mirror:no', 'link:refuse'])
  })

  it('says opened when the link was followed, and never more than that', async () => {
    const house = await openHouse()
    const { address, id } = await askOnTheSite(house)
    await openHandoff(house.ports, address, id)
    await openHandoff(house.ports, address, id)
    const seen = await house.sees({ address })
    expect(seen.filter(line => line.startsWith('handoff'))).toEqual([
      'handoff whatsapp offered',
      'handoff whatsapp opened'
    ])
  })

  it.each([
    ['small letters', (code: string) => `hello ${code.toLowerCase()}`],
    ['spaces for the hyphen', (code: string) => `#${code.replace('-', ' ')} hi`],
    ['spaces everywhere', (code: string) => [...code.replace('-', '')].join(' ')],
    ['O for 0 and l for 1', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')]
  ])('reads a code written with %s', async (_, write) => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    await house.text('wa', PHONE, write(code))
    expect(await house.sees({ agent: anna, conversation })).toContain('handoff whatsapp linked')
  })

  it('makes a new conversation of a message without its code, asks for it once, and takes both along when it comes', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    await house.text('wa', PHONE, 'Continue my chat from shop.example')
    await house.text('wa', PHONE, 'Anyone?')
    const asked = await house.flush()
    expect(asked).toHaveLength(1)
    expect(asked[0]!.text).toContain('Send the code shown there')
    expect(await house.sees({ agent: anna, conversation })).not.toContain(
      'visitor whatsapp: Anyone?'
    )

    await house.text('wa', PHONE, code)
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.filter(line => line === 'visitor whatsapp: Anyone?')).toHaveLength(1)
    const listed = await house.ports.store.conversations({ sites: ['shop'], limit: 10 })
    expect(listed.items.map(({ id }) => id)).toEqual([conversation])
  })

  it('never links by a phone number that looks the same on another account', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('sms', PHONE, 'Hello from the same number')
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.some(line => line.includes('same number'))).toBe(false)
  })

  it('takes a code once, tells a second phone that it is used, and gives that phone a thread of its own', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    await house.text('wa', PHONE, code)
    await house.flush()
    await house.text('wa', 'phone:+46700000002', `#${code} me too`)
    const [answer] = await house.flush()
    expect(answer).toMatchObject({ to: ['phone:+46700000002'] })
    expect(answer!.text).toContain('has been used already')
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.some(line => line.includes('me too'))).toBe(false)
  })

  it('takes a code that was sent to another of the company’s numbers', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house, 'wa')
    await house.text('sms', PHONE, code)
    expect(await house.sees({ agent: anna, conversation })).toContain(
      'link sms linked +46 •••• 0001'
    )
  })

  it('takes the title of a button for the button where a network has none', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house, 'sms')
    await house.text('sms', PHONE, draft)
    const [answer] = await house.flush()
    expect(answer!.text).toContain('Reply with: Yes, show it / No, keep it here / Not my chat')
    await house.text('sms', PHONE, 'yes, show it')
    expect(await house.sees({ address })).toContain('mirror sms on by phone')
  })

  it('takes the same webhook twice as one message', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft, { providerId: 'same' })
    await house.text('wa', PHONE, draft, { providerId: 'same' })
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.filter(line => line.startsWith('visitor whatsapp'))).toHaveLength(1)
  })

  it('refuses a code after a day, and says where to get a new one', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    house.pass(24 * 3_600_000 + 1)
    await tidy(house.ports)
    await house.text('wa', PHONE, `#${code}`)
    const [answer] = await house.flush()
    expect(answer!.text).toContain('no longer valid')
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen).toContain('handoff whatsapp expired')
    expect(seen).not.toContain('handoff whatsapp linked')
  })

  it('stops listening to a phone that keeps guessing', async () => {
    const house = await openHouse()
    const { code } = await askOnTheSite(house)
    for (let n = 0; n < 10; n++) await house.text('wa', PHONE, `#AAAA-000${n}`)
    await house.text('wa', PHONE, `#${code}`)
    const sent = await house.flush()
    expect(sent.at(-1)!.text).toContain('too many codes')
  })

  it('links a person the network names without a phone number', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', 'whatsapp:SE.123', draft)
    await reply(house.ports, anna, conversation, { cid: 'r1', text: 'Yes, two left.' })
    expect((await house.flush()).at(-1)).toMatchObject({
      to: ['whatsapp:SE.123'],
      text: 'Yes, two left.'
    })
  })
})

describe('what shows on the site', () => {
  it('keeps the phone hidden until the phone has agreed, and shows it then', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    expect((await house.sees({ address })).filter(line => line === 'hidden')).toHaveLength(2)
    await house.text('wa', PHONE, 'Yes, show it', { button: 'mirror:yes' })
    const seen = await house.sees({ address })
    expect(seen).not.toContain('hidden')
    expect(seen).toContain('mirror whatsapp on by phone')
    expect(seen).toContain('visitor whatsapp: Continue my chat from shop.example')
  })

  it('takes a yes as an answer only when it comes first', async () => {
    const house = await openHouse()
    const { address, conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'Do you gift wrap?')
    await reply(house.ports, anna, conversation, { cid: 'r1', text: 'Shall we?' })
    await house.text('wa', PHONE, 'Yes')
    expect(await house.sees({ address })).toContain('hidden')
    expect(await house.sees({ agent: anna, conversation })).toContain('visitor whatsapp: Yes')
  })

  it('stops showing when the visitor says so', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    await stopMirror(house.ports, address, (await currentLink(house, 'wa', PHONE)).id)
    expect(await house.sees({ address })).toContain('hidden')
    expect(house.changes).toContainEqual(expect.objectContaining({ type: 'visibility' }))
  })

  it('stops by itself when the web session has been idle', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    house.pass(29 * 60_000)
    await tidy(house.ports)
    expect(await house.sees({ address })).not.toContain('mirror whatsapp off by idle')
    house.pass(2 * 60_000)
    await tidy(house.ports)
    expect(await house.sees({ address })).toContain('mirror whatsapp off by idle')
  })

  it('always shows where the site says always, and never asks where it says never', async () => {
    const always = await openHouse({ mirror: 'always' })
    const shown = await askOnTheSite(always)
    await always.text('wa', PHONE, shown.draft)
    expect(await always.sees({ address: shown.address })).not.toContain('hidden')

    const never = await openHouse({ mirror: 'never' })
    const kept = await askOnTheSite(never)
    await never.text('wa', PHONE, kept.draft)
    expect((await never.flush())[0]!.buttons).toEqual(['link:refuse'])
    await never.text('wa', PHONE, 'x', { button: 'mirror:yes' })
    expect(await never.sees({ address: kept.address })).toContain('hidden')
  })

  it('does not show an older history of that phone', async () => {
    const house = await openHouse({ mirror: 'always' })
    await house.text('wa', PHONE, 'My knee hurts')
    house.pass(1000)
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    expect((await house.sees({ address })).join()).not.toContain('knee')
  })
})

describe('undoing a link', () => {
  it('lets the phone refuse, and gives each side its own history back', async () => {
    const house = await openHouse()
    const { address, conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    await house.text('wa', PHONE, 'My secret')
    await house.text('wa', PHONE, 'NOT ME')
    const site = await house.sees({ address })
    expect(site).toContain('link whatsapp refused +46 •••• 0001')
    expect(site.join()).not.toContain('secret')
    expect((await house.sees({ agent: anna, conversation })).join()).not.toContain('secret')

    const home = (await currentLink(house, 'wa', PHONE)).conversation
    expect(home).not.toBe(conversation)
    expect(await house.sees({ agent: anna, conversation: home })).toContain(
      'visitor whatsapp: My secret'
    )
    await house.text('wa', PHONE, 'Still here')
    expect(await house.sees({ agent: anna, conversation: home })).toContain(
      'visitor whatsapp: Still here'
    )
  })

  it('takes along the name that came with the phone', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    const nameNow = async () => {
      const { person } = (await house.ports.store.conversation(conversation))!
      return (await house.ports.store.person(person))!.name
    }
    await house.text('wa', PHONE, draft, { name: 'Maja' })
    expect(await nameNow()).toBe('Maja')
    await house.text('wa', PHONE, 'NOT ME', { name: 'Maja' })
    expect(await nameNow()).toBeNull()
  })

  it('lets an agent undo it, back to the conversation the phone had before', async () => {
    const house = await openHouse()
    await house.text('wa', PHONE, 'Long ago')
    const before = (await currentLink(house, 'wa', PHONE)).conversation
    house.pass(1000)
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    const link = await currentLink(house, 'wa', PHONE)
    await undoLink(house.ports, anna, link.id)
    await undoLink(house.ports, anna, link.id)
    expect((await currentLink(house, 'wa', PHONE)).conversation).toBe(before)
    const home = await house.sees({ agent: anna, conversation: before })
    expect(home).toContain('visitor whatsapp: Long ago')
    expect(home.filter(line => line.includes('Continue my chat'))).toHaveLength(1)
    expect(await house.sees({ agent: anna, conversation })).toContain(
      'link whatsapp undone +46 •••• 0001'
    )
  })

  it('is refused for another site’s agent, as if it were not there', async () => {
    const house = await openHouse()
    const { draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    const link = await currentLink(house, 'wa', PHONE)
    await expect(undoLink(house.ports, stranger, link.id)).rejects.toMatchObject({
      code: 'not_found'
    })
  })
})

describe('coming back to the site', () => {
  const tokenIn = (text: string) => /#segue=(\S+)/.exec(text)![1]!

  async function linkedPhone(house: House) {
    const asked = await askOnTheSite(house)
    await house.text('wa', PHONE, asked.draft)
    await house.text('wa', PHONE, 'LINK')
    const sent = await house.flush()
    return { ...asked, url: sent.at(-1)!.text, token: tokenIn(sent.at(-1)!.text) }
  }

  it('sends a link to the page the chat began on, which the thread does not show', async () => {
    const house = await openHouse()
    const { conversation, url, token } = await linkedPhone(house)
    expect(url).toContain('https://shop.example/mug#segue=')
    expect((await house.sees({ agent: anna, conversation })).join()).not.toContain(token)
  })

  it('makes nobody wait for an agent: the relay answers that by itself', async () => {
    const house = await openHouse()
    const { conversation } = await askOnTheSite(house)
    await reply(house.ports, anna, conversation, { cid: 'r', text: 'Yes' })
    const { draft } = await offerHandoff(
      house.ports,
      { by: 'agent', agent: anna, conversation },
      'wa'
    )
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    await house.text('wa', PHONE, 'LINK')
    expect(await house.ports.store.conversation(conversation)).toMatchObject({
      state: 'open',
      waitingSince: null
    })
  })

  it('shows everything in the session that made the code', async () => {
    const house = await openHouse()
    const { visitor, secret, address, token } = await linkedPhone(house)
    const site = house.ports.sites.get('shop')!
    const back = await openSession(house.ports, { site, visitor, secret, returnToken: token })
    expect(back.returned).toBe(true)
    const seen = await house.sees({ address })
    expect(seen).not.toContain('hidden')
    expect(seen).toContain('mirror whatsapp on by return')
  })

  it('opens the whole thread in another browser, once', async () => {
    const house = await openHouse()
    const { conversation, token } = await linkedPhone(house)
    const site = house.ports.sites.get('shop')!
    const other = await openSession(house.ports, { site, returnToken: token })
    expect(other).toMatchObject({ returned: true, conversation })
    expect(await house.sees({ address: other.address.id })).not.toContain('hidden')
    const again = await openSession(house.ports, { site, returnToken: token })
    expect(again.returned).toBe(false)
    expect(again.conversation).not.toBe(conversation)
  })

  it('is too late after a quarter of an hour', async () => {
    const house = await openHouse()
    const { token } = await linkedPhone(house)
    house.pass(15 * 60_000 + 1)
    const site = house.ports.sites.get('shop')!
    expect((await openSession(house.ports, { site, returnToken: token })).returned).toBe(false)
  })

  it('takes the sites it opened along when the phone leaves', async () => {
    const house = await openHouse()
    const { conversation, token } = await linkedPhone(house)
    const site = house.ports.sites.get('shop')!
    const other = await openSession(house.ports, { site, returnToken: token })
    await house.text('wa', PHONE, 'NOT ME')
    expect((await house.sees({ address: other.address.id })).join()).not.toContain('mug')
    expect((await currentLink(house, 'wa', PHONE)).conversation).not.toBe(conversation)
  })

  it('lets an agent send it', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await expect(sendReturnLink(house.ports, anna, conversation)).rejects.toMatchObject({
      code: 'undeliverable'
    })
    await house.text('wa', PHONE, draft)
    await sendReturnLink(house.ports, anna, conversation)
    expect((await house.flush()).at(-1)!.text).toContain('#segue=')
  })
})

describe('order of arrival', () => {
  it('does not matter for the same batch twice, in another order', async () => {
    const house = await openHouse()
    const message = (providerId: string, text: string): PhoneMessage => ({
      type: 'message',
      providerId,
      from: [PHONE],
      text,
      files: [],
      at: house.ports.now()
    })
    const account = house.ports.accounts.get('wa')!
    await receiveFromNetwork(house.ports, account, [message('a', 'one'), message('b', 'two')])
    await receiveFromNetwork(house.ports, account, [message('b', 'two'), message('a', 'one')])
    const { conversation } = await currentLink(house, 'wa', PHONE)
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.filter(line => line.startsWith('visitor'))).toEqual([
      'visitor whatsapp: one',
      'visitor whatsapp: two'
    ])
  })
})
