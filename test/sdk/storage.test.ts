import { expect, it } from 'vitest'
import { createShelf } from '../../sdk/src/storage.ts'
import { blockedStorage, memoryStorage } from '../doubles/memory-storage.ts'

it('keeps values where the next page finds them', () => {
  const storage = memoryStorage()
  createShelf(() => storage).write('a', { b: [1] })
  const next = createShelf(() => storage)
  expect(next.read('a')).toEqual({ b: [1] })
  next.write('a', undefined)
  expect(next.read('a')).toBeUndefined()
  expect(storage.kept.size).toBe(0)
})

it.each([
  ['refuses everything', blockedStorage],
  ['is not there', () => null],
  [
    'may not even be named',
    (): Storage => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  ]
])('keeps values in memory where storage %s', (_, open) => {
  const shelf = createShelf(open)
  expect(shelf.read('a')).toBeUndefined()
  shelf.write('a', 1)
  expect(shelf.read('a')).toBe(1)
  shelf.write('a', undefined)
  expect(shelf.read('a')).toBeUndefined()
})

it('prefers what it has in memory when the storage has become full', () => {
  const storage = memoryStorage()
  const shelf = createShelf(() => storage)
  shelf.write('a', 'old')
  storage.setItem = () => {
    throw new DOMException('Full.', 'QuotaExceededError')
  }
  shelf.write('a', 'new')
  expect(shelf.read('a')).toBe('new')
})

it('takes what somebody else wrote there for nothing', () => {
  const storage = memoryStorage()
  storage.setItem('a', '{not JSON')
  expect(createShelf(() => storage).read('a')).toBeUndefined()
})
