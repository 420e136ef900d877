// How well things lie in groups: nearest to their own and furthest from the next, while the groups fall into smaller ones.
import { Neighbours } from './neighbours.ts'
import { product, scaled, sumOf, termsOfAGroup, weightiest, type Vector } from './vectors.ts'

/** Things that are asked how well they lie; every so-manieth of a large collection. */
const MOST_ASKED = 1000
/** A group less like a thing than this is as far from it as any. */
const NEXT_TO_NOTHING = 0.02

/** Things in groups, each group named by one of them or by any number that stays with it. */
export class Partition {
  readonly #vectors: readonly Vector[]
  readonly #groups = new Map<number, { readonly sum: Vector; readonly size: number }>()
  readonly #neighbours = new Neighbours()
  #groupOf: readonly number[] = []

  constructor(vectors: readonly Vector[]) {
    this.#vectors = vectors
  }

  /** The group of each thing from now on. Every group must be one of before, or a part of one: what stays is left as it is. */
  become(groupOf: readonly number[]): void {
    this.#groupOf = groupOf
    const groups = Map.groupBy(groupOf.keys(), (index) => groupOf[index]!)
    for (const [group, { size }] of this.#groups) {
      if (groups.get(group)?.length === size) continue
      this.#neighbours.remove(group)
      this.#groups.delete(group)
    }
    const most = termsOfAGroup(this.#vectors.length)
    for (const [group, members] of groups) {
      if (this.#groups.has(group)) continue
      const sum = weightiest(sumOf(members.map((index) => this.#vectors[index]!)), most)
      this.#groups.set(group, { sum, size: members.length })
      this.#neighbours.add(group, scaled(sum, 1 / members.length))
    }
  }

  /** The mean silhouette (Rousseeuw 1987), of distances that are 1 less the cosine; a thing alone in its group has none. */
  silhouette(): number {
    const step = Math.ceil(this.#vectors.length / MOST_ASKED)
    let [total, asked] = [0, 0]
    for (let index = 0; index < this.#vectors.length; index += step) {
      asked += 1
      const group = this.#groupOf[index]!
      const { sum, size } = this.#groups.get(group)!
      if (size === 1) continue
      const vector = this.#vectors[index]!
      const own = (product(sum, vector) - product(vector, vector)) / (size - 1)
      const next = this.#neighbours.nearest(vector, group, NEXT_TO_NOTHING)?.likeness ?? 0
      total += (own - next) / (1 - Math.min(own, next))
    }
    return asked === 0 ? 0 : total / asked
  }
}
