import { describe, expect, it } from 'vitest'
import { asked, BOTH, recordOf, said, seen, time } from './fixture.ts'
import { groundStatus, type Position, type Wait } from './index.ts'

const pair = (positions: readonly Position[], waits: readonly Wait[] = [], at = time('18T23:00')) =>
  groundStatus(BOTH, recordOf(positions, waits), asked({ at })).pairs[0]!

const hour = (text: string) => ({ observedAt: time(text), recordedAt: time('18T22:00') })
const north = (metres: number, at: string) => seen(metres, hour(at))
const south = (metres: number, at: string) => seen(-metres, { party: 'south-party', unit: 'tanks-2', ...hour(at) })

describe('two duties that run together', () => {
  it('are done together where the positions leave no more than the tolerance between them', () => {
    const status = pair([
      north(300, '17T10:00'),
      north(2000, '17T14:00'),
      south(300, '17T12:00'),
      south(2000, '17T20:00'),
    ])
    expect(status).toMatchObject({ state: 'together', gap_h: { low: 0, high: 10 } })
  })

  it('are apart where they leave more, and cannot be told where they leave both', () => {
    const apart = [north(300, '16T01:00'), north(2000, '16T02:00'), north(2000, '18T10:00')]
    expect(pair([...apart, south(300, '18T10:00'), south(2000, '18T12:00')])).toMatchObject({
      state: 'apart',
      gap_h: { low: 56, high: 59 },
    })
    expect(pair([...apart, south(2000, '18T12:00')])).toMatchObject({ state: 'cannot_tell', gap_h: { high: null } })
  })

  it('leave the other so many hours once one of them is done', () => {
    const status = pair([north(2000, '18T12:00'), south(300, '18T12:00')])
    expect(status).toMatchObject({ state: 'one_done', follow_by: time('19T12:00') })
    expect(status.why).toBe('north-party keeps its depths; south-party is to follow')
    const late = pair([north(2000, '17T12:00'), north(2000, '18T12:00'), south(300, '18T12:00')])
    expect(late.why).toBe('north-party keeps its depths; the 24 hours in which south-party follows are over')
  })

  it('wait for each other while nobody is found to have begun, and say what would break it', () => {
    const wait: Wait = {
      id: 'w',
      party: 'south-party',
      waitsFor: 'north-party',
      statedAt: time('15T12:00'),
      source: 'an agency',
      doc: 'report',
      quote: 'not before them',
      recordedAt: time('15T13:00'),
    }
    const status = pair([north(300, '18T10:00'), south(300, '18T10:00')], [wait])
    expect(status.state).toBe('mutual_wait')
    expect(status.b.says.map(({ quote }) => quote)).toEqual(['not before them'])
    expect(status.would_break).toHaveLength(3)
    expect(status.would_break[0]).toContain('one of monitor, guarantor sees units of north-party farther from the line')
  })

  it('still wait for each other where it is contested whether one has begun', () => {
    const words = [said('asserts', 'guarantor', { source: 'a' }), said('denies', 'south-party')]
    const status = pair(words)
    expect(status).toMatchObject({ state: 'mutual_wait', a: { begun: 'contested' } })
    expect(status.why).toContain('whether north-party has begun is contested')
    expect(pair(words.slice(0, 1))).toMatchObject({ state: 'one_begun', would_break: [] })
  })

  it('see a party begin where one observer saw a unit surely farther off than before', () => {
    const moved = pair([north(300, '18T08:00'), north(600, '18T12:00'), south(300, '18T12:00')])
    expect(moved).toMatchObject({ state: 'one_begun', a: { begun: 'supported', finding: 'not_kept' } })
    const perhaps = pair([north(300, '18T08:00'), north(390, '18T12:00'), south(300, '18T12:00')])
    expect(perhaps.state).toBe('mutual_wait')
  })
})
