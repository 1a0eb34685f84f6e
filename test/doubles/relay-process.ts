import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../relay/src/main.ts')

/** A relay in a process of its own, as a company runs it. It can be killed and started again on the same port and data. */
export interface RelayProcess {
  url: string
  /** Starts it and waits until it is ready. Its clock may be put forward by some milliseconds. */
  start(options?: { aheadMs?: number }): Promise<void>
  /** Ends it at once, with nothing said to anybody. */
  kill(): Promise<void>
  /** Asks it to end, and gives its exit code. */
  stop(): Promise<number | null>
  /** What it has printed since it was made. */
  output(): string
}

/** What has Node tell a later time. */
const putForward = (ms: number): string[] =>
  ms ? ['--import', `data:text/javascript,const now=Date.now;Date.now=()=>now()+${ms}`] : []

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Prepares a relay that reads `config` (without `publicUrl` and `store`) from a file in `dir` and keeps its data there. */
export async function relayProcess(
  dir: string,
  config: object,
  { port = 0 }: { port?: number } = {}
): Promise<RelayProcess> {
  const listening = port || (await freePort())
  const url = `http://127.0.0.1:${listening}`
  const file = join(dir, 'segue.config.json')
  await writeFile(
    file,
    JSON.stringify({ publicUrl: url, store: `sqlite:${join(dir, 'data')}`, ...config })
  )
  let child: ChildProcess | undefined
  let output = ''

  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const ending = child
    child = undefined
    if (!ending) return null
    const exited = once(ending, 'exit')
    if (ending.exitCode === null) ending.kill(signal)
    if (ending.exitCode === null && ending.signalCode === null) await exited
    return ending.exitCode
  }

  return {
    url,
    output: () => output,
    async start({ aheadMs = 0 } = {}) {
      const env = { ...process.env, PORT: String(listening), LOG_LEVEL: 'warn' }
      const started = spawn(process.execPath, [...putForward(aheadMs), MAIN, '--config', file], {
        env
      })
      child = started
      started.stdout.on('data', data => {
        output += data
      })
      started.stderr.on('data', data => {
        output += data
      })
      for (;;) {
        if (started.exitCode !== null) throw new Error(`The relay did not start:\n${output}`)
        const isReady = await fetch(`${url}/readyz`).then(
          reply => reply.ok,
          () => false
        )
        if (isReady) return
        await new Promise(resolve => setTimeout(resolve, 20))
      }
    },
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM')
  }
}
