import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { testConfig } from '../doubles/relay.ts'

describe('segue-relay', () => {
  const main = join(import.meta.dirname, '../../relay/src/main.ts')
  const run = (args: string[], env = {}) =>
    new Promise<{ code: number; out: string }>(resolve => {
      const options = { env: { ...process.env, LOG_LEVEL: 'silent', ...env } }
      execFile(process.execPath, [main, ...args], options, (error, stdout, stderr) => {
        resolve({ code: Number(error?.code ?? 0), out: stdout + stderr })
      })
    })
  const file = async (name: string, text: string) => {
    const dir = await mkdtemp(join(tmpdir(), 'segue-config-'))
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    await writeFile(join(dir, name), text)
    return join(dir, name)
  }

  it('says how it is used', async () => {
    const { code, out } = await run(['--help'])
    expect([code, out]).toEqual([0, expect.stringContaining('--config <path>')])
  })

  it('starts nothing, and says why, in words', async () => {
    const path = await file(
      'segue.config.json',
      JSON.stringify({ ...testConfig({}, '/data'), sites: [{ key: 'x' }] })
    )
    const { code, out } = await run(['--config', path])
    expect(code).toBe(1)
    expect(out).toContain('The configuration has 3 mistakes:\n  sites[0].secret is missing.')
    expect(out).not.toContain('    at ')
  })

  it.each([
    [['--config', '/nowhere/segue.config.ts'], 'There is no file /nowhere/segue.config.ts.'],
    [['--konfig', 'x'], "Unknown option '--konfig'"]
  ])('explains %j', async (args, words) => {
    const { code, out } = await run(args)
    expect([code, out]).toEqual([1, expect.stringContaining(words)])
  })

  it('explains a file that cannot be read', async () => {
    const { code, out } = await run(['--config', await file('broken.json', '{')])
    expect([code, out]).toEqual([1, expect.stringContaining('broken.json cannot be read')])
  })
})
