// Minutes of what is confidential and what is public: levels, texts committed to, versions published, endorsements, leaks.
import { DISCLOSURE_LEVELS } from '@trucekeeper/codes'
import { z } from 'zod'
import { day, instant, sha256 } from '../fields.ts'
import { every, said, several, someone } from './parts.ts'

/** BCP 47. */
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
  error: 'is no language tag such as en or zh-Hant',
})

/** A clause, an article by its heading (with all below it), a claim, or one field of a claim. */
const disclosed = z.union([
  z.strictObject({ clause: z.string().min(1) }),
  z.strictObject({ article: said }),
  z.strictObject({ claim: z.string().min(1), field: z.string().min(1).nullable() }),
])

/** From `at` on it is shown to those of the level, and to all who have it anyway; of an embargo, from its end on. */
export const disclose = z.strictObject({
  does: z.literal('disclose'),
  ...every,
  of: several.min(1),
  subject: disclosed,
  level: z.enum(DISCLOSURE_LEVELS),
  /** Until then it stays as it was. */
  embargo_until: instant.nullable(),
  /** Whether those who are not shown it may know that something is there. */
  told_of: z.boolean(),
  reason: said,
})

/** What a text is, before any of it is shown: the root over its sections, each of them salted. */
export const commitText = z.strictObject({
  does: z.literal('commit-text'),
  ...every,
  of: several.min(1),
  version: z.string().min(1),
  lang: language,
  /** SHA-256 (RFC 9162) over the sections, lower-case hex. */
  root: sha256,
  /** How many leaves are below the root: sections, and leaves that stand for nothing. */
  leaves: z.int().positive(),
})

export const publishVersion = z.strictObject({
  does: z.literal('publish-version'),
  ...every,
  version: z.string().min(1),
  /** SHA-256 of the bytes that were published. */
  hash: sha256,
  lang: language,
  /** As the agreement names it, or somebody else by name: an agency. */
  published_by: someone,
  date: day,
  /** Ids of clauses, headings of articles, or names of fields, that the version leaves out. */
  withholds: several,
})

export const endorse = z.strictObject({
  does: z.literal('endorse'),
  ...every,
  body: z.string().min(1),
  /** As that body numbers it: `S/RES/2268`. */
  reference: z.string().min(1),
  date: day,
  /** The version that was endorsed; null where it is not said. */
  version: z.string().min(1).nullable(),
})

/** Recorded as such: what was leaked is not thereby published. */
export const leak = z.strictObject({
  does: z.literal('leak'),
  ...every,
  /** What was leaked: a version, or words for it. */
  of: z.string().min(1),
  /** Who leaked it; null unless it is said. */
  by: z.string().min(1).nullable(),
  date: day,
  doc: z.string().min(1).nullable(),
})
