// The forms of answers that look back: tallies by period, the course of events, and what anybody may see.
import { DISCLOSURE_LEVELS } from '@trucekeeper/claims'
import { z } from 'zod'
import type { ReleasedAnswer } from '../released.ts'
import type { FiguresAnswer } from '../tally-figures.ts'
import type { TallyAnswer } from '../tally.ts'
import type { DocumentsAnswer } from '../timeline-documents.ts'
import type { TimelineAnswer } from '../timeline.ts'
import { instant, sha256, standing, timing, verdict } from './status.ts'

const texts = z.array(z.string())
const day = z.string().meta({ id: 'CivilDay', description: 'a day of the calendar: `2016-09-16`' })
const range = z.strictObject({ low: z.int(), high: z.int() }).meta({ id: 'CountRange' })

const cell = z
  .strictObject({
    told: range.describe('told of one by one'),
    bulk: z.array(
      z.strictObject({
        figure: z.number(),
        sides: texts,
        from: instant.nullable(),
        to: instant,
        within: z.boolean().describe('whether all of its stretch lies in the period'),
      }),
    ),
    claimed: range,
    verified: range,
    days_in_force: z.int(),
    days_reported: z.int(),
  })
  .meta({ id: 'TallyCell' })

const periods = z.strictObject({
  periods: z.array(z.strictObject({ from: day, to: day })),
  rows: z.array(z.strictObject({ clause: z.string(), party: z.string(), cells: z.array(cell.nullable()) })),
})

export const tallyAnswer: z.ZodType<TallyAnswer> = z
  .strictObject({ zone: z.string(), at: instant, day: periods, week: periods, term: periods })
  .meta({ id: 'TallyAnswer', description: 'claimed, verified and reported, by days, by weeks and over the term' })

const stretch = z.strictObject({ from: instant, to: instant, verdict: verdict.nullable(), standing, timing })

const document = z.strictObject({
  sha256,
  doc: z.string(),
  outlet: z.string().nullable(),
  published: z.string(),
  received_at: instant,
})

export const timelineAnswer: z.ZodType<TimelineAnswer> = z
  .strictObject({
    zone: z.string(),
    at: instant,
    account: z.string().nullable(),
    from: instant,
    to: instant,
    every_days: z.int().describe('a clause is read at the end of every so many days, at each act, and at the instant'),
    terms: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string().nullable(),
        standing,
        starts: instant.nullable(),
        ends: instant.nullable(),
        steps: z.array(z.strictObject({ at: instant, what: z.string() })),
      }),
    ),
    acts: z.array(
      z.strictObject({
        power: z.string(),
        title: z.string().nullable(),
        effect: z.string(),
        at: instant,
        stage: z.string(),
        by: texts,
        doc: z.string(),
        start: z.int(),
        end: z.int(),
      }),
    ),
    gates: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string().nullable(),
        days: z.array(z.strictObject({ day, verdict })),
        resets: z.array(z.strictObject({ at: instant, why: z.string() })),
      }),
    ),
    incidents: z.array(
      z.strictObject({ id: z.string(), kind: z.string(), from: instant, to: instant, places: texts, clauses: texts }),
    ),
    incidents_left_out: z.int(),
    documents: z.array(document),
    clauses: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string().nullable(),
        heading: z.string(),
        parties: texts,
        stretches: z.array(stretch),
      }),
    ),
  })
  .meta({ id: 'TimelineAnswer', description: 'windows, acts, gates, incidents, documents and verdicts over time' })

export const releasedAnswer: z.ZodType<ReleasedAnswer> = z
  .strictObject({
    agreement: z.strictObject({ id: z.string(), title: z.string(), hash: sha256, zone: z.string() }),
    at: instant,
    known_at: instant.nullable(),
    size: z.int().describe('how many entries of the record this follows from'),
    log_key: z.string().nullable().describe('the public key of the log; null where there is no log'),
    clauses: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.string(),
        title: z.string().nullable(),
        heading: z.string(),
        parties: texts,
        sentence: z.string(),
        account: z.string().describe('the name of the account that decides it'),
        released: z
          .boolean()
          .describe('false where it rests on tables that are not released, or on clauses that are not public'),
        standing: standing.nullable(),
        verdict: verdict.nullable(),
        receipts: z.array(z.strictObject({ index: z.int(), doc: z.string(), outlet: z.string() })),
      }),
    ),
    versions: z
      .array(z.strictObject({ version: z.string(), lang: z.string(), root: sha256, index: z.int() }))
      .describe('versions of the text that were committed to, each with the place of the entry that did'),
    withheld: z
      .array(z.strictObject({ level: z.enum(DISCLOSURE_LEVELS), until: instant.nullable() }))
      .describe('passages of the text that are not public, without their words and names'),
    documents: z.array(z.strictObject({ doc: z.string(), outlet: z.string(), published: z.string(), index: z.int() })),
  })
  .meta({ id: 'ReleasedAnswer', description: 'what anybody may see' })

export const documentsAnswer: z.ZodType<DocumentsAnswer> = z
  .strictObject({ documents: z.array(document.extend({ index: z.int() })) })
  .meta({ id: 'DocumentsAnswer' })

const figure = z.strictObject({
  claim: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  qualifier: z.string().nullable(),
  speaker: z.string().nullable(),
  side: z.string(),
  via: z.string().nullable(),
  outlet: z.string().nullable(),
  published: z.string(),
  date: z.string().nullable(),
  places: texts,
  quote: z.string(),
  doc: z.string(),
  start: z.int(),
  end: z.int(),
})

export const figuresAnswer: z.ZodType<FiguresAnswer> = z
  .strictObject({
    zone: z.string(),
    cards: z.array(z.strictObject({ what: z.string(), unit: z.string(), figures: z.array(figure) })),
  })
  .meta({ id: 'FiguresAnswer', description: 'figures of claims, those of one thing side by side' })
