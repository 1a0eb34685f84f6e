import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../relay/src/core/store.ts'
import { openSqliteStore } from '../../../relay/src/store/index.ts'

const ROUNDS = 5
const WRITER = join(import.meta.dirname, 'acked-writer.ts')

let dir: string
let child: ChildProcess | undefined

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'segue-kill-'))
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(dir, { recursive: true, force: true })
})

/** Lets a process write until it has said `count` lines, kills it, and gives all the lines it got out. */
const writeUntilKilled = async (count: number) => {
  const writer = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
  child = writer
  const closed = once(writer, 'close')
  const lines: string[] = []
  for await (const line of createInterface(writer.stdout)) {
    lines.push(line)
    if (lines.length === count) writer.kill('SIGKILL')
  }
  await closed
  return lines
}

const messagesOf = async (store: Store) => {
  const kept = new Map<string, string>()
  for (const talk of ['t0', 't1', 't2']) {
    const entries = await store.entries(talk, { limit: 1_000_000 })
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    for (const { seq, body } of entries) {
      if (body.type === 'message') kept.set(`${talk} ${seq}`, body.id)
    }
  }
  return kept
}

describe('a killed process', () => {
  it('loses nothing that it has acknowledged, and leaves nothing by halves', async () => {
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const lines = await writeUntilKilled(2 + Math.floor(Math.random() * 400))
      acknowledged.push(...lines.filter(line => line !== 'ready'))
      const store = await openSqliteStore(dir)
      const kept = await messagesOf(store)
      for (const line of acknowledged) {
        const [talk, seq, id] = line.split(' ')
        expect(kept.get(`${talk} ${seq}`)).toBe(id)
      }
      expect(await store.queued()).toBe(kept.size)
      await store.close()
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS)
  })

  it('keeps others off its directory while it lives, and nobody when it is dead', async () => {
    const writer = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
    child = writer
    await once(writer.stdout, 'data')
    await expect(openSqliteStore(dir)).rejects.toThrow(`${dir} is in use by process ${writer.pid}`)
    writer.stdout.resume()
    writer.kill('SIGKILL')
    await once(writer, 'close')
    const store = await openSqliteStore(dir)
    expect(await store.ready()).toBe(true)
    await store.close()
  })
})
