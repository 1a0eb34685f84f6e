import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createSplitter } from './wire-units.ts'

/** A bad way to a relay, on which every connection is cut between two messages sooner or later. */
export interface CuttingProxy {
  url: string
  /** Connections that it has cut so far. */
  readonly cuts: number
  /** From now on it lets everything pass. */
  rest(): void
  close(): Promise<void>
}

/** Most messages, counted both ways, that a connection carries before it is cut. */
const MOST = 14

/**
 * Starts a proxy before the relay at this port. Where it cuts is decided by `random`: after so many messages (an HTTP
 * request or answer, or a WebSocket frame) the next one is lost, whichever way it went, and the connection with it.
 */
export async function startCuttingProxy(port: number, random: () => number): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  let isCutting = true
  let cuts = 0

  const server = createServer(page => {
    const relay = connect(port, '127.0.0.1')
    let left = Math.floor(random() * MOST)
    let isSocket = false

    const cut = () => {
      page.destroy()
      relay.destroy()
    }

    const carry = (from: Socket, to: Socket) => {
      const split = createSplitter()
      from.on('data', chunk => {
        for (const unit of split(chunk, isSocket)) {
          left -= 1
          if (isCutting && left < 0) {
            cuts += 1
            return cut()
          }
          // The answer that makes it a socket is the last of HTTP, both ways.
          isSocket ||= unit.subarray(0, 12).toString('latin1') === 'HTTP/1.1 101'
          to.write(unit)
        }
      })
      from.on('close', cut)
      from.on('error', cut)
      open.add(from)
      from.on('close', () => open.delete(from))
    }

    carry(page, relay)
    carry(relay, page)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts
    },
    rest() {
      isCutting = false
    },
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    }
  }
}
