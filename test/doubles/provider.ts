import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request, exactly as it came over the wire. */
export interface Asked {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** What to do with a request: answer it, break the connection after reading it, or never answer. */
export type Manner =
  | { status: number; headers?: Record<string, string>; body?: string | Uint8Array | object }
  | 'reset'
  | 'hang'

/** A provider's HTTP server that does as it is told and remembers what it was asked. */
export interface Provider {
  url: string
  asked: Asked[]
  /** What the following requests get. */
  answers(manner: Manner | ((asked: Asked) => Manner)): void
  close(): Promise<void>
}

/** Starts one on 127.0.0.1. */
export async function startProvider(): Promise<Provider> {
  const asked: Asked[] = []
  let manners: (asked: Asked) => Manner = () => ({ status: 500 })

  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    const one = { method, path, headers, body: await bodyOf(request) }
    asked.push(one)
    const manner = manners(one)
    if (manner === 'hang') return
    if (manner === 'reset') return void request.socket.resetAndDestroy()
    const { status, body = '' } = manner
    const isJson = typeof body === 'object' && !(body instanceof Uint8Array)
    response.writeHead(status, {
      ...(isJson && { 'content-type': 'application/json' }),
      ...manner.headers
    })
    response.end(isJson ? JSON.stringify(body) : body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers(manner) {
      manners = typeof manner === 'function' ? manner : () => manner
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** An address where nobody listens any more. */
export async function deadUrl(): Promise<string> {
  const provider = await startProvider()
  await provider.close()
  return provider.url
}
