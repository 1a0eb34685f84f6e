import { afterAll, afterEach, beforeAll } from 'vitest'
import { openTown, type Town } from './town.ts'

/** One town for all tests of a file; its pages are one test's. */
export function useTown(): () => Town {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterEach(() => town?.closePages())
  afterAll(() => town?.close())
  return () => town
}
