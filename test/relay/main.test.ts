import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { startTestRelay, testConfig } from '../doubles/relay.ts'
import { relayProcess } from '../doubles/relay-process.ts'
import { openWidget } from '../doubles/wire.ts'

async function processWith(more: { store?: string } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'segue-main-'))
  const { store: _, port: __, ...config } = testConfig({}, dir)
  const relay = await relayProcess(dir, { ...config, ...more })
  onTestFinished(async () => {
    await relay.kill()
    await rm(dir, { recursive: true, force: true })
  })
  return relay
}

it('says in one line where it listens, and ends well when it is asked to', async () => {
  const relay = await processWith()
  await relay.start()
  const visitor = await openWidget(relay.url)
  expect(await relay.stop()).toBe(0)
  expect(await visitor.closed).toBe(1012)
  expect(relay.output()).toContain(`Segue relay listens on ${relay.url}\n`)
})

it('says that the port is taken', async () => {
  const other = await startTestRelay()
  onTestFinished(() => other.close())
  const second = startTestRelay({ config: { port: other.port } })
  await expect(second).rejects.toThrow(`Port ${other.port} is taken. Set PORT to another one.`)
})

it('says that another relay has the store', async () => {
  const other = await startTestRelay()
  onTestFinished(() => other.close())
  const relay = await processWith({ store: `sqlite:${other.dir}` })
  await expect(relay.start()).rejects.toThrow(other.dir)
})

it('makes the keys of web push, in lines for the environment', async () => {
  const main = join(import.meta.dirname, '../../relay/src/main.ts')
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [main, 'vapid'])
  expect(stdout).toMatch(/^VAPID_PUBLIC_KEY=[\w-]{87}\nVAPID_PRIVATE_KEY=[\w-]{43}\n$/)
  await expect(run(process.execPath, [main, 'vapit'])).rejects.toThrow(/knows no vapit/)
})
