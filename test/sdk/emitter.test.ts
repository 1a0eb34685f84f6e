import { afterEach, expect, it, vi } from 'vitest'
import { createEmitter } from '../../sdk/src/emitter.ts'

afterEach(() => void vi.unstubAllGlobals())

const start = () => {
  const emitter = createEmitter<{ said: string; done: undefined }>()
  const heard: string[] = []
  return { ...emitter, heard, hear: (value: string) => void heard.push(value) }
}

it('tells every listener of that event, in the order they came', () => {
  const { on, emit, heard, hear } = start()
  on('said', value => hear(`first ${value}`))
  on('said', value => hear(`second ${value}`))
  on('done', () => hear('done'))
  emit('said', 'a')
  expect(heard).toEqual(['first a', 'second a'])
})

it('takes one listener back, also when the same function listens twice', () => {
  const { on, emit, heard, hear } = start()
  const undo = on('said', hear)
  on('said', hear)
  undo()
  undo()
  emit('said', 'a')
  expect(heard).toEqual(['a'])
})

it('tells a listener once if it wants that', () => {
  const { once, emit, heard, hear } = start()
  once('said', hear)
  const undo = once('said', hear)
  undo()
  emit('said', 'a')
  emit('said', 'b')
  expect(heard).toEqual(['a'])
})

it('lets the others hear when one throws, and leaves the error to the page', () => {
  const errors: (() => void)[] = []
  vi.stubGlobal('queueMicrotask', (run: () => void) => errors.push(run))
  const { on, emit, heard, hear } = start()
  on('said', () => {
    throw new Error('a mistake of the page')
  })
  on('said', hear)
  emit('said', 'a')
  expect(heard).toEqual(['a'])
  expect(errors).toHaveLength(1)
  expect(errors[0]).toThrow('a mistake of the page')
})

it('forgets everybody', () => {
  const { on, emit, clear, heard, hear } = start()
  on('said', hear)
  clear()
  emit('said', 'a')
  expect(heard).toEqual([])
})
