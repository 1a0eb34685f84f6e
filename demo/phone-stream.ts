import type { RequestHandler } from 'express'
import type { Networks } from './networks/networks.ts'
import { phoneState } from './phone-state.ts'

/** What happens together is told together. */
const GATHER_MS = 20
/** Comments that keep the line open through proxies. */
const BEAT_MS = 20_000

/** Server-sent events: the whole state of the phones now, and again after every change. */
export const phoneStream =
  (networks: Networks): RequestHandler =>
  (_, res) => {
    res.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    res.flushHeaders()
    let pending: NodeJS.Timeout | undefined
    const tell = () => {
      pending = undefined
      res.write(`data: ${JSON.stringify(phoneState(networks))}\n\n`)
    }
    const stopWatching = networks.phone.watch(() => {
      pending ??= setTimeout(tell, GATHER_MS)
    })
    const beat = setInterval(() => res.write(':\n\n'), BEAT_MS)
    // An open stream would hold up the server's own end.
    networks.closing.addEventListener('abort', () => res.end())
    res.on('close', () => {
      stopWatching()
      clearInterval(beat)
      clearTimeout(pending)
    })
    tell()
  }
