// What earlier reports said that is known otherwise now: the same moment, on what had come in then and on what has come in since.
import { correctionsEntered, type CentreRecord } from '@trucekeeper/centre'
import { nameMinute, type Minute, type MinuteOf } from '@trucekeeper/claims'
import type { Status } from '@trucekeeper/engine'
import { parseInstant, type Instant } from '@trucekeeper/time'
import type { Correction, DailyReport, RecordedCorrection } from './report.ts'

/** An earlier report's table as it was, and as it is now that more is known. */
export interface Again {
  readonly number: number
  readonly then: Status
  readonly now: Status
}

/** Only differences; a report that still holds leaves nothing. */
export function correctionsOf(earlier: readonly Again[]): Omit<Correction, 'recorded'>[] {
  return earlier.flatMap(({ number, then, now }) => {
    const base = { report: number, cut_off: then.at, known_then: then.known_at ?? '', known_now: now.known_at ?? '' }
    return [...ofClauses(then, now), ...ofTallies(then, now), ...ofGates(then, now)].map((one) => ({ ...base, ...one }))
  })
}

type Matter = Pick<Correction, 'report' | 'clause' | 'account' | 'what'>

function isOfOne(a: Matter, b: Matter): boolean {
  return a.report === b.report && a.clause === b.clause && a.account === b.account && a.what === b.what
}

/** Each with the minute by which it was entered, as far as it was. */
export function withMinutes(
  found: readonly Omit<Correction, 'recorded'>[],
  record: Pick<CentreRecord, 'minutes'>,
  at: Instant,
): Correction[] {
  const entered = correctionsEntered(record, at)
  return found.map((one) => {
    const last = entered.findLast((minute) => isOfOne(minute, one))
    return { ...one, recorded: last?.said_now === one.now ? last.id : null }
  })
}

/** Those entered that the report before did not know. */
export function recordedSince(
  record: Pick<CentreRecord, 'minutes'>,
  at: Instant,
  before: { readonly minutes: readonly Minute[]; readonly at: Instant },
): RecordedCorrection[] {
  const had = new Set(correctionsEntered(before, before.at).map(({ id }) => id))
  return correctionsEntered(record, at)
    .filter(({ id }) => !had.has(id))
    .map(({ id, at: entered, report, cut_off, clause, account, what, said_then, said_now, reason }) => ({
      minute: id,
      at: entered,
      report,
      cut_off,
      clause,
      account,
      what,
      said_then,
      said_now,
      reason,
    }))
}

/** What a report found and nobody has entered yet, as minutes of a moment, to be held against the rules and entered. */
export function correctionMinutes({ corrections }: DailyReport, at: string): MinuteOf<'correct-report'>[] {
  return corrections.found.flatMap(
    ({ report, cut_off, clause, account, what, then, now, entries, recorded, known_now }) =>
      recorded !== null || parseInstant(cut_off)! > parseInstant(at)!
        ? []
        : [
            nameMinute({
              does: 'correct-report',
              at,
              report,
              cut_off,
              clause,
              account,
              what,
              said_then: then,
              said_now: now,
              reason:
                entries.length > 0
                  ? `what came in or was taken back since: ${entries.join(', ')}`
                  : `what had come in by ${known_now}`,
            }),
          ],
  )
}

type Found = Omit<Correction, 'report' | 'cut_off' | 'known_then' | 'known_now' | 'recorded'>

function ofClauses(then: Status, now: Status): Found[] {
  const before = new Map(then.clauses.map((clause) => [clause.id, clause]))
  return now.clauses.flatMap((clause): Found[] => {
    const was = before.get(clause.id)
    if (!was) return []
    const standing: Found[] =
      was.standing === clause.standing
        ? []
        : [
            {
              clause: clause.id,
              account: null,
              what: 'standing',
              then: was.standing,
              now: clause.standing,
              entries: [],
            },
          ]
    const verdicts = Object.entries(clause.verdicts).flatMap(([account, verdict]): Found[] => {
      const old = was.verdicts[account]
      if (!old || old.verdict === verdict.verdict) return []
      const [had, has] = [entriesOf(old), entriesOf(verdict)]
      return [
        {
          clause: clause.id,
          account,
          what: 'verdict',
          then: old.verdict ?? 'none',
          now: verdict.verdict ?? 'none',
          entries: [...has.filter((id) => !had.includes(id)), ...had.filter((id) => !has.includes(id))].toSorted(),
        },
      ]
    })
    return [...standing, ...verdicts]
  })
}

function entriesOf(verdict: Status['clauses'][number]['verdicts'][string]): string[] {
  const { for: speaksFor, against, cannot_confirm, undetermined } = verdict
  return [...new Set([...speaksFor, ...against, ...cannot_confirm, ...undetermined])]
}

function ofTallies(then: Status, now: Status): Found[] {
  return now.tallies.flatMap((tally): Found[] => {
    const was = then.tallies.find(({ clause }) => clause === tally.clause)
    if (!was) return []
    const had = new Set(was.by_claimant.flatMap(({ claims }) => claims))
    const entries = [
      ...new Set(tally.by_claimant.flatMap(({ claims }) => claims).filter((id) => !had.has(id))),
    ].toSorted()
    const one = (what: 'claimed' | 'verified', old: number, current: number): Found[] =>
      old === current ? [] : [{ clause: tally.clause, account: null, what, then: `${old}`, now: `${current}`, entries }]
    return [...one('claimed', was.alleged, tally.alleged), ...one('verified', was.verified, tally.verified)]
  })
}

function ofGates(then: Status, now: Status): Found[] {
  return now.gates.flatMap((gate): Found[] => {
    const was = then.gates.find(({ id }) => id === gate.id)
    if (!was || was.done === gate.done) return []
    return [
      {
        clause: gate.id,
        account: gate.decided_by,
        what: 'gate_days',
        then: `${was.done}`,
        now: `${gate.done}`,
        entries: [],
      },
    ]
  })
}
