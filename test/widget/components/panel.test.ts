// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { linked, mirrored, offered, said } from '../../doubles/entries.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

let panel: OpenPanel
beforeEach(async () => {
  panel = await openPanel()
})
afterEach(() => panel.end())

const asked = (name: string) => panel.asked.filter(([one]) => one === name)

async function type(text: string, key?: KeyboardEventInit) {
  const field = panel.named('Write a message') as HTMLTextAreaElement
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (key) field.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...key }))
  await drawn()
  return field
}

describe('an empty thread', () => {
  it('greets, and offers what people ask', async () => {
    expect(panel.texts('.greeting')).toEqual(['Hello.'])
    await panel.click('Where is my parcel?')
    expect(asked('send')).toEqual([['send', 'Where is my parcel?']])
  })

  it('greets whoever was here before when it is clear that nothing was said', async () => {
    const again = await openPanel({ isNew: false })
    expect(again.texts('.greeting')).toEqual([])
    again.tell('status', 'online')
    await drawn()
    expect(again.texts('.greeting')).toEqual(['Hello.'])
    again.end()
  })

  it('offers no phone before anything is said', () => {
    expect(panel.all('.continue')).toEqual([])
  })
})

describe('the composer', () => {
  it('sends by Enter and is empty again', async () => {
    const field = await type('  Is it blue?  ', { key: 'Enter' })
    expect(asked('send')).toEqual([['send', 'Is it blue?']])
    expect(field.value).toBe('')
    expect(asked('typing')).toHaveLength(1)
  })

  it('does not send by Shift+Enter, nor while a word is being composed, nor nothing', async () => {
    await type('One', { key: 'Enter', shiftKey: true })
    await type('こん', { key: 'Enter', isComposing: true })
    await type('   ', { key: 'Enter' })
    expect(asked('send')).toEqual([])
  })

  it('keeps the draft when the panel is closed', async () => {
    await type('Half a sent')
    panel.$open.set(false)
    await drawn()
    expect(panel.all('textarea')).toEqual([])
    panel.$open.set(true)
    await drawn()
    expect(panel.named('Write a message')).toMatchObject({ value: 'Half a sent' })
  })
})

describe('screen readers', () => {
  const live = () => panel.texts('[aria-live=polite] p')

  it('hear each incoming message once, and neither history nor an echo', async () => {
    await panel.hear(said('agent', 'History'))
    panel.tell('status', 'online')
    expect(live()).toEqual([])
    await panel.hear(said('visitor', 'Mine'), said('agent', 'News', { name: 'Anna' }))
    expect(live()).toEqual(['Anna: News'])
    expect(panel.all('[role=log]')[0]?.getAttribute('aria-live')).toBe('off')
  })

  it('hear of it also while the panel is closed', async () => {
    panel.tell('status', 'online')
    panel.$open.set(false)
    await drawn()
    await panel.hear(said('agent', 'Are you there?'))
    expect(live()).toEqual(['Someone: Are you there?'])
  })

  it('are told that the connection is lost, and that somebody writes', async () => {
    panel.tell('status', 'offline')
    panel.tell('typing', { name: 'Anna' })
    await drawn()
    expect(panel.texts('.connection[role=status]')[0]).toContain('Reconnecting')
    expect(panel.all('.typing')[0]?.getAttribute('aria-label')).toBe('Anna is writing')
  })
})

describe('the way to the phone', () => {
  it('is one row, once something is said', async () => {
    await panel.hear(said('visitor', 'Hello'))
    await panel.click('Continue on your phone')
    expect(panel.$handing.get()).toEqual({})
  })

  it('is one tap when an agent suggests it', async () => {
    await panel.hear(said('visitor', 'Hello'), offered())
    await panel.click('Continue in WhatsApp')
    expect(panel.$handing.get()).toEqual({ account: 'wa' })
  })

  it('says where the chat goes on, and what of it shows here', async () => {
    await panel.hear(said('visitor', 'Hello'), linked())
    expect(panel.texts('.linked p')).toEqual([
      'The chat goes on in WhatsApp. What is said there does not show here until you agree on the phone.'
    ])
    await panel.hear(mirrored(true))
    expect(panel.texts('.linked p')[0]).toContain('shows here too')
    await panel.click('Stop showing here')
    expect(asked('stopMirror')).toEqual([['stopMirror', 'l1']])
    await panel.hear(mirrored(false))
    expect(panel.texts('.linked p')).toEqual([
      'The chat goes on in WhatsApp. What is said there does not show here.'
    ])
    expect(panel.texts('.continue')).toEqual(['Continue by SMS'])
  })
})

describe('Escape', () => {
  const press = async () => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
    panel.named('Write a message').dispatchEvent(event)
    await drawn()
  }

  it('closes the panel', async () => {
    await press()
    expect(panel.close).toHaveBeenCalledOnce()
    expect(panel.all('[role=dialog]')).toEqual([])
  })
})
