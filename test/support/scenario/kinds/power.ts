// How far the use of a power has come.
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const power = kind(
  'power',
  'How far the use of a power has come.',
  {
    power: z.string().describe('its id'),
    stage: z
      .string()
      .nullable()
      .describe('`proposed`, `accepted`, `threatened`, `prepared`, `exercised`, `lifted`; null where it was not used'),
    because: z.string().optional().describe('part of the reason'),
    'without effect': z
      .string()
      .optional()
      .describe('part of why its last use changed nothing; `with effect` where it did'),
    notices: z.int().optional().describe('how many uses of it are recorded'),
  },
  (world, expected) => {
    const { powers } = world.status()
    const found = powers.find(({ id }) => id === expected.power)
    if (!found) return missing(powers.map(({ id }) => id))
    return new Compare()
      .is('stage', found.stage, expected.stage)
      .says('reason', found.reason, expected.because)
      .says('notice', found.notices.at(-1)?.without_effect ?? 'with effect', expected['without effect'])
      .is('notices', found.notices.length, expected.notices).found
  },
)
