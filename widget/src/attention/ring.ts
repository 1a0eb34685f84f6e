/** A lock is held so long, in milliseconds, that every tab has heard of the message by then. */
const HELD_MS = 5_000

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
  for (const [hertz, after] of NOTES) {
    const note = audio.createOscillator()
    note.frequency.value = hertz
    note.connect(loudness)
    note.start(audio.currentTime + after)
    note.stop(audio.currentTime + 0.7)
    note.onended = () => void audio.close()
  }
}

/** Rings once for a message, however many tabs hear of it. Before the visitor has touched the page it is silent. */
export function ringOnce(message: string): void {
  if (!navigator.userActivation?.hasBeenActive) return
  const ringAlone = (lock: Lock | null) => {
    if (lock) ring()
    return lock && new Promise(resolve => setTimeout(resolve, HELD_MS))
  }
  // There are no locks over plain HTTP.
  if (!navigator.locks) ring()
  else {
    navigator.locks
      .request(`segue:ring:${message}`, { ifAvailable: true }, ringAlone)
      .catch(() => {}) // A sandboxed frame refuses locks: then it is quiet.
  }
}
