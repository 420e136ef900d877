// Sentences, and the rows behind each.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accessJson } from './json.ts'
import { accessOverview } from './overview.ts'
import { sentencesOf } from './sentences.ts'
import { madeUpRecords, questions } from './testing/made-up.ts'
import { recordsOf, sheetOf } from './testing/sheets.ts'

const LATE = { at: Date.UTC(2016, 7, 31), knownAt: null, sources: null }
const request = (request_id: string) => ({
  request_id,
  period: '2016-08',
  requester: 'united-nations',
  addressed_to: 'ministry',
  areas: 'east',
  people: '100',
  submitted_at: '2016-08-01T00:00Z',
  source: 'example',
})
const step = (request_id: string, decision: string, source = 'ministry', day = '05') => ({
  request_id,
  step: 'facilitation_letter',
  decided_by: 'ministry',
  decision,
  at: `2016-08-${day}T00:00Z`,
  source,
})

function shareOf(steps: Record<string, string>[], figures: Record<string, string>[] = []) {
  const records = recordsOf(
    sheetOf('requests.csv', ['r1', 'r2', 'r3'].map(request)),
    sheetOf('steps.csv', steps),
    ...(figures.length > 0 ? [sheetOf('figures.csv', figures)] : []),
  )
  return sentencesOf(accessOverview(records, LATE), records, 'UTC').find(({ about }) => about === 'approved_share')!
}

describe('the sentence on how many were approved', () => {
  it('says fewer than half when it is certain, and shows every row behind it', () => {
    const { text, evidence, example } = shareOf([step('r1', 'approved'), step('r2', 'denied')])
    expect(text).toBe(
      '1 of 3 requests for 2016-08 in the record are approved, fewer than half; together they are for 300 people',
    )
    expect(evidence.map(({ row }) => row)).toEqual([
      'requests.csv:2',
      'requests.csv:3',
      'requests.csv:4',
      'steps.csv:2',
      'steps.csv:3',
    ])
    expect(evidence[3]).toMatchObject({ source: 'ministry', quote: 'word for word' })
    expect(example).toBe(true)
  })

  it('cannot tell while an approval that would decide it is contested', () => {
    const contested = [step('r2', 'approved'), step('r2', 'no_reply', 'united-nations', '09')]
    expect(shareOf([step('r1', 'approved'), ...contested]).text).toContain(
      '1 to 2 of 3 requests for 2016-08 in the record are approved, and nobody can tell whether that is half',
    )
  })

  it('is held against what others say of all requests', () => {
    const said = {
      what: 'requests_approved_share',
      about: '2016-08',
      high: '0.5',
      unit: 'share',
      as_of: '2016-08-26T00:00Z',
    }
    expect(shareOf([step('r1', 'approved')], [said]).text).toContain(
      'united-nations says fewer than half of all that were made, which agrees',
    )
    expect(shareOf([step('r1', 'approved'), step('r2', 'approved')], [said]).text).toContain('which does not agree')
  })
})

describe('sentences', () => {
  it('always rest on rows that were known, and are the same in any order of rows', () => {
    fc.assert(
      fc.property(madeUpRecords, questions, (records, question) => {
        const said = sentencesOf(accessOverview(records, question), records, 'UTC')
        const turned = {
          ...records,
          events: records.events.toReversed(),
          seals: records.seals.toReversed(),
          steps: records.steps.toReversed(),
        }
        expect(sentencesOf(accessOverview(turned, question), turned, 'UTC')).toEqual(said)
        const recordedAt = new Map(
          Object.values(records)
            .flat()
            .map((row) => [row.name, row.recordedAt]),
        )
        for (const { evidence } of said)
          for (const { row } of evidence) expect(recordedAt.get(row)!).toBeLessThanOrEqual(question.knownAt ?? Infinity)
      }),
    )
  })
})

describe('answers as JSON', () => {
  it('have names in snake_case and times in the zone', () => {
    const at = Date.UTC(2016, 8, 16, 20)
    expect(
      accessJson(
        { replyDueAt: at, wait: { hours: { low: 1, high: 2 }, since: { from: at, to: at } } },
        'Asia/Damascus',
      ),
    ).toEqual({
      reply_due_at: '2016-09-16T23:00:00+03:00',
      wait: {
        hours: { low: 1, high: 2 },
        since: { from: '2016-09-16T23:00:00+03:00', to: '2016-09-16T23:00:00+03:00' },
      },
    })
  })
})
