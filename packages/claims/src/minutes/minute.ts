// A minute of the centre: one form for each thing that is done, told apart by `does`, named by its content.
import { z } from 'zod'
import { contentId } from '../canonical.ts'
import { halfCharacters, refusalsOf, REPORTED, type Refusal } from '../refusal.ts'
import {
  caseFinding,
  caseMeasure,
  caseReply,
  caseStep,
  closeCase,
  jointClosing,
  jointFinding,
  jointMeasure,
  openCase,
  relateCases,
  takeBack,
  visit,
} from './case-minutes.ts'
import { commitText, disclose, endorse, leak, publishVersion } from './disclosure-minutes.ts'
import { answerInformation, askInformation, share } from './exchange-minutes.ts'
import { call, outcome, pressed, undertaking } from './guarantor-minutes.ts'
import { correctReport, publishReport } from './report-minutes.ts'
import { listing } from './watch-minutes.ts'

export const minuteSchema = z.discriminatedUnion('does', [
  openCase,
  caseStep,
  caseFinding,
  caseReply,
  caseMeasure,
  closeCase,
  jointFinding,
  jointMeasure,
  jointClosing,
  takeBack,
  relateCases,
  visit,
  undertaking,
  pressed,
  outcome,
  call,
  askInformation,
  answerInformation.refine((one) => (one.answer === null) !== (one.refused_because === null), {
    error: 'has to have either an answer or a reason why there is none',
  }),
  disclose,
  commitText,
  share,
  publishVersion,
  endorse,
  leak,
  correctReport,
  publishReport,
  listing,
])

export type Minute = z.infer<typeof minuteSchema>
export type MinuteOf<D extends Minute['does']> = Extract<Minute, { does: D }>
type Unnamed<M> = M extends Minute ? Omit<M, 'id'> : never
/** A minute without its id. */
export type MinuteBody = Unnamed<Minute>

/** The minute with the id that its content gives it. */
export function nameMinute<B extends MinuteBody>(body: B): Extract<Minute, { does: B['does'] }> {
  // A minute is its body and an id; the compiler does not follow that through the union.
  return { id: contentId('min', body), ...body } as unknown as Extract<Minute, { does: B['does'] }>
}

/** Checks a minute as somebody writes it down, without its id. */
export function takeMinute(
  offered: unknown,
): { readonly ok: true; readonly value: Minute } | { readonly ok: false; readonly refusals: Refusal[] } {
  const whole = typeof offered === 'object' && offered !== null ? { ...offered, id: 'min_unnamed' } : offered
  const parsed = minuteSchema.safeParse(whole, REPORTED)
  if (!parsed.success) return { ok: false, refusals: refusalsOf('entry-malformed', 'minute', parsed.error) }
  const { id: _, ...body } = parsed.data
  const halves = halfCharacters('entry-malformed', 'minute', body)
  if (halves.length > 0) return { ok: false, refusals: halves }
  return { ok: true, value: nameMinute(body as MinuteBody) }
}

/** Ids of earlier entries that it rests on, by what each has to be. */
export function namedByMinute(minute: Minute): {
  readonly claims: readonly string[]
  readonly minutes: readonly string[]
  readonly acts: readonly string[]
} {
  return {
    acts: ('acts' in minute && minute.acts) || [],
    claims:
      'claims' in minute
        ? minute.claims
        : minute.does === 'disclose' && 'claim' in minute.subject
          ? [minute.subject.claim]
          : [],
    minutes:
      'undertaking' in minute
        ? [minute.undertaking]
        : 'request' in minute
          ? [minute.request]
          : 'proposal' in minute
            ? [minute.proposal]
            : 'joins' in minute && minute.joins !== null
              ? [minute.joins]
              : minute.does === 'share' && minute.passes_on !== null
                ? [minute.passes_on]
                : [],
  }
}
