// Corrections of reports go into the minutes once each, of what the agreement has and of what has been.
import type { MinuteBody } from '@trucekeeper/claims'
import { describe, expect, it } from 'vitest'
import { mayMinute } from '../may-minute.ts'
import { at, on, PACT, recordOf } from '../testing/pact.ts'
import { correctionsEntered, reportsMadeKnown } from './reports.ts'

const correction = {
  does: 'correct-report',
  at: on(6),
  report: 2,
  cut_off: on(3, 18),
  clause: 'calm.north',
  account: 'all-reported',
  what: 'verdict',
  said_then: 'met',
  said_now: 'contested',
  reason: 'A report of the 2nd came in on the 4th.',
} as const satisfies MinuteBody

const publication = {
  does: 'publish-report',
  at: on(3, 19),
  report: 2,
  cut_off: on(3, 18),
  lang: 'en',
  format: 'html',
  hash: 'a'.repeat(64),
} as const satisfies MinuteBody

const refused = (before: readonly MinuteBody[], body: MinuteBody) =>
  mayMinute(PACT, recordOf(before), recordOf([body]).minutes[0]!).map(({ code, clause }) => [code, clause])

describe('a correction of a report', () => {
  it('is entered once, and again only when it is known otherwise again', () => {
    expect(refused([], correction)).toEqual([])
    expect(refused([correction], { ...correction, at: on(7) })).toEqual([['corrected-already', 'calm.north']])
    expect(refused([correction], { ...correction, at: on(7), said_now: 'breached' })).toEqual([])
    expect(refused([correction], { ...correction, at: on(7), account: 'pair' })).toEqual([])
  })

  it('is of a clause and an account that the agreement has, and changes something', () => {
    expect(refused([], { ...correction, clause: 'none' })).toEqual([['clause-unknown', null]])
    expect(refused([], { ...correction, account: 'nobody' })).toEqual([['somebody-unknown', 'calm.north']])
    expect(refused([], { ...correction, said_now: 'met' })).toEqual([['nothing-corrected', 'calm.north']])
  })

  it('is of a cut-off that has been, and so is what was made known', () => {
    expect(refused([], { ...correction, at: on(3, 17) })).toEqual([['report-to-come', null]])
    expect(refused([], { ...publication, at: on(3, 17) })).toEqual([['report-to-come', null]])
    expect(refused([], publication)).toEqual([])
  })

  it('is told from the time on which it was entered', () => {
    const record = recordOf([correction, publication])
    expect(correctionsEntered(record, at(5))).toEqual([])
    expect(correctionsEntered(record, at(6))).toMatchObject([{ report: 2, said_now: 'contested' }])
    expect(reportsMadeKnown(record, at(4))).toMatchObject([{ hash: publication.hash }])
  })
})
