import { once } from 'node:events'
import { cpus } from 'node:os'
import { WebSocket } from 'ws'
import { startServer } from './child.ts'
import { measureDelay, measureIdle, measureThroughput, ORIGIN, openSession } from './messages.ts'
import { measureWidget } from './widget-moments.ts'

/** Prints every benchmark as Markdown, in the form the README has them. */

const perSecond = ({ acked, seconds }: { acked: number; seconds: number }) =>
  Math.round(acked / seconds)
const row = (...cells: (string | number)[]) => console.info(`| ${cells.join(' | ')} |`)
const say = (line = '') => console.info(line)

say(`Node ${process.version}, ${cpus().length} cores, load generator on the same machine.`)
say()
row(
  'senders',
  'acknowledged/s',
  'forwarded/s',
  'ack p50 / p99 ms',
  'without a store',
  'bare echo',
  'ratio'
)
row('--:', '--:', '--:', '--:', '--:', '--:', '--:')
for (const senders of [64, 512]) {
  const { durable, storeless, echo } = await measureThroughput(senders)
  row(
    senders,
    perSecond(durable),
    Math.round(durable.forwarded / durable.seconds),
    `${durable.ack.p50} / ${durable.ack.p99}`,
    perSecond(storeless),
    perSecond(echo),
    `${(perSecond(durable) / perSecond(storeless)).toFixed(2)} of storeless, ${(perSecond(durable) / perSecond(echo)).toFixed(2)} of echo`
  )
}
say()
const delay = await measureDelay()
say(
  `At ${Math.round(delay.acked / delay.seconds)} messages/s over 500 sockets: acknowledged p50 ${delay.ack.p50} ms, p99 ${delay.ack.p99} ms; in the inbox p50 ${delay.forward.p50} ms, p99 ${delay.forward.p99} ms.`
)
const idle = await measureIdle()
say(
  `An idle visitor costs ${(idle.relay / 1024).toFixed(1)} KiB, a bare ws socket ${(idle.bare / 1024).toFixed(1)} KiB.`
)
say()

const relay = await startServer('relay-process.ts', 'sqlite', ORIGIN)
try {
  const longVisitor = await talkALot(relay.url, 500)
  const { port } = new URL(ORIGIN)
  const moments = await measureWidget({
    relay: relay.url,
    site: 'bench',
    port: Number(port),
    longVisitor
  })
  row(
    'widget, 4× slowdown',
    'requests',
    'bytes (br)',
    'script ms',
    'longest task ms',
    'layout shift'
  )
  row('---', '--:', '--:', '--:', '--:', '--:')
  for (const { name, requests, bytes, script, longestTask, layoutShift } of moments) {
    row(name, requests, bytes, script.toFixed(1), longestTask.toFixed(0), layoutShift.toFixed(3))
  }
} finally {
  relay.stop()
}

/** A visitor who has said so many things. */
async function talkALot(url: string, messages: number) {
  const session = await openSession(url)
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/socket`, 'segue.v1', {
    origin: ORIGIN
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'hello', token: session.token, since: 0, visible: false }))
  await once(socket, 'message')
  for (let n = 1; n <= messages; n++) {
    const text = `message ${n}`
    socket.send(JSON.stringify({ type: 'send', cid: crypto.randomUUID(), text }))
  }
  await new Promise<void>(resolve => {
    let acked = 0
    socket.on('message', data => {
      if (String(data).includes('"ack"') && ++acked === messages) resolve()
    })
  })
  socket.close()
  return { visitor: session.visitor, secret: session.secret }
}
