// What an agreement of the folder is: its parties, where and when it holds, who is left out.
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const agreement = kind(
  'agreement',
  'One of the agreements of the folder, side by side with the others.',
  {
    agreement: z.string().describe('its id'),
    title: z.string().optional().describe('part of it'),
    by: z.array(z.string()).optional().describe('who made it'),
    parties: z.array(z.string()).optional(),
    excluded: z.array(z.string()).optional().describe('groups that are left out of it'),
    clauses: z.array(z.string()).optional().describe('ids of some of its clauses'),
    zone: z.string().optional(),
    'depth m': z.number().optional().describe('of that zone, where it lies along a line'),
  },
  ({ agreements }, expected) => {
    const found = agreements.find(({ id }) => id === expected.agreement)
    if (!found) return missing(agreements.map(({ id }) => id))
    const { actors } = found
    const ids = (where: (one: (typeof actors)[number]) => boolean) => actors.filter(where).map(({ id }) => id)
    const zone = found.zones.find(({ id }) => id === expected.zone)
    if (expected.zone !== undefined && !zone) return missing(found.zones.map(({ id }) => id))
    const compare = new Compare()
      .says('title', found.title, expected.title)
      .names(
        'parties',
        ids((one) => one.kind === 'party'),
        expected.parties,
      )
      .names(
        'excluded',
        ids((one) => one.role === 'excluded_group'),
        expected.excluded,
      )
      .is('depth', zone?.ground.kind === 'strip' ? zone.ground.depth_m : null, expected['depth m'])
    for (const id of expected.clauses ?? [])
      compare.has(
        'clauses',
        found.ruled.map((one) => ('base' in one ? one.base : one.id)),
        id,
      )
    return compare.found
  },
)
