// The agreement as an audience is shown it: without what is hidden, and without what would tell of it.
import type { Agreement, Anchor, Measure, Ruled, Source } from '@trucekeeper/agreement'
import type { TextShown } from './text.ts'

export interface Narrowed {
  readonly agreement: Agreement
  /** Clauses whose words are shown, and of which nothing is found: they wait for what is hidden. */
  readonly undecided: readonly Ruled[]
}

export interface Narrowing {
  /** Ids of clauses. */
  readonly hidden: ReadonlySet<string>
  /** Ids of all that stands in passages that are not shown, parties and zones among them. */
  readonly declared: readonly string[]
  /** Of the text as it is shown; that of the whole text would let guesses at what is hidden be tried. */
  readonly hash: string
  /** Where in that text something stands. */
  readonly at: TextShown['at']
}

export function narrowedBy(agreement: Agreement, { hidden, declared, hash, at }: Narrowing): Narrowed {
  const closed = new Set([...hidden, ...declared])
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
  const placed = <C extends { readonly source: Source }>(clause: C): C => ({
    ...clause,
    source: moved(clause.source, at),
  })
  const lessened = <C extends Ruled | Measure>(clause: C): C => ({
    ...placed(clause),
    ...('onBreach' in clause && { onBreach: stays(clause.onBreach) }),
    ...('touches' in clause && { touches: stays(clause.touches) }),
  })
  return {
    agreement: {
      ...agreement,
      hash,
      ruled: agreement.ruled.filter(isOpen).map(lessened),
      measures: agreement.measures.filter(isOpen).map(lessened),
      anchors: agreement.anchors.filter(isOpen).map(placed),
      openTerms: agreement.openTerms.filter(isOpen).map(placed),
      actors: agreement.actors.filter(isOpen),
      zones: agreement.zones.filter(isOpen).map((zone) => ({ ...zone, within: stays(zone.within) })),
      // By one of them clauses are decided that name no other.
      accounts: agreement.accounts
        .filter((account) => isOpen(account) || account.id === agreement.decidedBy)
        .map(placed),
    },
    undecided: agreement.ruled.filter(({ id }) => closed.has(id) && !hidden.has(id)).map(placed),
  }
}

function moved({ start, end, clauseStart, clauseEnd, ...source }: Source, at: TextShown['at']): Source {
  return { ...source, start: at(start), end: at(end), clauseStart: at(clauseStart), clauseEnd: at(clauseEnd) }
}

/** What its verdict hangs on: not where it stands, nor what a breach opens, nor whose words are open. */
function restsOn(clause: Ruled | Measure | Anchor): string {
  return JSON.stringify({ ...clause, id: null, base: null, source: null, title: null, onBreach: null, touches: null })
}
