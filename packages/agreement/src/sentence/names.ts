// What the clauses of an agreement are called, so that a sentence speaks of them as the text does.
import { isKind, type AnyClause } from '../ast.ts'
import type { ClauseKind } from '../kinds.ts'

/** What stands for a name in a sentence. */
export interface Called {
  readonly words: string
  /** Whether the words are its own name, the title of its clause, the words it leaves open, or only its id spelt out. */
  readonly from: 'name' | 'title' | 'open-words' | 'id'
  /** Null where nothing of that name is declared. */
  readonly kind: ClauseKind | null
  /** `cessation.government` is `cessation` as it binds `government`. */
  readonly binds: Called | null
}

/** Accounts have names of their own, for an account may bear the id of the one whose word it is. */
export interface Names {
  called(id: string): Called
  account(id: string): Called
}

const SPOKEN_BARE: ReadonlySet<ClauseKind | null> = new Set<ClauseKind>(['party', 'guarantor', 'body', 'zone', 'line'])

/** The names of an agreement's clauses. Two that would sound alike are told apart by their ids in brackets. */
export function namesOf(clauses: readonly AnyClause[]): Names {
  const spoken = clauses.filter((clause) => clause.kind !== 'accept')
  const accounts = toldApart(spoken.filter((clause) => clause.kind === 'account'))
  const others = toldApart(spoken.filter((clause) => clause.kind !== 'account'))
  const called = (id: string): Called => {
    const whole = others.get(id)
    if (whole) return whole
    const dot = id.indexOf('.')
    const part = dot === -1 ? undefined : others.get(id.slice(0, dot))
    return part ? { ...part, binds: called(id.slice(dot + 1)) } : spelt(id, null)
  }
  return { called, account: (id) => accounts.get(id) ?? spelt(id, null) }
}

function toldApart(clauses: readonly AnyClause[]): ReadonlyMap<string, Called> {
  const own = new Map(clauses.map((clause) => [clause.id, callsItself(clause)]))
  // Who and where are spoken of by name alone, and so is a term that titles itself `The …`; the rest with its kind before it.
  const sound = ({ words, from, kind }: Called) => {
    const isBare = SPOKEN_BARE.has(kind) || (kind === 'term' && from === 'title' && words.startsWith('The '))
    return `${isBare ? '' : kind} ${words.toLowerCase().replace(/^the /, '')}`
  }
  const bearers = Map.groupBy(own, ([, called]) => sound(called))
  return new Map(
    [...own].map(([id, called]) => {
      const alone = bearers.get(sound(called))!.length === 1
      return [id, alone ? called : { ...called, words: `${called.words} (${id})` }]
    }),
  )
}

function callsItself(clause: AnyClause): Called {
  if (isKind(clause, 'open-term')) return called(clause.fields.words, 'open-words', clause.kind)
  const { name } = clause.fields as { readonly name?: string }
  if (name) return called(name, 'name', clause.kind)
  return clause.title ? called(clause.title, 'title', clause.kind) : spelt(clause.id, clause.kind)
}

function spelt(id: string, kind: ClauseKind | null): Called {
  return called(id.replaceAll('-', ' '), 'id', kind)
}

function called(words: string, from: Called['from'], kind: ClauseKind | null): Called {
  return { words, from, kind, binds: null }
}
