// Whether a term runs, and until when.
import { z } from 'zod'
import { Compare, kind, missing, time } from '../kind.ts'

export const term = kind(
  'term',
  'Whether a term runs, and until when.',
  {
    term: z.string().describe('its id'),
    standing: z.string().describe('`dormant`, `in_force`, `ended`'),
    ends: time.nullable().optional(),
    because: z.string().optional().describe('part of the reason'),
  },
  (world, expected) => {
    const { terms } = world.status()
    const found = terms.find(({ id }) => id === expected.term)
    if (!found) return missing(terms.map(({ id }) => id))
    return new Compare()
      .is('standing', found.standing, expected.standing)
      .when('end', found.ends, expected.ends)
      .says('reason', found.reason, expected.because).found
  },
)

export const due = kind(
  'due',
  'What falls due next under a clause.',
  { due: z.string().describe('the id of the clause'), at: time },
  (world, expected) => {
    const { deadlines } = world.status()
    const found = deadlines.find(({ clause }) => clause === expected.due)
    if (!found) return missing(deadlines.map(({ clause }) => clause))
    return new Compare().when('time', found.at, expected.at).found
  },
)
