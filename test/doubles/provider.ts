import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from './listen.ts'

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
    const one = { method, path, headers, body: await text(request) }
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
  const { url, close } = await listen(server)

  return {
    url,
    asked,
    answers(manner) {
      manners = typeof manner === 'function' ? manner : () => manner
    },
    close
  }
}

/** An address where nobody listens any more. */
export async function deadUrl(): Promise<string> {
  const provider = await startProvider()
  await provider.close()
  return provider.url
}
