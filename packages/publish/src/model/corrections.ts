// What earlier reports said that is known otherwise now: the same moment, on what had come in then and on what has come in since.
import type { Status } from '@trucekeeper/engine'
import type { Correction } from './report.ts'

/** An earlier report's table as it was, and as it is now that more is known. */
export interface Again {
  readonly number: number
  readonly then: Status
  readonly now: Status
}

/** Only differences; a report that still holds leaves nothing. */
export function correctionsOf(earlier: readonly Again[]): Correction[] {
  return earlier.flatMap(({ number, then, now }) => {
    const base = { report: number, cut_off: then.at, known_then: then.known_at ?? '', known_now: now.known_at ?? '' }
    return [...ofClauses(then, now), ...ofTallies(then, now), ...ofGates(then, now)].map((one) => ({ ...base, ...one }))
  })
}

type Found = Omit<Correction, 'report' | 'cut_off' | 'known_then' | 'known_now'>

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
