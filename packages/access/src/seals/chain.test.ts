// Seal chains, and the point at which one broke.
import { describe, expect, it } from 'vitest'
import { Convoys } from '../convoys/index.ts'
import type { Question } from '../said.ts'
import { recordsOf, sheetOf } from '../testing/sheets.ts'

const LATE = { at: Date.UTC(2016, 10, 1), knownAt: null, sources: null }
const check = (what: string, place: string, hour: number, cells: Record<string, string> = {}) => ({
  seal_no: 's1',
  consignment_id: 'c1',
  vehicle_id: 't1',
  check: what,
  place,
  at: `2016-09-13T${String(hour).padStart(2, '0')}:00Z`,
  by: 'monitor',
  ...cells,
})
const event = (status: string, place: string, hour: number) => ({
  consignment_id: 'c1',
  vehicle_id: 't1',
  status,
  place,
  at: `2016-09-13T${String(hour).padStart(2, '0')}:30Z`,
})

function chainOf(checks: Record<string, string>[], events: Record<string, string>[] = [], question: Question = LATE) {
  const sheets = [sheetOf('seals.csv', checks), ...(events.length > 0 ? [sheetOf('events.csv', events)] : [])]
  return new Convoys(question, recordsOf(...sheets)).of('c1')!.seals[0]!
}

describe('a seal chain', () => {
  it('is whole when every check finds the seal intact until it comes off where the goods arrive', () => {
    const checks = [check('applied', 'depot', 8), check('intact', 'gate', 10), check('removed', 'hospital', 12)]
    expect(chainOf(checks, [event('unloaded', 'hospital', 12)])).toMatchObject({ state: 'whole', breaks: [] })
  })

  it('is named at the point where it broke, with where it was last whole', () => {
    const checks = [check('applied', 'depot', 8), check('intact', 'gate', 10), check('broken', 'bridge', 12)]
    const chain = chainOf(checks)
    expect(chain).toMatchObject({
      state: 'broken',
      reason: 'seal s1 was found broken at bridge, last whole at gate',
      breaks: [{ what: 'found_broken', place: 'bridge', foundBy: 'monitor', lastWhole: { place: 'gate' } }],
    })
  })

  it('is whole again for those who know that the finding was withdrawn', () => {
    const broken = check('broken', 'bridge', 11, { entry_id: 'b1' })
    const checks = [
      check('applied', 'depot', 8, {}),
      broken,
      { ...broken, entry_id: 'b2', recorded_at: '2016-12-16T00:00Z', withdraws: 'b1' },
      check('removed', 'hospital', 12, {}),
    ]
    const unloaded = [event('unloaded', 'hospital', 12)]
    const early = { ...LATE, knownAt: Date.UTC(2016, 11, 15) }
    expect(chainOf(checks, unloaded, early)).toMatchObject({ state: 'broken', breaks: [{ place: 'bridge' }] })
    expect(chainOf(checks, unloaded)).toMatchObject({ state: 'whole', breaks: [] })
  })

  it('goes on under the new number after a replacement', () => {
    const checks = [
      check('applied', 'depot', 8),
      check('replaced', 'gate', 10, { new_no: 's2' }),
      check('intact', 'bridge', 12, { seal_no: 's2' }),
    ]
    expect(chainOf(checks)).toMatchObject({ state: 'resealed', breaks: [] })
  })

  it('is broken when a number turns up that nobody put on', () => {
    const checks = [check('applied', 'depot', 8), check('intact', 'bridge', 12, { seal_no: 's9' })]
    expect(chainOf(checks)).toMatchObject({ state: 'broken', breaks: [{ what: 'other_number', place: 'bridge' }] })
  })

  it('is broken when the seal came off and the truck drove on', () => {
    const checks = [check('applied', 'depot', 8), check('removed', 'gate', 10)]
    expect(chainOf(checks, [event('at_checkpoint', 'bridge', 12)])).toMatchObject({
      state: 'broken',
      breaks: [{ what: 'removed_on_the_way', place: 'gate' }],
    })
  })

  it('is contested when another source found the same seal intact then or later', () => {
    const checks = [
      check('applied', 'depot', 8),
      check('broken', 'gate', 10),
      check('intact', 'gate', 11, { source: 'army', by: 'army' }),
    ]
    expect(chainOf(checks)).toMatchObject({ state: 'contested', breaks: [{ against: ['seals.csv:4'] }] })
  })

  it('is one break that two sources tell of', () => {
    const checks = [
      check('applied', 'depot', 8),
      check('broken', 'gate', 10),
      check('broken', 'gate', 11, { source: 'army' }),
    ]
    expect(chainOf(checks).breaks).toHaveLength(1)
  })

  it('is unknown, never whole, where nobody looked', () => {
    expect(chainOf([check('applied', 'depot', 8)])).toMatchObject({ state: 'unknown' })
    expect(chainOf([check('intact', 'gate', 8)])).toMatchObject({ state: 'unknown' })
    expect(chainOf([check('applied', 'depot', 8, { vehicle_id: 't2' })])).toMatchObject({
      state: 'unknown',
      reason: 'nobody recorded a seal',
    })
  })

  it('names the points that it passed unchecked', () => {
    expect(chainOf([check('applied', 'depot', 8)], [event('crossed', 'gate', 9)]).unchecked).toEqual(['gate'])
  })
})
