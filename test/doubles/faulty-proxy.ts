import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { listen } from './listen.ts'

/** What becomes of one call: `lost` never reaches the relay, `cut` does and its answer is lost; a number is answered instead. */
export type Fault = 'pass' | 'lost' | 'cut' | 500 | 429

/** A bad way to a relay. Each POST takes the next fault; when there are none left, everything passes. */
export interface FaultyProxy {
  url: string
  /** What is on the other side. */
  target: string
  faults: Fault[]
  /** Paths of the calls that reached the relay, without queries. */
  passed: string[]
  close(): Promise<void>
}

export async function startFaultyProxy(): Promise<FaultyProxy> {
  const server = createServer((req, res) => {
    const fault = req.method === 'POST' ? (proxy.faults.shift() ?? 'pass') : 'pass'
    void handle(proxy, fault, { req, res }).catch(() => res.destroy())
  })
  const { port, close } = await listen(server)
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${port}`,
    ...{ target: '', faults: [], passed: [] },
    close
  }
  return proxy
}

interface Exchange {
  req: IncomingMessage
  res: ServerResponse
}

async function handle(proxy: FaultyProxy, fault: Fault, { req, res }: Exchange): Promise<void> {
  const body = await buffer(req)
  if (fault === 'lost') return void req.socket.destroy()
  if (typeof fault === 'number') return refuse(fault, { req, res })
  const reply = await forward(proxy.target, req, body)
  if (req.method !== 'OPTIONS') proxy.passed.push(req.url!.split('?')[0]!)
  if (fault === 'cut') return void req.socket.destroy()
  res.writeHead(reply.status, Object.fromEntries(reply.headers))
  res.end(Buffer.from(await reply.arrayBuffer()))
}

/** As the relay itself would refuse: so that a page may read why. */
function refuse(status: number, { req, res }: Exchange): void {
  res.writeHead(status, {
    'access-control-allow-origin': req.headers.origin ?? '*',
    'access-control-expose-headers': 'Retry-After',
    ...(status === 429 ? { 'retry-after': '1' } : {})
  })
  res.end('{}')
}

function forward(target: string, req: IncomingMessage, body: Buffer): Promise<Response> {
  const { host: _, connection: __, 'content-length': ___, ...headers } = req.headers
  return fetch(target + req.url, {
    method: req.method!,
    headers: headers as Record<string, string>,
    ...(body.length > 0 ? { body: body as unknown as string } : {})
  })
}
