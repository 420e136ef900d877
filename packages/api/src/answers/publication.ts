// The form of what is said of the text: what is shown to whom, its versions, what became of them.
import type { Publications } from '@trucekeeper/centre'
import { DISCLOSURE_LEVELS, type DisclosureLevel } from '@trucekeeper/claims'
import { z } from 'zod'
import { centreAnswer, written, type CentreAnswer, type Written } from '../centre-asked.ts'
import { instant, sha256 } from './status.ts'

export interface PublicationAnswer extends CentreAnswer, Publications {
  /** Whether it is the folder's own text: of that alone are versions, endorsements and leaks recorded. */
  readonly own_text: boolean
  /** Headings under which clauses stand; of the folder's own text. */
  readonly articles: readonly string[]
  /** Ids of those who decide together what is shown. */
  readonly deciders: readonly string[]
  /** What whoever asks is not shown; null where that is nothing. */
  readonly not_shown: {
    readonly passages: readonly { readonly level: DisclosureLevel; readonly until: string | null }[]
    /** Clauses whose words are shown, and of which nothing is found. */
    readonly undecided: readonly string[]
  } | null
  /** Where each minute of the course stands in the record. */
  readonly written: Readonly<Record<string, Written>>
  readonly documents: Readonly<Record<string, string>>
}

const ids = z.array(z.string())
const level = z
  .enum(DISCLOSURE_LEVELS)
  .meta({ id: 'DisclosureLevel', description: 'each has what those before it have' })

const inForce = {
  level,
  set: z.strictObject({ minute: z.string(), of: ids, at: instant, reason: z.string() }).nullable(),
  embargo: z.strictObject({ until: instant, level }).nullable(),
  told_of: z.boolean().describe('whether those who are not shown it know that it is there'),
  published: ids.describe('minutes of the versions in which it was published: it stays public'),
}

const subject = z.union([
  z.strictObject({ clause: z.string() }),
  z.strictObject({ article: z.string() }),
  z.strictObject({ claim: z.string(), field: z.string().nullable() }),
])

const publication = z.strictObject({
  id: z.string(),
  date: z.string(),
  hash: sha256,
  withholds: ids,
  published_by: z.string(),
  outside: z.boolean().describe('whether the agreement does not name who published it'),
})

const version = z.strictObject({
  version: z.string(),
  lang: z.string(),
  commitment: z.strictObject({ id: z.string(), at: instant, of: ids, root: sha256, leaves: z.int() }).nullable(),
  publications: z.array(publication),
  compared: z.array(
    z.strictObject({
      one: z.string(),
      other: z.string(),
      is: z.enum(['same', 'shows_less', 'shows_more', 'differs']),
      only_one_withholds: ids,
      only_other_withholds: ids,
    }),
  ),
})

const endorsement = z.strictObject({
  id: z.string(),
  body: z.string(),
  reference: z.string(),
  date: z.string(),
  version: z.string().nullable(),
})

const passage = z.strictObject({ level, until: instant.nullable() })

export const publicationAnswer: z.ZodType<PublicationAnswer> = z
  .strictObject({
    ...centreAnswer,
    made: z.string().nullable(),
    default_level: level,
    clauses: z.array(
      z.strictObject({
        clause: z.string(),
        title: z.string().nullable(),
        heading: z.string(),
        held_with: z.string().nullable().describe('the clause that reads the same words and keeps it at this level'),
        ...inForce,
      }),
    ),
    claims: z.array(z.strictObject({ claim: z.string(), field: z.string().nullable(), ...inForce })),
    proposed: z.array(
      z.strictObject({
        minute: z.string(),
        at: instant,
        of: ids,
        waits_for: ids,
        subject,
        level,
        embargo_until: instant.nullable(),
        told_of: z.boolean(),
        reason: z.string(),
      }),
    ),
    course: z.array(z.custom<Publications['course'][number]>().meta({ type: 'object' })),
    versions: z.array(version),
    endorsements: z.array(endorsement),
    leaks: z.array(
      z.strictObject({
        id: z.string(),
        of: z.string(),
        by: z.string().nullable(),
        date: z.string(),
        doc: z.string().nullable(),
      }),
    ),
    said: z.array(z.custom<Publications['said'][number]>().meta({ type: 'object' })),
    without_effect: z.array(z.strictObject({ minute: z.string(), why: z.string(), clause: z.string().nullable() })),
    own_text: z.boolean().describe('whether it is the folder’s own text, of which alone versions are recorded'),
    articles: ids,
    deciders: ids,
    not_shown: z.strictObject({ passages: z.array(passage), undecided: ids }).nullable(),
    written: z.record(z.string(), written),
    documents: z.record(z.string(), sha256),
  })
  .meta({ id: 'PublicationAnswer', description: 'what is confidential and what is public, and the course of the text' })
