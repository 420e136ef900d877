// How many say something, and from how many independent sources.
import type { Fact } from '@trucekeeper/corroborate'

export class Voices {
  readonly #camps = new Map<string, number>()
  #size = 0

  /** Claims, whoever makes them. */
  get size(): number {
    return this.#size
  }

  count({ camp }: Fact, by: 1 | -1): void {
    this.#size += by
    if (camp === null) return
    const count = (this.#camps.get(camp) ?? 0) + by
    if (count > 0) this.#camps.set(camp, count)
    else this.#camps.delete(camp)
  }

  /** Whether they carry weight: so many independent sources, or anyone where one is enough. */
  carry(sources: number): boolean {
    return sources <= 1 ? this.#size > 0 : this.#camps.size >= sources
  }
}
