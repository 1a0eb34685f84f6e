import type { OwnTalk } from '@segue/sdk'
import { afterEach, beforeEach, expect } from 'vitest'
// Fetched when they are wanted; here they are to be there at once.
import '../../../widget/src/talks/talks.tsx'
import '../../../widget/src/strings/late/late-en.ts'
import { entriesFrom, NOON, said } from '../../doubles/entries.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

/** A panel of somebody who has talked before, for each test, and what one does with their conversations. */
export function useTalks() {
  let open: OpenPanel
  beforeEach(async () => {
    open = await openPanel({ isNew: false })
  })
  afterEach(() => open.end())
  const panel = () => open

  const asked = (name: string) => panel().asked.filter(([one]) => one === name)
  const until = (look: () => unknown) => expect.poll(look).toBeTruthy()
  const pressEscape = async () => {
    const at = panel().stage.querySelector('#segue-panel')!
    at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await drawn()
  }

  const talk = (id: string, more: Partial<OwnTalk> = {}): OwnTalk => ({
    ...{ id, current: false, ended: true, takesWords: true, at: NOON, unread: 0 },
    last: { text: `Words of ${id}`, from: 'agent' },
    ...more
  })

  async function openList(...talks: OwnTalk[]) {
    panel().answers.conversations = async () => ({ items: talks })
    await panel().click('Your conversations')
    await until(() => panel().all('.talks').length)
    await drawn()
  }

  async function openOne(more: Partial<OwnTalk> = {}) {
    const entries = entriesFrom(1, said('visitor', 'Where is it?'), said('agent', 'On its way.'))
    panel().answers.threadOf = async conversation => ({
      ...{ conversation, seq: 2, entries, earlier: false }
    })
    await openList(talk('first', more))
    await panel().click(/Words of first/)
    await until(() => panel().all('.bubble').length)
  }

  async function search(words: string) {
    const field = panel().named('Search your messages') as HTMLInputElement
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await until(() => asked('search').some(([, looked]) => looked === words))
    await drawn()
  }

  return { panel, asked, until, pressEscape, talk, openList, openOne, search }
}
