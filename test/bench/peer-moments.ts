import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { type Moment, medianOf } from './median-of.ts'
import { isTag, isText, middleOf, seek } from './page-tree.ts'
import { type Visit, visit } from './widget-visit.ts'

const MESSAGES = 500

/** Each peer as its manual puts it on a page, and how one sees that it is there. */
const PAGES = {
  // It has no launcher: it stands open in the page.
  'deep-chat': `import 'deep-chat'
    const chat = document.createElement('deep-chat')
    chat.connect = { url: '/chat' }
    chat.history = Array.from({ length: +location.hash.slice(1) },
      (_, at) => ({ role: 'user', text: 'message ' + (at + 1) }))
    document.body.append(chat)`,
  typebot: `import Typebot from '@typebot.io/js/web'
    Typebot.initBubble({ typebot: 'bench', apiHost: location.origin })`
}
type Peer = keyof typeof PAGES

/** What a Typebot server says when a chat begins: one greeting, and the question for a text. */
const BEGUN = {
  sessionId: 'session',
  resultId: 'result',
  typebot: {
    ...{
      id: 'bench',
      version: '6.1',
      theme: {},
      settings: { typingEmulation: { enabled: false } }
    },
    publishedAt: '2026-01-01T00:00:00.000Z'
  },
  messages: [
    {
      ...{ id: 'hello', type: 'text' },
      content: { type: 'richText', richText: [{ type: 'p', children: [{ text: 'Hello' }] }] }
    }
  ],
  input: { id: 'ask', type: 'text input', options: {} }
}

/** Measures the two in the same way as the widget. */
export async function measurePeers(browser: Browser): Promise<Moment[]> {
  const files = await bundlePeers()
  const site = createServer(({ url = '', method }, res) => {
    const file = files.get(url.slice(1))
    if (method === 'POST')
      res.setHeader('content-type', 'application/json').end(JSON.stringify(BEGUN))
    else if (file) res.setHeader('content-type', 'text/javascript').end(file)
    else res.setHeader('content-type', 'text/html').end(pageOf(url.slice(1)))
  })
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const at = (name: string, page: string, act: Visit['act']) =>
    medianOf(name, () => visit(browser, `${origin}/${page}`, { act }))
  try {
    return [
      await at('deep-chat, open', 'deep-chat#0', seeDeepChat),
      await at(`deep-chat, open, ${MESSAGES} messages`, `deep-chat#${MESSAGES}`, seeLast),
      await at('Typebot, closed', 'typebot', seeBubble),
      await at('Typebot, open', 'typebot', openBubble)
    ]
  } finally {
    site.close()
  }
}

const pageOf = (peer: string) =>
  `<!doctype html><html lang="en"><title>Bench</title><body><h1>A page</h1>${
    peer in PAGES ? `<script type="module" src="/${peer}.js"></script>` : ''
  }`

/** As a customer's own production bundle has them. */
async function bundlePeers(): Promise<Map<string, Uint8Array>> {
  const virtual = {
    name: 'peers',
    setup({ onResolve, onLoad }: Parameters<NonNullable<Plugins>[number]['setup']>[0]) {
      onResolve({ filter: /^peer:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'peer' }))
      onLoad({ filter: /.*/, namespace: 'peer' }, ({ path }) => ({
        contents: PAGES[path as Peer],
        resolveDir: import.meta.dirname
      }))
    }
  }
  const { outputFiles } = await build({
    entryPoints: Object.keys(PAGES).map(peer => ({ in: `peer:${peer}`, out: peer })),
    ...{ bundle: true, minify: true, splitting: true, format: 'esm', target: 'es2022' },
    ...{ outdir: '/', write: false, logLevel: 'silent', legalComments: 'none' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [virtual]
  })
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]))
}
type Plugins = NonNullable<Parameters<typeof build>[0]>['plugins']

const seeDeepChat = async (page: Page) => {
  await seek(page, ({ attributes = [] }) => attributes.includes('text-input'))
}

const seeLast = async (page: Page) => {
  await seek(page, isText(`message ${MESSAGES}`))
}

const seeBubble = async (page: Page) => {
  await seek(page, isTag('button'))
}

async function openBubble(page: Page): Promise<void> {
  await page.mouse.click(...(await middleOf(page, isTag('button'))))
  await seek(page, isTag('input', 'textarea'))
}
