// What people decided about which claims are of one happening: of any two, that they are, that they are not, or nothing.
import type { Ruling } from '@trucekeeper/claims'
import type { Fact } from './facts.ts'
import type { Incident } from './incidents.ts'

export class Rulings {
  readonly #pairs = new Map<string, Map<string, Ruling['does']>>()

  /** Of rulings about the same two claims the later in the list stands. */
  constructor(rulings: readonly Ruling[] = []) {
    for (const { does, claims } of rulings)
      for (const one of claims)
        for (const other of claims) {
          if (one === other) continue
          const pairs = this.#pairs.get(one) ?? new Map<string, Ruling['does']>()
          this.#pairs.set(one, pairs.set(other, does))
        }
  }

  speakOf(facts: readonly Fact[]): boolean {
    return this.#pairs.size > 0 && facts.some(({ claim }) => this.#pairs.has(claim.id))
  }

  /** Incidents with those that are one with them, in the order given. */
  joined(incidents: readonly Incident[]): Incident[][] {
    const groups: Incident[][] = []
    for (const incident of incidents) {
      const alike = groups.filter((group) =>
        group.some((other) => incident.facts.some((a) => other.facts.some((b) => this.#of(a, b) === 'join'))),
      )
      const rest = groups.filter((group) => !alike.includes(group))
      groups.splice(0, groups.length, ...rest, [...alike.flat(), incident])
    }
    return groups
  }

  /** The facts of one happening, apart where people parted them; what nobody decided about stays with the first. */
  parted(facts: readonly Fact[]): Fact[][] {
    const isFree = ({ claim }: Fact) => !this.#pairs.has(claim.id)
    const ruled = facts.filter((fact) => !isFree(fact)).toSorted(toldFirst)
    const parts: Fact[][] = []
    for (const unit of this.#units(ruled)) {
      const part = parts.find((one) => !one.some((a) => unit.some((b) => this.#of(a, b) === 'part')))
      if (part) part.push(...unit)
      else parts.push([...unit])
    }
    parts[0]!.push(...facts.filter(isFree))
    return parts
  }

  /** Those joined with each other go together, unless any of them were parted. */
  #units(facts: readonly Fact[]): Fact[][] {
    const units: Fact[][] = []
    for (const fact of facts) {
      const unit = units.find(
        (one) =>
          one.some((other) => this.#of(fact, other) === 'join') &&
          !one.some((other) => this.#of(fact, other) === 'part'),
      )
      if (unit) unit.push(fact)
      else units.push([fact])
    }
    return units
  }

  #of(a: Fact, b: Fact): Ruling['does'] | undefined {
    return this.#pairs.get(a.claim.id)?.get(b.claim.id)
  }
}

function toldFirst(a: Fact, b: Fact): number {
  return a.said.from - b.said.from || (a.claim.id < b.claim.id ? -1 : 1)
}
