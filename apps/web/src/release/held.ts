// What one's desk holds, in parts that are released together.
import type { HeldAnswer } from '@trucekeeper/api'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../sign-in/session.ts'

type Held = HeldAnswer['held'][number]

/** Something held that speaks of nothing else that is, with all that speaks of it. */
export interface HeldPart {
  readonly first: Held
  /** What is said in it first, where anything is quoted. */
  readonly words: string | null
  /** Ids of all of it, in the order in which it came in. */
  readonly ids: readonly string[]
  /** Who sees all of it besides the desk. */
  readonly releasedTo: readonly string[]
}

const FIRST_PAGE = '/api/releases?limit=1000'

/** All that the desk holds, however many pages it is. */
export const heldQuery = () =>
  queryOptions({
    queryKey: ['/api/releases'],
    staleTime: 0,
    queryFn: async () => {
      const held: Held[] = []
      for (let address: string | null = FIRST_PAGE; address !== null;) {
        const page: HeldAnswer = await ask<HeldAnswer>(address)
        held.push(...page.held)
        address = page.next
      }
      return held
    },
  })

/** Everything held, each in the part of the first thing that it speaks of; what speaks of several parts is a part of its own. */
export function partsOf(held: readonly Held[]): readonly HeldPart[] {
  const partOf = new Map<string, string>()
  const parts = new Map<string, Held[]>()
  for (const one of held) {
    const wanted = new Set(one.needs.map((need) => partOf.get(need) ?? need))
    const [only] = wanted
    const root = wanted.size === 1 && only !== undefined && parts.has(only) ? only : one.id
    partOf.set(one.id, root)
    parts.set(root, [...(parts.get(root) ?? []), one])
  }
  return [...parts.values()].map((entries) => ({
    first: entries[0]!,
    words: entries.find(({ type }) => type === 'claim')?.summary ?? null,
    ids: entries.map(({ id }) => id),
    releasedTo: entries
      .map((one) => one.released_to)
      .reduce((some, others) => some.filter((to) => others.includes(to))),
  }))
}
