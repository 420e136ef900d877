// What members asked each other, and what they shared with which caveats.
import { exchangeOf } from '@trucekeeper/centre'
import { z } from 'zod'
import { Compare, kind, missing, time } from '../kind.ts'

const HOUR_MS = 3_600_000

export const information = kind(
  'information',
  'Information that one member asked of another, and its clock.',
  {
    information: z.string().describe('part of what was asked about'),
    of: z.string().optional(),
    to: z.string().optional(),
    state: z.enum(['open', 'late', 'answered', 'refused']),
    due: time.nullable().optional(),
    'late by hours': z.number().optional(),
    answer: z.string().optional().describe('part of the answer'),
    because: z.string().optional().describe('part of the reason why there is none'),
  },
  ({ agreement, record, at }, expected) => {
    const { requests } = exchangeOf(agreement, record, at)
    const found = requests.find(({ about }) => about.includes(expected.information))
    if (!found) return missing(requests.map(({ about }) => about))
    return new Compare()
      .is('of', found.of, expected.of)
      .is('to', found.to, expected.to)
      .is('state', found.state, expected.state)
      .when('due', found.due, expected.due)
      .is('late by hours', found.late_by_ms / HOUR_MS, expected['late by hours'])
      .says('answer', found.answer?.answer ?? null, expected.answer)
      .says('reason', found.answer?.refused_because ?? null, expected.because).found
  },
)

export const share = kind(
  'share',
  'Information that one member gave others, and what they may do with it.',
  {
    share: z.string().describe('part of it'),
    of: z.string().optional(),
    to: z.array(z.string()).optional(),
    state: z.enum(['stands', 'run_out']).optional().describe('whether it may still be passed on'),
    'may tell': z.record(z.string(), z.array(z.string())).optional().describe('whom a member may pass it on to now'),
    place: z.string().optional().describe('how exactly it gives the place'),
    'place at most': z.string().optional().describe('how exactly the place may be passed on'),
    until: time.nullable().optional(),
  },
  ({ agreement, record, at }, expected) => {
    const { shares, given } = exchangeOf(agreement, record, at)
    const found = shares.find(({ text }) => text.includes(expected.share))
    if (!found) return missing(shares.map(({ text }) => text))
    const compare = new Compare()
      .is('of', found.of, expected.of)
      .names(
        'to',
        found.to.map(({ member }) => member),
        expected.to,
      )
      .is('state', found.state, expected.state)
      .is('place', found.precision.place, expected.place)
      .is('place at most', found.caveats.place, expected['place at most'])
      .when('until', found.caveats.until, expected.until)
    for (const [member, whom] of Object.entries(expected['may tell'] ?? {})) {
      const told = given.find((one) => one.member === member)?.told.find((one) => one.share === found.id)
      compare.names(`whom ${member} may tell`, told ? told.may_tell : ['nothing was told'], whom)
    }
    return compare.found
  },
)
