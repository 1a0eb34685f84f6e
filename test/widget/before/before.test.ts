// @vitest-environment happy-dom
import type { BeforeForm, Session } from '@segue/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Fetched when they are wanted; here they are to be there at once.
import '../../../widget/src/before/before.tsx'
import '../../../widget/src/strings/late/late-en.ts'
import { said } from '../../doubles/entries.ts'
import { aSession } from '../../doubles/fake-chat.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

const form: BeforeForm = {
  required: true,
  fields: [
    { id: 'name', type: 'text', required: true },
    { id: 'email', type: 'email', required: true },
    { id: 'about', type: 'choice', label: 'What is it about?', choices: ['An order', 'Else'] },
    {
      id: 'terms',
      type: 'checkbox',
      label: 'I agree to https://shop.example/terms.',
      required: true
    }
  ]
}

let panel: OpenPanel
beforeEach(async () => {
  panel = await openPanel()
})
afterEach(() => {
  panel.end()
  sessionStorage.clear()
})

const asked = (name: string) => panel.asked.filter(([one]) => one === name)
const field = (id: string) => panel.stage.querySelector<HTMLInputElement>(`[name="before-${id}"]`)!
const until = (look: () => unknown) => expect.poll(look).toBeTruthy()

async function ask(before: BeforeForm = form, more: Partial<Session> = {}) {
  panel.tell('session', aSession({ before, ...more }))
  await until(() => panel.all('.before').length)
  await drawn()
}

async function type(id: string, value: string) {
  field(id).value = value
  field(id).dispatchEvent(new Event('input', { bubbles: true }))
  await drawn()
}

const tick = async (id: string) => {
  field(id).click()
  await drawn()
}

describe('the questions before the chat', () => {
  it('stand where one writes, by their labels, the first with the focus', async () => {
    await ask()
    expect(panel.texts('.before label')).toEqual([
      'Name',
      'E-mail',
      'What is it about? (optional)',
      'I agree to https://shop.example/terms.'
    ])
    expect(panel.all('.before label a').map(link => link.getAttribute('href'))).toEqual([
      'https://shop.example/terms'
    ])
    expect(panel.all('.composer, .chip')).toEqual([])
    expect(document.activeElement).toBe(field('name'))
  })

  it('go to the first answer that is wrong, and say of each what it is', async () => {
    await ask()
    await type('name', 'Maja')
    await type('email', 'no address')
    await panel.click('Start the chat')
    expect(document.activeElement).toBe(field('email'))
    expect(field('name').getAttribute('aria-invalid')).toBe('false')
    for (const [id, problem] of [
      ['email', 'Check this: it does not look right'],
      ['terms', 'Tick this to go on']
    ] as const) {
      expect(field(id).getAttribute('aria-invalid')).toBe('true')
      const said = document.getElementById(field(id).getAttribute('aria-describedby')!)
      expect(said!.textContent).toBe(problem)
    }
    expect(panel.texts('.before [role=status]')).toEqual(['2 answers need another look'])
    expect(asked('introduce')).toEqual([])
  })

  it('give way to the field, and tell what was answered', async () => {
    panel.$draft.set('Half a sent')
    await ask()
    await type('name', ' Maja ')
    await type('email', 'maja@shop.example')
    await tick('terms')
    await panel.click('Start the chat')
    expect(asked('introduce')).toEqual([
      ['introduce', { name: 'Maja', email: 'maja@shop.example', terms: true }]
    ])
    const write = panel.named('Write a message') as HTMLTextAreaElement
    expect(write.value).toBe('Half a sent')
    expect(document.activeElement).toBe(write)
  })

  it('can be skipped where the site says so, and only there', async () => {
    await ask()
    expect(panel.all('.before .text')).toEqual([])
    panel.end()
    panel = await openPanel()
    await ask({ ...form, required: false })
    await panel.click('Skip')
    expect(asked('introduce')).toEqual([['introduce', {}]])
    expect(panel.all('.composer')).toHaveLength(1)
  })

  it('are not asked of whoever has told it already, nor in the middle of a conversation', async () => {
    panel.answers.known = { firstName: 'Maja', email: 'maja@shop.example' }
    await ask()
    expect(panel.texts('.before label')[0]).toContain('What is it about?')
    panel.end()
    panel = await openPanel()
    panel.answers.known = { name: 'Maja', email: 'm@x.se', about: 'Else', terms: true }
    panel.tell('session', aSession({ before: form }))
    await drawn()
    await drawn()
    expect(panel.all('.before')).toEqual([])
    panel.end()
    panel = await openPanel()
    await panel.hear(said('visitor', 'Hi'))
    panel.tell('session', aSession({ before: form }))
    await drawn()
    expect(panel.all('.before')).toEqual([])
  })

  it('wait for what may have been said before, of whoever was here before', async () => {
    const again = await openPanel({ isNew: false })
    again.tell('session', aSession({ before: form }))
    await drawn()
    expect(again.all('.before')).toEqual([])
    again.tell('status', 'online')
    await until(() => again.all('.before').length)
    again.end()
  })

  it('keep what was typed across a reload, for the same visitor alone', async () => {
    await ask()
    await type('name', 'Maja')
    panel.end()
    panel = await openPanel()
    await ask()
    expect(field('name').value).toBe('Maja')
    panel.end()
    panel = await openPanel()
    await ask(form, { visitor: 'another' })
    expect(field('name').value).toBe('')
  })

  it('tell it again after a reload before the first message, and ask no more', async () => {
    await ask({ ...form, fields: form.fields.slice(0, 1) })
    await type('name', 'Maja')
    await panel.click('Start the chat')
    panel.end()
    panel = await openPanel()
    panel.tell('session', aSession({ before: form }))
    await until(() => asked('introduce').length)
    expect(asked('introduce')).toEqual([['introduce', { name: 'Maja' }]])
    await drawn()
    expect(panel.all('.before')).toEqual([])
  })

  it('tell the relay what the page has told by itself, so that nobody waits for it', async () => {
    panel.answers.known = { firstName: 'Maja', lastName: 'Ek', email: 'm@x.se', terms: true }
    const fields = form.fields.filter(({ id }) => id !== 'about')
    panel.tell('session', aSession({ before: { ...form, fields } }))
    await until(() => asked('introduce').length)
    const told = { name: 'Maja Ek', email: 'm@x.se', terms: true }
    expect(asked('introduce')).toEqual([['introduce', told]])
    await drawn()
    expect([panel.all('.before').length, panel.all('.composer').length]).toEqual([0, 1])
  })

  it('are asked when a message was refused for want of them: it waits above them, and goes with the answers', async () => {
    panel.answers.known = { name: 'Maja', email: 'no address' }
    const message = { cid: 'c', text: 'Hi', at: 0, status: 'sending' } as const
    panel.tell('pending', [message])
    await drawn()
    panel.tell('session', aSession({ before: { ...form, fields: form.fields.slice(1, 2) } }))
    panel.tell('pending', [{ ...message, status: 'failed', error: 'unanswered' }])
    await until(() => panel.all('.before').length)
    expect(panel.texts('.own .bubble')).toEqual(['You: Hi'])
    expect(panel.all('.failed, .composer')).toEqual([])
    expect(panel.texts('.before label')).toEqual(['E-mail'])
    await type('email', 'maja@shop.example')
    await panel.click('Start the chat')
    const told = { email: 'maja@shop.example' }
    expect(asked('introduce')).toEqual([['introduce', told]])
    panel.tell('pending', [message])
    await drawn()
    expect([panel.all('.before').length, panel.all('.composer').length]).toEqual([0, 1])
  })
})
