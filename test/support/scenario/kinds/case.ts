// How a case stands: its stage, who found what, who is late, and how it ended.
import { casesOf } from '@trucekeeper/centre'
import { CASE_STAGES, FINDINGS } from '@trucekeeper/codes'
import { z } from 'zod'
import { Compare, kind, missing, perWorld, time } from '../kind.ts'

const casesIn = perWorld(({ agreement, record, at }) => casesOf(agreement, record, at))

export const caseKind = kind(
  'case',
  'How a case stands on its way through the procedure.',
  {
    case: z.string().describe('its name'),
    clause: z.string().optional().describe('the clause said to be broken'),
    accused: z.string().optional(),
    'opened by': z.string().optional(),
    stage: z.enum(CASE_STAGES).optional(),
    finds: z.record(z.string(), z.enum(FINDINGS)).optional().describe('what each found last, by who found it'),
    agreed: z.enum(['none', 'one', 'same', 'two', 'joint']).optional(),
    scope: z.enum(['as_alleged', 'self_defence_claimed', 'wrong_actor', 'undetermined']).optional(),
    reply: z.string().nullable().optional().describe('part of what was replied; null where nobody has'),
    'reply open': z.boolean().optional(),
    measure: z.string().optional().describe('part of a measure taken'),
    closed: z.string().nullable().optional().describe('part of the outcome; null where it is open'),
    because: z.string().optional().describe('part of the reason for closing it'),
    next: z.string().nullable().optional().describe('part of what is wanted next; null where nothing is'),
    'wanted of': z.array(z.string()).optional().describe('of whom'),
    'next due': time.nullable().optional(),
    late: z.array(z.string()).optional().describe('who is late with anything'),
    related: z.array(z.string()).optional().describe('cases that belong with it'),
  },
  (world, expected) => {
    const { cases } = casesIn(world)
    const found = cases.find((one) => one.case === expected.case)
    if (!found) return missing(cases.map((one) => one.case))
    const compare = new Compare()
      .is('clause', found.clause, expected.clause)
      .is('accused', found.accused, expected.accused)
      .is('opened by', found.opened_by, expected['opened by'])
      .is('stage', found.stage, expected.stage)
      .is('agreed', found.agreed, expected.agreed)
      .is('scope', found.scope, expected.scope)
      .is('reply open', found.reply.open, expected['reply open'])
      .names('late', [...new Set(found.late.map(({ who }) => who))], expected.late)
      .names(
        'related',
        found.related.map((one) => one.case),
        expected.related,
      )
      .says('measures', found.measures.map(({ measure }) => measure).join('; '), expected.measure)
      .says('reason', found.closed?.reason ?? null, expected.because)
      .names('wanted of', [...(found.next?.who ?? [])], expected['wanted of'])
    for (const [who, finding] of Object.entries(expected.finds ?? {}))
      compare.is(`finding of ${who}`, found.findings.findLast(({ of }) => of.includes(who))?.finding ?? null, finding)
    const said = (what: string, is: string | null, part: string | null | undefined) =>
      part === null ? compare.is(what, is, null) : compare.says(what, is, part)
    said('reply', found.reply.replied.map(({ text }) => text).join('; ') || null, expected.reply)
    said('outcome', found.closed?.outcome ?? null, expected.closed)
    said('next', found.next?.does ?? null, expected.next)
    return compare.when('next due', found.next?.due ?? null, expected['next due']).found
  },
)

const HOUR_MS = 3_600_000

export const late = kind(
  'late',
  'Who is late in a case, with which step, by how much.',
  {
    late: z.string().describe('who, as the agreement names them'),
    case: z.string(),
    step: z.int().positive().describe('from 1'),
    hours: z.number().optional().describe('past its time, now or when it was done'),
    done: z.boolean().optional().describe('whether it was done, though late'),
  },
  (world, expected) => {
    const found = casesIn(world).cases.find((one) => one.case === expected.case)
    if (!found) return missing(casesIn(world).cases.map((one) => one.case))
    const done = found.steps.flatMap(({ number, done: all }) =>
      all.flatMap(({ by, late_by_ms }) => (late_by_ms > 0 ? [{ who: by, step: number, late_by_ms, done: true }] : [])),
    )
    const all = [...found.late.map((one) => ({ ...one, done: false })), ...done]
    const own = all.find(({ who, step }) => who === expected.late && step === expected.step)
    if (!own) return missing(all.map(({ who, step }) => `${who} with step ${step}`))
    return new Compare().is('hours', own.late_by_ms / HOUR_MS, expected.hours).is('done', own.done, expected.done).found
  },
)

export const visit = kind(
  'visit',
  'A visit or patrol made for a case, and what came of it.',
  {
    visit: z.string().describe('part of the place'),
    case: z.string(),
    outcome: z.enum(['done', 'denied', 'turned_back', 'cancelled']),
    'denied by': z.string().nullable().optional(),
    because: z.string().optional(),
  },
  (world, expected) => {
    const visits = casesIn(world).cases.find((one) => one.case === expected.case)?.visits ?? []
    const found = visits.find(({ place }) => place.includes(expected.visit))
    if (!found) return missing(visits.map(({ place }) => place))
    return new Compare()
      .is('outcome', found.outcome, expected.outcome)
      .is('denied by', found.denied_by, expected['denied by'])
      .says('reason', found.reason, expected.because).found
  },
)

export const proposal = kind(
  'proposal',
  'What one proposes in a case that several do only together, and what came of it.',
  {
    proposal: z.enum(['joint-finding', 'joint-measure', 'joint-closing']).describe('what it is'),
    case: z.string(),
    of: z.string().describe('who proposes it'),
    state: z.enum(['open', 'joined', 'taken_back', 'replaced', 'answered', 'lapsed']),
    'wanted of': z.array(z.string()).optional().describe('who has still to join in'),
    'joined by': z.array(z.string()).optional(),
    until: time.nullable().optional().describe('when it can be joined in no more'),
  },
  (world, expected) => {
    const proposals = casesIn(world).cases.find((one) => one.case === expected.case)?.proposals ?? []
    const found = proposals.find(({ what, of }) => what.does === expected.proposal && of === expected.of)
    if (!found) return missing(proposals.map(({ what, of }) => `${what.does} of ${of}`))
    return new Compare()
      .is('state', found.state, expected.state)
      .names('wanted of', [...found.wanted], expected['wanted of'])
      .names(
        'joined by',
        found.joined.map(({ of }) => of),
        expected['joined by'],
      )
      .when('until', found.until, expected.until).found
  },
)

export const outOfOrder = kind(
  'out of order',
  'A minute that the agreement did not allow when it was made: it is kept, and has no effect.',
  { 'out of order': z.string().describe('what it does: `close-case` …'), because: z.string() },
  (world, expected) => {
    const all = casesIn(world).out_of_order
    const found = all.find(({ does }) => does === expected['out of order'])
    if (!found) return missing(all.map(({ does }) => does))
    return new Compare().says('reason', found.refusals.map(({ why }) => why).join('; '), expected.because).found
  },
)
