import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { shared, target } from './build-script.ts'
import pkg from './package.json' with { type: 'json' }

const dist = join(import.meta.dirname, 'dist')
const { scripts: _, exports: __, ...published } = pkg

/** What npm users get: modules that leave their dependencies to the user's own bundler. */
export async function buildPackage(): Promise<void> {
  await build({
    ...shared,
    build: {
      outDir: dist,
      emptyOutDir: false,
      target,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: {
          index: join(import.meta.dirname, 'src/index.ts'),
          texts: join(import.meta.dirname, 'src/strings/all.ts')
        },
        preserveEntrySignatures: 'strict',
        external: [/^preact/, /^@?nanostores/, /^@segue\//, /^lean-qr/],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' }
      }
    }
  })
  const exports = {
    '.': { types: './types/index.d.ts', default: './index.js' },
    './texts': { types: './types/strings/all.d.ts', default: './texts.js' }
  }
  const json = { ...published, sideEffects: false, exports }
  cpSync(join(import.meta.dirname, '../LICENSE'), join(dist, 'LICENSE'))
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(json, null, 2)}\n`)
}
