// What each agreement of the folder is, how it stands beside the others, and what it says of one incident.
import { overviewOf, scopesOf, statusOf } from '@trucekeeper/engine'
import { KIND_NAMES } from '@trucekeeper/claims'
import { z } from 'zod'
import { Compare, kind, missing } from '../kind.ts'

const KM = 1000

export const agreement = kind(
  'agreement',
  'One of the agreements of the folder, as it stands beside the others.',
  {
    agreement: z.string().describe('its id'),
    title: z.string().optional().describe('part of it'),
    standing: z.string().optional().describe('`in_force`, `suspended`, `dormant`, `ended`'),
    parties: z.array(z.string()).optional().describe('parties and those who answer for them'),
    excluded: z.array(z.string()).optional().describe('groups that are left out of it'),
    clauses: z.array(z.string()).optional().describe('ids of some of its clauses'),
    zone: z.string().optional().describe('one of its zones that lies along a line'),
    'length km': z.number().optional().describe('of that zone, measured, to the whole kilometre'),
    'said km': z.number().optional().describe('the length that the text says'),
    'depth m': z.number().optional(),
    number: z.string().optional().describe('a duty about so many people'),
    told: z.number().nullable().optional().describe('the most that anybody tells of it; null where nobody does'),
  },
  ({ agreements, record, at, knownAt }, expected) => {
    const found = agreements.find(({ id }) => id === expected.agreement)
    if (!found) return missing(agreements.map(({ id }) => id))
    const told = overviewOf(found, statusOf(found, record, { at, knownAt }), record)
    const strip = told.zones.find(({ id }) => id === expected.zone)?.strip
    if (expected.zone !== undefined && !strip) return missing(told.zones.map(({ id }) => id))
    const number = told.numbers.find(({ clause }) => clause === expected.number)
    if (expected.number !== undefined && !number) return missing(told.numbers.map(({ clause }) => clause))
    const compare = new Compare()
      .says('title', told.title, expected.title)
      .is('standing', told.standing, expected.standing)
      .names(
        'parties',
        told.parties.map(({ id }) => id),
        expected.parties,
      )
      .names(
        'excluded',
        told.excluded.map(({ id }) => id),
        expected.excluded,
      )
      .is('length', strip && Math.round(strip.length_m / KM), expected['length km'])
      .is('length said', strip?.said_m && strip.said_m / KM, expected['said km'])
      .is('depth', strip?.depth_m, expected['depth m'])
      .is('told', number && (number.high ?? number.low), expected.told)
    const clauses = found.ruled.map((one) => ('base' in one ? one.base : one.id))
    for (const id of expected.clauses ?? []) compare.has('clauses', clauses, id)
    return compare.found
  },
)

export const scopes = kind(
  'scopes',
  'One incident under each agreement of the folder: whether it speaks of it.',
  {
    scopes: z.enum(KIND_NAMES).describe('the kind of the incident'),
    place: z.string(),
    under: z.record(z.string(), z.string()).describe('the decision by the id of each agreement'),
    because: z.record(z.string(), z.string()).optional().describe('part of the reason, by the same'),
  },
  ({ agreements, record, at }, expected) => {
    const all = scopesOf(agreements, record, at)
    const found = all.find(({ kind: one, places }) => one === expected.scopes && places.includes(expected.place))
    if (!found) return missing(all.map(({ kind: one, places }) => `${one} ${places.join(', ')}`.trim()))
    const compare = new Compare()
    const of = (id: string) => found.under.find((one) => one.agreement === id)
    for (const [id, decision] of Object.entries(expected.under))
      compare.is(`under ${id}`, of(id)?.decision ?? 'no such agreement', decision)
    for (const [id, reason] of Object.entries(expected.because ?? {}))
      compare.says(`reason under ${id}`, of(id)?.reason ?? null, reason)
    return compare.found
  },
)
