import { measureIdle } from './idle.ts'
import { say } from './table.ts'

/** What a visitor who does nothing costs. */
export async function printIdle(): Promise<void> {
  const visitor = await measureIdle('durable')
  const bare = await measureIdle('echo')
  const kib = (bytes: number) => (bytes / 1024).toFixed(1)
  say(`An idle visitor costs ${kib(visitor)} KiB, a bare ws socket ${kib(bare)} KiB.`)
}
