import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))

const license = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8')

const entries = {
  index: 'src/index.ts',
  'create-chat': 'src/create-chat.ts',
  'chat-alone': 'src/chat-alone.ts',
  'marks/index': 'src/marks/index.ts',
  'theme/index': 'src/theme/index.ts',
  'server/index': 'src/server/index.ts',
  'transports/index': 'src/transports/index.ts',
  'protocol/index': 'src/protocol/index.ts',
  'protocol/checks': 'src/protocol/checks.ts'
}

const built = (path: string) => ({ types: `./${path}.d.ts`, default: `./${path}.js` })

/** `dist` is what npm gets: its own manifest points at the built files instead of the sources. */
const publishable: Plugin = {
  name: 'publishable',
  generateBundle() {
    const { scripts, private: _, ...kept } = manifest
    const exports = {
      '.': built('index'),
      './chat': built('create-chat'),
      './chat-alone': built('chat-alone'),
      './marks': built('marks/index'),
      './theme': built('theme/index'),
      './server': built('server/index'),
      './transports': built('transports/index'),
      './protocol': built('protocol/index'),
      './protocol/checks': built('protocol/checks')
    }
    const source = `${JSON.stringify({ ...kept, exports }, null, 2)}\n`
    this.emitFile({ type: 'asset', fileName: 'package.json', source })
    this.emitFile({ type: 'asset', fileName: 'LICENSE', source: license })
  }
}

export default defineConfig({
  plugins: [publishable],
  build: {
    target: 'es2022',
    lib: { entry: entries, formats: ['es'] },
    rolldownOptions: {
      external: Object.keys(manifest.dependencies).map(name => new RegExp(`^${name}(/|$)`)),
      output: { chunkFileNames: '[name].js' }
    },
    minify: false
  }
})
