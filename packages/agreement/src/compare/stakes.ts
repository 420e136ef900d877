// Who gains and who loses when a clause comes into force or reaches further; when it goes or shrinks, the other way round.
import { isKind, type AnyClause, type Clause } from '../ast.ts'
import type { Group } from '../phrases.ts'
import type { Ref } from '../values.ts'
import { flipped, NOBODY, together, type Who } from './change.ts'

/** One of the two versions, its clauses under the names of the new one. */
export interface Version {
  readonly clauses: readonly AnyClause[]
  readonly byId: ReadonlyMap<string, AnyClause>
  readonly accounts: ReadonlyMap<string, Clause<'account'>>
  /** Parties and guarantors in the order of the text. */
  readonly actors: readonly (Clause<'party'> | Clause<'guarantor'>)[]
  /** The clauses that run during a term or lie in a zone, by its name. */
  readonly under: ReadonlyMap<string, readonly AnyClause[]>
}

export function versionOf(clauses: readonly AnyClause[]): Version {
  const under = new Map<string, AnyClause[]>()
  for (const clause of clauses) {
    const above = [...('in' in clause.fields ? (clause.fields.in ?? []) : [])]
    if ('during' in clause.fields && clause.fields.during?.kind === 'term') above.push(clause.fields.during.term)
    for (const { id } of above) {
      const found = under.get(id)
      if (found) found.push(clause)
      else under.set(id, [clause])
    }
  }
  return {
    clauses,
    actors: clauses.filter((clause) => isKind(clause, 'party') || isKind(clause, 'guarantor')),
    byId: new Map(
      clauses.flatMap((clause) => (clause.kind === 'account' || clause.kind === 'accept' ? [] : [[clause.id, clause]])),
    ),
    accounts: new Map(clauses.flatMap((clause) => (isKind(clause, 'account') ? [[clause.id, clause]] : []))),
    under,
  }
}

/** What the clause gives, and what it takes, simply by being there. */
export function forceOf(clause: AnyClause, version: Version): Who {
  switch (clause.kind) {
    case 'duty':
      return bindingOf(clause.fields.on, ids(clause.fields.to), version)
    case 'ban':
      return bindingOf(clause.fields.on, [], version)
    case 'leave': {
      const holders = ids(clause.fields.to)
      const excepted = together((clause.fields.excepts ?? []).map((ban) => forceOfBan(ban.id, version)))
      return { gains: holders, loses: excepted.gains.filter((id) => !holders.includes(id)) }
    }
    case 'power': {
      const holders = ids(clause.fields['held-by'].who)
      return { gains: holders, loses: othersLike(holders, version) }
    }
    case 'measure':
      return clause.fields.counts.kind === 'breaches' ? forceOfBan(clause.fields.counts.of.id, version) : NOBODY
    case 'term':
    case 'zone':
      return together((version.under.get(clause.id) ?? []).map((each) => forceOf(each, version)))
    case 'gate':
      return { gains: ids(clause.fields.certify?.who.who), loses: [] }
    case 'procedure': {
      const actors = clause.fields.step.flatMap(({ actor }) => ids(actor.who))
      return together([{ gains: ids(clause.fields.decides?.who), loses: actors }])
    }
    case 'prevails':
      return together(clause.fields.over.map(({ id }) => flipped(forceOfNamed(id, version))))
    case 'party':
    case 'guarantor':
    case 'body':
      return { gains: [clause.id], loses: [] }
    case 'open-term':
      return { gains: ids(clause.fields.interprets?.who), loses: [] }
    case 'reading':
      return { gains: ids(clause.fields.by), loses: [] }
    case 'account':
      return { gains: trustedBy(clause.id, version), loses: [] }
    default:
      return NOBODY
  }
}

/** The same by name; `cessation.government` binds the one who is named, and nobody else. */
export function forceOfNamed(id: string, version: Version): Who {
  const [base, part] = id.split('.') as [string, string?]
  const clause = version.byId.get(base)
  // A text with errors may name anything anywhere: what rests on other clauses is not followed in circles.
  if (!clause || clause.kind === 'term' || clause.kind === 'zone' || clause.kind === 'prevails') return NOBODY
  if (part === undefined || (clause.kind !== 'ban' && clause.kind !== 'duty')) return forceOf(clause, version)
  const bound: Group = { who: clause.fields.on.who.filter(({ id }) => id === part), how: 'any' }
  return bindingOf(bound, clause.kind === 'duty' ? ids(clause.fields.to) : [], version)
}

function forceOfBan(id: string, version: Version): Who {
  return version.byId.get(id.split('.')[0]!)?.kind === 'ban' ? forceOfNamed(id, version) : NOBODY
}

/** A clause that binds gives to those it is for, and where it names none, to the others of their kind. */
export function bindingOf({ who, how }: Group, to: readonly string[], version: Version): Who {
  const bound = ids(who)
  const named = to.filter((id) => !bound.includes(id))
  if (named.length > 0) return { gains: named, loses: bound }
  // What each owes apart it owes to the others who are bound too; what they owe jointly they owe to nobody among them.
  const debtors = how === 'each' ? bound.map((id) => [id]) : [bound]
  return { gains: [...new Set(debtors.flatMap((among) => othersLike(among, version)))], loses: bound }
}

/** Parties beside these parties, guarantors beside these guarantors. */
function othersLike(among: readonly string[], { actors, byId }: Version): readonly string[] {
  const kinds = new Set(among.map((id) => byId.get(id)?.kind))
  return actors.flatMap(({ id, kind, fields }) =>
    kinds.has(kind) && !among.includes(id) && fields.role !== 'excluded_group' ? [id] : [],
  )
}

/** Those whose word an account takes; the account of one who speaks bears that one's name. */
export function trustedBy(account: string, { accounts, byId }: Version): readonly string[] {
  const declared = accounts.get(account)
  if (declared) return declared.fields.trusts.kind === 'these' ? ids(declared.fields.trusts.who) : []
  const kind = byId.get(account)?.kind
  return kind === 'party' || kind === 'guarantor' ? [account] : []
}

export function ids(refs: readonly Ref[] | undefined): readonly string[] {
  return [...new Set((refs ?? []).map(({ id }) => id))]
}
