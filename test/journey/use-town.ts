import { afterAll, beforeAll } from 'vitest'
import { openTown, type Town } from './town.ts'

/** One town for all tests of a file. */
export function useTown(): () => Town {
  let town: Town
  beforeAll(async () => {
    town = await openTown()
  })
  afterAll(() => town?.close())
  return () => town
}
