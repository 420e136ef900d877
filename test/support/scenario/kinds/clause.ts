// How a clause stands: its verdict by an account, and why.
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const VERDICT = z.enum(['met', 'breached', 'contested', 'unknown', 'none'])

export const clause = kind(
  'clause',
  'How a clause stands.',
  {
    clause: z.string().describe('its id'),
    account: z.string().optional().describe('by whose account; the one that decides the clause, where it is left out'),
    verdict: VERDICT.optional(),
    standing: z.string().optional().describe('`dormant`, `in_force`, `suspended`, `ended` …'),
    timing: z.string().optional().describe('`not_yet_due`, `due`, `overdue`, `closed`'),
    because: z.string().optional().describe('part of the reason'),
    'cannot confirm': z.int().optional().describe('how many say that they cannot confirm it'),
    'every account': VERDICT.optional().describe('the verdict by each of them'),
  },
  (world, expected) => {
    const { clauses } = world.status()
    const found = clauses.find(({ id }) => id === expected.clause)
    if (!found) return missing(clauses.map(({ id }) => id))
    const own = found.verdicts[expected.account ?? found.decided_by]
    if (!own) return missing(Object.keys(found.verdicts))
    const compare = new Compare()
      .is('verdict', own.verdict ?? 'none', expected.verdict)
      .is('standing', own.standing, expected.standing)
      .is('timing', own.timing, expected.timing)
      .says('reason', own.reason, expected.because)
      .is('cannot confirm', own.cannot_confirm.length, expected['cannot confirm'])
    if (expected['every account'])
      for (const [account, { verdict }] of Object.entries(found.verdicts))
        compare.is(`verdict of ${account}`, verdict ?? 'none', expected['every account'])
    return compare.found
  },
)
