import { expect, it, onTestFinished, vi } from 'vitest'
import { createClock } from '../../../demo/networks/clock.ts'
import { TWO_PHONES } from '../../../demo/networks/owners.ts'
import { createPhones } from '../../../demo/networks/phones.ts'
import { createTimers } from '../../../demo/networks/timers.ts'
import { createTyping } from '../../../demo/networks/whatsapp/typing.ts'

it('shows “typing…” for 25 seconds after it was last asked for', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const phones = createPhones(TWO_PHONES, createClock())
  phones.connect({ app: 'whatsapp', title: 'Shop', number: '+4670', carry: () => '', seen() {} })
  const showTyping = createTyping({ phones, timers: createTimers() })
  const [maja] = phones.owners
  const isTyping = () => phones.chat(maja!.number, 'whatsapp').typing

  showTyping(maja!)
  vi.advanceTimersByTime(15_000)
  showTyping(maja!)
  vi.advanceTimersByTime(24_000)
  expect(isTyping()).toBe(true)
  vi.advanceTimersByTime(1000)
  expect(isTyping()).toBe(false)
})
