// Which of many vectors is nearest to one, found through the terms they share.
import { lengthOf, product, type Vector } from './vectors.ts'

/** More than sums of some hundred products are wrong by. */
const ROUNDING = 1e-9
/** Going on until less than this is left takes longer terms, and spares holding many hopeful vectors against the one. */
const LEFT_TO_CHANCE = 0.5

export interface Neighbour {
  readonly index: number
  /** The product of the two vectors. */
  readonly likeness: number
}

/** Vectors by number, to be asked for the nearest to another; those taken out are no longer found. */
export class Neighbours {
  readonly #postings: { ids: number[]; weights: number[]; dead: number }[] = []
  readonly #vectors = new Map<number, Vector>()
  #scores = new Float64Array(1024)

  add(index: number, vector: Vector): void {
    this.#vectors.set(index, vector)
    if (index >= this.#scores.length) {
      const wider = new Float64Array(Math.max(index + 1, this.#scores.length * 2))
      wider.set(this.#scores)
      this.#scores = wider
    }
    for (let at = 0; at < vector.terms.length; at += 1) {
      const posting = (this.#postings[vector.terms[at]!] ??= { ids: [], weights: [], dead: 0 })
      posting.ids.push(index)
      posting.weights.push(vector.weights[at]!)
    }
  }

  remove(index: number): void {
    const vector = this.#vectors.get(index)!
    this.#vectors.delete(index)
    for (const term of vector.terms) {
      const posting = this.#postings[term]!
      posting.dead += 1
      if (posting.dead * 2 > posting.ids.length) this.#sweep(term)
    }
  }

  /**
   * The nearest of those not excepted that is at least so near; of equally near ones the first. Terms are taken by weight,
   * until what is left of the vector is too short to bring a new one so near: no vector is longer than 1.
   */
  nearest(vector: Vector, excepted: number, least: number): Neighbour | null {
    const scores = this.#scores
    const touched: number[] = []
    const byWeight = Uint32Array.from(vector.terms.keys()).toSorted((a, b) => vector.weights[b]! - vector.weights[a]!)
    let left = lengthOf(vector) ** 2
    let bar = least
    for (const at of byWeight) {
      if (Math.sqrt(Math.max(0, left)) + ROUNDING < bar * LEFT_TO_CHANCE) break
      const weight = vector.weights[at]!
      left -= weight * weight
      const posting = this.#postings[vector.terms[at]!]
      if (!posting) continue
      const { ids, weights } = posting
      for (let one = 0; one < ids.length; one += 1) {
        const id = ids[one]!
        const before = scores[id]!
        if (before === 0) touched.push(id)
        const score = before + weight * weights[one]!
        scores[id] = score
        if (score > bar && id !== excepted && this.#vectors.has(id)) bar = score
      }
    }
    const rest = Math.sqrt(Math.max(0, left)) + ROUNDING
    const hopeful: number[] = []
    let best: Neighbour | null = null
    for (const index of touched) {
      if (scores[index]! + rest >= bar && index !== excepted && this.#vectors.has(index)) hopeful.push(index)
      else scores[index] = 0
    }
    for (const index of hopeful.toSorted((a, b) => scores[b]! - scores[a]! || a - b)) {
      const hope = scores[index]! + rest
      scores[index] = 0
      if (hope < (best?.likeness ?? least)) continue
      const likeness = product(vector, this.#vectors.get(index)!)
      if (likeness < least) continue
      if (best === null || likeness > best.likeness || (likeness === best.likeness && index < best.index))
        best = { index, likeness }
    }
    return best
  }

  #sweep(term: number): void {
    const { ids, weights } = this.#postings[term]!
    const alive = [...ids.keys()].filter((at) => this.#vectors.has(ids[at]!))
    this.#postings[term] = { ids: alive.map((at) => ids[at]!), weights: alive.map((at) => weights[at]!), dead: 0 }
  }
}
