import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** A flood of events. Given as JSON in the first argument. */
export interface Flood {
  url: string
  writeKey: string
  connections: number
  seconds: number
  /** Events of one batch. */
  batch: number
}

/** Printed as JSON at the end. Before that, `"measuring"` is when the counting begins. */
export interface FloodResult {
  /** Events that were acknowledged. */
  acked: number
  seconds: number
  /** Answers that were not 200. */
  refused: number
}

const WARM_UP_MS = 1000
const PEOPLE = 5000

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** An event of ordinary size, about 420 bytes, named as Segment's Node client names its own. A batch is one visitor's. */
const eventOf = (n: number): string => {
  const now = Date.now()
  return JSON.stringify({
    type: 'track',
    event: 'Product Viewed',
    messageId: `node-next-${now}-${randomUUID()}`,
    anonymousId: `visitor-${n % PEOPLE}`,
    timestamp: new Date(now).toISOString(),
    properties: { product: 'Mug', sku: `sku-${n % 900}`, price: 249.5, currency: 'SEK' },
    context: {
      library: { name: '@segment/analytics-node', version: '3.1.0' },
      page: { url: `https://shop.example/mugs/${n % 900}`, title: 'Mugs from Norrsken' }
    }
  })
}

/** One call after the other over one connection, written and read by hand: the generator shares its machine with what it measures. */
function pour(flood: Flood, answered: (good: boolean) => void): Socket {
  const { hostname, port, host } = new URL(flood.url)
  const authorization = Buffer.from(`${flood.writeKey}:`).toString('base64')
  const head = `POST /v1/batch HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Basic ${authorization}\r\nContent-Type: application/json\r\n`
  const socket = connect(Number(port), hostname)
  let sent = 0
  let heard = ''
  const send = () => {
    sent += 1
    const events = Array.from({ length: flood.batch }, () => eventOf(sent))
    const body = `{"batch":[${events.join()}],"sentAt":"${new Date().toISOString()}"}`
    socket.write(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  socket.setEncoding('latin1')
  socket.on('connect', send)
  socket.on('data', chunk => {
    heard += chunk
    const end = heard.indexOf('\r\n\r\n')
    const length = /content-length: (\d+)/i.exec(heard)?.[1]
    if (end < 0 || heard.length < end + 4 + Number(length ?? 0)) return
    answered(heard.startsWith('HTTP/1.1 200'))
    heard = ''
    send()
  })
  return socket
}

async function run(flood: Flood): Promise<FloodResult> {
  let acked = 0
  let refused = 0
  const answered = (good: boolean) => {
    if (good) acked += flood.batch
    else refused += 1
  }
  const sockets = Array.from({ length: flood.connections }, () => pour(flood, answered))
  await wait(WARM_UP_MS)
  console.info('"measuring"')
  acked = 0
  const began = performance.now()
  await wait(flood.seconds * 1000)
  const result = { acked, refused, seconds: (performance.now() - began) / 1000 }
  for (const socket of sockets) socket.destroy()
  return result
}

console.info(JSON.stringify(await run(JSON.parse(process.argv[2]!))))
process.exit(0)
