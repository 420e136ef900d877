import type { MinuteBody } from '@trucekeeper/claims'
import { expect, it } from 'vitest'
import { at, mirrored, on, PACT, recordOf } from '../testing/pact.ts'
import { visitsOf } from './index.ts'

const visit = (date: number, more: Partial<Extract<MinuteBody, { does: 'visit' }>> = {}): MinuteBody => ({
  does: 'visit',
  at: on(date),
  of: 'watch',
  case: null,
  place: 'The northern road',
  planned_at: on(date, 9),
  outcome: 'denied',
  denied_by: 'north',
  reason: 'No reason was given.',
  ...more,
})

const minutes = [
  visit(2),
  visit(3, { outcome: 'turned_back' }),
  visit(4, { denied_by: 'south' }),
  visit(5, { outcome: 'done', denied_by: null, reason: null }),
  visit(6, { outcome: 'cancelled', denied_by: null, reason: 'Rain.' }),
  visit(7, { denied_by: null }),
]

it('tells visits with and without a case, and who denied how many, the most first', () => {
  const found = visitsOf(PACT, recordOf(minutes), at(9))
  expect(found).toMatchObject({
    done: 1,
    not_done: 5,
    denied_by: [
      { who: 'north', denied: 1, turned_back: 1 },
      { who: 'south', denied: 1, turned_back: 0 },
      { who: null, denied: 1, turned_back: 0 },
    ],
  })
  expect(visitsOf(PACT, recordOf(minutes), at(3, 13)).visits).toHaveLength(2)
})

it('leaves out what the agreement does not know, and is the same for either side', () => {
  const strange = [visit(2, { denied_by: 'nobody' }), visit(2, { reason: null }), visit(2, { case: 'none' })]
  expect(visitsOf(PACT, recordOf(strange), at(9)).visits).toEqual([])
  expect(visitsOf(PACT, mirrored(recordOf(minutes)), at(9))).toMatchObject({
    denied_by: [{ who: 'south', denied: 1, turned_back: 1 }, { who: 'north' }, { who: null }],
  })
})
