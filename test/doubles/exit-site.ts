import { createServer } from 'node:http'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { listen } from './listen.ts'

/** A client of events, as a site would set it up. */
export type ExitClient = 'segue' | 'segment' | 'segment-batching'

const root = join(import.meta.dirname, 'exit-pages')

/** A site whose pages send events with one client or another: `/<client>?api=<where to>`. */
export async function openExitSite(
  clients: readonly ExitClient[]
): Promise<{ url: string; close(): Promise<void> }> {
  const files = new Map<string, string>()
  const scripts = new Set(clients.map(client => client.split('-')[0]!))
  for (const script of scripts) {
    const lib = { entry: join(root, `${script}.ts`), formats: ['es' as const], fileName: script }
    const built = await build({
      root,
      configFile: false,
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: { write: false, lib, minify: true }
    })
    const { output } = [built].flat()[0] as Rolldown.RolldownOutput
    for (const file of output) if (file.type === 'chunk') files.set(`/${file.fileName}`, file.code)
  }

  const server = createServer((req, res) => {
    const path = String(req.url).split('?')[0]!
    const file = files.get(path)
    const script = path.slice(1).split('-')[0]
    res.setHeader('content-type', file ? 'text/javascript' : 'text/html')
    res.end(
      file ??
        `<!doctype html><title>Shop</title>${
          scripts.has(String(script)) ? `<script type="module" src="/${script}.js"></script>` : ''
        }`
    )
  })
  const { port, close } = await listen(server)
  return {
    url: `http://localhost:${port}`,
    close
  }
}
