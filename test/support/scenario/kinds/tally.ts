// What is alleged and what is verified under a clause.
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const tally = kind(
  'tally',
  'What is alleged and what is verified under a clause, never added up.',
  {
    tally: z.string().describe('the id of the clause'),
    verified: z.int(),
    alleged: z.int(),
    'days reported': z.int().optional().describe('days of which anybody spoke'),
    days: z.int().optional().describe('days in all'),
  },
  (world, expected) => {
    const { tallies } = world.status()
    const found = tallies.find(({ clause }) => clause === expected.tally)
    if (!found) return missing(tallies.map(({ clause }) => clause))
    return new Compare()
      .is('verified', found.verified, expected.verified)
      .is('alleged', found.alleged, expected.alleged)
      .is('days reported', found.coverage.days_reported, expected['days reported'])
      .is('days', found.coverage.days, expected.days).found
  },
)
