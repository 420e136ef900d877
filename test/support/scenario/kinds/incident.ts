// What is told of a happening, and whether a clause speaks of it.
import { KIND_NAMES } from '@trucekeeper/claims'
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const incident = kind(
  'incident',
  'A happening that claims tell of, and whether a clause speaks of it.',
  {
    incident: z.enum(KIND_NAMES).describe('its kind, as `docs/claims.md` lists them'),
    place: z.string().optional(),
    clause: z.string().optional().describe('the id of a ban'),
    scope: z
      .string()
      .optional()
      .describe('`covered`, `not_covered_time`, `not_covered_actor`, `not_covered_area`, `undetermined` …'),
    claims: z.int().optional().describe('how many tell of it'),
  },
  (world, expected) => {
    const { incidents } = world.status()
    const found = incidents.find(
      ({ kind: one, places }) =>
        one === expected.incident && (expected.place === undefined || places.includes(expected.place)),
    )
    if (!found) return missing(incidents.map(({ kind: one, places }) => `${one} ${places.join(', ')}`.trim()))
    return new Compare()
      .is('scope', found.scope.find(({ clause }) => clause === expected.clause)?.decision, expected.scope)
      .is('claims', found.claims.length, expected.claims).found
  },
)
