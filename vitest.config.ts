import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongFirst } from './test/long-first.ts'

// Relays that tests start, again and again, and the workers are at work sooner with what was compiled before.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/segue-tests')

/** Parts of pages, whose modules remember things: each file has them for itself. */
const PAGES = ['test/{inbox,sdk,widget}/**/*.test.{ts,tsx}']
/** Nothing that these import remembers anything: a worker loads it once, for all files that it runs. */
const WHOLE = ['test/*.test.ts', 'test/{demo,durability,journey,relay}/**/*.test.ts']
const BROWSERS = ['test/**/*.browser.test.ts', 'test/widget/browser/*.test.ts']

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default', './test/tally.ts'],
    globalSetup: './test/compile-relay.ts',
    // Two cores are enough for everything but several browsers at once.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    // A slow machine is no failure: what is waited for either comes, or never does.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'whole', include: [...WHOLE, ...BROWSERS], isolate: false }
      },
      {
        extends: true,
        test: { name: 'parts', include: PAGES, exclude: BROWSERS }
      }
    ]
  }
})
