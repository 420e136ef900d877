// The earliest instant at which anything changes if nothing more is reported: only clocks go on running.
import type { Ruled } from '@trucekeeper/agreement'
import { addDays, civilDay, startOfDay, type Instant } from '@trucekeeper/time'
import { runOf } from './evaluate.ts'
import type { Prepared } from './prepared.ts'
import type { Decided, Run } from './run.ts'
import { timelineOf } from './timeline.ts'
import { joined, sayInstant } from './words.ts'

export interface Change {
  readonly at: Instant
  readonly what: string
}

/** Days ahead on which a window can fill or fall silent. */
const HORIZON_DAYS = 10

/** For each clause its next change, by evaluating the same past at every instant at which a clock can tick. */
export function nextChanges(prepared: Prepared, runs: readonly Run[]): Map<string, Change> {
  const waiting = new Set(prepared.agreement.ruled.filter((clause) => runs.some((run) => goesOn(run, clause))))
  const changes = new Map<string, Change>()
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
function ticks({ agreement }: Prepared, runs: readonly Run[]): Instant[] {
  const at = runs[0]!.at
  const found = new Set<Instant>()
  for (const run of runs) {
    for (const clause of agreement.ruled) {
      const { due } = run.decide(clause)
      if (due === null) continue
      found.add(due)
      found.add(due + 1)
    }
  }
  for (const anchor of agreement.anchors) {
    const set = runs[0]!.timeline.anchor(anchor.id)
    if (set !== null) found.add(set)
  }
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead += 1)
    found.add(startOfDay(addDays(civilDay(at, agreement.zone), ahead), agreement.zone))
  return [...found].filter((instant) => instant > at).toSorted((a, b) => a - b)
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
