// @vitest-environment happy-dom
import type { OwnTalk } from '@segue/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Fetched when they are wanted; here they are to be there at once.
import '../../../widget/src/talks/talks.tsx'
import '../../../widget/src/strings/late/late-en.ts'
import { entriesFrom, NOON, said, stateOf } from '../../doubles/entries.ts'
import { aSession } from '../../doubles/fake-chat.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

let panel: OpenPanel
beforeEach(async () => {
  panel = await openPanel({ isNew: false })
})
afterEach(() => panel.end())

const asked = (name: string) => panel.asked.filter(([one]) => one === name)
const until = (look: () => unknown) => expect.poll(look).toBeTruthy()
const pressEscape = async () => {
  const at = panel.stage.querySelector('#segue-panel')!
  at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  await drawn()
}

const talk = (id: string, more: Partial<OwnTalk> = {}): OwnTalk => ({
  ...{ id, current: false, ended: true, takesWords: true, at: NOON, unread: 0 },
  last: { text: `Words of ${id}`, from: 'agent' },
  ...more
})

async function openList(...talks: OwnTalk[]) {
  panel.answers.conversations = async () => ({ items: talks })
  await panel.click('Your conversations')
  await until(() => panel.all('.talks').length)
  await drawn()
}

async function openOne(more: Partial<OwnTalk> = {}) {
  const entries = entriesFrom(1, said('visitor', 'Where is it?'), said('agent', 'On its way.'))
  panel.answers.threadOf = async conversation => ({
    ...{ conversation, seq: 2, entries, earlier: false }
  })
  await openList(talk('first', more))
  await panel.click(/Words of first/)
  await until(() => panel.all('.bubble').length)
}

async function search(words: string) {
  const field = panel.named('Search your messages') as HTMLInputElement
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await until(() => asked('search').some(([, looked]) => looked === words))
  await drawn()
}

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
    const [now, old] = panel.texts('.talks li')
    expect(now).toContain('Words of now')
    expect(now).toContain('2 unread')
    expect(old).toContain('You: Thanks')
    expect(old).toContain('Ended')
    await pressEscape()
    expect(panel.all('.talks')).toEqual([])
    expect(panel.all('.composer')).toHaveLength(1)
    expect(panel.close).not.toHaveBeenCalled()
  })

  it('grows by what came before, by the button and by scrolling there, each once', async () => {
    const pages: Record<string, { items: OwnTalk[]; next?: string }> = {
      first: { items: [talk('a')], next: 'empty' },
      empty: { items: [], next: 'second' },
      second: { items: [talk('a'), talk('b')], next: 'third' },
      third: { items: [talk('c')] }
    }
    panel.answers.conversations = async (cursor = 'first') => pages[cursor]!
    await panel.click('Your conversations')
    await until(() => panel.texts('.said').includes('Words of a'))
    await panel.click('Earlier conversations')
    expect(panel.texts('.said')).toEqual(['Words of a', 'Words of b'])
    panel.all('.talks')[0]!.dispatchEvent(new Event('scroll'))
    panel.all('.talks')[0]!.dispatchEvent(new Event('scroll'))
    await drawn()
    expect(panel.texts('.said')).toEqual(['Words of a', 'Words of b', 'Words of c'])
    const cursors = asked('conversations').map(([, cursor]) => cursor)
    expect(cursors).toEqual([undefined, 'empty', 'second', 'third'])
    expect(panel.all('.talks .more')).toEqual([])
  })

  it('keeps what is there when more cannot be had, and tries again', async () => {
    let isLost = true
    panel.answers.conversations = async cursor => {
      if (cursor && isLost) throw new Error('offline')
      return cursor ? { items: [talk('b')] } : { items: [talk('a')], next: 'more' }
    }
    await panel.click('Your conversations')
    await until(() => panel.all('.talks .more').length)
    await panel.click('Earlier conversations')
    expect(panel.texts('.said')).toEqual(['Words of a'])
    expect(panel.texts('.talks .trouble').join()).toContain('could not reach')
    isLost = false
    await panel.click('Try again')
    expect(panel.texts('.said')).toEqual(['Words of a', 'Words of b'])
  })

  it('goes to the chat itself for the one the visitor is in', async () => {
    await openList(talk('now', { current: true }))
    await panel.click(/Words of now/)
    expect(panel.all('.composer')).toHaveLength(1)
    expect(asked('threadOf')).toEqual([])
  })

  it('says so when they cannot be had', async () => {
    panel.answers.conversations = async () => {
      throw new Error('offline')
    }
    await panel.click('Your conversations')
    await until(() => panel.texts('.trouble').join().includes('could not reach'))
  })
})

describe('a conversation that is read', () => {
  it('shows what was said, and goes back to the list', async () => {
    await openOne()
    expect(panel.texts('.bubble p')).toEqual(['Where is it?', 'On its way.'])
    await pressEscape()
    expect(panel.all('.talks')).toHaveLength(1)
  })

  it('counts as read where something was not', async () => {
    await openOne({ unread: 1 })
    expect(asked('readIn')).toEqual([['readIn', 'first', 2]])
  })

  it('is gone on with by writing in it', async () => {
    await openOne()
    const field = panel.named('Write a message') as HTMLTextAreaElement
    field.value = 'Still not here'
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await drawn()
    const acts = panel.asked.filter(([name]) => name === 'enter' || name === 'send')
    expect(acts.map(([name, first]) => [name, first])).toEqual([
      ['enter', 'first'],
      ['send', 'Still not here']
    ])
    // What the chat showed before is not to be seen meanwhile.
    expect(panel.all('.back')).toHaveLength(1)
    panel.tell('reset', undefined)
    await drawn()
    expect(panel.all('.talks, .back')).toEqual([])
  })

  it('keeps what could not be said', async () => {
    panel.answers.enter = async () => {
      throw new Error('offline')
    }
    await openOne()
    const field = panel.named('Write a message') as HTMLTextAreaElement
    field.value = 'Still not here'
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await drawn()
    expect(asked('send')).toEqual([])
    expect(field.value).toBe('Still not here')
    expect(panel.texts('[role=alert]').join()).toContain('could not reach')
  })

  it('has no field where it has ended for good', async () => {
    await openOne({ takesWords: false })
    expect(panel.all('textarea')).toEqual([])
    expect(panel.texts('.over')).toEqual(['This conversation has ended.'])
  })

  it('shows more of it at both ends, a page at a time', async () => {
    const page = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, n) => {
        const draft = said('visitor', `word ${from + n}`)
        return entriesFrom(from + n, draft)[0]!
      })
    await openList(talk('long'))
    panel.answers.threadOf = async (
      conversation,
      range: { before?: number; since?: number } = {}
    ) => {
      const { before, since } = range
      const [from, to] = since ? [since + 1, 300] : [Math.max(1, before! - 100), before! - 1]
      return { conversation, seq: 300, entries: page(from, to), earlier: from > 1 }
    }
    panel.$talks.set({ reading: { id: 'long', seq: 150, current: false, takesWords: true } })
    await until(() => panel.all('.bubble').length)
    expect(panel.texts('.bubble p')).toContain('word 150')
    expect(panel.texts('.bubble p')).not.toContain('word 180')
    await panel.click('Later messages')
    expect(panel.texts('.bubble p').at(-1)).toBe('word 300')
    await panel.click('Earlier messages')
    expect(panel.texts('.bubble p')[0]).toBe('word 1')
    expect(panel.all('.more')).toEqual([])
  })
})

describe('a search', () => {
  const hit = (seq: number, text: string, found: [number, number]) => ({
    ...{ conversation: 'first', seq, at: NOON, from: 'agent' as const, text, found }
  })

  it('tells how many there are, and marks the words', async () => {
    panel.answers.search = async () => ({ hits: [hit(2, 'On its way.', [3, 6])], more: true })
    await openList(talk('first'))
    await search('its')
    await until(() => panel.all('mark').length)
    expect(panel.texts('[role=status]')).toContain('1 message found')
    expect(panel.texts('mark')).toEqual(['its'])
    expect(panel.texts('.note').join()).toContain('The newest are shown')
    await search('nowhere')
    panel.answers.search = async () => ({ hits: [], more: false })
    await search('nothing')
    await until(() => panel.texts('[role=status]').includes('Nothing found'))
  })

  it('brings one to what was found, with the focus on it', async () => {
    panel.answers.search = async () => ({ hits: [hit(2, 'On its way.', [3, 6])], more: false })
    const entries = entriesFrom(1, said('visitor', 'Where is it?'), said('agent', 'On its way.'))
    panel.answers.threadOf = async conversation => ({
      ...{ conversation, seq: 2, entries, earlier: false }
    })
    await openList(talk('first'))
    await search('its')
    await panel.click(/On its way/)
    await until(() => panel.all('.found').length)
    expect(panel.all('.found')[0]!.textContent).toContain('On its way.')
    expect(document.activeElement).toBe(panel.all('.found')[0])
    expect(asked('threadOf')).toEqual([['threadOf', 'first', { before: 32 }]])
  })

  it('says what is in the way', async () => {
    panel.answers.search = () => Promise.reject(Object.assign(new Error(), { code: 'too_many' }))
    await openList()
    await search('its')
    await until(() => panel.texts('[role=status]').join().includes('Wait a few minutes'))
  })
})

describe('after the end', () => {
  const end = async (reopenMs?: number) => {
    panel.tell('session', aSession(reopenMs === undefined ? {} : { reopenMs }))
    await panel.hear(said('visitor', 'Bye'), stateOf('closed', 'Kim'))
    await until(() => panel.all('.after').length)
  }

  it('says that writing opens it again, or begins another, as the site has it', async () => {
    await end()
    expect(panel.texts('.after p')).toContain('Write to open it again.')
    panel.tell('session', aSession({ reopenMs: 0 }))
    await drawn()
    expect(panel.texts('.after p')).toContain('What you write begins a new conversation.')
  })

  it('begins another, and goes back to the field', async () => {
    await end(0)
    await panel.click('Start a new conversation')
    expect(asked('begin')).toHaveLength(1)
    expect(document.activeElement).toBe(panel.named('Write a message'))
  })

  it('leads to the earlier ones', async () => {
    await end()
    await panel.click('Earlier conversations')
    await until(() => panel.all('.talks').length)
  })
})
