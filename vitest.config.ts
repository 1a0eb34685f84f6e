import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
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
