// Claims that acts were done, or were not, by one account: what a measure that counts acts counts, by time.
import type { Kind } from '@trucekeeper/claims'
import { weighty, type Fact, type Scope } from '@trucekeeper/corroborate'
import { contains, overlaps, type Interval } from '@trucekeeper/time'
import { weigh } from '../algebra.ts'
import type { Book, Change, Knowledge } from '../knowledge.ts'
import { NO_EVIDENCE, type Evidence } from '../node.ts'
import type { Verdict } from '../status.ts'
import type { Account } from './account.ts'
import { ByTime } from './by-time.ts'
import type { Count } from './stretch-count.ts'
import { Voices } from './voices.ts'

export interface ActsQuestion {
  readonly kinds: ReadonlySet<Kind>
  scope(fact: Fact): Scope
}

/** What is said of one stretch, kept up as claims come and go. */
class Said {
  readonly stretch: Interval
  readonly done = new Voices()
  readonly sure = new Voices()
  readonly denied = new Voices()
  #all = 0

  constructor(stretch: Interval) {
    this.stretch = stretch
  }

  /** Whether anyone spoke of it at all. */
  get isSpoken(): boolean {
    return this.#all > 0
  }

  count(fact: Fact, isCovered: boolean, by: 1 | -1): void {
    this.#all += by
    if (fact.stance === 'denies') this.denied.count(fact, by)
    if (!isDone(fact)) return
    this.done.count(fact, by)
    if (isCovered && contains(this.stretch, fact.when)) this.sure.count(fact, by)
  }
}

export class Acts implements Book {
  readonly #question: ActsQuestion
  readonly #account: Account
  readonly #about = new ByTime<Fact>()
  readonly #said = new Map<string, Said>()
  version = 0

  constructor(question: ActsQuestion, account: Account, knowledge: Knowledge) {
    this.#question = question
    this.#account = account
    this.learn({ came: [...knowledge.facts(question.kinds)], went: [], made: [], gone: [] })
  }

  learn({ came, went }: Change): void {
    for (const fact of went) if (this.#concerns(fact)) this.#change(fact, -1)
    for (const fact of came) if (this.#concerns(fact)) this.#change(fact, 1)
  }

  /** Acts are counted by what is said of each; what is denied, or may lie elsewhere or at another time, may not be. */
  count(stretch: Interval): Count {
    const { sources } = this.#account.policy
    const { done, sure, denied } = this.#saidOf(stretch)
    return [denied.carry(sources) || !sure.carry(sources) ? 0 : sure.size, done.size]
  }

  isSpoken(stretch: Interval): boolean {
    return this.#saidOf(stretch).isSpoken
  }

  /** What the question is worth whether it was done in a stretch. */
  value(stretch: Interval): Verdict {
    const { sources } = this.#account.policy
    const { sure, denied } = this.#saidOf(stretch)
    return weigh(sure.carry(sources), denied.carry(sources))
  }

  evidence(stretch: Interval): Evidence {
    const { policy } = this.#account
    const about = [...this.#about.overlapping(stretch)].toSorted((a, b) => (a.claim.id < b.claim.id ? -1 : 1))
    const done = about.filter(isDone)
    const surely = done.filter((fact) => this.#isCovered(fact) && contains(stretch, fact.when))
    const accepted = new Set(weighty(policy, surely))
    const denied = about.filter(({ stance }) => stance === 'denies')
    return {
      ...NO_EVIDENCE,
      for: [...accepted],
      against: weighty(policy, denied),
      undetermined: done.filter((fact) => !accepted.has(fact)),
    }
  }

  #saidOf(stretch: Interval): Said {
    const key = `${stretch.from} ${stretch.to}`
    const known = this.#said.get(key)
    if (known) return known
    const made = new Said(stretch)
    for (const fact of this.#about.overlapping(stretch)) made.count(fact, this.#isCovered(fact), 1)
    this.#said.set(key, made)
    return made
  }

  #change(fact: Fact, by: 1 | -1): void {
    this.version += 1
    if (by === 1) this.#about.add(fact)
    else this.#about.remove(fact)
    for (const said of this.#said.values())
      if (overlaps(said.stretch, fact.when)) said.count(fact, this.#isCovered(fact), by)
  }

  #concerns(fact: Fact): boolean {
    return (
      this.#question.kinds.has(fact.claim.kind) &&
      this.#account.takes(fact) &&
      !this.#question.scope(fact).decision.startsWith('not_covered')
    )
  }

  #isCovered(fact: Fact): boolean {
    return this.#question.scope(fact).decision === 'covered'
  }
}

function isDone({ stance }: Fact): boolean {
  return stance === 'asserts' || stance === 'admits'
}
