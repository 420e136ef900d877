// Minutes of what is told to whom: information asked for and given, versions published, endorsements, leaks.
import { z } from 'zod'
import { day, instant, sha256 } from '../fields.ts'
import { every, minuteId, said, several, someone } from './parts.ts'

export const askInformation = z.strictObject({
  does: z.literal('ask-information'),
  ...every,
  of: someone,
  to: someone,
  about: said,
  due: instant.nullable(),
})

/** Either an answer or a reason why there is none. */
export const answerInformation = z.strictObject({
  does: z.literal('answer-information'),
  ...every,
  request: minuteId,
  of: someone,
  answer: said.nullable(),
  refused_because: said.nullable(),
})

export const publishVersion = z.strictObject({
  does: z.literal('publish-version'),
  ...every,
  version: z.string().min(1),
  /** SHA-256 of the bytes that were published. */
  hash: sha256,
  /** BCP 47. */
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'is no language tag such as en or zh-Hant' }),
  published_by: someone,
  date: day,
  /** Ids of clauses, or names of fields, that the version leaves out. */
  withholds: several,
})

export const endorse = z.strictObject({
  does: z.literal('endorse'),
  ...every,
  body: z.string().min(1),
  /** As that body numbers it: `S/RES/2268`. */
  reference: z.string().min(1),
  date: day,
})

/** Recorded as such: what was leaked is not thereby published. */
export const leak = z.strictObject({
  does: z.literal('leak'),
  ...every,
  of: z.string().min(1),
  by: z.string().min(1).nullable(),
  date: day,
  doc: z.string().min(1).nullable(),
})
