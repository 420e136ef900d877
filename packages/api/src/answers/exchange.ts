// The form of what is known of the exchange of information.
import type { Exchange, LogLine, MinuteRefusal } from '@trucekeeper/centre'
import { PLACE_PRECISIONS, SHARED_MATTERS, TIME_PRECISIONS } from '@trucekeeper/claims'
import { z } from 'zod'
import { instant } from './status.ts'

const place = z.enum(PLACE_PRECISIONS)
const time = z.enum(TIME_PRECISIONS)

const request = z.strictObject({
  id: z.string(),
  of: z.string(),
  to: z.string(),
  about: z.string(),
  asked_at: instant,
  due: instant.nullable(),
  state: z.enum(['open', 'late', 'answered', 'refused']),
  late_by_ms: z.number(),
  answer: z
    .strictObject({
      id: z.string(),
      at: instant,
      answer: z.string().nullable(),
      refused_because: z.string().nullable(),
    })
    .nullable(),
})

const share = z.strictObject({
  id: z.string(),
  of: z.string(),
  to: z.array(z.strictObject({ member: z.string(), number: z.int() })),
  matter: z.enum(SHARED_MATTERS),
  text: z.string(),
  place: z
    .union([
      z.strictObject({ governorate: z.string() }),
      z.strictObject({ district: z.string() }),
      z.strictObject({ cell: z.string() }),
    ])
    .nullable(),
  time: z.string().nullable(),
  claims: z.array(z.string()),
  caveats: z.strictObject({ pass_to: z.array(z.string()), until: instant.nullable(), place, time }),
  passes_on: z.string().nullable(),
  shared_at: instant,
  precision: z.strictObject({ place, time }),
  state: z.enum(['stands', 'run_out']),
})

const refusal = z.strictObject({
  code: z.string() as unknown as z.ZodType<MinuteRefusal['code']>,
  clause: z.string().nullable(),
  heading: z.string().nullable(),
  why: z.string(),
  help: z.string(),
})

const logLine = z.strictObject({
  id: z.string(),
  at: instant,
  does: z.enum(['ask-information', 'answer-information', 'share']),
  of: z.string(),
  to: z.array(z.strictObject({ member: z.string(), number: z.int().nullable() })),
  index: z.int().nullable().describe('its place in the record; null where no log has begun'),
  recorded_by: z.string().nullable(),
})

export interface ExchangeAnswer extends Omit<Exchange, 'log'> {
  readonly at: string
  readonly zone: string
  readonly members: readonly { readonly id: string; readonly name: string }[]
  readonly log: readonly (LogLine & { readonly index: number | null; readonly recorded_by: string | null })[]
}

export const exchangeAnswer: z.ZodType<ExchangeAnswer> = z
  .strictObject({
    at: instant,
    zone: z.string(),
    members: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    requests: z.array(request),
    shares: z.array(share),
    given: z
      .array(
        z.strictObject({
          member: z.string(),
          told: z.array(
            z.strictObject({ share: z.string(), of: z.string(), at: instant, may_tell: z.array(z.string()) }),
          ),
        }),
      )
      .describe('what each was told, and whom they may tell now'),
    against_caveats: z.array(
      z.strictObject({ minute: z.string(), of: z.string(), at: instant, refusals: z.array(refusal) }),
    ),
    rows: z
      .array(z.strictObject({ of: z.string(), to: z.string(), next: z.int(), missing: z.array(z.int()) }))
      .describe('what one tells another is numbered; numbers that are missing were not handed on'),
    log: z.array(logLine),
  })
  .meta({ id: 'ExchangeAnswer', description: 'information asked for and shared between members, with its caveats' })
