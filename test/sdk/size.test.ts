import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, minify, type Rolldown } from 'vite'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../sdk')

/** What a page that uses all of the SDK downloads, by chunk. */
async function buildForPage(): Promise<Rolldown.OutputChunk[]> {
  const lib = { entry: 'src/index.ts', formats: ['es' as const] }
  const options = { root, configFile: false, logLevel: 'silent' } as const
  const built = await build({ ...options, build: { write: false, lib } })
  const { output } = [built].flat()[0] as Rolldown.RolldownOutput
  return output.filter(file => file.type === 'chunk')
}

/** Bytes on the way: minified, brotli. */
async function bytesOf(chunks: Rolldown.OutputChunk[]): Promise<number> {
  const minified = chunks.map(({ fileName, code }) => minify(fileName, code, { module: true }))
  const sizes = (await Promise.all(minified)).map(({ code }) => brotliCompressSync(code).length)
  return sizes.reduce((sum, size) => sum + size, 0)
}

it('costs a page few bytes at first, and few in all', async () => {
  const chunks = await buildForPage()
  const first = chunks.filter(({ isEntry }) => isEntry)
  expect(first).toHaveLength(1)
  expect(await bytesOf(first)).toBeLessThan(6_600)
  // The HTTP client comes with the first call, and what polls where it is needed.
  expect(await bytesOf(chunks)).toBeLessThan(12_000)

  const modules = chunks.flatMap(({ moduleIds }) => moduleIds)
  expect(modules.length).toBeGreaterThan(30)
  expect(modules.filter(id => id.includes('typebox'))).toEqual([])
})
