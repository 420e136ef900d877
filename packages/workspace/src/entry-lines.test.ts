// Pages of the record put together again are the record, whatever their length.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { pageOfEntries } from './entry-lines.ts'

const withdrawal = (index: number, reason = 'told twice'): LoggedEntry => ({
  index,
  entry: {
    type: 'withdrawal',
    received_at: '2016-09-16T12:00:00Z',
    recorded_by: 'amal',
    body: { id: `wdr_${index}`, withdraws: 'clm_1', by: 'amal', reason },
  },
})

describe('pages of the record', () => {
  it('hold every entry once and in order, though keys between them are left out', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(200)).map((indexes) => indexes.toSorted((a, b) => a - b)),
        fc.integer({ min: 1, max: 20 }),
        (indexes, limit) => {
          const record = indexes.map((index) => withdrawal(index))
          const read: number[] = []
          for (let after: number | null = null; ;) {
            const { entries, next } = pageOfEntries(record, { after, limit })
            read.push(...entries.map(({ index }) => index))
            if (next === null) break
            after = next
          }
          expect(read).toEqual(indexes)
        },
      ),
    )
  })

  it('tell the reason of a withdrawal in one line, and not who entered it', () => {
    const { entries } = pageOfEntries([withdrawal(0, `told\n twice ${'x'.repeat(200)}`)], { after: null, limit: 1 })
    expect(entries[0]!.summary).toMatch(/^told twice x+…$/)
    expect(entries[0]!.summary).toHaveLength(160)
    expect(JSON.stringify(entries)).not.toContain('amal')
  })

  it('end where nothing more has come in', () => {
    expect(pageOfEntries([withdrawal(3)], { after: 3, limit: 5 })).toEqual({ entries: [], next: null })
  })
})
