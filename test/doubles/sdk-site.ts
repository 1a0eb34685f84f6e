import { createServer } from 'node:http'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { listen } from './listen.ts'

const root = join(import.meta.dirname, '../../sdk')

/** A site whose pages have the SDK as `window.createSdk` and `window.createChat`, built as a customer's bundler would. */
export async function openSdkSite(): Promise<{ url: string; close(): Promise<void> }> {
  const entry = { sdk: 'src/index.ts', chat: 'src/create-chat.ts' }
  const lib = { entry, formats: ['es' as const] }
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib }
  })
  const { output } = [built].flat()[0] as Rolldown.RolldownOutput
  const files = new Map(
    output.map(file => [`/${file.fileName}`, file.type === 'chunk' ? file.code : ''])
  )
  const page = `<!doctype html><html lang="sv"><title>Shop</title>
    <script type="module">
      import { createSdk } from '/sdk.js'
      import { createChat } from '/chat.js'
      Object.assign(window, { createSdk, createChat })
    </script>`

  const server = createServer((req, res) => {
    const file = files.get(String(req.url))
    res.setHeader('content-type', file ? 'text/javascript' : 'text/html')
    res.end(file ?? page)
  })
  const { port, close } = await listen(server)
  return {
    url: `http://localhost:${port}`,
    close
  }
}
