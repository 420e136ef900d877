// What one account takes for and against an act having been done since some moment, kept up as claims come and go.
import type { Duty } from '@trucekeeper/agreement'
import type { Fact, Scope } from '@trucekeeper/corroborate'
import type { Interval } from '@trucekeeper/time'
import { weigh } from '../algebra.ts'
import type { Book, Change, Knowledge } from '../knowledge.ts'
import type { Evidence } from '../node.ts'
import type { ActKinds } from '../plan.ts'
import type { Verdict } from '../status.ts'
import type { Account } from './account.ts'

/** What is asked: by whom, where and what, and whose word counts. */
export interface PerformanceQuestion {
  readonly duty: Pick<Duty, 'debtors' | 'zones' | 'acts' | 'attest'>
  readonly kinds: ActKinds
  scope(fact: Fact): Scope
}

export interface Performed {
  readonly value: Verdict
  /** The stretch in which it was done, where that is supported. */
  readonly done: Interval | null
  /** Whether anything was said of which it cannot be told whether it bears on this. */
  readonly isUndetermined: boolean
}

type Role = keyof Evidence

export class Performances implements Book {
  readonly #question: PerformanceQuestion
  readonly #account: Account
  readonly #perhaps: ReadonlySet<Fact>
  readonly #roles: Record<Role, Set<Fact>> = {
    for: new Set(),
    against: new Set(),
    cannotConfirm: new Set(),
    undetermined: new Set(),
  }
  #answer: Performed | null = null
  version = 0

  constructor(question: PerformanceQuestion, account: Account, knowledge: Knowledge) {
    this.#question = question
    this.#account = account
    this.#perhaps = knowledge.perhaps
    const came = [...knowledge.facts(new Set([...question.kinds.does, ...question.kinds.hindered]))]
    this.learn({ came, went: [], made: [], gone: [] })
  }

  learn({ came, went }: Change): void {
    for (const fact of went) for (const facts of Object.values(this.#roles)) if (facts.delete(fact)) this.#changed()
    for (const fact of came) {
      const role = this.#roleOf(fact)
      if (role === null) continue
      this.#roles[role].add(fact)
      this.#changed()
    }
  }

  #changed(): void {
    this.#answer = null
    this.version += 1
  }

  get answer(): Performed {
    this.#answer ??= this.#weighed()
    return this.#answer
  }

  get evidence(): Evidence {
    const { for: asserted, undetermined } = this.#roles
    const isAccepted = this.#enough(asserted)
    return {
      for: isAccepted ? byId(asserted) : [],
      against: this.#enough(this.#refuting()) ? byId(this.#refuting()) : [],
      cannotConfirm: byId(this.#roles.cannotConfirm),
      undetermined: isAccepted ? byId(undetermined) : [...byId(undetermined), ...byId(asserted)],
    }
  }

  #roleOf(fact: Fact): Role | null {
    const { duty, kinds, scope } = this.#question
    const { kind } = fact.claim
    if (!kinds.does.has(kind) && !kinds.hindered.has(kind)) return null
    if (!this.#account.takes(fact)) return null
    if (duty.attest.length > 0 && (fact.speaker === null || !duty.attest.includes(fact.speaker))) return null
    const { decision } = scope(fact)
    if (decision.startsWith('not_covered')) return null
    const asserts = fact.stance === 'asserts' || fact.stance === 'admits'
    if (fact.stance === 'cannot_confirm' || fact.stance === 'no_comment') return 'cannotConfirm'
    if (decision === 'undetermined' || (asserts && this.#perhaps.has(fact))) return 'undetermined'
    if (kinds.hindered.has(kind)) return asserts ? 'against' : null
    return asserts ? 'for' : 'against'
  }

  #weighed(): Performed {
    const { for: asserted, undetermined } = this.#roles
    const isAccepted = this.#enough(asserted)
    const value = weigh(isAccepted, this.#enough(this.#refuting()))
    return {
      value,
      done: value === 'met' ? { from: this.#earliest(), to: leastOf(asserted, 'to') } : null,
      isUndetermined: undetermined.size > 0 || (!isAccepted && asserted.size > 0),
    }
  }

  /** "Not yet" said before the day on which it is said to have been done contradicts nobody. */
  *#refuting(): Iterable<Fact> {
    const earliest = this.#earliest()
    for (const fact of this.#roles.against) if (fact.when.to > earliest) yield fact
  }

  #earliest(): number {
    const { for: asserted } = this.#roles
    return this.#enough(asserted) ? leastOf(asserted, 'from') : -Infinity
  }

  #enough(facts: Iterable<Fact>): boolean {
    const { sources } = this.#account.policy
    const camps = new Set<string>()
    for (const { camp } of facts) {
      if (sources <= 1) return true
      if (camp !== null) camps.add(camp)
      if (camps.size >= sources) return true
    }
    return false
  }
}

function leastOf(facts: Iterable<Fact>, end: keyof Interval): number {
  let least = Infinity
  for (const { when } of facts) least = Math.min(least, when[end])
  return least
}

function byId(facts: Iterable<Fact>): Fact[] {
  return [...facts].toSorted((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
}
