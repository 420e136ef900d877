// Which claims suffice for a verdict: evaluated on these alone it is the same, and without any one of them it is not.
import type { Ruled } from '@trucekeeper/agreement'
import type { Claim } from '@trucekeeper/claims'
import type { AccountPolicy } from '@trucekeeper/corroborate'
import { settle } from './acting/settle.ts'
import { runOf } from './evaluate.ts'
import { Knowledge } from './knowledge.ts'
import type { Evidence, Node } from './node.ts'
import type { Verdict } from './status.ts'

/**
 * Ids of claims that suffice for the verdict of a clause by an account, sorted; none where nothing reported is needed,
 * as when it is unknown because nobody spoke. There may be other sets as good: of those that would do, what the tree
 * shows first is kept.
 */
export function sufficientClaims(
  knowledge: Knowledge,
  clause: Ruled,
  policy: AccountPolicy,
  tree: Node,
  verdict: Verdict | null,
): string[] {
  if (verdict === null) return []
  const shown = [...new Set(claimsIn(tree))]
  const own = alone(knowledge)
  const isSame = () => {
    settle(own, own.at)
    return runOf(own, policy).decide(clause).verdict === verdict
  }
  let taken = enough(own, shown, isSame)
  // What the tree rests on suffices, unless what it leaves out tells happenings apart.
  if (!isSame()) {
    const others = knowledge.claims.filter((claim) => !shown.includes(claim))
    own.change(others)
    taken = [...shown, ...others]
  }
  return fewest(own, taken.toReversed(), isSame)
    .map(({ id }) => id)
    .toSorted()
}

/** Takes what is shown first, twice as much each time, until the verdict is the same: mostly few of many suffice. */
function enough(own: Knowledge, shown: readonly Claim[], isSame: () => boolean): readonly Claim[] {
  let taken = 0
  for (let size = 1; taken < shown.length && !isSame(); size *= 2) {
    own.change(shown.slice(taken, size))
    taken = Math.min(size, shown.length)
  }
  return shown.slice(0, taken)
}

/** The same acts, rulings, tables and instant, and no claims. */
function alone({ plan, acts, rulings, tables, at }: Knowledge): Knowledge {
  const own = new Knowledge(plan)
  own.act(acts)
  own.rule(rulings)
  own.tables.replace(tables.tables)
  own.moveTo(at)
  return own
}

/** Leaves out whatever can be left out, halves first, then smaller parts, until not one more can. */
function fewest(own: Knowledge, claims: readonly Claim[], isSame: () => boolean): Claim[] {
  let left = [...claims]
  for (let size = Math.max(1, left.length); size >= 1;) {
    const before = left.length
    for (let from = 0; from < left.length;) {
      const part = left.slice(from, from + size)
      own.change(
        [],
        part.map(({ id }) => id),
      )
      if (isSame()) left = [...left.slice(0, from), ...left.slice(from + size)]
      else {
        own.change(part)
        from += size
      }
    }
    if (size > 1) size = Math.floor(size / 2)
    else if (left.length === before) break
  }
  return left
}

/** Every claim of a tree, those it waits for too: what is shown first of each kind comes first, so that few tell of all kinds. */
function claimsIn(tree: Node): Claim[] {
  const nodes = everyNode(tree).map(({ evidence }) => evidence)
  const kinds = KINDS.map((kind) => [...new Set(nodes.flatMap((evidence) => evidence[kind]))])
  const most = Math.max(...kinds.map(({ length }) => length))
  return Array.from({ length: most }, (_, at) => kinds.flatMap((facts) => facts[at]?.claim ?? [])).flat()
}

const KINDS = ['for', 'against', 'undetermined', 'cannotConfirm'] as const satisfies readonly (keyof Evidence)[]

const everyNode = (tree: Node): Node[] => [tree, ...tree.children.flatMap(everyNode)]
