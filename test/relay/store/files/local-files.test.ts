import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLocalFiles } from '../../../../relay/src/store/index.ts'
import { itKeepsFiles } from './contract.ts'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'segue-files-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

const filesIn = async (dir: string) =>
  (await readdir(dir, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())

itKeepsFiles('a folder', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'segue-files-'))
  return {
    open: () => openLocalFiles(join(dir, 'made', 'as needed')),
    count: async () => (await filesIn(dir)).length,
    close: () => rm(dir, { recursive: true, force: true })
  }
})

describe('a folder of files', () => {
  it('spreads them over many folders, whatever time their ids begin with', async () => {
    const files = await openLocalFiles(parent)
    for (let n = 0; n < 40; n++) await files.put(`0198a1b2-${n}`, new Uint8Array(1))
    const shards = (await readdir(parent)).filter(name => name !== 'unfinished')
    expect(shards.length).toBeGreaterThan(20)
    expect(shards.every(name => /^[\da-f]{2}$/.test(name))).toBe(true)
  })

  it('is nobody else’s to read', async () => {
    const files = await openLocalFiles(parent)
    await files.put('f', new Uint8Array(1))
    const [file] = await filesIn(parent)
    const path = join(file!.parentPath, file!.name)
    expect((await stat(path)).mode & 0o077).toBe(0)
    expect((await stat(file!.parentPath)).mode & 0o077).toBe(0)
  })

  it('sweeps out what a relay that died left half written, and not what another writes now', async () => {
    await openLocalFiles(parent)
    const draft = (name: string) => join(parent, 'unfinished', name)
    await writeFile(draft('old'), 'x')
    await writeFile(draft('new'), 'x')
    await utimes(draft('old'), 0, 0)
    await openLocalFiles(parent)
    expect((await filesIn(parent)).map(({ name }) => name)).toEqual(['new'])
  })
})
