import type { Fault } from '../networks/faults.ts'
import type { App } from '../networks/screen.ts'

/** Asks the networks for something. Its effect comes back with the next state. @throws {Error} when they refuse. */
async function ask(what: string, given: object): Promise<void> {
  const answer = await fetch(`/phone/api/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(given)
  })
  if (answer.ok) return
  const { error } = await answer.json()
  throw new Error(error?.message ?? `The networks answered ${answer.status}.`)
}

/** A chat on one phone. */
interface ChatPlace {
  phone: string
  app: App
}

export interface PickedFile {
  name: string
  mime: string
  /** Base64 */
  data: string
}

export const send = (chat: ChatPlace, text: string, file?: PickedFile) =>
  ask('send', { ...chat, text, file })
export const tap = (chat: ChatPlace, bubble: string, button: string) =>
  ask('tap', { ...chat, bubble, button })
export const read = (chat: ChatPlace) => ask('read', chat)
export const openLink = (link: string) => ask('open', { link })
export const takeInHand = (phone: string) => ask('hand', { phone })
export const shareNumber = (phone: string, sharesNumber: boolean) =>
  ask('owner', { phone, sharesNumber })
export const setFault = (network: App, fault: Fault, on: boolean) =>
  ask('faults', { network, faults: { [fault]: on ? 1 : 0 } })
/** Puts the clock forward; without hours back to the real time. */
export const setClock = (hours?: number) =>
  ask('clock', hours === undefined ? {} : { advance: hours * 60 * 60_000 })
