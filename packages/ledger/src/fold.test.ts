// What was known, and when; the order of arrival decides nothing.
import { nameClaim, PROPOSED, type Entry } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actEntry,
  claimEntry,
  documentEntry,
  releaseEntry,
  rulingEntry,
  withdrawalEntry,
} from './faults/sample-entries.ts'
import { foldRecord, type LoggedEntry } from './index.ts'

const at = (day: number) => ({ received_at: `2016-09-${String(day).padStart(2, '0')}T12:00Z` })
const logged = (entries: readonly Entry[]): LoggedEntry[] => entries.map((entry, index) => ({ index, entry }))
const noon = (day: number) => parseInstant(at(day).received_at)!

describe('what was known', () => {
  const claim = claimEntry(1, at(10))
  const act = actEntry(1, at(11))
  const record = logged([claim, act, documentEntry(1, 'a'.repeat(64), at(12)), withdrawalEntry(claim.body.id, at(15))])

  it('is everything received, where no instant is named', () => {
    const { claims, acts, documents, withdrawn, size } = foldRecord(record)
    expect({ claims, acts: acts.length, documents: documents.length, size }).toEqual({
      claims: [],
      acts: 1,
      documents: 1,
      size: 4,
    })
    expect(withdrawn.get(claim.body.id)?.reason).toBe('It was another day.')
  })

  it('counts once what two desks hold, as it came in first, and no release', () => {
    const held = logged([
      { ...claim, held_by: 'party-a' },
      { ...claim, ...at(12), held_by: 'party-b' },
      releaseEntry('party-a', [claim.body.id], 'desks', at(13)),
    ])
    for (const entries of [held, held.toReversed()]) {
      const { claims, received, size } = foldRecord(entries)
      expect({ claims, size }).toEqual({ claims: [claim.body], size: 1 })
      expect(received.get(claim.body.id)).toEqual({ index: 0, ...at(10), recorded_by: 'desk-one' })
    }
  })

  it('includes what came in at that very instant and nothing later', () => {
    expect(foldRecord(record, noon(11)).acts).toHaveLength(1)
    expect(foldRecord(record, noon(11) - 1).acts).toHaveLength(0)
  })

  it('keeps a claim until its withdrawal is received, and its receipt for ever', () => {
    expect(foldRecord(record, noon(15) - 1).claims).toEqual([claim.body])
    const after = foldRecord(record, noon(15))
    expect(after.claims).toEqual([])
    expect(after.received.get(claim.body.id)).toEqual({ index: 0, ...at(10), recorded_by: 'desk-one' })
  })

  it('can be asked by size, whatever the receipts say', () => {
    expect(foldRecord(record, { size: 2 }).size).toBe(2)
    expect(foldRecord(record, { size: 3 }).claims).toHaveLength(1)
    expect(foldRecord(record, { size: 4 }).claims).toHaveLength(0)
  })

  it('takes the withdrawal received first where there are two', () => {
    const second = { ...withdrawalEntry(claim.body.id, at(13)) }
    const other = { ...second, body: { ...second.body, id: `wdr_${'0'.repeat(20)}`, reason: 'Earlier.' } }
    expect(foldRecord([...record, { index: 4, entry: other }]).withdrawn.get(claim.body.id)?.reason).toBe('Earlier.')
  })

  it('has no claim that is only proposed, until somebody confirms it', () => {
    const { id, ...body } = claim.body
    const proposal = nameClaim({ ...body, verification_state: PROPOSED })
    expect(id).not.toBe(proposal.id)
    const found = foldRecord(logged([{ ...claim, body: proposal }]))
    expect(found.claims).toEqual([])
    expect(found.size).toBe(1)
  })

  it('has rulings in the order in which they were received, without those taken back', () => {
    const claims = [claimEntry(1, at(10)), claimEntry(2, at(10)), claimEntry(3, at(10))]
    const [a, b, c] = claims.map(({ body }) => body.id) as [string, string, string]
    const late = rulingEntry([a, b], at(14))
    const early = rulingEntry([b, c], at(12))
    const back = withdrawalEntry(late.body.id, at(15))
    const entries = logged([...claims, late, early, back])
    expect(foldRecord(entries, noon(14)).rulings).toEqual([early.body, late.body])
    expect(foldRecord(entries).rulings).toEqual([early.body])
  })

  it('has the digest of nothing when nothing was known', () => {
    expect(foldRecord(record, noon(1))).toMatchObject({
      size: 0,
      digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    })
  })
})

describe('the order of arrival', () => {
  it('changes neither the record at an instant nor its digest', () => {
    const claims = Array.from({ length: 12 }, (_, number) => claimEntry(number, at(1 + ((number * 7) % 20))))
    const rest = [actEntry(1, at(9)), actEntry(2, at(3)), documentEntry(1, 'b'.repeat(64), at(5))]
    const taken = claims.slice(0, 5).map(({ body }, number) => withdrawalEntry(body.id, at(1 + ((number * 11) % 20))))
    const entries: Entry[] = [...claims, ...rest, ...taken]
    const known = (order: readonly Entry[], day: number) => {
      const { received, ...record } = foldRecord(logged(order), noon(day))
      return { ...record, received: [...received].map(([id, { received_at }]) => [id, received_at]) }
    }
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.integer({ min: 1, max: 20 }),
        (order, day) => {
          expect(known(order, day)).toEqual(known(entries, day))
        },
      ),
    )
  })

  it('gives another digest to another set', () => {
    const record = logged([claimEntry(1), claimEntry(2)])
    expect(foldRecord(record).digest).not.toBe(foldRecord(record.slice(1)).digest)
  })
})
