import { basename, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')

export interface Chunk {
  /** Loaded with the page, rather than when it is needed. */
  first: boolean
  code: string
  /** The files in it, by their path in the repository. */
  modules: string[]
}

/** What a customer's production bundle of this code becomes, with all that it may load. */
export async function bundleForPage(contents: string): Promise<Chunk[]> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: ROOT },
    absWorkingDir: ROOT,
    outdir: join(ROOT, 'out'),
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    metafile: true,
    // Nobody's licence counts.
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' }
  })
  const { outputs } = metafile
  const first = new Set<string>(['out/stdin.js'])
  for (const path of first) {
    for (const { path: next, kind } of outputs[path]!.imports) {
      if (kind === 'import-statement') first.add(next)
    }
  }
  return outputFiles.map(({ path, text }) => {
    const name = `out/${basename(path)}`
    return { first: first.has(name), code: text, modules: Object.keys(outputs[name]!.inputs) }
  })
}

const total = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0)

/** Bytes of all of these together, each on its own way. */
export const bytesOf = (chunks: Chunk[]): { raw: number; gzip: number; brotli: number } => ({
  raw: total(chunks.map(({ code }) => Buffer.byteLength(code))),
  gzip: total(chunks.map(({ code }) => gzipSync(code, { level: 9 }).length)),
  brotli: total(chunks.map(({ code }) => brotliCompressSync(code).length))
})
