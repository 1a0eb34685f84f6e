import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How long a request under way may still take once the server stops, in milliseconds. */
const FINISH_MS = 5_000
const SWEEP_MS = 20

/** A server that listens, and does not answer yet. @throws {Error} when the port is taken, in words for the operator */
export async function listen(at: { port: number; host?: string | undefined }): Promise<Server> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 })
  server.listen({ port: at.port, ...(at.host === undefined ? {} : { host: at.host }) })
  try {
    await once(server, 'listening')
    return server
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (!isTaken) throw cause
    throw new Error(`Port ${at.port} is taken. Set PORT to another one.`, { cause })
  }
}

/** The port a listening server has got. */
export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Where to go to reach it. A wildcard says where to listen, and is no address to go to. */
export function localUrl(server: Server, host: string | undefined): string {
  const isAnywhere = host === undefined || host === '0.0.0.0' || host === '::'
  const name = isAnywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${portOf(server)}`
}

/** Takes no more connections, lets `finish` deal with those there are, and resolves when all are gone. */
export async function closeServer(server: Server, finish: () => Promise<unknown>): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  await finish()
  // A connection that was answering when the server closed is kept alive after it: nobody else hangs up.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  const cut = setTimeout(() => server.closeAllConnections(), FINISH_MS)
  await closed
  clearInterval(sweep)
  clearTimeout(cut)
}
