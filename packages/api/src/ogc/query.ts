// The questions of a client of OGC API – Features, checked before anything is looked for.
import { parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import { quoted } from '../problems.ts'
import { malformed, whole } from '../query.ts'
import type { Box, Period } from './filter.ts'

export const MOST_FEATURES = 10_000

const box = z
  .string()
  .min(1)
  .transform((text, context): Box => {
    const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)))
    // With heights there are six; nothing here has one.
    const [west, south, east, north] = numbers.length === 6 ? [0, 1, 3, 4].map((at) => numbers[at]!) : numbers
    const isBox = (numbers.length === 4 || numbers.length === 6) && numbers.every(Number.isFinite)
    if (isBox && south! <= north! && Math.abs(west!) <= 180 && Math.abs(east!) <= 180)
      return [west!, south!, east!, north!]
    const help = 'write west, south, east, north in degrees: `37.0,36.1,37.3,36.3`'
    return malformed(context, '400.5', `${quoted(text)} is no box`, help)
  })
  .describe('west, south, east, north in degrees (WGS 84): features that touch the box')

const period = z
  .string()
  .min(1)
  .transform((text, context): Period => {
    const ends = text.split('/').map((end) => (end === '..' || end === '' ? null : parseInstant(end)))
    const said = text.split('/').map((end) => end === '..' || end === '')
    const isRead = ends.every((end, at) => end !== null || said[at])
    const [from, to] = ends
    if (isRead && ends.length === 1 && from != null) return { from, to: from }
    if (isRead && ends.length === 2 && (from != null || to != null) && (from ?? -Infinity) <= (to ?? Infinity))
      return { from: from!, to: to! }
    const help = 'write an instant or two with a slash: `2016-09-16T00:00:00Z/2016-09-17T00:00:00Z`; `..` is open'
    return malformed(context, '400.1', `${quoted(text)} is no time`, help)
  })
  .describe('an instant, or two with a slash between them, of which one may be `..`: features of that time, or of none')

const form = z
  .string()
  .min(1)
  .transform((text, context) =>
    text === 'json' ? text : malformed(context, '400.2', `${quoted(text)} is no form of answer here`, 'ask for `json`'),
  )
  .describe('`json`, which it is without as well')

export const formQuery = z.strictObject({ f: z.optional(form) })

export const itemsQuery = z.strictObject({
  bbox: z.optional(box),
  datetime: z.optional(period),
  limit: z.optional(whole(1, MOST_FEATURES).describe('how many features at most; left out, 100')),
  offset: z.optional(whole(0, 999_999_999).describe('how many to pass over')),
  f: z.optional(form),
})
