import type { ClientFrame, ClientFrameOf } from './protocol/client-frame.ts'
import { SILENCE_MS } from './protocol/limits.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import { createTimer } from './timer.ts'
import { LOST, type OpenTransport, type Transport } from './transport.ts'
import type { World } from './world.ts'

/** A hello is answered within this, in milliseconds, or the transport does not carry us. */
const WELCOME_MS = 4_000

/** The other side has so long to answer a probe, in milliseconds. */
const PROBE_MS = 3_000

export interface ConnectionOptions {
  world: World
  open: OpenTransport
  /** A good token; may take a while, and may fail. */
  token(): Promise<string>
  /** What the hello says, asked at the moment it is said. */
  hello(): Omit<ClientFrameOf<'hello'>, 'type' | 'token'>
  frame(frame: ServerFrame): void
  /** It is over by itself. `error` when no token was to be had. */
  ended(code: number, error?: unknown): void
}

/** One connection to the relay, from its hello to its end. */
export interface Connection {
  /** Sends, if we have been welcomed; false if not. */
  send(frame: ClientFrame): boolean
  /** Says hello again, to catch up. */
  hello(): void
  /** Makes sure that the relay is still there. */
  probe(): void
  /** Ends it for a reason found elsewhere. */
  fail(error: unknown): void
  close(): void
}

export function openConnection({ world, token, ended, ...does }: ConnectionOptions): Connection {
  const silence = createTimer(world)
  let line: Transport | undefined
  let isWelcome = false
  let isOver = false

  const close = () => {
    isOver = true
    silence.stop()
    line?.close()
  }

  const end = (code: number, error?: unknown) => {
    if (isOver) return
    close()
    ended(code, error)
  }

  /** Something must be heard within so many milliseconds. */
  const expect = (ms: number) => silence.start(ms, () => end(LOST))

  const probe = () => {
    expect(PROBE_MS)
    line?.send({ type: 'probe' })
  }

  const frame = (heard: ServerFrame) => {
    isWelcome ||= heard.type === 'welcome'
    silence.start(SILENCE_MS, probe)
    does.frame(heard)
  }

  const hello = async () => {
    const value = await token().catch(error => end(LOST, error))
    if (isOver || !value) return
    const greet = () => line?.send({ type: 'hello', token: value, ...does.hello() })
    expect(WELCOME_MS)
    if (line) greet()
    else line = does.open({ opened: greet, frame, closed: end })
  }

  hello()
  return {
    send(value) {
      const isHeard = isWelcome && !isOver
      if (isHeard) line?.send(value)
      return isHeard
    },
    hello,
    probe: () => isWelcome && probe(),
    fail: error => end(LOST, error),
    close
  }
}
