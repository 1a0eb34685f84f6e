// @vitest-environment happy-dom
import { atom } from 'nanostores'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../../sdk/src/index.ts'
import { LANGUAGES } from '../../widget/src/language.ts'
import { followOpening } from '../../widget/src/stores/opening.ts'
import { loadTexts } from '../../widget/src/strings/load.ts'
import { sayBack, sayDuration } from '../../widget/src/strings/moments.ts'
import { wordsIn } from '../../widget/src/strings/words.ts'
import { linked, said } from '../doubles/entries.ts'
import { aSession, SMS } from '../doubles/fake-chat.ts'
import { drawn, type OpenPanel, openPanel } from '../doubles/open-panel.tsx'

const HOUR = 3_600_000
const DAY = 24 * HOUR

describe('whether somebody answers', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-18T08:00Z') }))
  afterEach(() => void vi.useRealTimers())

  const follow = (opening: Session['opening']) => {
    const $session = atom<Session | undefined>()
    const { $opening, stop } = followOpening($session)
    $session.set(aSession(opening ? { opening } : {}))
    return { $opening, $session, stop }
  }

  it('is not known where the site has no hours, nor before the session', () => {
    const { $opening, $session } = follow(undefined)
    expect($opening.get()).toBeUndefined()
    $session.set(undefined)
    expect($opening.get()).toBeUndefined()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('changes at the very moment, time after time', () => {
    const at = Date.now()
    const changes = [at + HOUR, at + 9 * HOUR, at + 3 * DAY]
    const { $opening, stop } = follow({ at, open: false, changes })
    expect($opening.get()).toEqual({ open: false, next: at + HOUR })
    vi.advanceTimersByTime(HOUR - 1)
    expect($opening.get()?.open).toBe(false)
    vi.advanceTimersByTime(1)
    expect($opening.get()).toEqual({ open: true, next: at + 9 * HOUR })
    vi.advanceTimersByTime(8 * HOUR)
    expect($opening.get()).toEqual({ open: false, next: at + 3 * DAY })
    vi.advanceTimersByTime(3 * DAY)
    expect($opening.get()).toEqual({ open: true })
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('goes by the relay’s clock where the page’s is wrong', () => {
    const relayNow = Date.now() - 5 * HOUR
    const { $opening } = follow({ at: relayNow, open: false, changes: [relayNow + HOUR] })
    expect($opening.get()).toEqual({ open: false, next: Date.now() + HOUR })
    vi.advanceTimersByTime(HOUR)
    expect($opening.get()).toEqual({ open: true })
  })
})

describe.each(LANGUAGES)('in %s', language => {
  it('says when somebody is back: today, tomorrow, on a weekday, on a date', async () => {
    const words = wordsIn(language, await loadTexts(language))
    const now = new Date(2026, 10, 18, 7).getTime()
    const at = (day: number) => new Date(2026, 10, day, 9, 30).getTime()
    const said = [18, 19, 23, 30].map(day => sayBack(language, words, at(day), now))
    for (const line of said) expect(line).toMatch(/9[:.]30|٩:٣٠/)
    expect(new Set(said).size).toBe(4)
    const monday = new Intl.DateTimeFormat(language, { weekday: 'long' }).format(at(23))
    expect(said[2]).toContain(monday)
    expect(said[3]).toContain(
      new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' }).format(at(30))
    )
  })

  it('says how soon', () => {
    for (const minutes of [1, 5, 60, 90, 1440, 4000]) {
      expect(sayDuration(language, minutes)).toMatch(/\p{L}{2,}|1\sh/u)
    }
  })
})

it('how soon is told in whole units, rounded up', () => {
  expect([1, 30, 60, 61, 1440, 1500].map(minutes => sayDuration('en', minutes))).toEqual([
    '1 minute',
    '30 minutes',
    '1 hour',
    '2 hours',
    '1 day',
    '2 days'
  ])
})

describe('the panel', () => {
  let panel: OpenPanel
  beforeEach(async () => {
    panel = await openPanel()
  })
  afterEach(() => panel.end())

  const hear = async (session: Partial<Session>) => {
    panel.tell('session', aSession(session))
    await drawn()
  }
  const look = { name: 'Norrsken' }

  it('tells how soon somebody answers', async () => {
    expect(panel.texts('header p')).toEqual(['Usually replies in a few minutes'])
    await hear({ look: { ...look, replyTime: 120 } })
    expect(panel.texts('header p')).toEqual(['Usually replies within 2 hours'])
    expect(panel.all('.away')[0]?.textContent).toBe('')
  })

  it('tells when somebody is back, promises an answer, and offers it on the phone', async () => {
    const at = Date.now()
    const next = new Date(at).setHours(24 + 9, 0, 0, 0)
    await hear({ look: { ...look, replyTime: 5 }, opening: { at, open: false, changes: [next] } })
    expect(panel.texts('header p')[0]).toMatch(/^We are back tomorrow at 0?9:00/)
    expect(panel.texts('.away[role=status] p')).toEqual([
      "We are closed right now. Leave a message, and we'll answer as soon as we are back."
    ])
    await panel.click('Get the answer on your phone')
    expect(panel.$handing.get()).toEqual({})
  })

  it('promises no phone where there is none, and no day where none is known', async () => {
    await hear({ opening: { at: Date.now(), open: false, changes: [] }, ways: [] })
    expect(panel.texts('header p')).toEqual(['We are closed right now'])
    expect(panel.all('.away button')).toEqual([])
    await hear({ opening: { at: Date.now(), open: true, changes: [] }, ways: [SMS] })
    expect(panel.all('.away')[0]?.textContent).toBe('')
  })

  it('promises nothing more once the chat goes on on a phone', async () => {
    await hear({ opening: { at: Date.now(), open: false, changes: [] } })
    expect(panel.texts('.away p')).toHaveLength(1)
    await panel.hear(said('visitor', 'Hello'), linked())
    expect(panel.texts('.away p')).toEqual([])
  })

  it('is open at the moment of opening, without anything being asked', async () => {
    const at = Date.now()
    await hear({
      look: { ...look, replyTime: 5 },
      opening: { at, open: false, changes: [at + 300] }
    })
    expect(panel.texts('.away p')).toHaveLength(1)
    await expect.poll(() => panel.texts('header p')).toEqual(['Usually replies within 5 minutes'])
    expect(panel.all('.away')[0]?.textContent).toBe('')
  })
})
