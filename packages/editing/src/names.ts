// The names of an agreement: where each is declared, and every place that speaks of it.
import { isKind, ROLES, standardAccountIds, usesOf, type AnyClause, type Role } from '@trucekeeper/agreement'
import type { Range } from '@trucekeeper/diagnostics'
import { rangeIn, type AgreementDocument } from './document.ts'

/** A name as it stands in one place; of `cessation.government` each half is a name of its own. */
export interface Mention {
  readonly id: string
  readonly range: Range
  /** `declaration` in the first line of its clause; else what it has to stand for. */
  readonly as: Role | 'declaration'
  /** The clause it stands in. */
  readonly within: AnyClause
  /** The clause that declares it; null where none does. */
  readonly target: AnyClause | null
}

const ofDocument = new WeakMap<AgreementDocument, readonly Mention[]>()

/** Every name in the text that could be read, in order; names of rules under `accept` are none. */
export function mentionsIn(document: AgreementDocument): readonly Mention[] {
  const known = ofDocument.get(document)
  if (known) return known
  const { clauses } = document.text
  const declared = new Map<string, AnyClause>()
  const accounts = new Map<string, AnyClause>()
  for (const clause of clauses) {
    if (clause.kind === 'accept') continue
    const names = clause.kind === 'account' ? accounts : declared
    if (!names.has(clause.id)) names.set(clause.id, clause)
  }
  const standard = new Set(standardAccountIds(clauses))
  /** The account of a speaker's own word is the speaker's name once more. */
  const meant = (id: string, as: Role) =>
    as === 'account' ? (accounts.get(id) ?? (standard.has(id) ? declared.get(id) : undefined)) : declared.get(id)
  const found: Mention[] = []
  for (const within of clauses) {
    if (within.kind !== 'accept') {
      const start = idStartOf(within, document.source)
      const range = rangeIn(document, start, start + within.id.length)
      found.push({ id: within.id, range, as: 'declaration', within, target: within })
    }
    for (const { ref, as } of usesOf(within)) {
      const dot = ref.id.indexOf('.')
      const { start, end } = ref.at
      if (dot === -1) {
        const range = rangeIn(document, end.offset - ref.id.length, end.offset)
        found.push({ id: ref.id, range, as, within, target: meant(ref.id, as) ?? null })
        continue
      }
      const [base, part] = [ref.id.slice(0, dot), ref.id.slice(dot + 1)]
      const whole = declared.get(base) ?? null
      const first = rangeIn(document, end.offset - ref.id.length, start.offset + dot)
      found.push({ id: base, range: first, as, within, target: whole })
      const binds = whole && (isKind(whole, 'ban') || isKind(whole, 'duty')) ? whole.fields.on.who : []
      const target = binds.some(({ id }) => id === part) ? (declared.get(part) ?? null) : null
      found.push({
        id: part,
        range: rangeIn(document, start.offset + dot + 1, end.offset),
        as: 'party',
        within,
        target,
      })
    }
  }
  const sorted = found.toSorted((a, b) => a.range.start.offset - b.range.start.offset)
  ofDocument.set(document, sorted)
  return sorted
}

/** The name at an offset; one that ends there counts too, as a cursor stands behind what was just written. */
export function mentionAt(document: AgreementDocument, offset: number): Mention | null {
  const at = mentionsIn(document).filter(({ range }) => range.start.offset <= offset && offset <= range.end.offset)
  return at.find(({ range }) => offset < range.end.offset) ?? at[0] ?? null
}

/** Where the name is declared. */
export function definitionAt(document: AgreementDocument, offset: number): Range | null {
  const target = mentionAt(document, offset)?.target
  if (!target) return null
  const start = idStartOf(target, document.source)
  return rangeIn(document, start, start + target.id.length)
}

/** Every place that speaks of what the name at an offset stands for, its declaration among them, in the order of the text. */
export function referencesAt(document: AgreementDocument, offset: number): readonly Range[] {
  const target = mentionAt(document, offset)?.target
  return target ? mentionsOf(document, target).map(({ range }) => range) : []
}

/** Every mention of what a clause declares. */
export function mentionsOf(document: AgreementDocument, clause: AnyClause): readonly Mention[] {
  return mentionsIn(document).filter(({ target }) => target === clause)
}

/** What a name may stand for at a place: names with the kind and title that tell them apart, parts of clauses that bind several too. */
export function namesFor(
  { text: { clauses, unsound } }: AgreementDocument,
  role: Role,
): readonly { readonly id: string; readonly kind: string; readonly clause: AnyClause | null }[] {
  if (role === 'account') {
    const declared = clauses.filter((clause) => clause.kind === 'account')
    const own = new Set(declared.map(({ id }) => id))
    const byId = new Map(clauses.map((clause) => [clause.id, clause]))
    return [
      ...declared.map((clause) => ({ id: clause.id, kind: clause.kind, clause })),
      ...standardAccountIds(clauses)
        .filter((id) => !own.has(id))
        .map((id) => ({ id, kind: 'account', clause: byId.get(id) ?? null })),
    ]
  }
  const kinds: readonly string[] = ROLES[role]
  const found = clauses.flatMap((clause) => {
    if (!kinds.includes(clause.kind)) return []
    const { id, kind } = clause
    const whole = { id, kind, clause }
    if (!isKind(clause, 'duty') && !isKind(clause, 'ban')) return [whole]
    const { how, who } = clause.fields.on
    return how === 'each' ? [whole, ...who.map((ref) => ({ id: `${id}.${ref.id}`, kind, clause }))] : [whole]
  })
  const halfWritten = unsound
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id, kind }) => ({ id, kind, clause: null }))
  return [...found, ...halfWritten]
}

/** Where a clause's name begins in its first line. */
export function idStartOf({ at, kind, id }: AnyClause, source: string): number {
  return source.indexOf(id, at.start.offset + kind.length)
}
