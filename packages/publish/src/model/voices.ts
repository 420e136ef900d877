// Words of the record that a report quotes: those who could not tell, and what each side answers.
import type { Agreement } from '@trucekeeper/agreement'
import type { Claim } from '@trucekeeper/claims'
import type { Status } from '@trucekeeper/engine'
import type { DailyReport, Voice } from './report.ts'

export function voiceOf({ id, speaker, speaker_side, quote, doc, published }: Claim): Voice {
  return { claim: id, speaker, side: speaker_side, quote, doc, published }
}

type ById = ReadonlyMap<string, Claim>

/** Those whose cannot-confirm the report before did not have yet. */
export function cannotConfirm(
  status: Status,
  before: Status,
  claims: ById,
): DailyReport['unobserved']['cannot_confirm'] {
  const had = new Set(before.clauses.flatMap((clause) => unsureOf(clause)))
  const clausesByClaim = new Map<string, string[]>()
  for (const clause of status.clauses)
    for (const id of unsureOf(clause)) clausesByClaim.set(id, [...(clausesByClaim.get(id) ?? []), clause.id])
  return [...clausesByClaim].flatMap(([id, clauses]) => {
    const claim = claims.get(id)
    return claim && !had.has(id) ? [{ ...voiceOf(claim), clauses }] : []
  })
}

function unsureOf({ verdicts }: Status['clauses'][number]): string[] {
  return [...new Set(Object.values(verdicts).flatMap(({ cannot_confirm }) => cannot_confirm))]
}

/** A slot for every party, filled or not: a report that leaves one out has judged somebody unheard. */
export function repliesOf(
  { actors }: Agreement,
  status: Status,
  claims: ById,
): Omit<DailyReport['replies'][number], 'cases'>[] {
  return actors
    .filter(({ kind }) => kind === 'party')
    .map(({ id, side }) => {
      const disputed = status.clauses.filter(({ parties, verdicts, decided_by }) => {
        const verdict = verdicts[decided_by]?.verdict
        return parties.includes(id) && (verdict === 'breached' || verdict === 'contested')
      })
      const bearing = new Set(
        disputed.flatMap(({ verdicts }) =>
          Object.values(verdicts).flatMap(({ for: speaksFor, against }) => [...speaksFor, ...against]),
        ),
      )
      const voices = [...bearing]
        .flatMap((claim) => claims.get(claim) ?? [])
        .filter(({ speaker_side }) => side !== null && speaker_side === side)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      return { party: id, clauses: disputed.map((clause) => clause.id), voices: voices.map(voiceOf) }
    })
}
