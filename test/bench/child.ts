import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Load, LoadResult } from './load-process.ts'

/** A server in a process of its own. */
export interface BenchServer {
  url: string
  port: number
  /** Bytes of memory it holds now, after a collection. */
  memory(): Promise<number>
  stop(): void
}

/** Starts `file` of this folder, which prints its port, then answers every line with its memory. */
export async function startServer(file: string, ...args: string[]): Promise<BenchServer> {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, file), ...args], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const lines = linesOf(child)
  const { port } = (await lines()) as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async memory() {
      child.stdin!.write('\n')
      return ((await lines()) as { rss: number }).rss
    },
    stop: () => void child.stdin!.end()
  }
}

/** Runs one load in a process of its own, so that what is measured does not pay for measuring. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'load-process.ts'), JSON.stringify(load)],
    { stdio: ['pipe', 'pipe', 'inherit'] }
  )
  return (await linesOf(child)()) as LoadResult
}

function linesOf(child: ChildProcess): () => Promise<unknown> {
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('The process ended before it said anything.')
    return JSON.parse(value)
  }
}
