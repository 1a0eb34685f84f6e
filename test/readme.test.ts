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
function compile(samples: ReadonlyMap<string, string>): void {
  // Inside node_modules, so that the packages are found by their names as a user's are.
  const dir = join(ROOT, 'node_modules/.readme')
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  for (const [name, text] of samples) writeFileSync(join(dir, `${name}.ts`), text)
  const tsconfig = { extends: join(ROOT, 'tsconfig.json'), include: ['*.ts'], exclude: [] }
  writeFileSync(join(dir, 'tsconfig.json'), JSON.stringify(tsconfig))
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', dir], { stdio: 'inherit' })
}

it('samples in README files compile', { timeout: 120_000 }, () => {
  const files = ['README.md', 'sdk/README.md'].map(file => samplesOf(read(file), 'ts'))
  for (const samples of files) expect(samples.length).toBeGreaterThan(1)
  // All at once: most of the time goes into what they import.
  const named = files.flatMap((samples, file) =>
    samples.map((text, at) => [`${['relay', 'sdk'][file]}-${at}`, text] as const)
  )
  compile(new Map(named))
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
