import type { ClientFrame } from './protocol/client-frame.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import { LOST, type OpenTransport, type Transport } from './transport.ts'

/**
 * A transport whose code is still to be fetched: it opens as soon as that is there, and counts as lost where it cannot be had.
 *
 * @param load fetches it; what it gives back picks the transport, and is asked only if that is still wanted
 */
export const lateTransport =
  <Sent = ClientFrame, Heard = ServerFrame>(
    load: () => Promise<() => OpenTransport<Sent, Heard>>
  ): OpenTransport<Sent, Heard> =>
  events => {
    let transport: Transport<Sent> | undefined
    let isClosed = false
    load().then(
      pick => {
        if (!isClosed) transport = pick()(events)
      },
      () => isClosed || events.closed(LOST)
    )
    return {
      send: frame => transport?.send(frame),
      close() {
        isClosed = true
        transport?.close()
      }
    }
  }
