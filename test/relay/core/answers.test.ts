import type { AnswerDraft, ContentDraft } from '@segue/sdk/protocol'
import { describe, expect, it } from 'vitest'
import { readThread } from '../../../relay/src/core/conversation/read-thread.ts'
import { keepFile } from '../../../relay/src/core/files/keep-file.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'
import { linked, PHONE } from './answering.ts'

const COLOURS: ContentDraft = {
  kind: 'replies',
  replies: [
    { id: 'red', title: 'Red' },
    { id: 'stop', title: 'Stop' }
  ]
}
const FORM: ContentDraft = {
  kind: 'form',
  fields: [
    { id: 'name', label: 'Name', type: 'text', required: true },
    { id: 'mail', label: 'E-mail', type: 'email' },
    { id: 'size', label: 'Size', type: 'choice', choices: ['S', 'L'] }
  ]
}

async function asked(content: ContentDraft, text = 'Which one?') {
  const house = await openHouse()
  const { address, conversation } = await house.visit()
  const { ports } = house
  await receiveFromVisitor(ports, address.id, { cid: 'hello', text: 'Hello' })
  const { id } = await reply(ports, anna, conversation!, { cid: 'r1', text, content })
  const answer = (given: Omit<AnswerDraft, 'to'>, cid = `a:${id}`) =>
    receiveFromVisitor(ports, address.id, { cid, text: '', answer: { to: id, ...given } })
  return { house, address, conversation: conversation!, id, answer }
}

const bodies = async ({ ports }: House, conversation: string) => {
  const viewer = { kind: 'agent', agent: anna } as const
  const { entries } = await readThread(ports, viewer, { conversation })
  return entries.flatMap(entry => (entry.type === 'message' ? entry : []))
}

describe('an answer on the site', () => {
  it('names what was chosen, and twice is once', async () => {
    const { answer, id, house, conversation } = await asked(COLOURS)
    const given = await answer({ choice: 'red' })
    expect(given.body).toMatchObject({
      text: 'Red',
      answer: { to: id, choice: { id: 'red', title: 'Red' } }
    })
    expect(await answer({ choice: 'red' })).toEqual(given)
    await expect(answer({ choice: 'stop' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await bodies(house, conversation)).toHaveLength(3)
  })

  it('to a form says every question with its answer, in the form’s order', async () => {
    const { answer, id } = await asked(FORM)
    const values = { size: 'L', name: ' Kim ', mail: '' }
    const given = await answer({ values })
    expect(given.body).toMatchObject({
      text: 'Name: Kim\nSize: L',
      answer: {
        to: id,
        values: [
          { id: 'name', label: 'Name', value: 'Kim' },
          { id: 'size', label: 'Size', value: 'L' }
        ]
      }
    })
    expect(await answer({ values })).toEqual(given)
  })

  it.each([
    ['a question left out', { values: { mail: 'kim@shop.example' } }, 'answer/name'],
    ['an address that is none', { values: { name: 'Kim', mail: 'kim' } }, 'answer/mail'],
    ['what is not among the choices', { values: { name: 'Kim', size: 'M' } }, 'answer/size'],
    ['what nobody asked', { values: { name: 'Kim', card: '1' } }, 'answer/card'],
    ['a choice that is none', { choice: 'red' }, 'answer']
  ])('is refused for %s', async (_, given, path) => {
    const { answer } = await asked(FORM)
    await expect(answer(given)).rejects.toMatchObject({ code: 'invalid', path })
  })

  it('is refused to a message that asks nothing, and to another conversation’s', async () => {
    const { answer, house, id } = await asked(COLOURS)
    const { address } = await house.visit()
    const stranger = receiveFromVisitor(house.ports, address.id, {
      ...{ cid: 'c', text: '', answer: { to: id, choice: 'red' } }
    })
    await expect(stranger).rejects.toMatchObject({ code: 'invalid' })
    await expect(answer({ choice: 'green' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('what an agent sends to be answered', () => {
  it('shows its pictures to whoever may see the message', async () => {
    const house = await openHouse()
    const { address, conversation } = await house.visit()
    const picture = await keepFile(house.ports, {
      ...{ site: 'shop', name: 'mug.png', mime: 'image/png', owner: null },
      bytes: (async function* () {
        yield new Uint8Array(3)
      })()
    })
    const content: ContentDraft = {
      kind: 'cards',
      cards: [{ title: 'Mug', image: picture.id }]
    }
    await reply(house.ports, anna, conversation!, { cid: 'r1', content })
    const viewer = { kind: 'visitor', address: address.id } as const
    const { entries } = await readThread(house.ports, viewer, {})
    expect(entries[0]).toMatchObject({
      text: '',
      content: { cards: [{ image: { name: 'mug.png', url: expect.stringContaining(picture.id) } }] }
    })
    expect((await house.ports.store.file(picture.id))?.message).toBeTruthy()
  })

  it.each([
    ['nothing to read', COLOURS, ''],
    [
      'two answers of one name',
      { kind: 'replies', replies: [COLOURS.replies[0]!, COLOURS.replies[0]!] },
      'Which?'
    ],
    [
      'a choice without choices',
      { kind: 'form', fields: [{ id: 'a', label: 'A', type: 'choice' }] },
      'Fill in'
    ],
    ['a picture nobody has', { kind: 'cards', cards: [{ title: 'Mug', image: 'none' }] }, '']
  ] as [string, ContentDraft, string][])('is refused with %s', async (_, content, text) => {
    const house = await openHouse()
    const { conversation } = await house.visit()
    const sent = reply(house.ports, anna, conversation!, { cid: 'r1', text, content })
    await expect(sent).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('an answer on a phone', () => {
  it.each(['wa', 'sms'])(
    'comes back from %s as what was chosen, though it is a command’s word',
    async account => {
      const house = await openHouse()
      const { conversation } = await linked(house, account)
      await house.flush()
      const asked = { cid: 'r1', text: 'Which one?', content: COLOURS }
      const { id } = await reply(house.ports, anna, conversation, asked)
      const [sent] = await house.flush()
      if (account === 'wa') {
        expect(sent?.buttons).toEqual([`a:${id}:0`, `a:${id}:1`])
        await house.text(account, PHONE, 'Stop', { button: `a:${id}:1` })
      } else {
        expect(sent?.text).toContain('2. Stop')
        await house.text(account, PHONE, ' 2. ')
      }
      const said = (await bodies(house, conversation)).at(-1)
      expect(said).toMatchObject({ from: 'visitor', answer: { to: id, choice: { id: 'stop' } } })
    }
  )

  it('is just talk when something else was said since, or it is no number of a choice', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms')
    await reply(house.ports, anna, conversation, { cid: 'r1', text: 'Which?', content: COLOURS })
    await house.text('sms', PHONE, '7')
    await reply(house.ports, anna, conversation, { cid: 'r2', text: 'How many?' })
    await house.text('sms', PHONE, '2')
    const said = await bodies(house, conversation)
    expect(said.filter(({ answer }) => answer)).toEqual([])
  })
})
