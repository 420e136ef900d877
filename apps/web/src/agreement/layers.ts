// Puts what waits for what into columns: what can come first to the left, everything to the right of what it waits for.

export interface Wait {
  /** Waits for `to`. */
  readonly from: string
  readonly to: string
}

export interface Placed {
  readonly id: string
  readonly column: number
  readonly row: number
}

/**
 * Columns by the longest way to the left; members of a circle stand in one column, above each other. Rows follow what is
 * waited for, so that lines cross little. A name that waits for nothing and that nothing waits for has no place.
 */
export function layersOf(
  ids: readonly string[],
  edges: readonly Wait[],
  circles: readonly (readonly string[])[],
): readonly Placed[] {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const circleOf = new Map(circles.flatMap((circle, index) => circle.map((id) => [id, `circle ${index}`] as const)))
  const groupOf = (id: string) => circleOf.get(id) ?? id
  const before = new Map<string, Set<string>>()
  for (const { from, to } of edges) {
    const [later, earlier] = [groupOf(from), groupOf(to)]
    if (later === earlier) continue
    const known = before.get(later)
    if (known) known.add(earlier)
    else before.set(later, new Set([earlier]))
  }
  const columns = columnsOf(before)
  const shown = ids.filter((id) => linked.has(id))
  const byColumn = Map.groupBy(shown, (id) => columns(groupOf(id)))
  const rows = new Map<string, number>()
  const placed: Placed[] = []
  for (const column of [...byColumn.keys()].toSorted((a, b) => a - b)) {
    const height = new Map(byColumn.get(column)!.map((id, index) => [id, heightOf(id, index, edges, rows)]))
    const inCircle = (id: string) => circleOf.get(id) ?? ''
    const meanOf = (id: string) => {
      const circle = circles.find((each) => each.includes(id))
      const all = (circle ?? [id]).flatMap((member) => height.get(member) ?? [])
      return all.reduce((sum, each) => sum + each, 0) / all.length
    }
    const order = byColumn
      .get(column)!
      .toSorted(
        (a, b) => meanOf(a) - meanOf(b) || inCircle(a).localeCompare(inCircle(b)) || height.get(a)! - height.get(b)!,
      )
    for (const [row, id] of order.entries()) {
      rows.set(id, row)
      placed.push({ id, column, row })
    }
  }
  return placed
}

/** Waits that do not follow from others: who waits for what waits for something waits for that as well. Circles stay whole. */
export function ownWaits<W extends Wait>(waits: readonly W[], circles: readonly (readonly string[])[]): readonly W[] {
  const next = new Map(
    [...Map.groupBy(waits, ({ from }) => from)].map(([from, all]) => [from, new Set(all.map(({ to }) => to))]),
  )
  const circleOf = new Map(circles.flatMap((circle) => circle.map((id) => [id, circle] as const)))
  const together = (one: string, other: string) => circleOf.get(one)?.includes(other) ?? false
  const follows = ({ from, to }: W) => {
    const seen = new Set([from])
    const open = [...(next.get(from) ?? [])].filter((name) => name !== to)
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (name === to) return true
      // By way of one another the members of a circle would lose what each of them waits for.
      if (seen.has(name) || together(name, from) || together(name, to)) continue
      seen.add(name)
      open.push(...(next.get(name) ?? []))
    }
    return false
  }
  return waits.filter((wait) => {
    const isLeft = !together(wait.from, wait.to) && follows(wait)
    if (isLeft) next.get(wait.from)!.delete(wait.to)
    return !isLeft
  })
}

/** The mean row of what a name waits for; its own place where it waits for nothing. */
function heightOf(id: string, own: number, edges: readonly Wait[], rows: ReadonlyMap<string, number>): number {
  const found = edges.flatMap(({ from, to }) => (from === id ? (rows.get(to) ?? []) : []))
  return found.length === 0 ? own : found.reduce((sum, row) => sum + row, 0) / found.length
}

/** The longest way from a group to one that waits for nothing. A way that comes back to itself ends there. */
function columnsOf(before: ReadonlyMap<string, ReadonlySet<string>>): (group: string) => number {
  const found = new Map<string, number>()
  const open = new Set<string>()
  const of = (group: string): number => {
    const known = found.get(group)
    if (known !== undefined) return known
    if (open.has(group)) return -1
    open.add(group)
    const column = Math.max(-1, ...[...(before.get(group) ?? [])].map(of)) + 1
    open.delete(group)
    found.set(group, column)
    return column
  }
  return of
}
