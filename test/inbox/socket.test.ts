import { closeCodes, type PollReply } from '@segue/sdk/protocol'
import type { PollCall } from '@segue/sdk/transports'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
// Fetched where sockets are refused; here it is to be there at once.
import '../../sdk/src/poll-transport.ts'
import { openAgentSocket } from '../../relay/inbox/socket.ts'
import { PROBE_MS } from '../../relay/inbox/watchdog.ts'
import { createScriptedSockets } from '../doubles/scripted-sockets.ts'

const SILENCE = 35_000

/** An inbox's line and everything it tells. `chance` is what `Math.random` would have given. */
function openLine({ chance = 0.5, poll }: { chance?: number; poll?: PollCall } = {}) {
  const sockets = createScriptedSockets()
  const statuses: string[] = []
  const frames: string[] = []
  const line = openAgentSocket({
    token: 'secret',
    connect: sockets.connect,
    ...(poll && { poll }),
    random: () => chance,
    onFrame: frame => frames.push(frame.type),
    onStatus: status => statuses.push(status)
  })
  return { sockets, statuses, frames, line }
}

describe('the line to the relay', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('says hello with the token first, and is online once it is welcome', () => {
    const { sockets, statuses, line } = openLine()
    sockets.newest.open()
    expect(sockets.newest.heard).toEqual([{ type: 'hello', token: 'secret' }])
    expect(line.send({ type: 'typing', conversation: 'c' })).toBe(false)

    sockets.newest.say({ type: 'welcome' })
    expect(statuses).toEqual(['connecting', 'online'])
    expect(line.send({ type: 'typing', conversation: 'c' })).toBe(true)
    expect(sockets.newest.heard).toHaveLength(2)
  })

  it('comes back after a loss, later and later, but never later than twenty seconds', () => {
    const { sockets } = openLine()
    const waits = [250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]
    for (const wait of waits) {
      const attempts = sockets.made.length
      sockets.welcome()
      sockets.newest.end()
      vi.advanceTimersByTime(wait - 1)
      expect(sockets.made).toHaveLength(attempts)
      vi.advanceTimersByTime(1)
      expect(sockets.made).toHaveLength(attempts + 1)
    }
  })

  it('spreads the attempts over the whole time, so that not everybody comes back at once', () => {
    const { sockets } = openLine({ chance: 0 })
    sockets.newest.end()
    vi.advanceTimersByTime(0)
    expect(sockets.made).toHaveLength(2)
  })

  it('begins to count anew after half a minute of health', () => {
    const { sockets } = openLine()
    for (let loss = 0; loss < 5; loss++) {
      sockets.welcome()
      sockets.newest.end()
      vi.advanceTimersToNextTimer()
    }
    sockets.welcome()
    vi.advanceTimersByTime(30_000)
    sockets.newest.end()
    vi.advanceTimersByTime(250)
    expect(sockets.made).toHaveLength(7)
  })

  it('asks after a silence, and stays when it is answered', () => {
    const { sockets } = openLine()
    sockets.welcome()
    vi.advanceTimersByTime(SILENCE)
    expect(sockets.newest.heard.at(-1)).toEqual({ type: 'probe' })

    sockets.newest.say({ type: 'pong' })
    vi.advanceTimersByTime(PROBE_MS)
    expect(sockets.made).toHaveLength(1)
  })

  it('gives up a connection that does not answer, and hears no more of it', () => {
    const { sockets, statuses, frames } = openLine()
    sockets.welcome()
    vi.advanceTimersByTime(SILENCE + PROBE_MS)
    expect(sockets.newest.isClosed).toBe(true)
    expect(statuses.at(-1)).toBe('lost')

    sockets.made[0]!.say({ type: 'ping' })
    expect(frames).toEqual(['welcome'])
  })

  it('needs no probe while the relay pings', () => {
    const { sockets } = openLine()
    sockets.welcome()
    for (let ping = 0; ping < 4; ping++) {
      vi.advanceTimersByTime(25_000)
      sockets.newest.say({ type: 'ping' })
    }
    expect(sockets.newest.heard).toEqual([{ type: 'hello', token: 'secret' }])
  })

  it('probes at once when something hints that the line is gone', () => {
    const { sockets, line } = openLine()
    sockets.welcome()
    line.nudge()
    line.nudge()
    expect(sockets.newest.heard.filter(({ type }) => type === 'probe')).toHaveLength(1)
  })

  it('tries at once when something hints that the line is back', () => {
    const { sockets, line } = openLine()
    sockets.newest.end()
    line.nudge()
    expect(sockets.made).toHaveLength(2)
    // The attempt that was planned is not made as well.
    vi.advanceTimersByTime(1000)
    expect(sockets.made).toHaveLength(2)
  })

  it('gives up a connection that is never welcomed', () => {
    const { sockets } = openLine()
    sockets.newest.open()
    vi.advanceTimersByTime(10_250)
    expect(sockets.made).toHaveLength(2)
  })

  it.each([
    ['unauthorized', closeCodes.unauthorized.code],
    ['forbidden', closeCodes.forbidden.code],
    ['of another version', closeCodes.noCommonVersion.code]
  ])('does not come back when it is %s', (_why, code) => {
    const { sockets, statuses, line } = openLine()
    sockets.newest.open()
    sockets.newest.end(code)
    expect(statuses.at(-1)).toBe('refused')
    line.nudge()
    vi.advanceTimersByTime(60_000)
    expect(sockets.made).toHaveLength(1)
  })

  it.each([
    ['restarts', closeCodes.restarting.code],
    ['finds it slow', closeCodes.slow.code]
  ])('comes back when the relay %s', (_why, code) => {
    const { sockets } = openLine()
    sockets.welcome()
    sockets.newest.end(code)
    vi.advanceTimersByTime(250)
    expect(sockets.made).toHaveLength(2)
  })

  it('goes by long poll where sockets are refused twice, and says the same there', async () => {
    const asked: object[] = []
    const { promise, resolve } = Promise.withResolvers<PollReply>()
    const poll: PollCall = async (_path, { json }) => {
      asked.push(json)
      if (asked.length === 1) return { session: 's', frames: [{ type: 'welcome' }] }
      return asked.length === 2 ? promise : new Promise(() => {})
    }
    const { sockets, statuses, frames, line } = openLine({ poll })
    for (const _ of [1, 2]) {
      sockets.newest.end()
      vi.advanceTimersToNextTimer()
    }
    await vi.waitFor(() => expect(statuses.at(-1)).toBe('online'))
    expect(sockets.made).toHaveLength(2)
    expect(asked[0]).toEqual({ frames: [{ type: 'hello', token: 'secret' }] })
    expect(line.send({ type: 'typing', conversation: 'c' })).toBe(true)
    await vi.waitFor(() => expect(asked).toHaveLength(3))
    expect(asked[2]).toEqual({ session: 's', frames: [{ type: 'typing', conversation: 'c' }] })
    resolve({ session: 's', frames: [{ type: 'pong' }] })
    await vi.waitFor(() => expect(frames).toContain('pong'))
    line.close()
  })

  it('stays away once it is closed', () => {
    const { sockets, line } = openLine()
    sockets.welcome()
    line.close()
    line.nudge()
    vi.advanceTimersByTime(120_000)
    expect(sockets.made).toHaveLength(1)
    expect(sockets.newest.isClosed).toBe(true)
  })
})
