import { expect, it } from 'vitest'
import { uuidv7 } from '../../sdk/src/uuid.ts'

it('is a UUIDv7 of its time', () => {
  const now = Date.UTC(2026, 8, 9, 12)
  const id = uuidv7(now)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now)
})

it('is another each time, and later ones sort later', () => {
  const ids = Array.from({ length: 1_000 }, (_, n) => uuidv7(1_000 + n))
  expect(new Set(ids).size).toBe(1_000)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(Array.from({ length: 1_000 }, () => uuidv7(1))).size).toBe(1_000)
})
