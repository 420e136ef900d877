// What would settle a verdict: for each open leaf, whose word or whose withdrawal would decide it which way.
import type { Agreement } from '@trucekeeper/agreement'
import { leavesOf, type Node } from './node.ts'
import type { Residual, Verdict } from './status.ts'
import { speakersOf } from './words.ts'

const MOST_NAMED = 4

export function residualOf(tree: Node, verdict: Verdict | null, agreement: Agreement): Residual {
  if (verdict === null || verdict === 'met') return { met: [], breached: [] }
  const met: string[] = []
  const breached: string[] = []
  for (const { leaf, flipped } of openLeaves(tree)) {
    const [yes, no] = flipped ? [breached, met] : [met, breached]
    const { for: asserted, against, undetermined } = leaf.evidence
    if (leaf.op === 'silence') {
      const report = leaf.text
        .replace(/^nobody whose word counts reported/, 'a report by someone whose word counts')
        .replace(/; silence means \w+$/, '')
      met.push(`${report}, saying that it was kept`)
      breached.push(`${report}, saying that it was not`)
    } else if (leaf.value === 'contested') {
      yes.push(`${speakersOf(against, agreement)} no longer denies it (${about(leaf)})`)
      no.push(`${speakersOf(asserted, agreement)} no longer says it (${about(leaf)})`)
    } else if (leaf.value === 'unknown' && undetermined.length > 0) {
      yes.push(`it becomes known who, when and where, or another source says the same (${about(leaf)})`)
      no.push(`someone whose word counts denies it, and nobody goes on saying it (${about(leaf)})`)
    } else if (leaf.value === 'met' && flipped) {
      no.push(`${speakersOf(asserted, agreement)} no longer says it (${about(leaf)})`)
    } else if (leaf.value === 'breached' && !flipped) {
      const deniers = speakersOf(against, agreement)
      yes.push(
        `someone whose word counts says so${deniers ? `, and ${deniers} no longer denies it` : ''} (${about(leaf)})`,
      )
    }
  }
  return { met: shortened(met), breached: verdict === 'breached' ? [] : shortened(breached) }
}

/** What a leaf asks, without its question mark. */
function about({ text }: Node): string {
  return text.replace(/\?$/, '')
}

/** Leaves that decide nothing yet, with whether a `not` stands above them. */
function openLeaves(tree: Node, flipped = false): { leaf: Node; flipped: boolean }[] {
  if (tree.children.length === 0) {
    const open =
      tree.value === 'contested' ||
      tree.value === 'unknown' ||
      (tree.value === 'met' && flipped) ||
      (tree.value === 'breached' && !flipped)
    return open && leavesOf(tree).length > 0 ? [{ leaf: tree, flipped }] : []
  }
  return tree.children.flatMap((child) => openLeaves(child, tree.op === 'not' ? !flipped : flipped))
}

function shortened(lines: readonly string[]): string[] {
  const distinct = [...new Set(lines)]
  if (distinct.length <= MOST_NAMED) return distinct
  return [...distinct.slice(0, MOST_NAMED), `and ${distinct.length - MOST_NAMED} more`]
}
