// Whether a gate is open, how many of its days are done, and what it lacks.
import { parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import { Compare, kind, missing, time } from '../kind.ts'

export const gate = kind(
  'gate',
  'Whether a gate is open.',
  {
    gate: z.string().describe('its id'),
    account: z.string().optional().describe('by whose account; the one that decides, where it is left out'),
    state: z.string().optional().describe('`closed`, `ready`, `open`, `withdrawn` …'),
    done: z.int().optional().describe('days that are done'),
    missing: z.string().optional().describe('part of what it lacks'),
    earliest: time.nullable().optional().describe('when it can open at the earliest'),
    day: z.string().optional().describe('a day that is counted'),
    verdict: z.string().optional().describe('of that day'),
  },
  (world, expected) => {
    const { gates } = world.status()
    const found = gates.find(({ id }) => id === expected.gate)
    if (!found) return missing(gates.map(({ id }) => id))
    const reading = expected.account ? found.accounts[expected.account] : found
    if (!reading) return missing(Object.keys(found.accounts))
    const day = reading.days.find(({ day: one }) => one === expected.day)
    return new Compare()
      .is('state', reading.state, expected.state)
      .is('done', reading.done, expected.done)
      .says('missing', reading.missing.join('; '), expected.missing)
      .is(
        'earliest',
        reading.earliest && parseInstant(reading.earliest),
        expected.earliest && parseInstant(expected.earliest),
      )
      .is(`verdict of ${expected.day}`, day?.verdict ?? 'not counted', expected.verdict).found
  },
)
