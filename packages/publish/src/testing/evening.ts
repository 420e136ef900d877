// For tests: an evening between north and south, small enough to be read, as the engine would tell it.
import type { Agreement } from '@trucekeeper/agreement'
import type { Claim } from '@trucekeeper/claims'
import type { ClauseStatus, Status, Verdict } from '@trucekeeper/engine'
import { parseInstant } from '@trucekeeper/time'
import { dailyReport, type ReportBasis } from '../model/index.ts'

const actor = (id: string, side: 'syria_gov' | 'opposition') => ({
  id,
  kind: 'party' as const,
  name: `The ${id}`,
  names: [],
  role: 'party' as const,
  side,
  answeredBy: null,
  partOf: [],
})

export const agreement: Agreement = {
  id: 'pact',
  title: 'Pact of <north> & south',
  file: 'agreement.md',
  hash: 'hash',
  zone: 'Asia/Damascus',
  made: '2016-09-09',
  decidedBy: 'all',
  actors: [actor('north', 'syria_gov'), actor('south', 'opposition')],
  zones: [],
  places: [],
  anchors: [],
  measures: [],
  ruled: [],
  accounts: [],
  openTerms: [],
}

export const instant = (text: string) => parseInstant(text)!

export function claim(id: string, from: Partial<Claim> = {}): Claim {
  return {
    id,
    doc: 'report.txt',
    quote: `words of ${id}`,
    start: 0,
    end: 10,
    speaker: 'A spokesman',
    speaker_side: 'syria_gov',
    via: null,
    outlet: null,
    published: '2016-09-14',
    kind: 'shelling',
    modality: 'asserted',
    negated: false,
    places: [],
    date: '2016-09-14',
    date_basis: null,
    actor_blamed: null,
    target: null,
    figures: [],
    ...from,
  }
}

interface Stand {
  readonly verdict: Verdict | null
  readonly for?: string[]
  readonly against?: string[]
  readonly cannot_confirm?: string[]
}

export function clause(party: string, { verdict, ...evidence }: Stand): ClauseStatus {
  const residual = { met: [], breached: [] }
  return {
    id: `calm.${party}`,
    title: null,
    heading: '1 Calm › 1.1 No attacks',
    kind: 'ban',
    parties: [party],
    sentence: 'Nobody attacks.',
    standing: 'in_force',
    standing_reason: '',
    ended: null,
    timing: 'due',
    timing_reason: '',
    due: '2016-09-16T19:00:00+03:00',
    decided_by: 'all',
    verdicts: {
      all: {
        reason: '',
        for: [],
        against: [],
        cannot_confirm: [],
        undetermined: [],
        standing: 'in_force',
        timing: 'due',
        residual,
        verdict,
        ...evidence,
      },
    },
    next_change: null,
    residual,
    open_terms: [],
  }
}

export function table(at: string, clauses: readonly ClauseStatus[], more: Partial<Status> = {}): Status {
  return {
    agreement: { id: 'pact', title: agreement.title, hash: 'hash', zone: 'Asia/Damascus' },
    at,
    known_at: at,
    checkpoint: { size: 3, digest: 'digest' },
    accounts: [{ id: 'all', name: 'All', decides: true }],
    clauses: [...clauses],
    gates: [],
    terms: [],
    powers: [],
    tallies: [],
    incidents: [],
    deadlines: [],
    open_terms: [],
    ...more,
  }
}

const BEFORE = '2016-09-13T18:00:00+03:00'
const AT = '2016-09-14T18:00:00+03:00'

/** The evening of 14 September; a test says what is otherwise. */
export function basis(more: Partial<ReportBasis> = {}): ReportBasis {
  const [from, at] = [instant(BEFORE), instant(AT)]
  return {
    agreement,
    number: 2,
    period: { from, to: at },
    previous: { from: from - 86_400_000, to: from },
    status: table(AT, [
      clause('north', { verdict: 'contested', for: ['c1'], against: ['c2'] }),
      clause('south', { verdict: 'met' }),
    ]),
    before: table(BEFORE, [clause('north', { verdict: 'met' }), clause('south', { verdict: 'met' })]),
    told: [],
    record: { claims: [claim('c1', { speaker_side: 'opposition' }), claim('c2')], rulings: [], minutes: [] },
    minutesBefore: [],
    access: null,
    earlier: [],
    ...more,
  }
}

/** The record of a test, with these claims alone. */
export const saying = (...claims: readonly Claim[]) => ({ record: { claims, rulings: [], minutes: [] } })

export const evening = (more?: Partial<ReportBasis>) => dailyReport(basis(more))
