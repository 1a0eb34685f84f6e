// @vitest-environment happy-dom
import { RelayError } from '@segue/sdk/chat'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { linked, said } from '../../doubles/entries.ts'
import { anOffer } from '../../doubles/fake-chat.ts'
import { drawn, type OpenPanel, openPanel } from '../../doubles/open-panel.tsx'

let panel: OpenPanel
/** Whether a finger is what this device is pointed at with. */
let coarse: boolean

beforeEach(async () => {
  coarse = false
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('coarse') && coarse,
    addEventListener() {},
    removeEventListener() {}
  }))
  panel = await openPanel()
  await panel.hear(said('visitor', 'Hello'))
})
afterEach(() => {
  panel.end()
  vi.unstubAllGlobals()
})

const asked = (name: string) => panel.asked.filter(([one]) => one === name)

async function goTo(way?: string | RegExp) {
  await panel.click('Continue on your phone')
  await expect.poll(() => panel.all('.sheet > :not(.note)')).not.toEqual([])
  if (way) await panel.click(way)
}

describe('the sheet', () => {
  it('offers one line a way, with the company’s address', async () => {
    await goTo()
    expect(panel.texts('.choices button')).toEqual([
      'WhatsApp+46 76 600 00 00',
      'SMS+46 76 600 00 01'
    ])
  })

  it('shows a desktop the link as a QR, with number and code beside it, and waits', async () => {
    await goTo(/WhatsApp/)
    const offer = anOffer('wa')
    await expect.poll(() => panel.all('.qr svg path')).toHaveLength(1)
    expect(panel.named('Open WhatsApp')).toMatchObject({ href: offer.link, target: '_blank' })
    expect(panel.texts('.copyable dd')).toEqual([offer.address, offer.code])
    expect(panel.texts('.waiting')[0]).toContain('Waiting for your message')
    expect(asked('openedHandoff')).toEqual([['openedHandoff', 'handoff-wa']])
  })

  it('says what will happen and who will see it, before anything does', async () => {
    await goTo(/WhatsApp/)
    expect(panel.texts('.explain')[0]).toMatch(/Only Norrsken sees your number and what you write/)
  })

  it('gives a phone a real link, and waits once it was followed', async () => {
    coarse = true
    await goTo(/WhatsApp/)
    expect(panel.all('.qr')).toEqual([])
    expect(panel.texts('.waiting')).toEqual([''])
    const link = panel.named('Open WhatsApp') as HTMLAnchorElement
    expect(link).toMatchObject({ href: anOffer('wa').link, target: '_blank', rel: 'noopener' })
    await panel.click('Open WhatsApp')
    expect(panel.texts('.waiting')[0]).toContain('Waiting for your message')
    await panel.click('Use another phone')
    await expect.poll(() => panel.all('.qr svg')).toHaveLength(1)
    expect(asked('openedHandoff')).toHaveLength(1)
  })

  it('copies number and code, and says so', async () => {
    const copied: string[] = []
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => void copied.push(text) }
    })
    await goTo(/WhatsApp/)
    await panel.click('Copy: Code')
    expect(copied).toEqual([anOffer('wa').code])
    expect(panel.texts('.copyable [role=status]')).toEqual(['', 'Copied'])
  })

  it('gets a new code when the old one has expired', async () => {
    panel.answers.offerHandoff = async account => anOffer(account, Date.now() + 10)
    await goTo(/WhatsApp/)
    await expect.poll(() => panel.texts('.explain')).toEqual(['This code has expired.'])
    panel.answers.offerHandoff = async account => anOffer(account)
    await panel.click('Get a new code')
    expect(panel.texts('.copyable dd')).toHaveLength(2)
    expect(asked('offerHandoff')).toHaveLength(2)
  })

  it('says what to do when there is no connection, or were too many tries', async () => {
    panel.answers.offerHandoff = () => Promise.reject(new RelayError('unreachable', ''))
    await goTo(/WhatsApp/)
    expect(panel.texts('[role=alert]')[0]).toContain('Check your connection')
    panel.answers.offerHandoff = () => Promise.reject(new RelayError('too_many', ''))
    await panel.click('Try again')
    expect(panel.texts('[role=alert]')[0]).toContain('Wait a few minutes')
  })

  it('rejoices when the phone has joined, and leads back to the chat', async () => {
    await goTo(/WhatsApp/)
    await panel.hear(linked())
    expect(panel.texts('.joined [role=status]')).toEqual([
      'The chat goes on in WhatsApp+46 •••• 0001'
    ])
    panel.all('.joined button')[0]!.click()
    await drawn()
    expect(panel.texts('.note')).toEqual([
      'The chat goes on in WhatsApp (\u2066+46 •••• 0001\u2069)'
    ])
  })

  it('is left by Escape, back to the chat', async () => {
    await goTo(/WhatsApp/)
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })
    panel.all('.sheet')[0]!.dispatchEvent(event)
    await drawn()
    expect(panel.close).not.toHaveBeenCalled()
    expect(panel.all('textarea')).toHaveLength(1)
  })
})

describe('by number', () => {
  const enter = async (number: string) => {
    const [field] = panel.all('input') as HTMLInputElement[]
    field!.value = number
    field!.dispatchEvent(new Event('input', { bubbles: true }))
    await drawn()
    panel
      .all('form.by-number')[0]!
      .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await drawn()
  }

  it('is offered where the company can text first, with what one agrees to', async () => {
    await goTo(/SMS/)
    expect(panel.texts('label')).toEqual(["Or type your number, and we'll text you"])
    expect(panel.texts('#segue-number-consent')[0]).toContain('you agree that Norrsken')
  })

  it('is not offered elsewhere', async () => {
    await goTo(/WhatsApp/)
    expect(panel.all('input')).toEqual([])
  })

  it('texts the number and waits for the answer', async () => {
    await goTo(/SMS/)
    await enter(' 070-123 45 67 ')
    expect(asked('confirmNumber')).toEqual([['confirmNumber', 'text', '070-123 45 67']])
    expect(panel.texts('.explain')[0]).toContain('We have texted 070-123 45 67')
  })

  it('says what is wrong with a number, beside it, and keeps it', async () => {
    panel.answers.confirmNumber = () => Promise.reject(new RelayError('invalid', ''))
    await goTo(/SMS/)
    await enter('12')
    expect(panel.texts('[role=alert]')).toEqual([expect.stringContaining('cannot read')])
    expect(panel.all('input')[0]).toMatchObject({ value: '12' })
    expect(panel.all('input')[0]?.getAttribute('aria-invalid')).toBe('true')
  })

  it('texts nobody for an empty field', async () => {
    await goTo(/SMS/)
    await enter('  ')
    expect(asked('confirmNumber')).toEqual([])
  })
})
