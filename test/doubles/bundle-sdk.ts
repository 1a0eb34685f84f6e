import { join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(import.meta.dirname, '../..')

export interface Chunk {
  /** What is loaded at once, rather than when it is needed. */
  first: boolean
  code: string
  /** The SDK's and its dependencies' files in it. */
  modules: string[]
}

/** What a customer's production bundle of this code becomes, with the SDK and all it may load. */
export async function bundleForPage(contents: string): Promise<Chunk[]> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: '/',
    metafile: true,
    write: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' }
  })
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [path.split('/').at(-1), output])
  )
  const nameOf = (path: string) => path.split('/').at(-1)!
  const first = new Set<string>()
  const follow = (name: string) => {
    if (first.has(name)) return
    first.add(name)
    const imports = outputs.get(name)?.imports ?? []
    for (const { path, kind } of imports) if (kind === 'import-statement') follow(nameOf(path))
  }
  follow('stdin.js')
  return outputFiles.map(({ path, text }) => ({
    first: first.has(nameOf(path)),
    code: text,
    modules: Object.keys(outputs.get(nameOf(path))?.inputs ?? {})
  }))
}
