// The form of what is said of guarantors: what each undertook, calls sentence beside sentence, the hotline, visits.
import type { Call, OutOfOrder, Undertaking, Visits } from '@trucekeeper/centre'
import { CALL_CHANNELS, type MinuteOf } from '@trucekeeper/claims'
import { z } from 'zod'
import { centreAnswer, written, type CentreAnswer, type Written } from '../centre-asked.ts'
import { outOfOrder, visit } from './cases.ts'

/** Who wrote each minute down, by its id. */
type WrittenDown = Readonly<Record<string, Written>>

export interface UndertakingsAnswer extends CentreAnswer {
  readonly guarantors: readonly { readonly id: string; readonly answers_for: readonly string[] }[]
  readonly undertakings: readonly Undertaking[]
  /** Read in claims of what somebody plans, with their exact words; they count once they are entered. */
  readonly proposed: readonly MinuteOf<'undertaking'>[]
  readonly out_of_order: readonly OutOfOrder[]
  readonly documents: Readonly<Record<string, string>>
  readonly written: WrittenDown
}

export interface CallsAnswer extends CentreAnswer {
  readonly calls: readonly Call[]
  readonly documents: Readonly<Record<string, string>>
  readonly written: WrittenDown
}

export interface HotlineAnswer extends CentreAnswer {
  readonly log: readonly MinuteOf<'call' | 'pressed'>[]
  readonly written: WrittenDown
}

export type VisitsAnswer = CentreAnswer & Visits & { readonly written: WrittenDown }

const ids = z.array(z.string())
const documents = z.record(z.string(), z.string())
const writtenDown = z.record(z.string(), written).describe('who wrote each minute down, by its id')

const undertaking = z
  .looseObject({
    id: z.string(),
    of: z.string(),
    for: z.string().nullable(),
    to_do: z.string(),
    clause: z.string().nullable(),
    undertaken_at: z.string(),
    due: z.string().nullable(),
    state: z.enum(['open', 'pressed', 'told_differently', 'kept', 'partly', 'not_kept', 'not_known']),
    late_by_ms: z.number(),
    words: z.strictObject({ doc: z.string(), quote: z.string(), start: z.int(), end: z.int() }),
    pressed: z.array(z.looseObject({ id: z.string(), at: z.string(), party: z.string() })),
    outcomes: z.array(z.looseObject({ id: z.string(), of: z.string().nullable(), at: z.string() })),
  })
  .meta({ id: 'Undertaking', description: 'what somebody said they would do or obtain, and what came of it' })

export const undertakingsAnswer = z
  .strictObject({
    ...centreAnswer,
    guarantors: z.array(z.strictObject({ id: z.string(), answers_for: ids })),
    undertakings: z.array(undertaking),
    proposed: z.array(z.looseObject({ id: z.string(), of: z.string(), at: z.string(), quote: z.string() })),
    out_of_order: z.array(outOfOrder),
    documents,
    written: writtenDown,
  })
  .meta({ id: 'UndertakingsAnswer' }) as unknown as z.ZodType<UndertakingsAnswer>

const aligned = z.strictObject({
  of: z.string(),
  relation: z.enum(['agrees', 'silent', 'contradicts']),
  quote: z.string().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
  why: z.string(),
})
const sentence = z.looseObject({ quote: z.string(), start: z.int(), end: z.int(), others: z.array(aligned) })

export const callsAnswer = z
  .strictObject({
    ...centreAnswer,
    calls: z.array(
      z.strictObject({
        id: z.string(),
        at: z.string(),
        channel: z.enum(CALL_CHANNELS),
        between: ids,
        read_outs: z.array(
          z.strictObject({ of: z.string(), doc: z.string(), sentences: z.array(sentence).nullable() }),
        ),
      }),
    ),
    documents,
    written: writtenDown,
  })
  .meta({
    id: 'CallsAnswer',
    description: 'calls with what each made public of them, sentence beside sentence',
  }) as unknown as z.ZodType<CallsAnswer>

export const hotlineAnswer = z
  .strictObject({
    ...centreAnswer,
    log: z.array(z.looseObject({ id: z.string(), does: z.enum(['call', 'pressed']), at: z.string() })),
    written: writtenDown,
  })
  .meta({ id: 'HotlineAnswer' }) as unknown as z.ZodType<HotlineAnswer>

export const visitsAnswer = z
  .strictObject({
    ...centreAnswer,
    visits: z.array(visit),
    done: z.int(),
    not_done: z.int(),
    denied_by: z.array(z.strictObject({ who: z.string().nullable(), denied: z.int(), turned_back: z.int() })),
    written: writtenDown,
  })
  .meta({ id: 'VisitsAnswer' }) as unknown as z.ZodType<VisitsAnswer>
