// The agreement as an audience is shown it: without what is hidden, and without what would tell of it.
import type { Agreement, Anchor, Measure, Ruled } from '@trucekeeper/agreement'

export interface Narrowed {
  readonly agreement: Agreement
  /** Clauses whose words are shown, and of which nothing is found: they wait for what is hidden. */
  readonly undecided: readonly Ruled[]
}

/** `hash`: of the text as it is shown; that of the whole text would let guesses at what is hidden be tried. */
export function narrowedBy(agreement: Agreement, hidden: ReadonlySet<string>, hash: string): Narrowed {
  const closed = new Set(hidden)
  for (const { id } of agreement.ruled.filter((clause) => hidden.has(clause.id))) closed.add(id.split('.')[0]!)
  const clauses: readonly (Ruled | Measure | Anchor)[] = [
    ...agreement.ruled,
    ...agreement.measures,
    ...agreement.anchors,
  ]
  const texts = new Map(clauses.map((clause) => [clause.id, restsOn(clause)]))
  for (const id of closed) for (const [other, said] of texts) if (said.includes(JSON.stringify(id))) closed.add(other)
  const isOpen = ({ id }: { readonly id: string }) => !closed.has(id)
  const stays = (ids: readonly string[]) => ids.filter((id) => !closed.has(id))
  const lessened = <C extends Ruled | Measure>(clause: C): C => ({
    ...clause,
    ...('onBreach' in clause && { onBreach: stays(clause.onBreach) }),
    ...('touches' in clause && { touches: stays(clause.touches) }),
  })
  return {
    agreement: {
      ...agreement,
      hash,
      ruled: agreement.ruled.filter(isOpen).map(lessened),
      measures: agreement.measures.filter(isOpen).map(lessened),
      anchors: agreement.anchors.filter(isOpen),
      openTerms: agreement.openTerms.filter(isOpen),
    },
    undecided: agreement.ruled.filter(({ id }) => closed.has(id) && !hidden.has(id)),
  }
}

/** What its verdict hangs on: not where it stands, nor what a breach opens, nor whose words are open. */
function restsOn(clause: Ruled | Measure | Anchor): string {
  return JSON.stringify({ ...clause, id: null, base: null, source: null, title: null, onBreach: null, touches: null })
}
