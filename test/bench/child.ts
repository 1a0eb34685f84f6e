import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Question } from './answer-parent.ts'
import type { Flood, FloodResult } from './flood-process.ts'
import type { Load, LoadResult } from './load-process.ts'

/** A server in a process of its own. */
export interface BenchServer {
  url: string
  ask(question: Question): Promise<number>
  stop(): void
}

export type ServerKind = 'durable' | 'storeless' | 'echo'

const FILES: Partial<Record<ServerKind | 'express', string>> = {
  echo: 'echo-process.ts',
  express: 'express-process.ts'
}

/** Starts a relay with its store, one without, a bare echo, or express that forgets events. `origin` is where its visitors' page is. */
export async function startServer(
  kind: ServerKind | 'express',
  origin: string
): Promise<BenchServer> {
  const file = FILES[kind] ?? 'relay-process.ts'
  const child = start(['--expose-gc', join(import.meta.dirname, file), kind, origin])
  const next = linesOf(child)
  const port = (await next()) as number
  return {
    url: `http://127.0.0.1:${port}`,
    ask(question) {
      child.stdin!.write(`${question}\n`)
      return next() as Promise<number>
    },
    stop: () => void child.stdin!.end()
  }
}

/** Runs one load in a process of its own, so that what is measured does not pay for measuring. */
export async function runLoad(
  server: BenchServer,
  load: Omit<Load, 'url'>
): Promise<LoadResult & { cpu: number }> {
  return runGenerator<LoadResult>(server, 'load-process.ts', load)
}

/** Pours events, in a process of its own. */
export async function runFlood(
  server: BenchServer,
  flood: Omit<Flood, 'url'>
): Promise<FloodResult & { cpu: number }> {
  return runGenerator<FloodResult>(server, 'flood-process.ts', flood)
}

async function runGenerator<Result>(
  server: BenchServer,
  file: string,
  settings: object
): Promise<Result & { cpu: number }> {
  const whole = JSON.stringify({ ...settings, url: server.url })
  const next = linesOf(start([join(import.meta.dirname, file), whole]))
  await next()
  const before = await server.ask('cpu')
  const result = (await next()) as Result
  return { ...result, cpu: (await server.ask('cpu')) - before }
}

const start = (args: string[]): ChildProcess =>
  spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })

function linesOf(child: ChildProcess): () => Promise<unknown> {
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The process ended before it said anything.')
    return JSON.parse(value)
  }
}
