import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../relay/src/config.ts'
import { startRelay } from '../../relay/src/relay.ts'
import { answerParent } from './answer-parent.ts'
import { openMemoryStore } from './memory-store.ts'
import { AGENT_TOKEN, SITE } from './site.ts'

/** A relay to be measured: `durable` or `storeless` in the first argument, the visitors' origin in the second. */
const [kind, origin = ''] = process.argv.slice(2)
const dir = mkdtempSync(join(tmpdir(), 'segue-bench-'))
const plenty = 1_000_000_000
const config: Config = {
  publicUrl: 'http://127.0.0.1',
  port: 0,
  host: '127.0.0.1',
  store: `sqlite:${dir}`,
  sites: [{ key: SITE, secret: 'a-secret-for-the-bench-alone', name: 'Bench', origins: [origin] }],
  agents: [{ id: 'anna', name: 'Anna', email: 'anna@bench.example', token: AGENT_TOKEN }],
  limits: {
    framesPerSecond: plenty,
    frameBurst: plenty,
    connectionsPerIp: plenty,
    connectsPerMinute: plenty,
    sessionsPerMinute: plenty,
    requestsPerMinute: plenty,
    eventCallsPerMinute: plenty,
    eventsPerMinute: plenty,
    siteEventsPerMinute: plenty
  }
}
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const store = kind === 'storeless' ? { store: openMemoryStore() } : {}
const relay = await startRelay(config, { log: quiet, ...store })
answerParent(relay.port, () => rmSync(dir, { recursive: true, force: true }))
