// The whole table: every clause under every account, gates, terms, powers, tallies, incidents and what is due next.
import type { Agreement, Gate, OpenTerm, Ruled } from '@trucekeeper/agreement'
import type { AccountPolicy } from '@trucekeeper/corroborate'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { expiry } from './acting/settle.ts'
import { powerStatus, termStatus } from './act-status.ts'
import { runOf } from './evaluate.ts'
import { readGate } from './gate.ts'
import { incidentsAt } from './incident-status.ts'
import { nextChanges, type Change } from './next-change.ts'
import { evidenceOf } from './node.ts'
import type { Knowledge } from './knowledge.ts'
import { ruledAs, type KnownRecord } from './plan.ts'
import { residualOf } from './residual.ts'
import type { Decided, Run } from './run.ts'
import type { AccountVerdict, ClauseStatus, GateStatus, Status } from './status.ts'
import { tallyOf } from './tallies.ts'

export interface Asked {
  readonly at: Instant
  /** Said in the answer; the record handed over is already the one known then. */
  readonly knownAt: Instant | null
  /** Ids of the accounts to answer for; all of them by default. */
  readonly accounts?: readonly string[]
  /** False where nobody asks when each clause changes next: to let the clock run ahead is half the work. */
  readonly foresight?: boolean
}

/** The verdict table at an instant, from what is known. */
export function statusFrom(
  knowledge: Knowledge,
  record: Pick<KnownRecord, 'size' | 'digest'>,
  { at, knownAt, accounts, foresight = true }: Asked,
): Status {
  const { agreement, policies } = knowledge.plan
  knowledge.moveTo(at)
  const chosen = policies.filter(({ id }) => accounts === undefined || accounts.includes(id))
  const runs = chosen.map((policy) => runOf(knowledge, policy))
  const deciding = (id: string): Run =>
    runs.find(({ policy }) => policy.id === id) ??
    runOf(
      knowledge,
      policies.find((policy) => policy.id === id)!,
    )
  const changes = foresight ? nextChanges(knowledge, runs) : new Map<string, Change>()
  const say = (instant: Instant) => formatInstant(instant, agreement.zone)
  const everyone = runOf(knowledge, EVERYONE)
  const doubly = runOf(knowledge, { ...EVERYONE, sources: 2 })
  const clauses = agreement.ruled.map((clause) =>
    clauseStatus(agreement, clause, deciding(decidedBy(agreement, clause)), runs, changes),
  )
  return {
    agreement: { id: agreement.id, title: agreement.title, hash: agreement.hash, zone: agreement.zone },
    at: say(at),
    known_at: knownAt === null ? null : say(knownAt),
    checkpoint: { size: record.size, digest: record.digest },
    accounts: agreement.accounts
      .filter(({ id }) => chosen.some((policy) => policy.id === id))
      .map(({ id, name }) => ({ id, name, decides: id === agreement.decidedBy })),
    clauses,
    gates: ruledAs(agreement, 'gate').map((gate) => gateStatus(gate, deciding(gate.decidedBy), runs)),
    terms: ruledAs(agreement, 'term').map((term) => termStatus(agreement, term, deciding(agreement.decidedBy))),
    powers: ruledAs(agreement, 'power').map((power) =>
      powerStatus(agreement, power, deciding(agreement.decidedBy), expiry(knowledge, power, at)),
    ),
    tallies: ruledAs(agreement, 'ban').flatMap((ban) => tallyOf(everyone, doubly, ban)),
    incidents: incidentsAt(knowledge, everyone, say),
    deadlines: deadlinesOf(clauses, at),
    open_terms: agreement.openTerms.map((term) => ({
      id: term.id,
      title: term.title,
      words: term.words,
      interprets: [...term.interprets],
      touches: touching(agreement, term),
    })),
  }
}

const EVERYONE: AccountPolicy = { id: 'everyone', trusts: null, sources: 1 }

/** The account that decides a clause: its own, or the agreement's. */
export function decidedBy(agreement: Agreement, clause: Ruled): string {
  return 'decidedBy' in clause ? clause.decidedBy : agreement.decidedBy
}

/** Those a clause binds, permits or empowers. */
export function partiesOf(clause: Ruled): readonly string[] {
  switch (clause.kind) {
    case 'duty':
    case 'ban':
      return clause.debtors
    case 'leave':
    case 'power':
      return clause.holders
    case 'gate':
      return clause.certify?.who.who.map(({ id }) => id) ?? []
    case 'procedure':
      return [...new Set(clause.steps.flatMap(({ actor }) => actor.who.map(({ id }) => id)))]
    case 'term':
      return []
  }
}

function clauseStatus(
  agreement: Agreement,
  clause: Ruled,
  own: Run,
  runs: readonly Run[],
  changes: ReadonlyMap<string, Change>,
): ClauseStatus {
  const decided = own.decide(clause)
  const told = decided.told()
  const change = changes.get(clause.id)
  const { zone } = agreement
  return {
    id: clause.id,
    title: clause.title,
    heading: clause.source.heading.join(' › '),
    kind: clause.kind,
    parties: [...partiesOf(clause)],
    sentence: clause.source.sentence,
    standing: decided.standing,
    standing_reason: told.standingReason,
    ended: decided.ended,
    timing: decided.timing,
    timing_reason: told.timingReason,
    due: decided.due === null ? null : formatInstant(decided.due, zone),
    decided_by: own.policy.id,
    verdicts: Object.fromEntries(runs.map((run) => [run.policy.id, accountVerdict(run.decide(clause), agreement)])),
    next_change: change ? { at: formatInstant(change.at, zone), what: change.what } : null,
    residual: residualOf(told.tree, decided.verdict, agreement),
    open_terms: 'touches' in clause ? [...clause.touches] : [],
  }
}

function accountVerdict({ verdict, standing, timing, told }: Decided, agreement: Agreement): AccountVerdict {
  const { reason, tree } = told()
  const evidence = evidenceOf(tree)
  const ids = (key: keyof typeof evidence) => evidence[key].map(({ claim }) => claim.id)
  return {
    verdict,
    reason,
    // A ban's tree asks whether it was broken; `for` is what speaks for a breach there, as in the tree.
    for: ids('for'),
    against: ids('against'),
    cannot_confirm: ids('cannotConfirm'),
    undetermined: ids('undetermined'),
    standing,
    timing,
    residual: residualOf(tree, verdict, agreement),
  }
}

function gateStatus(gate: Gate, own: Run, runs: readonly Run[]): GateStatus {
  return {
    id: gate.id,
    title: gate.title,
    heading: gate.source.heading.join(' › '),
    opens: gate.opens,
    decided_by: own.policy.id,
    ...readGate(own, gate),
    accounts: Object.fromEntries(runs.map((run) => [run.policy.id, readGate(run, gate)])),
  }
}

/** Terms that end and duties that fall due; what ends with a term ends with it. */
function deadlinesOf(clauses: readonly ClauseStatus[], at: Instant): Status['deadlines'] {
  const what: Partial<Record<string, string>> = { duty: 'due', term: 'ends unless extended' }
  return clauses
    .flatMap(({ id, due, kind, timing }) => {
      const said = what[kind]
      return said !== undefined && due !== null && parseInstant(due)! > at && timing !== 'closed'
        ? [{ at: due, clause: id, what: said }]
        : []
    })
    .toSorted((a, b) => parseInstant(a.at)! - parseInstant(b.at)! || (a.clause < b.clause ? -1 : 1))
}

function touching(agreement: Agreement, { id }: OpenTerm): string[] {
  return agreement.ruled.flatMap((clause) => ('touches' in clause && clause.touches.includes(id) ? [clause.id] : []))
}
