// @vitest-environment happy-dom
import type { OwnTalk } from '@segue/sdk'
import { describe, expect, it } from 'vitest'
import { said, stateOf } from '../../doubles/entries.ts'
import { aSession } from '../../doubles/fake-chat.ts'
import { drawn, openPanel } from '../../doubles/open-panel.tsx'
import { useTalks } from './use-talks.ts'

const { panel, asked, until, pressEscape, talk, openList } = useTalks()

describe('the way to earlier conversations', () => {
  it('is not there for whoever has said nothing yet, and is once they have', async () => {
    const fresh = await openPanel()
    const ways = () => fresh.all('[aria-label="Your conversations"]').length
    expect(ways()).toBe(0)
    await fresh.hear(said('visitor', 'Hi'))
    expect(ways()).toBe(1)
    fresh.end()
  })

  it('leads to a list of them, and back', async () => {
    await openList(
      talk('now', { current: true, ended: false, unread: 2 }),
      talk('old', { last: { text: 'Thanks', from: 'visitor' } })
    )
    const [now, old] = panel().texts('.talks li')
    expect(now).toContain('Words of now')
    expect(now).toContain('2 unread')
    expect(old).toContain('You: Thanks')
    expect(old).toContain('Ended')
    await pressEscape()
    expect(panel().all('.talks')).toEqual([])
    expect(panel().all('.composer')).toHaveLength(1)
    expect(panel().close).not.toHaveBeenCalled()
  })

  it('grows by what came before, by the button and by scrolling there, each once', async () => {
    const pages: Record<string, { items: OwnTalk[]; next?: string }> = {
      first: { items: [talk('a')], next: 'empty' },
      empty: { items: [], next: 'second' },
      second: { items: [talk('a'), talk('b')], next: 'third' },
      third: { items: [talk('c')] }
    }
    panel().answers.conversations = async (cursor = 'first') => pages[cursor]!
    await panel().click('Your conversations')
    await until(() => panel().texts('.said').includes('Words of a'))
    await panel().click('Earlier conversations')
    expect(panel().texts('.said')).toEqual(['Words of a', 'Words of b'])
    panel().all('.talks')[0]!.dispatchEvent(new Event('scroll'))
    panel().all('.talks')[0]!.dispatchEvent(new Event('scroll'))
    await drawn()
    expect(panel().texts('.said')).toEqual(['Words of a', 'Words of b', 'Words of c'])
    const cursors = asked('conversations').map(([, cursor]) => cursor)
    expect(cursors).toEqual([undefined, 'empty', 'second', 'third'])
    expect(panel().all('.talks .more')).toEqual([])
  })

  it('keeps what is there when more cannot be had, and tries again', async () => {
    let isLost = true
    panel().answers.conversations = async cursor => {
      if (cursor && isLost) throw new Error('offline')
      return cursor ? { items: [talk('b')] } : { items: [talk('a')], next: 'more' }
    }
    await panel().click('Your conversations')
    await until(() => panel().all('.talks .more').length)
    await panel().click('Earlier conversations')
    expect(panel().texts('.said')).toEqual(['Words of a'])
    expect(panel().texts('.talks .trouble').join()).toContain('could not reach')
    isLost = false
    await panel().click('Try again')
    expect(panel().texts('.said')).toEqual(['Words of a', 'Words of b'])
  })

  it('goes to the chat itself for the one the visitor is in', async () => {
    await openList(talk('now', { current: true }))
    await panel().click(/Words of now/)
    expect(panel().all('.composer')).toHaveLength(1)
    expect(asked('threadOf')).toEqual([])
  })

  it('says so when they cannot be had', async () => {
    panel().answers.conversations = async () => {
      throw new Error('offline')
    }
    await panel().click('Your conversations')
    await until(() => panel().texts('.trouble').join().includes('could not reach'))
  })
})

describe('after the end', () => {
  const end = async (reopenMs?: number) => {
    panel().tell('session', aSession(reopenMs === undefined ? {} : { reopenMs }))
    await panel().hear(said('visitor', 'Bye'), stateOf('closed', 'Kim'))
    await until(() => panel().all('.after').length)
  }

  it('says that writing opens it again, or begins another, as the site has it', async () => {
    await end()
    expect(panel().texts('.after p')).toContain('Write to open it again.')
    panel().tell('session', aSession({ reopenMs: 0 }))
    await drawn()
    expect(panel().texts('.after p')).toContain('What you write begins a new conversation.')
  })

  it('begins another, and goes back to the field', async () => {
    await end(0)
    await panel().click('Start a new conversation')
    expect(asked('begin')).toHaveLength(1)
    expect(document.activeElement).toBe(panel().named('Write a message'))
  })

  it('leads to the earlier ones', async () => {
    await end()
    await panel().click('Earlier conversations')
    await until(() => panel().all('.talks').length)
  })
})
