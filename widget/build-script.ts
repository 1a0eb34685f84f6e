import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { LANGUAGES } from './src/language.ts'

/** One built file, by its path under the relay's root. */
export interface Built {
  path: string
  code: string
}

const here = import.meta.dirname

/** Browsers since the middle of 2024: they know `light-dark()` and `:dir()`. */
export const target = ['chrome125', 'firefox126', 'safari17.5']

/** What all builds of the widget share. */
export const shared = {
  root: here,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  // Not by NODE_ENV: a test measures what pages get.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } }
} satisfies InlineConfig

async function bundle(config: InlineConfig): Promise<Built[]> {
  // As a library Vite answers with a list, one for each format.
  const [result] = [await build({ ...shared, ...config })].flat()
  if (!result || !('output' in result)) throw new Error('The build of the widget gave no files.')
  return result.output.map(file => {
    if (file.type !== 'chunk') throw new Error(`${file.fileName}: the widget is scripts only.`)
    return { path: file.fileName, code: file.code }
  })
}

/** The chat in hashed modules, each fetched when it is needed. */
const bundleChat = (): Promise<Built[]> =>
  bundle({
    // Libraries are left to their users' bundlers to switch to production: here is no other.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target,
      // As a library: else every import() comes with a helper that adds <link> elements to the page.
      lib: { entry: join(here, 'src/chat.tsx'), formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        // The SDK calls by code that it fetches; here that is in the same piece, and meant to be.
        checks: { ineffectiveDynamicImport: false },
        output: {
          minify: true,
          comments: false,
          // Each with all that it imports: else there would be more files to wait for. The chat's side of the SDK and its
          // HTTP client come in one piece, beside the chat and not before it. The rest is fetched by what imports it later.
          codeSplitting: {
            groups: [
              { name: 'chat', test: /\/widget\/src\/chat\.tsx|\/node_modules\/preact\// },
              { name: 'sdk', test: /\/widget\/src\/sdk\.ts|\/sdk\/src\/http\.ts/ }
            ]
          },
          entryFileNames: 'widget/[name]-[hash].js',
          chunkFileNames: 'widget/[name]-[hash].js'
        }
      }
    }
  })

/** What greets, in a file of its own: most pages never fetch it, and it shares nothing with the chat that would be a file more. */
const bundleGreeting = (): Promise<Built[]> =>
  bundle({
    build: {
      write: false,
      target,
      lib: { entry: { greet: join(here, 'src/greeting/greet.ts') }, formats: ['es'] },
      rolldownOptions: {
        output: { minify: true, comments: false, entryFileNames: 'widget/[name]-[hash].js' }
      }
    }
  })

/** The chunks that the loader fetches by itself. */
const FETCHED = ['chat', 'sdk', 'greet', ...LANGUAGES]
// Not `late-en`, which is fetched by whoever needs it.
const NAMES = new RegExp(`(?<=[/"'\`])(${FETCHED.join('|')})-([\\w-]{8})\\.js`, 'g')

/** Gives what the loader fetches one hash in common, so that it has to know one, and not one for each. */
function shareHash(chunks: Built[]): { chunks: Built[]; hash: string } {
  const codes = chunks.filter(({ path }) => path.search(NAMES) > 0).map(({ code }) => code)
  const hash = createHash('sha256').update(codes.sort().join()).digest('base64url').slice(0, 8)
  const rename = (text: string) => text.replace(NAMES, `$1-${hash}.js`)
  const renamed = chunks.map(({ path, code }) => ({ path: rename(path), code: rename(code) }))
  return { chunks: renamed, hash }
}

/** The script tag's own file: classic, and alone. */
const bundleLoader = (hash: string): Promise<Built[]> =>
  bundle({
    define: { HASH: JSON.stringify(hash) },
    build: {
      write: false,
      target,
      modulePreload: false,
      rolldownOptions: {
        input: join(here, 'src/loader/main.ts'),
        output: { format: 'iife', entryFileNames: 'widget.js' }
      }
    }
  })

/** What sites take into their own service worker, or copy: as it is written, under a name that stays. */
const pushWorker = (): Built => ({
  path: 'widget/push.js',
  code: readFileSync(join(here, 'src/push/worker.js'), 'utf8')
})

/**
 * Compiled as a whole, while it arrives and beside the page's own thread, by browsers that know this comment: elsewhere
 * each function is when it is first called, on that thread.
 * https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n'

/** What nearly all of is called when it comes: the launcher, and what opens the chat. */
const AT_ONCE = /^widget(\.js|\/(chat|sdk|timeline|tabs|late-client)-)/

const hinted = ({ path, code }: Built): Built => ({
  path,
  code: AT_ONCE.test(path) ? COMPILE_AT_ONCE + code : code
})

/** Everything the script tag needs: `widget.js`, and the modules it fetches from `widget/`. */
export async function buildScript(): Promise<Built[]> {
  const { chunks, hash } = shareHash([...(await bundleChat()), ...(await bundleGreeting())])
  return [...(await bundleLoader(hash)), ...chunks, pushWorker()].map(hinted)
}
