import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '..')
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const samples = (language: string) =>
  [...README.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, code]) => code!
  )

describe('the README', () => {
  it('has samples that compile', () => {
    // Inside node_modules, so that the packages are found by their names as a user's are.
    const dir = join(ROOT, 'node_modules/.readme')
    rmSync(dir, { recursive: true, force: true })
    mkdirSync(dir, { recursive: true })
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const code = samples('ts')
    expect(code.length).toBeGreaterThan(1)
    for (const [at, text] of code.entries()) writeFileSync(join(dir, `sample-${at}.ts`), text)
    const tsconfig = { extends: join(ROOT, 'tsconfig.json'), include: ['*.ts'], exclude: [] }
    writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(tsconfig))
    execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', dir], { encoding: 'utf8' })
  })

  it('names only scripts that exist', () => {
    const named = samples('sh').flatMap(text => [...text.matchAll(/npm run ([\w:]+)/g)])
    expect(named.length).toBeGreaterThan(0)
    for (const [, script] of named) expect(Object.keys(packageJson.scripts)).toContain(script)
  })
})
