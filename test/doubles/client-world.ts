import { createServer } from 'node:http'
import { onTestFinished, type TestContext } from 'vitest'
import type { Config } from '../../relay/src/index.ts'
import { type EventRow, eventRows } from './event-rows.ts'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy.ts'
import { listen } from './listen.ts'
import { startTestRelay, type TestRelay, testSite } from './relay.ts'

const HOUR = 3_600_000

/** What other companies' clients meet: a site's pages, and a relay behind a bad way. */
export interface ClientWorld {
  relay: TestRelay
  /** The only way to the relay. */
  way: FaultyProxy
  /** Files of the site's pages, by path. What is not here is an empty page. */
  files: Map<string, string>
  /** Where the site's pages are. */
  site: string
  /** The events that were kept, once there are as many as this. */
  kept(count: number): Promise<EventRow[]>
}

/**
 * Opens a world that closes with the test. The relay's clock is an hour ahead of everybody else's.
 *
 * @param whenOver the test's own, where it runs beside others
 */
export async function openClientWorld(
  limits: Config['limits'] = {},
  whenOver: TestContext['onTestFinished'] = onTestFinished
): Promise<ClientWorld> {
  const files = new Map<string, string>()
  const server = createServer((req, res) => {
    const file = files.get(String(req.url))
    res.setHeader(
      'content-type',
      file && req.url!.endsWith('.js') ? 'text/javascript' : 'text/html'
    )
    res.end(file ?? '<!doctype html><title>Shop</title>')
  })
  const { url: site, close } = await listen(server)
  const way = await startFaultyProxy()
  const { origin: _, ...shop } = testSite
  const relay = await startTestRelay({
    now: () => Date.now() + HOUR,
    config: { limits, publicUrl: way.url, sites: [{ ...shop, origins: [site] }] }
  })
  way.target = relay.url
  whenOver(async () => {
    await close()
    await way.close()
    await relay.close()
  })
  return { relay, way, files, site, kept: count => waitForRows(relay.dir, count) }
}

async function waitForRows(dir: string, count: number): Promise<EventRow[]> {
  for (;;) {
    const rows = eventRows(dir)
    if (rows.length >= count) return rows
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
