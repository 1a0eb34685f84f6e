import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Batch, TrackedEvent } from '@segue/sdk/protocol'
import { listen } from './listen.ts'
import { keepBatch } from './relay-peer.ts'

/** A relay that only counts: every event that came, as often as it came. */
export async function startEventRecorder() {
  const stored = new Map<string, TrackedEvent>()
  const wire: string[] = []
  const requests: { method: string; keys: string[] }[] = []

  const server = createServer(async (req, res) => {
    res.setHeader('access-control-allow-origin', req.headers.origin ?? '*')
    res.setHeader('access-control-allow-headers', 'authorization, content-type, x-retry-count')
    const body = await text(req).catch(() => undefined)
    // The page went away in the middle of it.
    if (body === undefined) return
    if (req.method !== 'POST') return void res.writeHead(204).end()
    const json = JSON.parse(body)
    requests.push({ method: req.method, keys: Object.keys(json) })
    const batch = { ...json, batch: json.batch ?? [json] } as Batch
    wire.push(...(batch.batch as TrackedEvent[]).map(({ messageId }) => messageId))
    res.setHeader('content-type', 'application/json')
    res.end(JSON.stringify(keepBatch(stored, batch)))
  })
  const { port, close } = await listen(server)

  return {
    port,
    requests,
    /** What came: different events, and how many there were with all repetitions. */
    counts: () => ({ unique: stored.size, wire: wire.length }),
    close
  }
}
