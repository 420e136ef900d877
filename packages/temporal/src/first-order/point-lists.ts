// What is to happen at points to come, in a ring over those that are not past.
const SMALLEST = 16

export class PointLists<T> {
  #ring: (T[] | undefined)[] = Array.from({ length: SMALLEST })
  /** The first point that is not past. */
  #from = 0

  append(point: number, item: T): void {
    while (point - this.#from >= this.#ring.length) this.#widen()
    const place = point & (this.#ring.length - 1)
    const list = this.#ring[place]
    if (list === undefined) this.#ring[place] = [item]
    else list.push(item)
  }

  /** Gives what is there for a point and forgets it; points are taken one after the other. */
  take(point: number): readonly T[] | undefined {
    const place = point & (this.#ring.length - 1)
    const list = this.#ring[place]
    this.#ring[place] = undefined
    this.#from = point + 1
    return list
  }

  /** The same of what `copyOf` gives for each. */
  copy(copyOf: (item: T) => T): PointLists<T> {
    const twin = new PointLists<T>()
    twin.#ring = this.#ring.map((list) => list?.map(copyOf))
    twin.#from = this.#from
    return twin
  }

  #widen(): void {
    const wide: (T[] | undefined)[] = Array.from({ length: 2 * this.#ring.length })
    for (let i = 0; i < this.#ring.length; i++) {
      const point = this.#from + i
      wide[point & (wide.length - 1)] = this.#ring[point & (this.#ring.length - 1)]
    }
    this.#ring = wide
  }
}
