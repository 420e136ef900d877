import { describe, expect, it } from 'vitest'
import { fenceAfter, marksOf, type OpenFence } from './marks.ts'

const OURS: OpenFence = { mark: '```', isOurs: true }
const said = (line: string, open: OpenFence | null) =>
  marksOf(line, open).map(({ from, to, name }) => `${name} ${line.slice(from, to)}`)

describe('the marks of a line', () => {
  it('tell a kind, a name and a title apart', () => {
    expect(said('duty first-convoy "The 2 trucks"', OURS)).toEqual([
      'kind duty',
      'name first-convoy',
      'string "The 2 trucks"',
    ])
  })

  it('tell a field from its words, and numbers from names with digits', () => {
    expect(said('  by           dday + 7 days', OURS)).toEqual(['field by', 'number 7'])
    expect(said('  after        met(phase-2)', OURS)).toEqual(['field after'])
    expect(said('               2016-09-12T19:00+03:00', OURS)).toEqual(['number 2016-09-12T19:00+03:00'])
  })

  it('leave prose alone, and what stands in another language', () => {
    expect(said('They wait for 7 days.', null)).toEqual([])
    expect(said('duty first', { mark: '~~~', isOurs: false })).toEqual([])
    expect(said('## 2. The road', null)).toEqual(['heading ## 2. The road'])
  })

  it('stand in the fence that is open, until its own mark closes it', () => {
    const open = fenceAfter('````truce', null)
    expect(open).toEqual({ mark: '````', isOurs: true })
    expect(fenceAfter('```', open)).toBe(open)
    expect(fenceAfter('party north', open)).toBe(open)
    expect(fenceAfter('`````', open)).toBeNull()
  })
})
