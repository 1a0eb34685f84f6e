import { describe, expect, it } from 'vitest'
import { addLine, changeLine, moveLine, removeLine } from '../../../relay/inbox/fold/lines.ts'

const lines = ['a', 'b', 'c'].map(key => ({ key, title: key }))
const keys = (of: readonly { key: string }[]) => of.map(({ key }) => key).join('')

describe('lines', () => {
  it('are added at the end, or below one', () => {
    expect(keys(addLine(lines, { key: 'd', title: '' }))).toBe('abcd')
    expect(keys(addLine(lines, { key: 'd', title: '' }, 'a'))).toBe('adbc')
  })

  it('move a place at a time, and stay at the ends', () => {
    expect(keys(moveLine(lines, 'b', -1))).toBe('bac')
    expect(keys(moveLine(lines, 'b', 1))).toBe('acb')
    expect(moveLine(lines, 'a', -1)).toBe(lines)
    expect(moveLine(lines, 'c', 1)).toBe(lines)
    expect(moveLine(lines, 'nobody', 1)).toBe(lines)
  })

  it('are changed and removed by their key', () => {
    expect(changeLine(lines, 'b', { title: 'B' })[1]).toEqual({ key: 'b', title: 'B' })
    expect(keys(removeLine(lines, 'b'))).toBe('ac')
  })
})
