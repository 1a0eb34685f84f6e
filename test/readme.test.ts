import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const samplesOf = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code!)

/** Compiles each sample as a module of its own. @throws after the compiler has said what is wrong */
function compile(samples: string[]): void {
  // Inside node_modules, so that the packages are found by their names as a user's are.
  const dir = join(ROOT, 'node_modules/.readme')
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  for (const [at, text] of samples.entries()) writeFileSync(join(dir, `sample-${at}.ts`), text)
  const tsconfig = { extends: join(ROOT, 'tsconfig.json'), include: ['*.ts'], exclude: [] }
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(tsconfig))
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', dir], { stdio: 'inherit' })
}

describe.each(['README.md', 'sdk/README.md'])('%s', file => {
  it('has samples that compile', { timeout: 120_000 }, () => {
    const samples = samplesOf(read(file), 'ts')
    expect(samples.length).toBeGreaterThan(1)
    compile(samples)
  })
})

describe('the README', () => {
  it('names only scripts that exist', () => {
    const named = samplesOf(read('README.md'), 'sh').flatMap(text => [
      ...text.matchAll(/npm run ([\w:]+)/g)
    ])
    expect(named.length).toBeGreaterThan(0)
    for (const [, script] of named) expect(Object.keys(packageJson.scripts)).toContain(script)
  })
})
