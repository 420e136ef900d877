// The receipt of a verdict: the condition tree with, at every leaf, the words it rests on and where they stand.
import type { Agreement, Source } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import type { Fact } from '@trucekeeper/corroborate'
import { formatInstant, type Instant } from '@trucekeeper/time'
import { runOf } from './evaluate.ts'
import { nextChanges } from './next-change.ts'
import type { Node } from './node.ts'
import { decidedBy } from './overview.ts'
import type { Knowledge } from './knowledge.ts'
import type { KnownRecord } from './plan.ts'
import { residualOf } from './residual.ts'
import type { Row } from './tables/row.ts'
import { sufficientClaims } from './sufficient.ts'
import type { QuoteRef, Receipt, ReceiptNode } from './status.ts'

/** Names the rules by which a verdict was reached; it changes when any verdict could. */
export const ENGINE_VERSION = '0.1'

/** When what a quote stands in was entered. */
type Entered = Pick<KnownRecord, 'received'>

export interface WhyAsked {
  readonly at: Instant
  readonly knownAt: Instant | null
  readonly clause: string
  /** The account that decides the clause, by default. */
  readonly account?: string
}

export type WhyRefused = { readonly ok: false; readonly message: string; readonly candidates: readonly string[] }

/** Why a clause stands as it does, or which clauses and accounts there are when the question names another. */
export function receiptFrom(
  knowledge: Knowledge,
  record: Pick<KnownRecord, 'size' | 'digest'> & Entered,
  { at, knownAt, clause: id, account }: WhyAsked,
): { readonly ok: true; readonly receipt: Receipt } | WhyRefused {
  const { agreement, clauses, policies } = knowledge.plan
  const clause = clauses.get(id)
  if (!clause)
    return { ok: false, message: `no clause \`${id}\` is in this agreement`, candidates: [...clauses.keys()] }
  const wanted = account ?? decidedBy(agreement, clause)
  const policy = policies.find((one) => one.id === wanted)
  if (!policy)
    return {
      ok: false,
      message: `no account \`${wanted}\` is in this agreement`,
      candidates: policies.map((one) => one.id),
    }
  knowledge.moveTo(at)
  const run = runOf(knowledge, policy)
  const change = nextChanges(knowledge, [run]).get(clause.id)
  const decided = run.decide(clause)
  const told = decided.told()
  const say = (instant: Instant) => formatInstant(instant, agreement.zone)
  const touches: readonly string[] = 'touches' in clause ? clause.touches : []
  return {
    ok: true,
    receipt: {
      clause: clause.id,
      heading: clause.source.heading.join(' › '),
      sentence: clause.source.sentence,
      agreement: { id: agreement.id, hash: agreement.hash },
      at: say(at),
      known_at: knownAt === null ? null : say(knownAt),
      account: wanted,
      engine: ENGINE_VERSION,
      checkpoint: { size: record.size, digest: record.digest },
      standing: decided.standing,
      standing_reason: told.standingReason,
      timing: decided.timing,
      timing_reason: told.timingReason,
      verdict: decided.verdict,
      reason: told.reason,
      suffices: sufficientClaims(knowledge, clause, policy, told.tree, decided.verdict),
      tree: receiptNode(told.tree, agreement, record, clause),
      residual: residualOf(told.tree, decided.verdict, agreement),
      next_change: change ? { at: say(change.at), what: change.what } : null,
      open_terms: agreement.openTerms
        .filter((term) => touches.includes(term.id))
        .map((term) => ({
          id: term.id,
          words: term.words,
          interprets: [...term.interprets],
          readings: term.readings.map(({ by, says }) => ({ by: [...by], says })),
        })),
    },
  }
}

function receiptNode(
  node: Node,
  agreement: Agreement,
  record: Entered,
  owner: { id: string; source: Source },
): ReceiptNode {
  const { evidence } = node
  const quotes: QuoteRef[] = [
    ...evidence.for.map((fact) => ofClaim(fact, 'for', record)),
    ...evidence.against.map((fact) => ofClaim(fact, 'against', record)),
    ...evidence.cannotConfirm.map((fact) => ofClaim(fact, 'cannot_confirm', record)),
    ...evidence.undetermined.map((fact) => ofClaim(fact, 'undetermined', record)),
    ...node.acts.map((act) => ofAct(act, record)),
    ...node.rows.map(ofRow),
  ]
  // A leaf on which nobody spoke rests on the agreement's own words.
  if (quotes.length === 0 && node.children.length === 0) quotes.push(ofClause(node.rule ?? owner, agreement))
  return {
    op: node.op,
    text: node.text,
    verdict: node.value,
    children: node.children.map((child) => receiptNode(child, agreement, record, node.rule ?? owner)),
    quotes,
    scope: node.scope,
  }
}

function ofClaim({ claim }: Fact, stance: QuoteRef['stance'], record: Entered): QuoteRef {
  const { id, quote, doc, start, end, speaker, speaker_side, via, outlet, date } = claim
  return {
    source: 'claim',
    id,
    stance,
    quote,
    doc,
    start,
    end,
    speaker,
    side: speaker_side,
    via,
    outlet,
    date,
    entry: record.received.get(id) ?? null,
  }
}

function ofAct({ id, quote, doc, start, end, by, at }: Act, record: Entered): QuoteRef {
  return {
    source: 'act',
    id,
    stance: 'for',
    quote,
    doc,
    start,
    end,
    speaker: by.join(', '),
    side: null,
    via: null,
    outlet: null,
    date: at,
    entry: record.received.get(id) ?? null,
  }
}

function ofRow({ name, stance, source, doc, quote }: Row): QuoteRef {
  return {
    source: 'row',
    id: name,
    stance,
    quote: quote ?? '',
    doc,
    start: 0,
    end: 0,
    speaker: source,
    side: null,
    via: null,
    outlet: null,
    date: null,
    entry: null,
  }
}

function ofClause({ id, source }: { id: string; source: Source }, { file }: Agreement): QuoteRef {
  return {
    source: 'agreement',
    id,
    stance: 'rule',
    quote: source.sentence || source.heading.at(-1) || id,
    doc: file,
    start: source.start,
    end: source.end,
    speaker: null,
    side: null,
    via: null,
    outlet: null,
    date: null,
    entry: null,
  }
}
