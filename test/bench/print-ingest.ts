import { measureChatBesideFlood, measureIngest } from './ingest.ts'
import { head, row, say } from './table.ts'

/** Events a second, and what they do to a chat. */
export async function printIngest(): Promise<void> {
  const { relay, express } = await measureIngest()
  head('events, batches of 20', 'events/s', 'CPU µs each', 'of express')
  row(
    'kept on disk',
    Math.round(relay.events),
    relay.cpu.toFixed(1),
    (relay.events / express.events).toFixed(2)
  )
  row('express, no store', Math.round(express.events), express.cpu.toFixed(1), '–')
  say()
  const { calm, flooded, events } = await measureChatBesideFlood()
  say(
    `A chat's messages are acknowledged in p50 ${calm.p50} ms, p99 ${calm.p99} ms; ` +
      `beside a flood of ${Math.round(events)} events/s in p50 ${flooded.p50} ms, p99 ${flooded.p99} ms.`
  )
}
