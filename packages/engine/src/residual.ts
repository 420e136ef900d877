// What would settle a verdict: for each open leaf, whose word or whose withdrawal would decide it which way.
import type { Agreement } from '@trucekeeper/agreement'
import type { Fact } from '@trucekeeper/corroborate'
import type { Node } from './node.ts'
import type { Residual, Verdict } from './status.ts'
import type { TableCondition } from './tables/known.ts'
import { speakersOf } from './words.ts'

const MOST_NAMED = 4
const ON_TABLES: ReadonlySet<string> = new Set<TableCondition['op']>(['indicator', 'parity', 'sealed', 'cleared'])

export function residualOf(tree: Node, verdict: Verdict | null, agreement: Agreement): Residual {
  if (verdict === null || verdict === 'met') return { met: [], breached: [] }
  const met: string[] = []
  const breached: string[] = []
  for (const { leaf, flipped } of openLeaves(tree)) {
    const [yes, no] = flipped ? [breached, met] : [met, breached]
    const { for: asserted, against, undetermined } = leaf.evidence
    if (leaf.settledBy) {
      met.push(leaf.settledBy.met)
      breached.push(leaf.settledBy.breached)
    } else if (ON_TABLES.has(leaf.op)) {
      if (leaf.value !== 'met') yes.push(`rows of those whose word counts show that it is so (${about(leaf)})`)
      if (leaf.value !== 'breached') no.push(`rows of those whose word counts show that it is not (${about(leaf)})`)
    } else if (leaf.value === 'contested') {
      yes.push(noLonger(against, 'deny', leaf, agreement))
      no.push(noLonger(asserted, 'say', leaf, agreement))
    } else if (leaf.value === 'unknown' && undetermined.length > 0) {
      yes.push(`${lacking(leaf)} (${about(leaf)})`)
      no.push(`someone whose word counts denies it, and nobody goes on saying it (${about(leaf)})`)
    } else if (leaf.value === 'unknown') {
      yes.push(`someone whose word counts says so (${about(leaf)})`)
      no.push(`someone whose word counts denies it (${about(leaf)})`)
    } else if (leaf.value === 'met' && flipped) {
      no.push(noLonger(asserted, 'say', leaf, agreement))
    } else if (leaf.value === 'breached' && !flipped) {
      const denied = against.length > 0 ? `, and ${noLonger(against, 'deny', leaf, agreement)}` : ` (${about(leaf)})`
      yes.push(`someone whose word counts says so${denied}`)
    }
  }
  return { met: shortened(met), breached: verdict === 'breached' ? [] : shortened(breached) }
}

/** `russia no longer denies it (shelling, Aleppo: was it government)` */
function noLonger(facts: readonly Fact[], verb: 'deny' | 'say', leaf: Node, agreement: Agreement): string {
  const speakers = speakersOf(facts, agreement)
  const single = verb === 'deny' ? 'denies' : 'says'
  return `${speakers} no longer ${speakers.includes(' and ') ? verb : single} it (${about(leaf)})`
}

/** What a leaf asks, without its question mark. */
function about({ text }: Node): string {
  return text.replace(/\?$/, '')
}

/** What keeps a report from counting: where it belongs, or that too few say it. */
function lacking({ scope }: Node): string {
  if (scope?.decision === 'covered') return 'another independent source says the same'
  const known = 'it becomes known who, when and where'
  return scope ? known : `${known}, or another independent source says the same`
}

/** Leaves that decide nothing yet, with whether a `not` stands above them. */
function openLeaves(tree: Node, flipped = false): { leaf: Node; flipped: boolean }[] {
  // What it waits for is another's to do.
  if (tree.op === 'wait') return []
  if (tree.children.length === 0) {
    const open =
      tree.value === 'contested' ||
      tree.value === 'unknown' ||
      (tree.value === 'met' && flipped) ||
      (tree.value === 'breached' && !flipped)
    return open ? [{ leaf: tree, flipped }] : []
  }
  return tree.children.flatMap((child) => openLeaves(child, tree.op === 'not' ? !flipped : flipped))
}

function shortened(lines: readonly string[]): string[] {
  const distinct = [...new Set(lines)]
  if (distinct.length <= MOST_NAMED) return distinct
  return [...distinct.slice(0, MOST_NAMED), `and ${distinct.length - MOST_NAMED} more`]
}
