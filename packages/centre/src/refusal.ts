// Why something may not be done, by which clause, under which heading.
import type { Agreement, Procedure, Ruled } from '@trucekeeper/agreement'

export interface MinuteRefusal {
  /** Stable: for programs. */
  readonly code: RefusalCode
  /** The clause that does not allow it; null where none is concerned. */
  readonly clause: string | null
  /** Where the clause stands: `5. When it is broken › 5.1 Procedure`. */
  readonly heading: string | null
  readonly why: string
  readonly help: string
}

export type RefusalCode =
  | 'clause-unknown'
  | 'somebody-unknown'
  | 'no-procedure'
  | 'accused-not-bound'
  | 'case-unknown'
  | 'case-there-already'
  | 'case-closed'
  | 'step-unknown'
  | 'step-of-another'
  | 'step-before-time'
  | 'stage-of-its-own'
  | 'finding-of-another'
  | 'finding-not-joint'
  | 'wrong-actor-unnamed'
  | 'reply-for-another'
  | 'measure-before-means'
  | 'measure-of-another'
  | 'closed-by-another'
  | 'closed-unasked'
  | 'nothing-to-join'
  | 'proposal-unknown'
  | 'proposal-over'
  | 'proposed-already'
  | 'proposed-too-late'
  | 'joined-in-other-words'
  | 'taken-back-by-another'
  | 'visit-unexplained'
  | 'undoes-later'
  | 'undertaking-unknown'
  | 'pressed-by-another'
  | 'party-of-another'
  | 'read-out-of-another'
  | 'request-unknown'
  | 'answer-of-another'
  | 'answered-already'
  | 'shared-with-itself'
  | 'share-unknown'
  | 'share-of-others'
  | 'caveat-to'
  | 'caveat-until'
  | 'caveat-place'
  | 'caveat-time'
  | 'caveat-widened'
  | 'caveat-unnamed'
  | 'number-out-of-turn'
  | 'listing-already'
  | 'listing-not-possible'
  | 'listing-alone'
  | 'report-to-come'
  | 'nothing-corrected'
  | 'corrected-already'
  | 'article-unknown'
  | 'disclosed-by-another'
  | 'embargo-over'
  | 'published-already'
  | 'committed-already'
  | 'not-public-yet'

export type Refuse = (code: RefusalCode, why: string, help: string) => MinuteRefusal

/** Refusals that name a clause. */
export function refuserFor(clause: Pick<Ruled | Procedure, 'id' | 'source'> | null): Refuse {
  const where = clause === null ? { clause: null, heading: null } : { clause: clause.id, heading: headingOf(clause) }
  return (code, why, help) => ({ code, ...where, why, help })
}

export function headingOf({ source }: Pick<Ruled, 'source'>): string {
  return source.heading.join(' › ')
}

/** For each id that the agreement does not know, a refusal; `clause` where one is gone by. */
export function strangers(
  agreement: Agreement,
  ids: readonly (string | null)[],
  clause: Pick<Ruled, 'id' | 'source'> | null = null,
): MinuteRefusal[] {
  const known = new Set(agreement.actors.map(({ id }) => id))
  return ids.flatMap((id) =>
    id === null || known.has(id)
      ? []
      : [
          refuserFor(clause)(
            'somebody-unknown',
            `the agreement names nobody \`${id}\``,
            `name one of ${agreement.actors.map((actor) => `\`${actor.id}\``).join(', ')}`,
          ),
        ],
  )
}

/** `a`, `a and b`, `a, b and c` */
export function listed(ids: readonly string[], word = 'and'): string {
  if (ids.length < 2) return ids.map((id) => `\`${id}\``).join('')
  return `${ids
    .slice(0, -1)
    .map((id) => `\`${id}\``)
    .join(', ')} ${word} \`${ids.at(-1)}\``
}
