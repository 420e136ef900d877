// Who stands how far from a line, by whose word, and who waits for whom.
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

export const separation = kind(
  'separation',
  'Whether a party keeps a depth from a line, with the distances measured.',
  {
    separation: z.string().describe('the party'),
    metres: z.number().describe('the depth asked for'),
    side: z.string().describe('`north`, `south`, `either` …'),
    weapons: z.string().optional().describe('part of the words for what has to stay away'),
    reading: z.string().optional().describe('which reading of the text; any, where it is left out'),
    account: z.string().optional(),
    finding: z.enum(['kept', 'not_kept', 'contested', 'cannot_tell', 'not_observed']),
    because: z.string().optional().describe('part of the reason'),
    'nearer than': z.number().optional().describe('metres: somebody saw a unit wholly within this'),
    beyond: z.number().optional().describe('metres: somebody saw a unit wholly beyond this'),
    'cannot confirm': z.string().optional().describe('one who says that it cannot confirm it'),
  },
  (world, expected) => {
    const depths = world.ground(expected.account)?.depths ?? []
    const found = depths.find(
      ({ depth }) =>
        depth.party === expected.separation &&
        depth.depth_m === expected.metres &&
        depth.side === expected.side &&
        (expected.weapons === undefined || depth.of.includes(expected.weapons)) &&
        (expected.reading === undefined || depth.reading === expected.reading),
    )
    if (!found)
      return missing(depths.map(({ depth }) => `${depth.party} ${depth.depth_m} m ${depth.side}, ${depth.of}`))
    const bands = found.units.flatMap((unit) => unit.bands)
    const within = (limit: number | undefined) => bands.some(({ far_m }) => far_m < (limit ?? 0))
    const beyond = (limit: number | undefined) => bands.some(({ near_m }) => near_m > (limit ?? 0))
    return new Compare()
      .is('finding', found.finding, expected.finding)
      .says('reason', found.why, expected.because)
      .is(
        `a unit nearer than ${expected['nearer than']} m`,
        within(expected['nearer than']),
        expected['nearer than'] && true,
      )
      .is(`a unit beyond ${expected.beyond} m`, beyond(expected.beyond), expected.beyond && true)
      .has(
        'cannot confirm',
        found.cannot_confirm.map(({ observer }) => observer),
        expected['cannot confirm'],
      ).found
  },
)

export const together = kind(
  'together',
  'Two parties that are to move at the same time, and who waits for whom.',
  {
    together: z.tuple([z.string(), z.string()]).describe('the two parties, in either order'),
    state: z.enum(['together', 'apart', 'cannot_tell', 'one_done', 'one_begun', 'both_begun', 'mutual_wait']),
    account: z.string().optional(),
    says: z.string().optional().describe('part of the words in which one of them says that it waits'),
    because: z.string().optional().describe('part of the reason'),
  },
  (world, expected) => {
    const pairs = world.ground(expected.account)?.pairs ?? []
    const own = pairs.filter(
      ({ a, b }) => [a.party, b.party].toSorted().join() === [...expected.together].toSorted().join(),
    )
    const [found] = own
    if (!found) return missing(pairs.map(({ a, b }) => `${a.party}, ${b.party}`))
    const words = [...found.a.says, ...found.b.says].map(({ quote }) => quote).join('; ')
    return new Compare()
      .is('state', found.state, expected.state)
      .says('words', words, expected.says)
      .says('reason', found.why, expected.because).found
  },
)

export const redeployment = kind(
  'redeployment',
  'Whether the weapons of a party are where they were to go.',
  {
    redeployment: z.string().describe('the party'),
    unit: z.string(),
    finding: z.enum(['at_site', 'not_at_site', 'contested', 'cannot_tell', 'not_observed']),
    account: z.string().optional(),
  },
  (world, expected) => {
    const all = world.ground(expected.account)?.redeployment ?? []
    const found = all.find(({ party, unit }) => party === expected.redeployment && unit === expected.unit)
    if (!found) return missing(all.map(({ party, unit }) => `${party} ${unit}`))
    return new Compare().is('finding', found.finding, expected.finding).found
  },
)
