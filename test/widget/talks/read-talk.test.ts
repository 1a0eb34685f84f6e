// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { entriesFrom, NOON, said } from '../../doubles/entries.ts'
import { drawn } from '../../doubles/open-panel.tsx'
import { useTalks } from './use-talks.ts'

const { panel, asked, until, pressEscape, talk, openList, openOne, search } = useTalks()

describe('a conversation that is read', () => {
  it('shows what was said, and goes back to the list', async () => {
    await openOne()
    expect(panel().texts('.bubble p')).toEqual(['Where is it?', 'On its way.'])
    await pressEscape()
    expect(panel().all('.talks')).toHaveLength(1)
  })

  it('counts as read where something was not', async () => {
    await openOne({ unread: 1 })
    expect(asked('readIn')).toEqual([['readIn', 'first', 2]])
  })

  it('is gone on with by writing in it', async () => {
    await openOne()
    const field = panel().named('Write a message') as HTMLTextAreaElement
    field.value = 'Still not here'
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await drawn()
    const acts = panel().asked.filter(([name]) => name === 'enter' || name === 'send')
    expect(acts.map(([name, first]) => [name, first])).toEqual([
      ['enter', 'first'],
      ['send', 'Still not here']
    ])
    // What the chat showed before is not to be seen meanwhile.
    expect(panel().all('.back')).toHaveLength(1)
    panel().tell('reset', undefined)
    await drawn()
    expect(panel().all('.talks, .back')).toEqual([])
  })

  it('keeps what could not be said', async () => {
    panel().answers.enter = async () => {
      throw new Error('offline')
    }
    await openOne()
    const field = panel().named('Write a message') as HTMLTextAreaElement
    field.value = 'Still not here'
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await drawn()
    expect(asked('send')).toEqual([])
    expect(field.value).toBe('Still not here')
    expect(panel().texts('[role=alert]').join()).toContain('could not reach')
  })

  it('has no field where it has ended for good', async () => {
    await openOne({ takesWords: false })
    expect(panel().all('textarea')).toEqual([])
    expect(panel().texts('.over')).toEqual(['This conversation has ended.'])
  })

  it('shows more of it at both ends, a page at a time', async () => {
    const page = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, n) => {
        const draft = said('visitor', `word ${from + n}`)
        return entriesFrom(from + n, draft)[0]!
      })
    await openList(talk('long'))
    panel().answers.threadOf = async (
      conversation,
      range: { before?: number; since?: number } = {}
    ) => {
      const { before, since } = range
      const [from, to] = since ? [since + 1, 300] : [Math.max(1, before! - 100), before! - 1]
      return { conversation, seq: 300, entries: page(from, to), earlier: from > 1 }
    }
    panel().$talks.set({ reading: { id: 'long', seq: 150, current: false, takesWords: true } })
    await until(() => panel().all('.bubble').length)
    expect(panel().texts('.bubble p')).toContain('word 150')
    expect(panel().texts('.bubble p')).not.toContain('word 180')
    await panel().click('Later messages')
    expect(panel().texts('.bubble p').at(-1)).toBe('word 300')
    await panel().click('Earlier messages')
    expect(panel().texts('.bubble p')[0]).toBe('word 1')
    expect(panel().all('.more')).toEqual([])
  })
})

describe('a search', () => {
  const hit = (seq: number, text: string, found: [number, number]) => ({
    ...{ conversation: 'first', seq, at: NOON, from: 'agent' as const, text, found }
  })

  it('tells how many there are, and marks the words', async () => {
    panel().answers.search = async () => ({ hits: [hit(2, 'On its way.', [3, 6])], more: true })
    await openList(talk('first'))
    await search('its')
    await until(() => panel().all('mark').length)
    expect(panel().texts('[role=status]')).toContain('1 message found')
    expect(panel().texts('mark')).toEqual(['its'])
    expect(panel().texts('.note').join()).toContain('The newest are shown')
    await search('nowhere')
    panel().answers.search = async () => ({ hits: [], more: false })
    await search('nothing')
    await until(() => panel().texts('[role=status]').includes('Nothing found'))
  })

  it('brings one to what was found, with the focus on it', async () => {
    panel().answers.search = async () => ({ hits: [hit(2, 'On its way.', [3, 6])], more: false })
    const entries = entriesFrom(1, said('visitor', 'Where is it?'), said('agent', 'On its way.'))
    panel().answers.threadOf = async conversation => ({
      ...{ conversation, seq: 2, entries, earlier: false }
    })
    await openList(talk('first'))
    await search('its')
    await panel().click(/On its way/)
    await until(() => panel().all('.found').length)
    expect(panel().all('.found')[0]!.textContent).toContain('On its way.')
    expect(document.activeElement).toBe(panel().all('.found')[0])
    expect(asked('threadOf')).toEqual([['threadOf', 'first', { before: 32 }]])
  })

  it('says what is in the way', async () => {
    panel().answers.search = () => Promise.reject(Object.assign(new Error(), { code: 'too_many' }))
    await openList()
    await search('its')
    await until(() => panel().texts('[role=status]').join().includes('Wait a few minutes'))
  })
})
