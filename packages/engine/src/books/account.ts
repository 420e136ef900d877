// An account as the books read it: which facts it takes, worked out once for each incident.
import { counts, type AccountPolicy, type Fact, type Incident } from '@trucekeeper/corroborate'

export class Account {
  readonly policy: AccountPolicy
  readonly #taken: Map<Incident, readonly Fact[]>

  /** Accounts that trust the same take the same, so they can share what they remember. */
  constructor(policy: AccountPolicy, taken: Map<Incident, readonly Fact[]>) {
    this.policy = policy
    this.#taken = taken
  }

  takes(fact: Fact): boolean {
    return counts(this.policy, fact)
  }

  /** The facts of an incident that it takes. */
  taken(incident: Incident): readonly Fact[] {
    const known = this.#taken.get(incident) ?? incident.facts.filter((fact) => this.takes(fact))
    this.#taken.set(incident, known)
    return known
  }
}
