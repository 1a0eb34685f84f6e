import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFiles } from '../../../relay/src/store/index.ts'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'segue-files-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

describe('files', () => {
  it('come back as they were put in, after a restart too', async () => {
    const dir = join(parent, 'made', 'as needed')
    const bytes = new Uint8Array([0, 255, 10, 13])
    await (await openFiles(dir)).put('0198-a_B', bytes)
    expect(await (await openFiles(dir)).get('0198-a_B')).toEqual(bytes)
    expect(await readdir(dir)).toEqual(['0198-a_B'])
  })

  it('are whole, the old or the new one, while one is replaced', async () => {
    const files = await openFiles(parent)
    await files.put('f', new Uint8Array(100_000).fill(1))
    const replacing = files.put('f', new Uint8Array(200_000).fill(2))
    const found = await files.get('f')
    expect([100_000, 200_000]).toContain(found.length)
    expect(new Set(found).size).toBe(1)
    await replacing
    expect(await files.get('f')).toHaveLength(200_000)
  })

  it('that are not there are an error that names them', async () => {
    const files = await openFiles(parent)
    await expect(files.get('missing')).rejects.toThrow(/no file missing/)
  })

  it.each(['', '..', '../up', 'a/b', 'a\\b', 'a\0', '.hidden', 'x'.repeat(65)])(
    'refuse the id %j',
    async id => {
      const files = await openFiles(join(parent, 'in'))
      await expect(files.put(id, new Uint8Array(1))).rejects.toThrow(/file id/)
      await expect(files.get(id)).rejects.toThrow(/file id/)
      expect(await readdir(parent)).toEqual(['in'])
    }
  )
})
