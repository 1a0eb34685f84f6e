import { RelayError } from '@segue/sdk/chat'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandoff } from '../../../widget/src/handoff/handoff-store.ts'
import { createPanelStores } from '../../../widget/src/stores/panel-stores.ts'
import { type Draft, entriesFrom, linked, offered } from '../../doubles/entries.ts'
import { anOffer, aSession, fakeChat, SMS, WHATSAPP } from '../../doubles/fake-chat.ts'

function begin(ways = [WHATSAPP, SMS]) {
  const fake = fakeChat()
  const { conversation } = createPanelStores(fake.chat, { onNews() {}, onLinked() {} })
  const handoff = createHandoff({ chat: fake.chat, conversation })
  conversation.$ways.listen(() => {})
  conversation.$thread.listen(handoff.follow)
  fake.tell('session', aSession({ ways }))
  let next = 1
  return {
    ...fake,
    handoff,
    step: () => handoff.$handoff.get().step,
    minted: () => fake.asked.filter(([name]) => name === 'offerHandoff').length,
    hear(...drafts: Draft[]) {
      const entries = entriesFrom(next, ...drafts)
      next += drafts.length
      fake.tell('entries', entries)
    },
    /** Lets promises settle. */
    settle: () => vi.advanceTimersByTimeAsync(0)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the way to the phone', () => {
  it('asks which, unless there is one only or one was asked for', async () => {
    const many = begin()
    many.handoff.start()
    expect(many.step()).toBe('choosing')
    many.handoff.start('text')
    expect(many.step()).toBe('minting')

    const one = begin([WHATSAPP])
    one.handoff.start()
    await one.settle()
    expect(one.handoff.$handoff.get()).toMatchObject({ step: 'waiting', way: WHATSAPP })

    const taken = begin([SMS])
    taken.handoff.start('wa')
    expect(taken.step()).toBe('choosing')
  })

  it('goes where the visitor went before, and asks again when they step back', async () => {
    const { handoff, hear, step, settle } = begin()
    hear(offered('h1', { by: 'visitor', to: { account: 'text', network: 'sms' } }))
    handoff.start()
    await settle()
    expect(handoff.$handoff.get()).toMatchObject({ step: 'waiting', way: SMS })
    expect(handoff.chooseAgain()).toBe(true)
    expect(step()).toBe('choosing')
    // From there the way back leads out.
    expect(handoff.chooseAgain()).toBe(false)

    const one = begin([WHATSAPP])
    one.handoff.start()
    expect(one.handoff.chooseAgain()).toBe(false)
  })

  it('asks though an agent has offered a way, and though the way from before is gone', () => {
    const many = begin()
    many.hear(offered('h1', { by: 'agent' }))
    many.handoff.start()
    expect(many.step()).toBe('choosing')

    const other = begin([{ ...WHATSAPP, account: 'other' }, SMS])
    other.hear(offered('h1', { by: 'visitor' }))
    other.handoff.start()
    expect(other.step()).toBe('choosing')
  })

  it('shows nothing to press before the code is minted', async () => {
    const { handoff, step, settle } = begin()
    handoff.start('wa')
    expect(step()).toBe('minting')
    await settle()
    expect(handoff.$handoff.get()).toMatchObject({ step: 'waiting', opened: false })
  })

  it('tells once that it was opened, and waits from then on', async () => {
    const { handoff, asked, settle } = begin()
    handoff.start('wa')
    await settle()
    handoff.opened()
    handoff.opened()
    expect(handoff.$handoff.get()).toMatchObject({ step: 'waiting', opened: true })
    expect(asked.filter(([name]) => name === 'openedHandoff')).toEqual([
      ['openedHandoff', 'handoff-wa']
    ])
  })

  it('shows the same code again as long as it is good', async () => {
    const { handoff, minted, settle, hear } = begin()
    handoff.start('wa')
    await settle()
    handoff.stop()
    handoff.start('wa')
    expect(minted()).toBe(1)
    hear(offered('handoff-wa', { by: 'visitor' }))
    hear(offered('handoff-wa', { by: 'visitor', status: 'revoked' }))
    handoff.start('wa')
    await settle()
    expect(minted()).toBe(2)
  })

  it('shows no code of whoever was here before', async () => {
    const { handoff, minted, settle, tell } = begin()
    handoff.start('wa')
    await settle()
    tell('session', aSession({ visitor: 'somebody else' }))
    handoff.start('wa')
    await settle()
    expect(minted()).toBe(2)
  })

  it('expires by the clock, also when the visitor has opened it', async () => {
    const { handoff, answers, step, settle } = begin()
    answers.offerHandoff = async account => anOffer(account, Date.now() + 90_000)
    handoff.start('wa')
    await settle()
    handoff.opened()
    await vi.advanceTimersByTimeAsync(90_000)
    expect(step()).toBe('expired')
  })

  it('expires when the relay says so', async () => {
    const { handoff, hear, step, settle } = begin()
    handoff.start('wa')
    await settle()
    hear(offered('another', { status: 'expired' }))
    expect(step()).toBe('waiting')
    hear(offered('handoff-wa', { by: 'visitor', status: 'expired' }))
    expect(step()).toBe('expired')
  })

  it('says what was in the way, and can be tried again', async () => {
    const { handoff, answers, step, settle } = begin()
    answers.offerHandoff = () => Promise.reject(new RelayError('too_many', 'Later.'))
    handoff.start('wa')
    await settle()
    expect(handoff.$handoff.get()).toEqual({ step: 'failed', way: WHATSAPP, code: 'too_many' })
    answers.offerHandoff = async account => anOffer(account)
    handoff.choose(WHATSAPP)
    await settle()
    expect(step()).toBe('waiting')
  })

  it('does not come back to a way that was left while its code was minted', async () => {
    const { handoff, settle } = begin()
    handoff.choose(WHATSAPP)
    handoff.choose(SMS)
    await settle()
    expect(handoff.$handoff.get()).toMatchObject({ step: 'waiting', way: SMS })
  })

  it('waits for an answer when a number was typed', async () => {
    const { handoff, asked } = begin()
    await handoff.text(SMS, '070-123 45 67')
    expect(handoff.$handoff.get()).toEqual({ step: 'texted', way: SMS, number: '070-123 45 67' })
    expect(asked).toEqual([['confirmNumber', 'text', '070-123 45 67']])
  })

  it('lets a refused number be typed again', async () => {
    const { handoff, answers, step } = begin()
    answers.confirmNumber = () => Promise.reject(new RelayError('invalid', 'No number.'))
    await expect(handoff.text(SMS, 'abc')).rejects.toThrow('No number.')
    expect(step()).toBe('choosing')
  })

  it('rejoices when a phone joins, and not over one that was there before', async () => {
    const { handoff, hear, tell, step, settle } = begin()
    hear(linked('old'))
    handoff.start('text')
    await settle()
    tell('reset', undefined)
    tell('entries', entriesFrom(1, linked('old')))
    expect(step()).toBe('waiting')
    tell('entries', entriesFrom(2, linked('new', { on: { account: 'text', network: 'sms' } })))
    expect(handoff.$handoff.get()).toMatchObject({ step: 'linked', link: { id: 'new' } })
  })
})
