import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildPackage } from './build-package.ts'
import { buildScript } from './build-script.ts'

/** Builds all that leaves this workspace: `dist/script` for the relay to serve, `dist` for npm. */

const dist = join(import.meta.dirname, 'dist')
rmSync(dist, { recursive: true, force: true })

for (const { path, code } of await buildScript()) {
  const file = join(dist, 'script', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, code)
}
await buildPackage()
