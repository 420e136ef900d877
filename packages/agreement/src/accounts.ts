// The accounts of an agreement: the standard ones, and those it declares, which take their place where they share a name.
import { isKind, type AnyClause, type Clause } from './ast.ts'
import type { Account } from './model.ts'

type Named = Pick<Account, 'id' | 'title' | 'source'>

/** Each speaker's own word; monitors only; two independent sources; all that is reported. */
export function standardAccountIds(clauses: readonly AnyClause[]): string[] {
  return [...speakers(clauses).map(({ id }) => id), 'monitors', 'corroborated', 'all-reported']
}

export function accountsOf(
  clauses: readonly AnyClause[],
  head: AnyClause,
  named: (clause: AnyClause) => Named,
): Account[] {
  const declared = clauses.flatMap((clause): Account[] => {
    if (!isKind(clause, 'account')) return []
    const { name, trusts, sources } = clause.fields
    const whose = trusts.kind === 'everyone' ? null : trusts.who.map(({ id }) => id)
    return [{ ...named(clause), kind: 'account', name, trusts: whose, sources: Math.max(1, sources ?? 1) }]
  })
  const standard = standardAccounts(clauses, head, named)
  const own = new Map(declared.map((account) => [account.id, account]))
  const merged = standard.map((account) => own.get(account.id) ?? account)
  return [...merged, ...declared.filter(({ id }) => !standard.some((account) => account.id === id))]
}

function standardAccounts(
  clauses: readonly AnyClause[],
  head: AnyClause,
  named: (clause: AnyClause) => Named,
): Account[] {
  const account = (
    clause: AnyClause,
    id: string,
    name: string,
    trusts: readonly string[] | null,
    sources: number,
  ): Account => ({
    ...named(clause),
    title: null,
    kind: 'account',
    id,
    name,
    trusts,
    sources,
  })
  const monitors = clauses.flatMap((clause) =>
    isKind(clause, 'body') && (clause.fields.role ?? 'monitor') === 'monitor' ? [clause.id] : [],
  )
  return [
    ...speakers(clauses).map((actor) => account(actor, actor.id, `The word of ${actor.fields.name}`, [actor.id], 1)),
    account(head, 'monitors', 'Monitors only', monitors, 1),
    account(head, 'corroborated', 'Two independent sources', null, 2),
    account(head, 'all-reported', 'All reported', null, 1),
  ]
}

/** Parties first, then those who answer for them, each in the order of the text. */
function speakers(clauses: readonly AnyClause[]): (Clause<'party'> | Clause<'guarantor'>)[] {
  return [
    ...clauses.filter((clause) => isKind(clause, 'party')),
    ...clauses.filter((clause) => isKind(clause, 'guarantor')),
  ]
}
