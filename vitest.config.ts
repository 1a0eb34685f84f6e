import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Relays that tests start, again and again, and the workers are at work sooner with what was compiled before.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/segue-tests')

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: './test/compile-relay.ts',
    reporters: ['default', './test/tally.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    // Two cores are enough for everything but several browsers at once.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A slow machine is no failure: what is waited for either comes, or never does.
    expect: { poll: { timeout: 20_000 } }
  }
})
