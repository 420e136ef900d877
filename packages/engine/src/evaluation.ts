// An agreement watched over its record: claims and acts come, are corrected and withdrawn, and any instant can be asked
// about; only what a change touches is worked out again.
import type { Agreement } from '@trucekeeper/agreement'
import type { Act, Claim, Ruling } from '@trucekeeper/claims'
import type { Instant } from '@trucekeeper/time'
import { settle } from './acting/settle.ts'
import { toldOfBans, type ToldOfBan } from './counted.ts'
import { happenedBy, incidentsTold, type Happened, type IncidentsAsked, type IncidentsTold } from './happened.ts'
import { runOf } from './evaluate.ts'
import { Knowledge } from './knowledge.ts'
import { statusFrom, type Asked } from './overview.ts'
import { planOf, type KnownRecord } from './plan.ts'
import { receiptFrom, type WhyAsked, type WhyRefused } from './receipt.ts'
import type { Run } from './run.ts'
import type { Receipt, StandingState, Status, Timing, Verdict } from './status.ts'

/** How a clause stands by one account. */
export interface Standpoint {
  readonly clause: string
  readonly account: string
  readonly standing: StandingState
  readonly timing: Timing
  readonly verdict: Verdict | null
}

export class Evaluation {
  readonly #knowledge: Knowledge
  /** The very claims it followed last, and none since by other means: to be handed them again is to learn nothing. */
  #followed: readonly Claim[] | null = null

  constructor(agreement: Agreement) {
    this.#knowledge = new Knowledge(planOf(agreement))
  }

  /** Takes claims in. One that is known already changes nothing. */
  learn(claims: readonly Claim[]): void {
    this.#followed = null
    this.#knowledge.change(claims)
  }

  /** Takes claims out again, by their ids; to correct one is to withdraw it and to learn another. */
  withdraw(ids: readonly string[]): void {
    this.#followed = null
    this.#knowledge.change([], ids)
  }

  /** Goes to what was known at another time, or is known now, from whatever it knows. */
  follow({ claims, acts, rulings, tables = null }: Pick<KnownRecord, 'claims' | 'acts' | 'rulings' | 'tables'>): void {
    if (claims !== this.#followed) {
      const [before, after] = [this.#knowledge.ids, new Set(claims.map(({ id }) => id))]
      const learnt = claims.filter(({ id }) => !before.has(id))
      const withdrawn = [...before].filter((id) => !after.has(id))
      if (learnt.length + withdrawn.length > 0) this.#knowledge.change(learnt, withdrawn)
      this.#followed = claims
    }
    if (!isSame(acts, this.#knowledge.acts)) this.#knowledge.act(acts)
    if (!isSame(rulings, this.#knowledge.rulings)) this.#knowledge.rule(rulings)
    this.#knowledge.tables.replace(tables)
  }

  /** Every clause by every account at an instant. */
  verdicts(at: Instant): Standpoint[] {
    const { agreement, policies } = this.#knowledge.plan
    settle(this.#knowledge, at)
    this.#knowledge.moveTo(at)
    return policies.flatMap((policy) => {
      const run = runOf(this.#knowledge, policy)
      return agreement.ruled.map((clause): Standpoint => {
        const { standing, timing, verdict } = run.decide(clause)
        return { clause: clause.id, account: policy.id, standing, timing, verdict }
      })
    })
  }

  /** Anything at an instant by one account. */
  asked<T>(at: Instant, account: string, ask: (run: Run) => T): T {
    settle(this.#knowledge, at)
    this.#knowledge.moveTo(at)
    return ask(
      runOf(
        this.#knowledge,
        this.#knowledge.plan.policies.find(({ id }) => id === account)!,
      ),
    )
  }

  /** The whole table; `record` is what it follows. */
  status(record: Pick<KnownRecord, 'size' | 'digest'>, asked: Asked): Status {
    settle(this.#knowledge, asked.at)
    return statusFrom(this.#knowledge, record, asked)
  }

  /** Every incident up to an instant, with what is found of it for each ban by an account. */
  happened(at: Instant, account?: string): Happened {
    settle(this.#knowledge, at)
    return happenedBy(this.#knowledge, at, account)
  }

  /** Those of the incidents up to an instant that are wanted, page by page. */
  incidents(asked: IncidentsAsked): IncidentsTold {
    settle(this.#knowledge, asked.at)
    return incidentsTold(this.#knowledge, asked)
  }

  /** What is told of every ban, violation by violation and day by day, up to an instant. */
  told(at: Instant): ToldOfBan[] {
    settle(this.#knowledge, at)
    return toldOfBans(this.#knowledge, at)
  }

  /** Why a clause stands as it does, or which clauses and accounts there are when the question names another. */
  receipt(record: Pick<KnownRecord, 'size' | 'digest' | 'received'>, asked: WhyAsked): Answer {
    settle(this.#knowledge, asked.at)
    return receiptFrom(this.#knowledge, record, asked)
  }
}

function isSame(some: readonly (Act | Ruling)[], others: readonly (Act | Ruling)[]): boolean {
  return some.length === others.length && some.every(({ id }, index) => id === others[index]!.id)
}

type Answer = { readonly ok: true; readonly receipt: Receipt } | WhyRefused

/** The verdict table of an agreement at an instant, from what is known. Pure, total, and the same bytes for the same input. */
export function statusOf(agreement: Agreement, record: KnownRecord, asked: Asked): Status {
  return following(agreement, record).status(record, asked)
}

/** Why a clause stands as it does, from what is known. */
export function receiptOf(agreement: Agreement, record: KnownRecord, asked: WhyAsked): Answer {
  return following(agreement, record).receipt(record, asked)
}

function following(agreement: Agreement, record: KnownRecord): Evaluation {
  const evaluation = new Evaluation(agreement)
  evaluation.follow(record)
  return evaluation
}
