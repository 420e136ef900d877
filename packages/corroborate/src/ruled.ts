// Incidents as people decided: those that were joined made one, claims that were parted taken out of each other's.
import type { Ruling } from '@trucekeeper/claims'
import type { Fact } from './facts.ts'
import { earliestFirst, incidentOf, Incidents, type Incident, type Regrouped } from './incidents.ts'
import { Rulings } from './rulings.ts'

/**
 * The rules group claims as if nobody had decided anything. To join two claims is to say that the happenings they tell of
 * are one; to part them, that these are two: the claim told of first keeps the rest. Only incidents with a claim about
 * which something was decided are put together anew.
 */
export class RuledIncidents {
  readonly #byRule = new Incidents()
  #rulings = new Rulings()
  /** By the rules, those that have a claim about which something was decided. */
  readonly #ruled = new Set<Incident>()
  /** What the rulings make of those. */
  #settled: readonly Incident[] = []

  change(came: readonly Fact[], went: readonly Fact[]): Regrouped {
    const { gone, made } = this.#byRule.change(came, went)
    const left = new Set(gone.filter((one) => this.#ruled.delete(one)))
    const fresh = new Set(made.filter(({ facts }) => this.#rulings.speakOf(facts)))
    for (const one of fresh) this.#ruled.add(one)
    const passed = { gone: gone.filter((one) => !left.has(one)), made: made.filter((one) => !fresh.has(one)) }
    return left.size + fresh.size > 0 ? this.#again(passed) : passed
  }

  /** Takes what people decided in place of what they had decided before. */
  rule(rulings: readonly Ruling[]): Regrouped {
    const before = new Set(this.#ruled)
    this.#rulings = new Rulings(rulings)
    this.#ruled.clear()
    for (const one of this.#byRule) if (this.#rulings.speakOf(one.facts)) this.#ruled.add(one)
    return this.#again({
      gone: [...this.#ruled].filter((one) => !before.has(one)),
      made: [...before].filter((one) => !this.#ruled.has(one)),
    })
  }

  *[Symbol.iterator](): Iterator<Incident> {
    for (const one of this.#byRule) if (!this.#ruled.has(one)) yield one
    yield* this.#settled
  }

  /** Every incident, the earliest first. */
  all(): Incident[] {
    return [...this].toSorted(earliestFirst)
  }

  #again({ gone, made }: Regrouped): Regrouped {
    const before = this.#settled
    this.#settled = this.#rulings.joined([...this.#ruled].toSorted(earliestFirst)).flatMap((together) => {
      const kinds = new Map(together.flatMap(({ kind, facts }) => facts.map((fact) => [fact, kind] as const)))
      return this.#rulings.parted([...kinds.keys()]).map((facts) => incidentOf(kinds.get(facts[0]!)!, facts))
    })
    return { gone: [...gone, ...before], made: [...made, ...this.#settled] }
  }
}
