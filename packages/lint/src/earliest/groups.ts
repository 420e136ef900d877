// Groups of names that rest on one another in a circle, each after those it rests on (Tarjan's strongly connected components).

/** Every name in exactly one group; what a group rests on stands in an earlier group. */
export function groupsOf(names: readonly string[], restsOn: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const groups: string[][] = []
  // By hand and not by recursion: agreements may chain thousands of clauses.
  for (const root of names) {
    if (index.has(root)) continue
    const open: { name: string; next: number }[] = [enter(root)]
    while (open.length > 0) {
      const top = open.at(-1)!
      const to = restsOn.get(top.name)?.[top.next]
      if (to !== undefined) {
        top.next += 1
        if (!index.has(to)) open.push(enter(to))
        else if (onStack.has(to)) low.set(top.name, Math.min(low.get(top.name)!, index.get(to)!))
        continue
      }
      open.pop()
      const above = open.at(-1)
      if (above) low.set(above.name, Math.min(low.get(above.name)!, low.get(top.name)!))
      if (low.get(top.name) === index.get(top.name)) groups.push(leave(top.name))
    }
  }
  return groups

  function enter(name: string): { name: string; next: number } {
    index.set(name, index.size)
    low.set(name, index.get(name)!)
    stack.push(name)
    onStack.add(name)
    return { name, next: 0 }
  }

  function leave(name: string): string[] {
    const group = stack.splice(stack.lastIndexOf(name))
    for (const one of group) onStack.delete(one)
    return group.toReversed()
  }
}
