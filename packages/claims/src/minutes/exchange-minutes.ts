// Minutes of the exchange between members: information asked for, given, and shared with caveats.
import { z } from 'zod'
import { day, instant } from '../fields.ts'
import { every, minuteId, said, several, someone } from './parts.ts'
import { givesAPoint } from './whereabouts.ts'

/** Which in the row of what the one told the other, from 1: a number that is missing shows what was not handed on. */
const number = z.int().positive()

export const askInformation = z.strictObject({
  does: z.literal('ask-information'),
  ...every,
  of: someone,
  to: someone,
  about: said,
  due: instant.nullable(),
  number: z.optional(number),
})

/** What members tell each other about. Whereabouts of weapons, of fighters or of persons are none of these. */
export const SHARED_MATTERS = [
  'incident',
  'access',
  'humanitarian_movement',
  'hazard',
  'missing_persons',
  'procedure',
] as const

/** How exactly a place or a time is given, the least exact first; nothing finer can be shared. */
export const PLACE_PRECISIONS = ['none', 'governorate', 'district', 'cell_4', 'cell_5'] as const
export const TIME_PRECISIONS = ['none', 'month', 'day', 'hour'] as const

const pointless = said.refine((text) => !givesAPoint(text), {
  error: 'gives a point: name a district, or a cell of 4 or 5 characters in `place`',
})

const sharedPlace = z.union([
  z.strictObject({ governorate: pointless }),
  z.strictObject({ district: pointless }),
  z.strictObject({
    cell: z.string().regex(/^[0-9b-hjkmnp-z]{4,5}$/, { error: 'is no geohash of 4 or 5 characters' }),
  }),
])

const sharedTime = z.union([
  z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: 'is no month: write 2016-09' }),
  day,
  instant.refine((text) => /T\d{2}:00(?::00)?(?:[+-]|Z)/.test(text), {
    error: 'is finer than an hour: write 2016-09-16T18:00+03:00',
  }),
])

/** What one member tells others, and what they may do with it. */
export const share = z.strictObject({
  does: z.literal('share'),
  ...every,
  of: someone,
  to: z
    .array(z.strictObject({ member: someone, number }))
    .min(1)
    .refine((to) => new Set(to.map(({ member }) => member)).size === to.length, { error: 'names somebody twice' }),
  matter: z.enum(SHARED_MATTERS),
  text: pointless,
  place: sharedPlace.nullable(),
  time: sharedTime.nullable(),
  claims: several,
  caveats: z.strictObject({
    /** To whom those who were told may pass it on; nobody where it is empty. */
    pass_to: several,
    /** After that nobody passes it on; null for no end. */
    until: instant.nullable(),
    /** How exactly, at most, it may be passed on. */
    place: z.enum(PLACE_PRECISIONS),
    time: z.enum(TIME_PRECISIONS),
  }),
  /** The share by which whoever passes it on was told; null for what is their own. */
  passes_on: minuteId.nullable(),
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
