import { atom, computed, onMount } from 'nanostores'
import type { SocketStatus } from '../socket.ts'

/** How the line to the relay is. `idle` while nobody is signed in. */
export const $line = atom<SocketStatus | 'idle'>('idle')

/** What the browser says of the network. Only ever a hint: true does not mean that the relay can be reached. */
export const $network = atom(globalThis.navigator?.onLine !== false)

onMount($network, () => {
  const look = () => $network.set(navigator.onLine !== false)
  look()
  addEventListener('online', look)
  addEventListener('offline', look)
  return () => {
    removeEventListener('online', look)
    removeEventListener('offline', look)
  }
})

/** What is worth telling the agent, if anything. */
export const $trouble = computed([$line, $network], (line, network) => {
  if (line === 'idle') return null
  if (!network) return 'offline'
  return line === 'lost' ? 'lost' : null
})
