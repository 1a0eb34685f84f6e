import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from '../../relay/src/config.ts'
import { startRelay } from '../../relay/src/relay.ts'
import { openMemoryStore } from './memory-store.ts'

/**
 * A relay to be measured, with or without its store (`sqlite` or `memory` in the first argument).
 * Prints its port; answers a line on its input with its memory; ends when its input does.
 */
const [kind = 'sqlite', origin = ''] = process.argv.slice(2)
const dir = mkdtempSync(join(tmpdir(), 'segue-bench-'))
const plenty = 1_000_000_000
const config: Config = {
  publicUrl: 'http://127.0.0.1',
  port: 0,
  host: '127.0.0.1',
  store: `sqlite:${dir}`,
  sites: [
    { key: 'bench', secret: 'a-secret-for-the-bench-alone', name: 'Bench', origins: [origin] }
  ],
  agents: [
    { id: 'anna', name: 'Anna', email: 'anna@bench.example', token: 'agent-token-of-the-bench' }
  ],
  limits: {
    framesPerSecond: plenty,
    frameBurst: plenty,
    connectionsPerIp: plenty,
    connectsPerMinute: plenty,
    sessionsPerMinute: plenty,
    requestsPerMinute: plenty
  }
}
const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const relay = await startRelay(config, {
  log: quiet,
  ...(kind === 'memory' ? { store: openMemoryStore() } : {})
})
console.info(JSON.stringify({ port: relay.port }))
process.stdin.on('data', () => {
  globalThis.gc?.()
  console.info(JSON.stringify({ rss: process.memoryUsage().rss }))
})
process.stdin.on('end', () => {
  rmSync(dir, { recursive: true, force: true })
  process.exit(0)
})
