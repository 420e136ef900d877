// Things that hang together, through whatever stands between them.

/** Things that are tied one pair after the other. */
export class Components {
  readonly #parent: Uint32Array

  constructor(count: number) {
    this.#parent = Uint32Array.from({ length: count }, (_, index) => index)
  }

  /** The least of those that a thing hangs together with. */
  rootOf(index: number): number {
    const parent = this.#parent
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }

  tie(a: number, b: number): void {
    const [one, other] = [this.rootOf(a), this.rootOf(b)]
    this.#parent[Math.max(one, other)] = Math.min(one, other)
  }
}

/** For each of `count` things the least of those it hangs together with. */
export function componentsOf(count: number, ties: Iterable<readonly [number, number]>): Uint32Array {
  const components = new Components(count)
  for (const [a, b] of ties) components.tie(a, b)
  return Uint32Array.from({ length: count }, (_, index) => components.rootOf(index))
}
