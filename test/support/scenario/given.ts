// What a scenario is given: which reports, what is said besides, acts, minutes, things made up for it; and when it asks.
import {
  ACT_STAGES,
  KIND_NAMES,
  MODALITIES,
  nameAct,
  nameClaim,
  nameWithdrawal,
  SIDES,
  type Entry,
} from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { PROTECTED_OBJECTS } from '@trucekeeper/codes'
import { z } from 'zod'
import { time } from './kind.ts'

/** What somebody said, in the few words a scenario needs. */
const saying = z.strictObject({
  who: z.string(),
  side: z.enum(SIDES),
  kind: z.enum(KIND_NAMES),
  modality: z.enum(MODALITIES).default('asserted'),
  negated: z.boolean().default(false),
  words: z.string(),
  happened: z.string().nullable().default(null),
  published: time,
  received: time.optional(),
  places: z.array(z.string()).default([]),
  blames: z.string().nullable().default(null),
  count: z.int().optional(),
})

const acting = z.strictObject({
  power: z.string(),
  stage: z.enum(ACT_STAGES),
  by: z.array(z.string()),
  at: time,
  sets: time.optional(),
  length: z.string().optional(),
  words: z.string(),
})

const minute = z.record(z.string(), z.unknown())

export const given = z
  .strictObject({
    reports: z
      .union([z.literal('all'), z.literal('none'), z.array(z.string())])
      .default('all')
      .describe('`all` (by default), `none`, or how the names of some begin'),
    without: z.array(z.string()).default([]).describe('reports to leave out'),
    says: z.array(saying).default([]).describe('what somebody says besides'),
    acts: z.array(acting).default([]).describe('powers used besides: power, stage, by, at, words, and sets or length'),
    withdrawn: z
      .array(z.strictObject({ words: z.string(), received: time, reason: z.string() }))
      .default([])
      .describe('claims taken back: some of their words, when, and why'),
    minutes: z.array(minute).default([]).describe('minutes besides those of the folder, as `centre/` has them'),
    'without minutes': z
      .union([z.literal('all'), z.array(z.string())])
      .default([])
      .describe('minutes of the folder to leave out: `all`, or kinds such as `close-case`'),
    'without rows': z
      .array(z.string())
      .default([])
      .describe('rows of tables to leave out: a file and row such as `access/seals.csv:12`, or the id of a position'),
    sites: z
      .strictObject({
        kind: z.enum(PROTECTED_OBJECTS).default('health_facility'),
        around: z.tuple([z.number(), z.number()]),
        count: z.int().positive(),
      })
      .optional()
      .describe('protected sites made up for the scenario, so many around a longitude and latitude'),
    list: z
      .array(z.strictObject({ reference: z.string(), names: z.array(z.string()).min(1) }))
      .default([])
      .describe('a list of sanctions made up for the scenario: a reference number and names, in any script'),
    text: z
      .strictObject({ name: z.string(), published: time, body: z.string() })
      .optional()
      .describe('a report that comes in: its name says what it is'),
  })
  .prefault({})

export const when = z.strictObject({
  at: time.describe('the hour that is asked about'),
  known_at: time.optional().describe('only what had come in by then; everything, where it is left out'),
  agreement: z.string().optional().describe('under another agreement of the folder, by its id'),
  trying: acting
    .omit({ at: true, words: true })
    .optional()
    .describe('an act that is tried then and not done: power, stage, by, and sets or length'),
  minuting: minute.optional().describe('a minute that is tried then and not entered'),
})

export type Given = z.infer<typeof given>
export type When = z.infer<typeof when>

/** Entries of the folder that stay, what is said and done besides, and what is taken back. */
export function entriesGiven(wanted: Given, folder: readonly LoggedEntry[]): Entry[] {
  const kept = folder.flatMap(({ entry }) => (isKept(entry, wanted) ? [entry] : []))
  const said = wanted.says.map((one, number): Entry => ({
    type: 'claim',
    received_at: one.received ?? one.published,
    recorded_by: 'scenario',
    body: claimOf(one, number),
  }))
  const acted = wanted.acts.map(({ words, ...act }): Entry => ({
    type: 'act',
    received_at: act.at,
    recorded_by: 'scenario',
    body: nameAct({ ...act, doc: 'scenario', quote: words, start: 0, end: words.length }),
  }))
  const entries = [...kept, ...said, ...acted]
  const withdrawn = wanted.withdrawn.map(({ words, received, reason }): Entry => {
    const taken = entries.find((entry) => entry.type === 'claim' && entry.body.quote.includes(words))
    if (!taken) throw new Error(`no claim says “${words}”`)
    return {
      type: 'withdrawal',
      received_at: received,
      recorded_by: 'scenario',
      body: nameWithdrawal({ withdraws: taken.body.id, reason, by: 'scenario' }),
    }
  })
  return [...entries, ...withdrawn]
}

function isKept(entry: Entry, { reports, without, 'without minutes': minutes }: Given): boolean {
  if (entry.type === 'minute') return minutes !== 'all' && !minutes.includes(entry.body.does)
  if (!('doc' in entry.body) || entry.body.doc === null) return true
  const { doc } = entry.body
  const chosen = reports === 'all' || (reports !== 'none' && reports.some((name) => doc.startsWith(name)))
  return chosen && !without.some((name) => doc.startsWith(name))
}

function claimOf(one: z.infer<typeof saying>, number: number) {
  const { who, side, kind, modality, negated, words, happened, published, places, blames, count } = one
  return nameClaim({
    doc: `scenario-${number + 1}`,
    quote: words,
    start: 0,
    end: words.length,
    speaker: who,
    speaker_side: side,
    via: null,
    outlet: null,
    published,
    kind,
    modality,
    negated,
    places,
    date: happened,
    date_basis: happened === null ? null : 'explicit',
    actor_blamed: blames,
    target: null,
    figures: count === undefined ? [] : [{ what: 'truce violations', value: count, unit: 'violations' }],
  })
}
