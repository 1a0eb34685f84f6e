import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../relay/src/core/channel.ts'
import { openSession } from '../../../relay/src/core/conversation/open-session.ts'
import { editMessage } from '../../../relay/src/core/message/edit-message.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import {
  requestTranscript,
  sendTranscriptTo
} from '../../../relay/src/core/transcript/request-transcript.ts'
import type { Transcript } from '../../../relay/src/core/transcript/transcript.ts'
import { anna, openHouse, stranger } from '../../doubles/house.ts'
import { HOUR, linked, PHONE, say } from './answering.ts'
import { ENDED, openMailingHouse, reason } from './open-mailing-house.ts'

const linesOf = (transcript: Transcript | undefined) =>
  transcript?.lines.map(({ from, text, network }) =>
    [from, text, network].filter(Boolean).join(' ')
  )

describe('a conversation by mail', () => {
  it('goes to the address the visitor typed, from the site, with a link that opens nothing', async () => {
    const { ports, talk, ask, run, sent } = await openMailingHouse()
    const { address } = await talk()
    await requestTranscript(ports, address, {
      email: ' Maja@POST.example ',
      timeZone: 'europe/stockholm'
    })
    await run()
    expect(sent[0]).toMatchObject({
      ...{ to: 'Maja@post.example', from: 'chat@shop.example', look: { name: 'Norrsken' } },
      ...{ page: 'https://shop.example/mug', language: 'en', timeZone: 'Europe/Stockholm' }
    })
    expect(linesOf(sent[0])).toEqual(['visitor Hi', 'agent Hello'])
    await ask(address)
    await run()
    expect(sent[1]).toMatchObject({ timeZone: 'Asia/Tokyo' })
    expect(sent[1]?.id).not.toBe(sent[0]?.id)
  })

  it('is offered by those sites alone that mail', async () => {
    const house = await openHouse()
    const { address } = await house.visit()
    const asking = requestTranscript(house.ports, address.id, { email: 'maja@post.example' })
    await expect(asking).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not sent before somebody has answered', async () => {
    const { house, ports, ask } = await openMailingHouse().then(all => ({ house: all, ...all }))
    const { address } = await house.visit()
    await receiveFromVisitor(ports, address.id, { cid: 'c', text: 'Buy cheap mugs' })
    await expect(ask(address.id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it.each([
    'maja',
    'maja@localhost',
    'maja@post.example\r\nBcc: all@evil.test',
    'a@b.example, c@d.example',
    'Maja <maja@post.example>',
    '"x y"@post.example',
    'maja@post..example',
    `${'a'.repeat(65)}@post.example`
  ])('takes no %j for an address', async email => {
    const { talk, ask } = await openMailingHouse()
    const { address } = await talk()
    await expect(ask(address, email)).rejects.toMatchObject({ code: 'invalid', path: 'email' })
  })

  it('holds what the visitor may see, and not what was said on a phone that shows nothing', async () => {
    const house = await openMailingHouse()
    const { address } = await linked(house, 'wa')
    await house.text('wa', PHONE, 'My secret')
    const { link } = (await house.ports.store.currentConversation(address))!
    await say(house, link.conversation, { text: 'On the phone' })
    await say(house, link.conversation, { to: 'web', text: 'On the site' })
    await house.ask(address)
    await sendTranscriptTo(house.ports, anna, link.conversation, { email: 'kim@post.example' })
    await house.run()
    for (const mail of house.sent)
      expect(linesOf(mail)).toEqual(['visitor Hi', 'agent On the site'])
    await house.text('wa', PHONE, 'Yes, show it', { button: 'mirror:yes' })
    await house.ask(address)
    await house.run()
    expect(linesOf(house.sent[2])).toContain('visitor My secret whatsapp')
  })

  it('is what the phone has said, for a conversation that began there', async () => {
    const house = await openMailingHouse()
    await house.text('wa', PHONE, 'From the phone')
    const { items } = await house.ports.store.conversations({ sites: ['shop'], limit: 1 })
    await sendTranscriptTo(house.ports, anna, items[0]!.id, { email: 'maja@post.example' })
    await house.run()
    expect(linesOf(house.sent[0])).toEqual(['visitor From the phone whatsapp'])
  })

  it('no longer holds what was taken back before it went out', async () => {
    const house = await openMailingHouse()
    const { address, conversation } = await house.talk()
    const { id } = await say(house, conversation, { text: 'Oh no' })
    await house.ask(address)
    await editMessage(house.ports, anna, conversation, { message: id, remove: true })
    await house.run()
    expect(linesOf(house.sent[0])).toEqual(['visitor Hi', 'agent Hello'])
  })

  it('goes to one mailbox three times a day, whoever asks', async () => {
    const { talk, ask, pass, house } = await openMailingHouse().then(all => ({
      house: all,
      ...all
    }))
    for (let n = 0; n < 3; n++) {
      const { address } = await talk()
      await ask(address, n === 1 ? 'MAJA@post.example' : undefined)
    }
    const { address, conversation } = await talk()
    await expect(ask(address)).rejects.toMatchObject({ code: 'too_many' })
    const byAgent = () =>
      sendTranscriptTo(house.ports, anna, conversation, { email: 'maja@post.example' })
    await expect(byAgent()).rejects.toMatchObject({ code: 'too_many' })
    pass(24 * HOUR)
    await ask(address)
  })

  it('goes from one visitor to three mailboxes a day', async () => {
    const { talk, ask } = await openMailingHouse()
    const { address } = await talk()
    for (const name of ['a', 'b', 'c']) await ask(address, `${name}@post.example`)
    await expect(ask(address, 'd@post.example')).rejects.toMatchObject({ code: 'too_many' })
  })

  it('is sent by an agent of the site alone', async () => {
    const { ports, talk } = await openMailingHouse()
    const { conversation } = await talk()
    const sending = sendTranscriptTo(ports, stranger, conversation, { email: 'a@b.example' })
    await expect(sending).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is tried again until it is taken, and given up after a day', async () => {
    const { ports, talk, ask, run, sent, ends, pass } = await openMailingHouse()
    const { address } = await talk()
    await ask(address)
    ends({ kind: 'unreachable', reason })
    await run()
    expect(await run()).toBe(0)
    pass(6 * 60_000)
    ends({ kind: 'refused', why: 'account', reason })
    await run()
    pass(6 * 60_000)
    ends(ENDED)
    expect([await run(), await ports.store.nextErrand()]).toEqual([1, undefined])
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1)
    await ask(address)
    ends({ kind: 'limited', reason })
    pass(25 * HOUR)
    expect([await run(), sent.length]).toEqual([1, 3])
    expect(await ports.store.nextErrand()).toBeUndefined()
  })

  it.each<Outcome>([
    { kind: 'unknown', reason },
    { kind: 'refused', why: 'unreachable_person', reason }
  ])('is not sent twice when it was $kind', async outcome => {
    const { ports, talk, ask, run, ends } = await openMailingHouse()
    await ask((await talk()).address)
    ends(outcome)
    await run()
    expect(await ports.store.nextErrand()).toBeUndefined()
  })

  it('is told in the site’s language where the visitor’s has no words', async () => {
    const { ports, run, sent, ask } = await openMailingHouse()
    const site = ports.sites.get('shop')!
    const { address, conversation } = await openSession(ports, { site, language: 'pl' })
    await say({ ports } as never, conversation!)
    await ask(address.id)
    await run()
    expect(sent[0]?.language).toBe('en')
  })
})
