// The earliest instant at which anything changes if nothing more is reported: only clocks go on running.
import type { Agreement, Ruled } from '@trucekeeper/agreement'
import { addDays, civilDay, startOfDay, type Instant } from '@trucekeeper/time'
import { runOf } from './evaluate.ts'
import { daysNeeded, windowsIn } from './held.ts'
import type { Prepared } from './prepared.ts'
import type { Decided, Run } from './run.ts'
import { timelineOf } from './timeline.ts'
import { joined, sayInstant } from './words.ts'

export interface Change {
  readonly at: Instant
  readonly what: string
}

/** For each clause its next change, by evaluating the same past at every instant at which a clock can tick. */
export function nextChanges(prepared: Prepared, runs: readonly Run[]): Map<string, Change> {
  const waiting = new Set(prepared.agreement.ruled.filter((clause) => runs.some((run) => goesOn(run, clause))))
  const changes = new Map<string, Change>()
  if (waiting.size === 0) return changes
  for (const instant of ticks(prepared, runs)) {
    if (waiting.size === 0) break
    const timeline = timelineOf(prepared.agreement, prepared.acts, instant)
    const later = runs.map(({ policy }) => runOf(prepared, instant, policy, timeline))
    for (const clause of waiting) {
      const what = difference(clause, runs, later)
      if (what === null) continue
      changes.set(clause.id, { at: instant, what: `${what} on ${sayInstant(instant, prepared.agreement.zone)}` })
      waiting.delete(clause)
    }
  }
  return changes
}

/** For what has ended no clock runs, unless something reported may still be to come. */
function goesOn(run: Run, clause: Ruled): boolean {
  return run.perhaps.size > 0 || run.decide(clause).standing !== 'ended'
}

/** Deadlines, ends and midnights ahead, in order; a deadline has passed one millisecond after it. */
function ticks({ agreement, facts }: Prepared, runs: readonly Run[]): Instant[] {
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
  const open = new Set(runs.flatMap(({ perhaps }) => [...perhaps]))
  for (const { claim, lastDay } of facts) if (open.has(claim.id)) found.add(startOfDay(lastDay, zone))
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
function difference(clause: Ruled, now: readonly Run[], later: readonly Run[]): string | null {
  const changed = now.flatMap((run, index) => {
    const what = said(run.decide(clause), later[index]!.decide(clause))
    return what === null ? [] : [{ what, account: run.policy.id }]
  })
  const what = changed[0]?.what
  if (what === undefined) return null
  const accounts = changed.filter((one) => one.what === what).map(({ account }) => account)
  const others = now.map(({ policy }) => policy.id).filter((id) => !accounts.includes(id))
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
