// Scenarios: given a record, when asked at an instant, then these answers; written in YAML by people who know the field.
import type { Status } from '@trucekeeper/engine'
import { checkAct, statusOf, type ActCheck } from '@trucekeeper/engine'
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
import { foldRecord } from '@trucekeeper/ledger'
import { parseInstant } from '@trucekeeper/time'
import type { Workspace } from '@trucekeeper/workspace'
import { parse } from 'yaml'
import { z } from 'zod'

const time = z.string().refine((text) => parseInstant(text) !== null, { error: 'is no time with an offset' })

/** What somebody said, in the few words a scenario needs. */
const sayingSchema = z.strictObject({
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

const actingSchema = z.strictObject({
  power: z.string(),
  stage: z.enum(ACT_STAGES),
  by: z.array(z.string()),
  at: time,
  sets: time.optional(),
  length: z.string().optional(),
  words: z.string(),
})

const expectationSchema = z.union([
  z.strictObject({
    clause: z.string(),
    account: z.string().optional(),
    verdict: z.enum(['met', 'breached', 'contested', 'unknown', 'none']).optional(),
    standing: z.string().optional(),
    timing: z.string().optional(),
    because: z.string().optional(),
    'cannot confirm': z.int().optional(),
    'every account': z.enum(['met', 'breached', 'contested', 'unknown', 'none']).optional(),
  }),
  z.strictObject({
    gate: z.string(),
    account: z.string().optional(),
    state: z.string().optional(),
    done: z.int().optional(),
    missing: z.string().optional(),
    earliest: time.nullable().optional(),
  }),
  z.strictObject({
    term: z.string(),
    standing: z.string(),
    ends: time.nullable().optional(),
    because: z.string().optional(),
  }),
  z.strictObject({
    power: z.string(),
    stage: z.string().nullable(),
    because: z.string().optional(),
    /** Why its last use changed nothing. */
    'without effect': z.string().optional(),
  }),
  z.strictObject({ tally: z.string(), verified: z.int(), alleged: z.int() }),
  z.strictObject({ incident: z.enum(KIND_NAMES), place: z.string(), clause: z.string(), scope: z.string() }),
  z.strictObject({ due: z.string(), at: time }),
  /** Of the act that is tried: the clause that forbids it. */
  z.strictObject({ refused: z.string(), under: z.string(), because: z.string() }),
  /** Of the act that is tried: a sentence that says what it would change. */
  z.strictObject({ changes: z.string() }),
])

const scenarioSchema = z.strictObject({
  scenario: z.string(),
  given: z
    .strictObject({
      reports: z.union([z.literal('all'), z.literal('none'), z.array(z.string())]).default('all'),
      without: z.array(z.string()).default([]),
      says: z.array(sayingSchema).default([]),
      acts: z.array(actingSchema).default([]),
      /** Words of a claim that is taken back, when, and why. */
      withdrawn: z.array(z.strictObject({ words: z.string(), received: time, reason: z.string() })).default([]),
    })
    .prefault({}),
  when: z.strictObject({
    at: time,
    known_at: time.optional(),
    /** An act that is tried then, and not done. */
    trying: actingSchema.omit({ at: true, words: true }).optional(),
  }),
  then: z.array(expectationSchema).min(1),
})

export type Scenario = z.infer<typeof scenarioSchema>

/** The scenarios of a file: one or several documents. Throws with the file's name when one is malformed. */
export function scenariosIn(text: string, file: string): Scenario[] {
  return text
    .split(/^---$/m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const parsed = scenarioSchema.safeParse(parse(part))
      if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
      return parsed.data
    })
}

/** What the scenario's question is answered with. */
export function answerTo(scenario: Scenario, workspace: Workspace): Status {
  const { at, known_at } = scenario.when
  const knownAt = known_at === undefined ? null : parseInstant(known_at)!
  return statusOf(workspace.agreement, recordFor(scenario, workspace), { at: parseInstant(at)!, knownAt })
}

/** What comes of the act that a scenario tries; null where it tries none. */
export function attemptIn(scenario: Scenario, workspace: Workspace): ActCheck | null {
  const { at, trying } = scenario.when
  if (!trying) return null
  const act = nameAct({ ...trying, at, doc: 'scenario', quote: 'tried', start: 0, end: 'tried'.length })
  return checkAct(workspace.agreement, recordFor(scenario, workspace), act, parseInstant(at)!)
}

function recordFor({ given, when }: Scenario, { current }: Workspace) {
  const kept = current().entries.filter(({ entry }) => {
    if (!('doc' in entry.body) || entry.body.doc === null) return true
    const { doc } = entry.body
    const chosen =
      given.reports === 'all' || (given.reports !== 'none' && given.reports.some((name) => doc.startsWith(name)))
    return chosen && !given.without.some((name) => doc.startsWith(name))
  })
  const said = given.says.map((saying, number): Entry => ({
    type: 'claim',
    received_at: saying.received ?? saying.published,
    recorded_by: 'scenario',
    body: claimOf(saying, number),
  }))
  const acted = given.acts.map(({ words, ...act }): Entry => ({
    type: 'act',
    received_at: act.at,
    recorded_by: 'scenario',
    body: nameAct({ ...act, doc: 'scenario', quote: words, start: 0, end: words.length }),
  }))
  const entries = [...kept.map(({ entry }) => entry), ...said, ...acted]
  const withdrawn = given.withdrawn.map(({ words, received, reason }): Entry => {
    const taken = entries.find((entry) => entry.type === 'claim' && entry.body.quote.includes(words))
    if (!taken) throw new Error(`no claim says “${words}”`)
    return {
      type: 'withdrawal',
      received_at: received,
      recorded_by: 'scenario',
      body: nameWithdrawal({ withdraws: taken.body.id, reason, by: 'scenario' }),
    }
  })
  const logged = [...entries, ...withdrawn].map((entry, index) => ({ index, entry }))
  return foldRecord(logged, when.known_at === undefined ? undefined : parseInstant(when.known_at)!)
}

function claimOf(saying: z.infer<typeof sayingSchema>, number: number) {
  const { who, side, kind, modality, negated, words, happened, published, places, blames, count } = saying
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

/** What differs between an answer and what a scenario expects of it, a sentence each. */
export function differences(status: Status, expectations: Scenario['then'], tried: ActCheck | null = null): string[] {
  return expectations.flatMap((expected) => {
    const [[kind, id]] = Object.entries(expected) as [[string, string]]
    const found = 'refused' in expected || 'changes' in expected ? foundOf(tried, expected) : foundIn(status, expected)
    if (found === null) return [`there is no ${kind} \`${id}\``]
    return found.flatMap(({ what, is, should }) =>
      is === should ? [] : [`${kind} ${id}: ${what} is \`${is}\`, expected \`${should}\``],
    )
  })
}

type Compared = { what: string; is: unknown; should: unknown }[]

type OfAct = Extract<Scenario['then'][number], { refused: string } | { changes: string }>

function foundOf(tried: ActCheck | null, expected: OfAct): Compared | null {
  if (!tried) return null
  if ('changes' in expected) {
    if (!tried.ok)
      return [{ what: 'the attempt', is: tried.refusals.map(({ why }) => why).join('; '), should: 'allowed' }]
    const said = tried.effect.sentences.find((sentence) => sentence.includes(expected.changes))
    return [{ what: 'effect', is: said ?? tried.effect.sentences.join('; '), should: said ?? expected.changes }]
  }
  if (tried.ok) return [{ what: 'the attempt', is: 'allowed', should: 'refused' }]
  const refusal = tried.refusals.find(({ clause }) => clause === expected.refused)
  if (!refusal) return null
  const part = (text: string, should: string) => (text.includes(should) ? should : text)
  return [
    { what: 'heading', is: part(refusal.heading, expected.under), should: expected.under },
    { what: 'reason', is: part(refusal.why, expected.because), should: expected.because },
  ]
}

function foundIn(status: Status, expected: Exclude<Scenario['then'][number], OfAct>): Compared | null {
  const list: Compared = []
  const compare = (what: string, is: unknown, should: unknown) =>
    should !== undefined && list.push({ what, is, should })
  const says = (what: string, text: string, part: string | undefined) =>
    part !== undefined && list.push({ what, is: text.includes(part) ? part : text, should: part })
  const when = (what: string, is: string | null, should: string | null | undefined) =>
    compare(what, is === null ? null : parseInstant(is), should ? parseInstant(should) : should)
  if ('clause' in expected && 'incident' in expected) {
    const incident = status.incidents.find(
      ({ kind, places }) => kind === expected.incident && places.includes(expected.place),
    )
    if (!incident) return null
    compare('scope', incident.scope.find(({ clause }) => clause === expected.clause)?.decision, expected.scope)
  } else if ('clause' in expected) {
    const clause = status.clauses.find(({ id }) => id === expected.clause)
    if (!clause) return null
    const own = clause.verdicts[expected.account ?? clause.decided_by]
    if (!own) return null
    compare('verdict', own.verdict ?? 'none', expected.verdict)
    compare('standing', own.standing, expected.standing)
    compare('timing', own.timing, expected.timing)
    says('reason', own.reason, expected.because)
    compare('cannot confirm', own.cannot_confirm.length, expected['cannot confirm'])
    if (expected['every account'])
      for (const [account, { verdict }] of Object.entries(clause.verdicts))
        compare(`verdict of ${account}`, verdict ?? 'none', expected['every account'])
  } else if ('gate' in expected) {
    const gate = status.gates.find(({ id }) => id === expected.gate)
    if (!gate) return null
    const reading = expected.account ? gate.accounts[expected.account]! : gate
    compare('state', reading.state, expected.state)
    compare('done', reading.done, expected.done)
    says('missing', reading.missing.join('; '), expected.missing)
    when('earliest', reading.earliest, expected.earliest)
  } else if ('term' in expected) {
    const term = status.terms.find(({ id }) => id === expected.term)
    if (!term) return null
    compare('standing', term.standing, expected.standing)
    when('end', term.ends, expected.ends)
    says('reason', term.reason, expected.because)
  } else if ('power' in expected) {
    const power = status.powers.find(({ id }) => id === expected.power)
    if (!power) return null
    compare('stage', power.stage, expected.stage)
    says('reason', power.reason, expected.because)
    says('notice', power.notices.at(-1)?.without_effect ?? 'with effect', expected['without effect'])
  } else if ('tally' in expected) {
    const tally = status.tallies.find(({ clause }) => clause === expected.tally)
    if (!tally) return null
    compare('verified', tally.verified, expected.verified)
    compare('alleged', tally.alleged, expected.alleged)
  } else {
    const deadline = status.deadlines.find(({ clause }) => clause === expected.due)
    if (!deadline) return null
    when('time', deadline.at, expected.at)
  }
  return list
}
