// What of a text is shown to whom, and what became public how.
import { publicationsOf, type Publications } from '@trucekeeper/centre'
import { DISCLOSURE_LEVELS } from '@trucekeeper/codes'
import { z } from 'zod'
import { Compare, kind, missing, time } from '../kind.ts'
import type { World } from '../world.ts'

const publications = ({ agreement, record, at }: World): Publications => publicationsOf(agreement, record, at)

export const disclosure = kind(
  'disclosure',
  'Who is shown a clause, and from when.',
  {
    disclosure: z.string().describe('the id of the clause'),
    level: z.enum(DISCLOSURE_LEVELS),
    'embargo until': time.nullable().optional(),
  },
  (world, expected) => {
    const { clauses } = publications(world)
    const found = clauses.find(({ clause }) => clause === expected.disclosure)
    if (!found) return missing(clauses.map(({ clause }) => clause))
    return new Compare()
      .is('level', found.level, expected.level)
      .when('embargo', found.embargo?.until ?? null, expected['embargo until']).found
  },
)

export const version = kind(
  'version',
  'A version of the text, and who published it.',
  {
    version: z.string(),
    'published by': z.array(z.string()).optional(),
    date: z.string().optional().describe('of the first publication'),
    withholds: z.array(z.string()).optional().describe('what the first publication leaves out'),
    outside: z
      .boolean()
      .optional()
      .describe('whether the first was published by somebody whom the agreement does not name'),
    compared: z
      .enum(['same', 'shows_less', 'shows_more', 'differs'])
      .optional()
      .describe('the first two held together'),
  },
  (world, expected) => {
    const { versions } = publications(world)
    const found = versions.find((one) => one.version === expected.version)
    if (!found) return missing(versions.map((one) => one.version))
    const [first] = found.publications
    return new Compare()
      .names(
        'published by',
        found.publications.map((one) => one.published_by),
        expected['published by'],
      )
      .is('date', first?.date, expected.date)
      .names('withholds', [...(first?.withholds ?? [])], expected.withholds)
      .is('outside', first?.outside, expected.outside)
      .is('compared', found.compared[0]?.is, expected.compared).found
  },
)

export const endorsement = kind(
  'endorsement',
  'Who endorsed the text, as that body numbers it.',
  {
    endorsement: z.string().describe('the reference, such as S/RES/2268'),
    by: z.string(),
    date: z.string().optional(),
  },
  (world, expected) => {
    const { endorsements } = publications(world)
    const found = endorsements.find(({ reference }) => reference === expected.endorsement)
    if (!found) return missing(endorsements.map(({ reference }) => reference))
    return new Compare().is('by', found.body, expected.by).is('date', found.date, expected.date).found
  },
)

export const leak = kind(
  'leak',
  'What became known without being published.',
  {
    leak: z.string().describe('part of what was leaked'),
    by: z.string().nullable().optional().describe('who leaked it; null where nobody says'),
    date: z.string().optional(),
    doc: z.string().optional().describe('how the name of the report that tells of it begins'),
  },
  (world, expected) => {
    const { leaks } = publications(world)
    const found = leaks.find(({ of }) => of.includes(expected.leak))
    if (!found) return missing(leaks.map(({ of }) => of))
    const doc = expected.doc
    return new Compare()
      .is('by', found.by, expected.by)
      .is('date', found.date, expected.date)
      .is('doc', doc !== undefined && found.doc?.startsWith(doc) ? doc : found.doc, doc).found
  },
)
