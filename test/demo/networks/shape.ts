import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FIXTURES = join(import.meta.dirname, '../../fixtures')

export const readFixture = (path: string) => JSON.parse(readFileSync(join(FIXTURES, path), 'utf8'))

/** Every path of keys in a value, sorted; lists count once. `entry.changes.value.messages.id` */
export function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Array.isArray(value)
    ? value.flatMap(each => keysOf(each, path))
    : Object.entries(value).flatMap(([key, each]) => keysOf(each, path ? `${path}.${key}` : key))
  return [...new Set(inside)].sort()
}
