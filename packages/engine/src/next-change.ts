// The earliest instant at which anything changes if nothing more is reported: only clocks go on running.
import type { Agreement, Ruled } from '@trucekeeper/agreement'
import { addDays, civilDay, startOfDay, type Instant } from '@trucekeeper/time'
import type { Fact } from '@trucekeeper/corroborate'
import { runOf } from './evaluate.ts'
import { daysNeeded, windowsIn } from './held.ts'
import type { Knowledge } from './knowledge.ts'
import type { Decided, Run } from './run.ts'
import { joined, sayInstant } from './words.ts'

export interface Change {
  readonly at: Instant
  readonly what: string
}

/**
 * For each clause its next change, by letting the clock run over the same past to every instant at which one can tick,
 * and putting it back.
 */
export function nextChanges(knowledge: Knowledge, runs: readonly Run[]): Map<string, Change> {
  const { agreement } = knowledge.plan
  const { at } = knowledge
  const open = [...knowledge.perhaps].filter((fact) => runs.some((run) => run.takes(fact)))
  // For what has ended no clock runs, unless something reported may still be to come.
  const goesOn = (clause: Ruled) => open.length > 0 || runs.some((run) => run.decide(clause).standing !== 'ended')
  const waiting = new Set(agreement.ruled.filter(goesOn))
  const now = new Map(agreement.ruled.map((clause) => [clause, runs.map((run) => run.decide(clause))]))
  const changes = new Map<string, Change>()
  if (waiting.size === 0) return changes
  for (const instant of ticks(agreement, runs, open)) {
    if (waiting.size === 0) break
    knowledge.moveTo(instant, at)
    const later = runs.map(({ policy }) => runOf(knowledge, policy))
    for (const clause of waiting) {
      const what = difference(clause, now.get(clause)!, later)
      if (what === null) continue
      changes.set(clause.id, { at: instant, what: `${what} on ${sayInstant(instant, agreement.zone)}` })
      waiting.delete(clause)
    }
  }
  knowledge.moveTo(at)
  return changes
}

/** Deadlines, ends and midnights ahead, in order; a deadline has passed one millisecond after it. */
function ticks(agreement: Agreement, runs: readonly Run[], open: readonly Fact[]): Instant[] {
  const { at, timeline } = runs[0]!
  const { zone } = agreement
  const found = new Set<Instant>()
  for (const run of runs) {
    for (const clause of agreement.ruled) {
      const { due } = run.decide(clause)
      if (due !== null) found.add(due).add(due + 1)
    }
  }
  for (const { id } of agreement.anchors) {
    const set = timeline.anchor(id)
    if (set !== null) found.add(set)
  }
  // What may have happened by now has surely happened once the last day it speaks of has come.
  for (const { sureFrom } of open) found.add(sureFrom)
  const today = civilDay(at, zone)
  for (let ahead = 1; ahead <= daysAhead(agreement); ahead += 1) found.add(startOfDay(addDays(today, ahead), zone))
  return [...found].filter((instant) => instant > at).toSorted((a, b) => a - b)
}

/** A day falls silent when it is over, tomorrow's at the latest; a window fills when its days are over. */
function daysAhead({ ruled }: Agreement): number {
  const conditions = ruled.flatMap((clause) => {
    if (clause.kind === 'duty') return clause.after ?? []
    return clause.kind === 'gate' || clause.kind === 'power' ? (clause.when ?? []) : []
  })
  return 2 + Math.max(0, ...conditions.flatMap(windowsIn).map(daysNeeded))
}

/** The first thing that changes, by the account or accounts by which it does. */
function difference(clause: Ruled, now: readonly Decided[], later: readonly Run[]): string | null {
  const changed = later.flatMap((run, index) => {
    const what = said(now[index]!, run.decide(clause))
    return what === null ? [] : [{ what, account: run.policy.id }]
  })
  const what = changed[0]?.what
  if (what === undefined) return null
  const accounts = changed.filter((one) => one.what === what).map(({ account }) => account)
  const others = later.map(({ policy }) => policy.id).filter((id) => !accounts.includes(id))
  if (others.length === 0) return what
  if (others.length < accounts.length) return `${what} by every account but ${joined(others)}`
  return `${what} by the account${accounts.length > 1 ? 's' : ''} ${joined(accounts)}`
}

function said(before: Decided, after: Decided): string | null {
  if (before.standing !== after.standing) return `${plain(before.standing)} becomes ${plain(after.standing)}`
  if (before.timing !== after.timing) return `${plain(before.timing)} becomes ${plain(after.timing)}`
  if (before.verdict !== after.verdict)
    return `${before.verdict ?? 'no verdict'} becomes ${after.verdict ?? 'no verdict'}`
  return null
}

function plain(word: string): string {
  return word.replaceAll('_', ' ')
}
