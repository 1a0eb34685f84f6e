import { afterEach, expect, it, vi } from 'vitest'
import { ringOnce } from '../../../widget/src/attention/ring.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('lets go of the sound once, when its notes have ended', () => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true } })
  const close = vi.fn()
  const notes: { frequency: object; onended?: () => void }[] = []
  const connect = () => undefined
  vi.stubGlobal('AudioContext', function AudioContext() {
    const ramp = { setValueAtTime: connect, exponentialRampToValueAtTime: connect }
    const createOscillator = () => {
      const note = { frequency: {}, connect, start: connect, stop: connect }
      notes.push(note)
      return note
    }
    return { close, createGain: () => ({ connect, gain: ramp }), createOscillator }
  })
  ringOnce('a message')
  vi.runAllTimers()
  expect(notes).toHaveLength(2)
  for (const { onended } of notes) onended?.()
  expect(close).toHaveBeenCalledTimes(1)
})
