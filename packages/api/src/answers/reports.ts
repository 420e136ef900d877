// What `/api/reports` answers: the days with a report, a report as a model, and its page in a language.
import { CASE_STAGES, CALL_CHANNELS, FINDINGS, UNDERTAKING_OUTCOMES, VISIT_OUTCOMES } from '@trucekeeper/claims'
import { LANGUAGES } from '@trucekeeper/publish'
import { z } from 'zod'
import { checkpoint, instant, sha256, verdict as aVerdict } from './status.ts'

const text = z.string()
const texts = z.array(text)
const maybe = text.nullable()
const count = z.number()
const verdict = aVerdict.nullable()
const figure = z.strictObject({ low: count, high: count, receipt: text })
const span = z.strictObject({ from: instant, to: instant })
const agreement = z.strictObject({ id: text, title: text, hash: text, zone: text })

export const reportsAnswer = z
  .strictObject({
    agreement,
    /** `18:00`, on the clock of the agreement. */
    cut_off_hour: text,
    days: z.array(
      z.strictObject({
        day: text,
        number: count,
        cut_off: instant,
        made_known: z.array(z.strictObject({ at: instant, format: text, lang: text, hash: sha256 })),
      }),
    ),
    /** Forms in which each can be had. */
    forms: texts,
  })
  .meta({ id: 'Reports' })

export type ReportsAnswer = z.infer<typeof reportsAnswer>

const voice = { claim: text, speaker: maybe, side: text, quote: text, doc: text, published: text }
const correction = {
  report: count,
  cut_off: instant,
  clause: text,
  account: maybe,
  what: z.enum(['verdict', 'standing', 'claimed', 'verified', 'gate_days']),
}

const caseLine = z.strictObject({
  case: text,
  clause: text,
  heading: text,
  accused: text,
  opened_by: text,
  opened_at: instant,
  summary: text,
  stage: z.enum(CASE_STAGES),
  did: z.enum(['opened', 'moved', 'closed']).nullable(),
  findings: z.array(z.strictObject({ of: texts, finding: z.enum(FINDINGS), actor: maybe, at: instant })),
  agreed: z.enum(['none', 'one', 'same', 'two', 'joint']),
  late: z.array(z.strictObject({ who: text, does: text, due: instant })),
  next: z.strictObject({ who: texts, does: text, due: maybe }).nullable(),
  closed: z.strictObject({ of: texts, outcome: text, reason: text, at: instant }).nullable(),
})

const centre = {
  acts: z.array(
    z.strictObject({
      act: text,
      power: text,
      at: instant,
      stage: text,
      by: texts,
      quote: text,
      doc: text,
      without_effect: maybe,
    }),
  ),
  cases: z.array(caseLine),
  undertakings: z.array(
    z.strictObject({
      id: text,
      of: text,
      for: maybe,
      to_do: text,
      clause: maybe,
      due: maybe,
      state: z.enum(['open', 'pressed', ...UNDERTAKING_OUTCOMES]),
      late: z.boolean(),
      pressed: count,
    }),
  ),
  calls: z.array(
    z.strictObject({
      id: text,
      at: instant,
      channel: z.enum(CALL_CHANNELS),
      between: texts,
      read_outs: z.array(z.strictObject({ of: text, doc: text })),
      agrees: count,
      silent: count,
      contradicts: z.array(z.strictObject({ of: text, quote: text, other: text, other_quote: text })),
    }),
  ),
  replies: z.array(
    z.strictObject({
      party: text,
      clauses: texts,
      voices: z.array(z.strictObject(voice)),
      cases: z.strictObject({
        open: z.array(z.strictObject({ case: text, until: maybe })),
        given: z.array(z.strictObject({ case: text, of: text, at: instant, text })),
      }),
    }),
  ),
}

const unobserved = z.strictObject({
  days: z.array(z.strictObject({ clause: text, days: texts })),
  visits_denied: z.array(
    z.strictObject({
      id: text,
      of: text,
      case: maybe,
      place: maybe,
      planned_at: instant,
      outcome: z.enum(VISIT_OUTCOMES).exclude(['done']),
      denied_by: maybe,
      reason: maybe,
    }),
  ),
  cannot_confirm: z.array(z.strictObject({ ...voice, clauses: texts })),
})

const access = z.strictObject({
  funnel: z.array(z.strictObject({ stage: text, requests: figure, people: figure })),
  seals: z.array(z.strictObject({ state: text, count: figure, consignments: texts })),
  seals_changed: z.array(
    z.strictObject({
      what: z.enum(['found_broken', 'other_number', 'removed_on_the_way', 'replaced']),
      consignment: text,
      seal: text,
      from: instant,
      to: instant,
      found_by: text,
      receipt: text,
    }),
  ),
})

const standing = {
  tallies: z.array(
    z.strictObject({
      clause: text,
      party: text,
      claimed: figure,
      verified: figure,
      before: z.strictObject({ claimed: figure, verified: figure }),
      since: z.strictObject({ claimed: figure, verified: figure, days: figure, of_days: count }),
      by_claimant: z.array(z.strictObject({ side: text, alleged: count })),
    }),
  ),
  clauses: z.array(
    z.strictObject({
      id: text,
      heading: text,
      parties: texts,
      standing: text,
      timing: text,
      due: maybe,
      decided_by: text,
      verdicts: z.record(text, z.strictObject({ verdict, receipt: text })),
      changed: z.array(z.strictObject({ account: text, was: verdict })),
    }),
  ),
  terms: z.array(
    z.strictObject({
      id: text,
      heading: text,
      standing: text,
      starts: maybe,
      ends: maybe,
      steps: z.array(
        z.strictObject({
          at: instant,
          what: text,
          by: texts,
          stage: text,
          effect: z.enum(['begins', 'extends', 'ends']).nullable(),
          until: maybe,
          without_effect: maybe,
        }),
      ),
    }),
  ),
  /** Notices are those of `Status`. */
  powers: z.array(z.strictObject({ id: text, heading: text, stage: text, notices: z.array(z.looseObject({})) })),
  gates: z.array(
    z.strictObject({
      id: text,
      heading: text,
      state: text,
      done: figure,
      needed: count,
      missing: texts,
      earliest: maybe,
      days_by_account: z.record(text, count),
      resets: z.array(z.strictObject({ at: instant, why: text })),
    }),
  ),
}

export const reportAnswer = z
  .strictObject({
    form: z.literal('trucekeeper.daily-report/1'),
    number: count.nullable(),
    agreement,
    cut_off: instant,
    known_at: instant,
    period: span,
    previous: span,
    checkpoint,
    accounts: z.array(z.strictObject({ id: text, name: text, decides: z.boolean() })),
    names: z.record(text, text),
    areas: texts,
    ...standing,
    unobserved,
    access: access.nullable(),
    happenings: z.array(
      z.strictObject({
        id: text,
        kind: text,
        from: maybe,
        to: maybe,
        areas: texts,
        cells: texts.describe('geohashes of four digits in which it was'),
        protected: z.boolean(),
        claims: texts,
        grading: z.array(
          z.strictObject({
            claim: text,
            side: text,
            published: text,
            quote: maybe,
            stance: maybe,
            reliability: maybe,
            credibility: count.nullable(),
          }),
        ),
      }),
    ),
    deadlines: z.array(
      z.strictObject({
        at: instant,
        of: z.enum(['clause', 'case', 'undertaking', 'request']),
        id: text,
        what: text,
        who: texts,
      }),
    ),
    ...centre,
    corrections: z.strictObject({
      looked_back_to: count.nullable(),
      found: z.array(
        z.strictObject({
          ...correction,
          known_then: text,
          known_now: text,
          then: text,
          now: text,
          entries: texts,
          recorded: maybe,
        }),
      ),
      recorded: z.array(
        z.strictObject({ ...correction, minute: text, at: instant, said_then: text, said_now: text, reason: text }),
      ),
    }),
    receipts: z.array(
      z.strictObject({
        id: text,
        clause: maybe,
        account: maybe,
        entries: texts,
        checkpoint,
        known_at: instant,
        example: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DailyReport' })

const line = z.array(
  z.strictObject({
    text,
    to: z.optional(text.describe('the id of an item of this page')),
    href: z.optional(text),
    strong: z.optional(z.literal(true)),
    foreign: z.optional(z.literal(true).describe('in the language of the record, read from left to right')),
    at: z.optional(text.describe('the instant or the day that the words are')),
    clause: z.optional(text.describe('the id of the clause that the words are')),
  }),
)

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), text }),
  z.strictObject({ kind: z.literal('paragraph'), line }),
  z.strictObject({
    kind: z.literal('list'),
    small: z.optional(z.literal(true)),
    items: z.array(z.strictObject({ id: z.optional(text), line })),
  }),
  z.strictObject({ kind: z.literal('table'), head: z.array(line), rows: z.array(z.array(line)) }),
])

export const reportPageAnswer = z
  .strictObject({
    title: text,
    language: z.enum(LANGUAGES),
    direction: z.enum(['ltr', 'rtl']),
    foot: z.strictObject({ text, code: text, of: text }),
    blocks: z.array(block),
    clauses: z.record(text, text).describe('the names of clauses by their ids, no two alike'),
  })
  .meta({ id: 'ReportPage' })

export const alertsAnswer = z
  .strictObject({
    alerts: z.array(
      z.strictObject({ number: count, identifier: text, type: z.enum(['Alert', 'Update', 'Cancel']), address: text }),
    ),
  })
  .meta({ id: 'Alerts' })

export type AlertsAnswer = z.infer<typeof alertsAnswer>
