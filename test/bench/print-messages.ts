import type { ServerKind } from './child.ts'
import { measureDelay, measureThroughput, type Throughput } from './messages.ts'
import { head, row, say } from './table.ts'

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

/** Messages a second, and their delays. */
export async function printMessages(): Promise<void> {
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
