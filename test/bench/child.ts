import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Question } from './answer-parent.ts'
import type { Load, LoadResult } from './load-process.ts'

/** A server in a process of its own. */
export interface BenchServer {
  url: string
  ask(question: Question): Promise<number>
  stop(): void
}

export type ServerKind = 'durable' | 'storeless' | 'echo'

/** Starts a relay with its store, one without, or a bare echo. `origin` is where its visitors' page is. */
export async function startServer(kind: ServerKind, origin: string): Promise<BenchServer> {
  const file = kind === 'echo' ? 'echo-process.ts' : 'relay-process.ts'
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
  const whole: Load = { ...load, url: server.url }
  const file = join(import.meta.dirname, 'load-process.ts')
  const next = linesOf(start([file, JSON.stringify(whole)]))
  await next()
  const before = await server.ask('cpu')
  const result = (await next()) as LoadResult
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
