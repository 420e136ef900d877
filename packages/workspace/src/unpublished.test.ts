// Nothing about a person below "confirmed" is among what the public sees, by whatever way it came into the record.
import { nameMinute, nameRelease, type Entry, type MinuteOf } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seenBy, seesAs } from './seen-by.ts'

type State = MinuteOf<'listing'>['state']

const AT = '2016-09-17T12:00:00Z'
const listing = (state: State, number: number) =>
  nameMinute({
    does: 'listing',
    at: AT,
    state,
    of: 'un',
    claims: [`clm_${number}`],
    reference: `XXi.00${number}`,
    list_date: '2016-09-01',
    grounds: [],
    reason: 'r',
  })

interface Step {
  readonly state: State
  readonly number: number
  readonly held: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  state: fc.constantFrom<State>('possible', 'confirmed', 'refuted'),
  number: fc.nat(2),
  held: fc.boolean(),
})

/** What is held is released to the public at the end. */
function logged(steps: readonly Step[]): readonly LoggedEntry[] {
  const envelope = { received_at: AT, recorded_by: 'somebody' }
  const entries = steps.map(({ state, number, held }): Entry => {
    return { type: 'minute', ...envelope, ...(held && { held_by: 'un' }), body: listing(state, number) }
  })
  const ids = entries.filter(({ held_by }) => held_by !== undefined).map(({ body }) => body.id)
  const body = nameRelease({ releases: [...new Set(ids)], to: 'public', by: 'somebody', reason: 'all of it' })
  const release: Entry = { type: 'release', ...envelope, held_by: 'un', body }
  return [...entries, ...(ids.length > 0 ? [release] : [])].map((entry, index) => ({ index, entry }))
}

const listingsIn = (entries: readonly LoggedEntry[]) =>
  entries.flatMap(({ entry }) => (entry.type === 'minute' && entry.body.does === 'listing' ? [entry.body] : []))

describe('the public', () => {
  it('sees of listings confirmations, and refutations of what it was told', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const seen = listingsIn(seenBy(logged(steps), 'public'))
        const confirmed = new Set<string>()
        for (const { state, reference } of seen) {
          if (state === 'confirmed') confirmed.add(reference)
          expect(confirmed.has(reference)).toBe(true)
        }
        const told = steps.filter(({ state }) => state === 'confirmed').map(({ number }) => `XXi.00${number}`)
        expect([...confirmed].toSorted()).toEqual([...new Set(told)].toSorted())
      }),
    )
  })

  it('sees the same where the record grows', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.nat(8), (steps, cut) => {
        const entries = logged(steps)
        const sees = seesAs('public')
        sees(entries.slice(0, cut))
        expect(sees(entries)).toEqual(seenBy(entries, 'public'))
      }),
    )
  })

  it('sees less than a desk, which sees all of it', () => {
    const entries = logged([{ state: 'possible', number: 1, held: false }])
    expect(listingsIn(seenBy(entries, 'public'))).toEqual([])
    expect(listingsIn(seenBy(entries, 'party-a'))).toHaveLength(1)
  })
})
