// How English speaks of who, where and what a name stands for.
import type { Group } from '../../phrases.ts'
import type { Ref } from '../../values.ts'
import type { Called, Names } from '../names.ts'
import { capitals, listed, quoted, whichever, withArticle } from './words.ts'

const KINDS: Readonly<Partial<Record<string, string>>> = { leave: 'permission' }

/** `the Government of Syria` */
export function actor(ref: Ref, names: Names): string {
  return actorCalled(names.called(ref.id)) + article(ref)
}

function actorCalled({ words, from }: Called): string {
  return from === 'id' ? words : withArticle(words)
}

/** `A and B jointly` · `each of A and B` · `either A or B`. One alone acts alone, however it is said to act. */
export function group({ who, how }: Group, names: Names): string {
  const several = who.map((ref) => actor(ref, names))
  if (several.length === 1) return several[0]!
  if (how === 'any') return whichever(several)
  return how === 'jointly' ? `${listed(several, 'and')} jointly` : `each of ${listed(several, 'and')}`
}

/** Who must or may: `A and B must jointly` · `A and B must each` · `either A or B must`. */
export function subject(who: Group, verb: string, names: Names): string {
  if (who.who.length === 1 || who.how === 'any') return `${group(who, names)} ${verb}`
  return `${actors(who.who, names)} ${verb} ${who.how}`
}

export function actors(refs: readonly Ref[], names: Names): string {
  return listed(
    refs.map((ref) => actor(ref, names)),
    'and',
  )
}

/** `Castello Road`: what has no name of its own is spelt as on a map. */
export function place(ref: Ref, names: Names): string {
  return placeCalled(names.called(ref.id)) + article(ref)
}

export function placeCalled({ words, from, kind }: Called): string {
  if (from === 'id') return kind === null ? words : capitals(words)
  return withArticle(words)
}

export function places(refs: readonly Ref[], names: Names): string {
  return listed(
    refs.map((ref) => place(ref, names)),
    'and',
  )
}

/** `the ban “No attacks”` · `the truce`, where a term’s title says so itself. */
export function clause(ref: Ref, names: Names): string {
  return clauseCalled(names.called(ref.id)) + article(ref)
}

export function clauseCalled({ words, from, kind, binds }: Called): string {
  const part = binds ? ` as it binds ${actorCalled(binds)}` : ''
  if (kind === 'term' && from === 'title' && words.startsWith('The ')) return `the ${words.slice(4)}${part}`
  const noun = kind === null ? '' : (KINDS[kind] ?? kind)
  // `the “Procedure for violations”` needs no second `procedure`.
  const isSaid = from === 'title' && words.toLowerCase().startsWith(`${noun} `)
  return `${noun === '' ? '' : 'the '}${noun === '' || isSaid ? '' : `${noun} `}${quoted(words)}${part}`
}

export function clauses(refs: readonly Ref[], names: Names): string {
  return listed(
    refs.map((ref) => clause(ref, names)),
    'and',
  )
}

export function account(ref: Ref, names: Names): string {
  return `the account ${quoted(names.account(ref.id).words)}${article(ref)}`
}

/** The words that are left open. */
export function openWords(ref: Ref, names: Names): string {
  return quoted(names.called(ref.id).words) + article(ref)
}

/** The article that a clause says the name stands in. */
function article(ref: Ref): string {
  return ref.article === null ? '' : ` (article ${ref.article})`
}
