// Whether access was rapid, safe, unhindered and sustained, counted from tables.
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const indicator = kind(
  'indicator',
  'Whether access was rapid, safe, unhindered or sustained, by what is counted and whose threshold.',
  {
    indicator: z.enum(['rapid', 'safe', 'unhindered', 'sustained']),
    verdict: z.string().describe('`met`, `breached`, `contested`, `unknown`'),
    counts: z.string().optional().describe('part of what is counted'),
    'at least': z.number().optional().describe('the worst, certain at least, whole'),
  },
  (world, expected) => {
    const all = world.access()?.indicators ?? []
    const found = all.find(({ id }) => id === expected.indicator)
    if (!found) return missing(all.map(({ id }) => id))
    return new Compare()
      .is('verdict', found.verdict, expected.verdict)
      .says('counts', found.counts, expected.counts)
      .is('at least', found.value && Math.floor(found.value.low), expected['at least']).found
  },
)
