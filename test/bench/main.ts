import { cpus } from 'node:os'
import type { ServerKind } from './child.ts'
import { measureIdle } from './idle.ts'
import { measureDelay, measureThroughput, type Throughput } from './messages.ts'
import { measureWidget } from './widget-moments.ts'

/** Prints every benchmark as Markdown, in the form the README has them. */

const say = (line = '') => console.info(line)
const row = (...cells: (string | number)[]) => say(`| ${cells.join(' | ')} |`)

/** A table with its first column to the left and numbers to the right. */
const head = (first: string, ...others: string[]) => {
  row(first, ...others)
  row('---', ...others.map(() => '--:'))
}

const NAMES: Record<ServerKind, string> = {
  durable: 'kept on disk',
  storeless: 'without a store',
  echo: 'bare ws echo'
}

async function printThroughput(senders: number): Promise<void> {
  const measured = await measureThroughput(senders)
  const { storeless, echo } = measured
  const share = (of: Throughput, whole: Throughput) => (of.acked / whole.acked).toFixed(2)
  for (const kind of Object.keys(NAMES) as ServerKind[]) {
    const { acked, forwarded, ack, cpu } = measured[kind]
    row(
      `${senders} senders, ${NAMES[kind]}`,
      Math.round(acked),
      kind === 'echo' ? '–' : Math.round(forwarded),
      `${ack.p50} / ${ack.p99}`,
      Math.round(cpu),
      kind === 'durable' ? share(measured.durable, storeless) : '–',
      kind === 'echo' ? '–' : share(measured[kind], echo)
    )
  }
}

async function printMessages(): Promise<void> {
  head(
    'messages',
    'acknowledged/s',
    'forwarded/s',
    'ack p50 / p99 ms',
    'CPU µs each',
    'of storeless',
    'of echo'
  )
  for (const senders of [64, 512]) await printThroughput(senders)
  say()
  const { acked, ack, forward } = await measureDelay()
  say(
    `At ${Math.round(acked)} messages/s over 500 sockets: acknowledged p50 ${ack.p50} ms, p99 ${ack.p99} ms; ` +
      `in the inbox p50 ${forward.p50} ms, p99 ${forward.p99} ms.`
  )
}

async function printIdle(): Promise<void> {
  const visitor = await measureIdle('durable')
  const bare = await measureIdle('echo')
  const kib = (bytes: number) => (bytes / 1024).toFixed(1)
  say(`An idle visitor costs ${kib(visitor)} KiB, a bare ws socket ${kib(bare)} KiB.`)
}

async function printWidget(): Promise<void> {
  head(
    'widget, 4× slowdown',
    'requests',
    'bytes (br)',
    'script ms',
    'longest task ms',
    'layout shift'
  )
  for (const moment of await measureWidget()) {
    const { name, requests, bytes, script, longestTask, layoutShift } = moment
    const task = longestTask === 0 ? 'under 50' : longestTask.toFixed(0)
    row(name, requests, bytes, script.toFixed(1), task, layoutShift.toFixed(3))
  }
}

say(`Node ${process.version}, ${cpus().length} cores, load generator on the same machine.`)
say()
await printMessages()
say()
await printIdle()
say()
await printWidget()
