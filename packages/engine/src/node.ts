// The tree that a verdict is made of: what was asked, on which facts, acts and rules each part rests.
import type { Silence, Source } from '@trucekeeper/agreement'
import type { Act } from '@trucekeeper/claims'
import type { Fact } from '@trucekeeper/corroborate'
import { and, not, or, weigh } from './algebra.ts'
import type { Verdict } from './status.ts'
import type { Row } from './tables/row.ts'

export interface Evidence {
  readonly for: readonly Fact[]
  readonly against: readonly Fact[]
  readonly cannotConfirm: readonly Fact[]
  /** Facts of which it cannot be told whether they bear on the question. */
  readonly undetermined: readonly Fact[]
}

export const NO_EVIDENCE: Evidence = { for: [], against: [], cannotConfirm: [], undetermined: [] }

export interface Node {
  readonly op: string
  /** One lower-case sentence or question. */
  readonly text: string
  readonly value: Verdict | null
  readonly children: readonly Node[]
  readonly evidence: Evidence
  readonly acts: readonly Act[]
  /** Rows of tables. */
  readonly rows: readonly Row[]
  /** The clause whose own words decide, where nobody’s report does. */
  readonly rule: { readonly id: string; readonly source: Source } | null
  readonly scope: { readonly decision: string; readonly reason: string } | null
  /** Where nobody spoke: the report that would settle the clause, each way. */
  readonly settledBy: { readonly met: string; readonly breached: string } | null
}

export function node(op: string, text: string, value: Verdict | null, more: Partial<Node> = {}): Node {
  const bare = { children: [], evidence: NO_EVIDENCE, acts: [], rows: [], rule: null, scope: null, settledBy: null }
  return { op, text, value, ...bare, ...more }
}

type Telling = Pick<Node, 'text'> & Partial<Omit<Node, 'op' | 'value'>>

/** A node whose value is known and whose words and parts are put together when somebody looks. */
class Deferred implements Node {
  readonly op: string
  readonly value: Verdict | null
  readonly #told: () => Telling

  constructor(op: string, value: Verdict | null, tell: () => Telling) {
    this.op = op
    this.value = value
    this.#told = once(tell)
  }

  get text(): string {
    return this.#told().text
  }

  get children(): readonly Node[] {
    return this.#told().children ?? []
  }

  get evidence(): Evidence {
    return this.#told().evidence ?? NO_EVIDENCE
  }

  get acts(): readonly Act[] {
    return this.#told().acts ?? []
  }

  get rows(): readonly Row[] {
    return this.#told().rows ?? []
  }

  get rule(): Node['rule'] {
    return this.#told().rule ?? null
  }

  get scope(): Node['scope'] {
    return this.#told().scope ?? null
  }

  get settledBy(): Node['settledBy'] {
    return this.#told().settledBy ?? null
  }
}

export function deferred(op: string, value: Verdict | null, tell: () => Telling): Node {
  return new Deferred(op, value, tell)
}

/** An answer worked out when it is first asked for. */
export function once<T>(answer: () => T): () => T {
  let known: { readonly answer: T } | null = null
  return () => (known ??= { answer: answer() }).answer
}

/**
 * That nobody spoke, which has the value that the clause itself gives it. `about` says of what; `settles` what a report
 * would have to say for the clause to be met, and for it to be breached.
 */
export function silence(
  about: string,
  means: Silence,
  value: Verdict,
  rule: NonNullable<Node['rule']>,
  settles: readonly [met: string, breached: string],
): Node {
  const [met, breached] = settles.map((what) => `someone whose word counts reports that ${what}`)
  return node('silence', `nobody whose word counts reported ${about}; silence means ${means}`, value, {
    rule,
    settledBy: { met: met!, breached: breached! },
  })
}

export function question(op: string, text: string, evidence: Evidence, more: Partial<Node> = {}): Node {
  return node(op, text, weigh(evidence.for.length > 0, evidence.against.length > 0), { evidence, ...more })
}

export function allOf(text: string, children: readonly Node[]): Node {
  return node('and', text, and(valuesOf(children)), { children })
}

export function anyOf(text: string, children: readonly Node[]): Node {
  return node('or', text, or(valuesOf(children)), { children })
}

export function notOf(text: string, child: Node): Node {
  return node('not', text, not(child.value ?? 'unknown'), { children: [child] })
}

/** A child that has no verdict yet is not known. */
function valuesOf(children: readonly Node[]): Verdict[] {
  return children.map(({ value }) => value ?? 'unknown')
}

export function leavesOf(tree: Node): Node[] {
  return tree.children.length === 0 ? [tree] : tree.children.flatMap(leavesOf)
}

/** Every fact of a tree, by what it does, each once and in the order of ids; not what others are waited for with. */
export function evidenceOf(tree: Node): Evidence {
  const all = everyNode(tree)
  const gather = (key: keyof Evidence) => byId(all.flatMap(({ evidence }) => evidence[key]))
  return {
    for: gather('for'),
    against: gather('against'),
    cannotConfirm: gather('cannotConfirm'),
    undetermined: gather('undetermined'),
  }
}

function everyNode(tree: Node): Node[] {
  return tree.op === 'wait' ? [] : [tree, ...tree.children.flatMap(everyNode)]
}

function byId(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((fact) => [fact.claim.id, fact])).values()].toSorted((a, b) =>
    a.claim.id < b.claim.id ? -1 : 1,
  )
}
