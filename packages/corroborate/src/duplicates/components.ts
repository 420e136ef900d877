// Things that hang together, through whatever stands between them.

/** For each of `count` things the least of those it hangs together with. */
export function componentsOf(count: number, ties: Iterable<readonly [number, number]>): Uint32Array {
  const parent = Uint32Array.from({ length: count }, (_, index) => index)
  const root = (index: number) => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  for (const [a, b] of ties) {
    const [one, other] = [root(a), root(b)]
    parent[Math.max(one, other)] = Math.min(one, other)
  }
  return parent.map((_, index) => root(index))
}
