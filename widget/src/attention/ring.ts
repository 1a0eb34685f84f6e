import { dealWith } from './deal-with.ts'

/** A tab in which the message is being read has so long to say so, in milliseconds. */
const READER_MS = 250

/** Two soft notes, the second a fourth above. In hertz and in seconds after the start. */
const NOTES = [
  [660, 0],
  [880, 0.14]
] as const

function ring(): void {
  const audio = new AudioContext()
  const loudness = audio.createGain()
  loudness.connect(audio.destination)
  loudness.gain.setValueAtTime(0.06, audio.currentTime)
  loudness.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 0.7)
  const notes = NOTES.map(([hertz, after]) => {
    const note = audio.createOscillator()
    note.frequency.value = hertz
    note.connect(loudness)
    note.start(audio.currentTime + after)
    note.stop(audio.currentTime + 0.7)
    return note
  })
  // They end together, and what is closed cannot be closed again.
  notes[0]!.onended = () => void audio.close()
}

/**
 * Rings once for a message, however many tabs hear of it, and in none if one of them shows it to the visitor.
 * Before the visitor has touched the page it is silent.
 */
export function ringOnce(message: string): void {
  if (!navigator.userActivation?.hasBeenActive) return
  setTimeout(() => (navigator.locks ? dealWith(message, ring) : ring()), READER_MS)
}
