import { createSdk, type EventSchemas, type TrackedEvent } from '@segue/sdk'
import { type } from 'arktype'
import * as v from 'valibot'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { checkBy } from '../../sdk/src/check-event.ts'
import { bundleForPage } from '../doubles/bundle-sdk.ts'

let warnings: string[]
beforeEach(() => {
  warnings = []
  vi.spyOn(console, 'warn').mockImplementation(text => void warnings.push(text))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

describe('in development, a plan of validators', () => {
  it.each([
    ['valibot', v.object({ cart: v.object({ total: v.number() }) }), /Expected number/],
    ['zod', z.object({ cart: z.object({ total: z.number() }) }), /expected number/],
    ['arktype', type({ cart: { total: 'number' } }), /must be a number/]
  ])(
    'by %s tells once what is wrong, where, and what was expected',
    (library, schema, expected) => {
      const check = checkBy({ [library]: schema })
      expect(check(library, { cart: { total: 399 } })).toBeUndefined()
      expect(warnings).toEqual([])
      expect(check(library, { cart: { total: '399' } })).toEqual(['cart.total'])
      expect(check(library, { cart: { total: null } })).toEqual(['cart.total'])
      expect(warnings).toHaveLength(1)
      expect(warnings[0]).toContain(`“${library}”: cart.total: `)
      expect(warnings[0]).toMatch(expected)
    }
  )

  it('tells of events that are not in it, and of properties where it has none', () => {
    const check = checkBy({ 'Signed Off': undefined })
    expect(check('Signed Off', undefined)).toBeUndefined()
    expect(check('Signed Off', { why: 'bored' })).toEqual([''])
    expect(check('toString', {})).toEqual([''])
    expect(warnings).toHaveLength(2)
  })

  it('does not wait for one that is asynchronous, and survives one that fails', async () => {
    const late = v.objectAsync({
      code: v.pipeAsync(
        v.string(),
        v.checkAsync(async () => false)
      )
    })
    const bad = (validate: () => never): EventSchemas[string] => ({ '~standard': { validate } })
    const fail = () => {
      throw new Error('a mistake of the page')
    }
    const check = checkBy({
      Late: late,
      Thrown: bad(fail),
      Rejected: bad((async () => fail()) as never)
    })
    for (const name of ['Late', 'Thrown', 'Rejected']) {
      expect(check(name, { code: 'x' })).toBeUndefined()
    }
    await expect.poll(() => warnings).toHaveLength(3)
  })
})

describe('an event against its plan', () => {
  const page = () => {
    vi.stubGlobal('document', { title: '', referrer: '', documentElement: {} })
    vi.stubGlobal('location', { origin: 'https://shop.example', pathname: '/' })
    const sdk = createSdk({
      key: 'shop',
      relay: 'https://relay.example',
      storage: null,
      events: { Paid: v.object({ total: v.number() }) }
    })
    const heard: TrackedEvent[] = []
    sdk.on('queued', event => void heard.push(event))
    return { heard, track: sdk.track as unknown as (name: string, properties: object) => void }
  }

  it('is sent all the same, with the paths of what is wrong', () => {
    const { heard, track } = page()
    track('Paid', { total: 'secret' })
    track('Paid', { total: 399 })
    expect(heard[0]).toMatchObject({ properties: { total: 'secret' } })
    expect(heard.map(({ context }) => context!.violations)).toEqual([['total'], undefined])
    expect(warnings).toHaveLength(1)
  })

  it('is not looked at in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    const { heard, track } = page()
    track('Paid', { total: '399' })
    expect(heard[0]!.context).not.toHaveProperty('violations')
    expect(warnings).toEqual([])
  })

  it('is not looked at where no bundler has said what this is', () => {
    const { process } = globalThis
    vi.stubGlobal('process', undefined)
    const { heard, track } = page()
    track('Paid', { total: '399' })
    vi.stubGlobal('process', process)
    expect(heard[0]!.context).not.toHaveProperty('violations')
  })
})

describe('a production bundle', () => {
  const code = `import { createSdk } from '@segue/sdk'; createSdk({ key: 'k', relay: 'r' }).track('e')`

  it('holds nothing of the checking, by esbuild', async () => {
    const chunks = await bundleForPage(code)
    expect(chunks.flatMap(({ modules }) => modules)).toContain('sdk/src/tracker.ts')
    expect(chunks.map(({ code }) => code).join()).not.toMatch(/~standard|in the plan/)
  })

  it('holds nothing of the checking, by Vite', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const page: NonNullable<Parameters<typeof build>[0]>['plugins'] = [
      {
        name: 'page',
        resolveId: id => (id === 'page' ? id : undefined),
        load: id => (id === 'page' ? code : undefined)
      }
    ]
    const built = await build({
      root: import.meta.dirname,
      configFile: false,
      logLevel: 'silent',
      plugins: page,
      build: { write: false, rolldownOptions: { input: 'page' } }
    })
    const [result] = [built].flat()
    const codes = 'output' in result! ? result.output.map(file => 'code' in file && file.code) : []
    expect(codes.join()).toContain('sendBeacon')
    expect(codes.join()).not.toMatch(/~standard|in the plan/)
  })
})
