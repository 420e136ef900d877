// Reads one clause of a fence: its kind, its name and its fields, each by the reader that the table of kinds gives it.
import { didYouMean, type Range } from '@trucekeeper/diagnostics'
import type { AnyClause, Clause } from './ast.ts'
import { Cursor, tokensOf } from './cursor.ts'
import { withArticle, type DiagnosticCode } from './diagnostic-codes.ts'
import type { RawClause, RawField } from './fence.ts'
import { CLAUSE_KINDS, fieldsOf, READS, type ClauseKind, type Field } from './kinds.ts'
import type { FencePlace } from './markdown.ts'
import { proseHashOf } from './prose-hash.ts'
import { NAME } from './values.ts'

export type RangeOf = (start: number, end: number) => Range
/** Collects what is wrong with a stretch of the fence. */
export type Say = (code: DiagnosticCode, start: number, end: number, message: string, help: string) => void

/** Words that the language itself reads, so that a name among them would make a sentence mean two things. */
const RESERVED = new Set(
  'and any by count each everyone from in jointly not of on or reset term to within while'.split(' '),
)

/** The clause, or null after saying why there is none. */
export function readClause(
  raw: RawClause,
  { heading, prose, proseStart, proseEnd }: FencePlace,
  rangeOf: RangeOf,
  say: Say,
): AnyClause | null {
  if (!isClauseKind(raw.kind)) {
    say(
      'unknown-kind',
      raw.start,
      raw.kindEnd,
      `\`${raw.kind}\` is no kind of clause`,
      fitting(raw.kind, CLAUSE_KINDS, 'here fits'),
    )
    return null
  }
  const idEnd = raw.idStart + raw.id.length
  if (!NAME.test(raw.id) || raw.id.includes('.')) {
    const help =
      'a name begins with a letter and holds letters, digits, hyphens and underscores only, such as `first-convoy`'
    say('bad-name', raw.idStart, idEnd, `\`${raw.id}\` is no name for a clause`, help)
    return null
  }
  if (RESERVED.has(raw.id)) {
    say(
      'bad-name',
      raw.idStart,
      idEnd,
      `\`${raw.id}\` is a word of the language and no name`,
      'give the clause another name',
    )
    return null
  }
  const content = readFields(raw, raw.kind, rangeOf, say)
  if (!content) return null
  const { fields, fieldAt } = content
  const { reads, ...own } = fields
  const clause: Clause = {
    kind: raw.kind,
    id: raw.id,
    title: raw.title,
    fields: own as Clause['fields'],
    reads: (reads as string | undefined) ?? null,
    heading,
    prose,
    proseAt: prose === '' ? null : rangeOf(proseStart, proseEnd),
    at: rangeOf(raw.start, raw.end),
    fieldAt,
  }
  if (clause.reads !== null && clause.reads !== proseHashOf(prose)) {
    const message = `the prose above \`${raw.id}\` is not the prose it was written against`
    const help = `read the clause against its sentence again, then write \`reads ${proseHashOf(prose)}\``
    say('prose-drift', raw.start, raw.end, message, help)
  }
  return clause as AnyClause
}

function readFields(
  raw: RawClause,
  kind: ClauseKind,
  rangeOf: RangeOf,
  say: Say,
): { fields: Record<string, unknown>; fieldAt: Record<string, Range> } | null {
  const specs: Readonly<Record<string, Field<unknown>>> = { ...fieldsOf(kind), reads: READS }
  const fields: Record<string, unknown> = {}
  const fieldAt: Record<string, Range> = {}
  let sound = true
  for (const [name, spec] of Object.entries(specs)) if (spec.many) fields[name] = []
  for (const field of raw.fields) {
    const spec = Object.hasOwn(specs, field.name) ? specs[field.name]! : null
    if (!spec) {
      say(
        'unknown-field',
        field.nameStart,
        field.nameStart + field.name.length,
        `${withArticle(kind)} has no field \`${field.name}\``,
        fitting(field.name, Object.keys(specs), `${withArticle(kind)} has`),
      )
      sound = false
      continue
    }
    if (!spec.many && Object.hasOwn(fieldAt, field.name)) {
      const message = `\`${field.name}\` stands twice in \`${raw.id}\``
      say('field-twice', field.nameStart, field.end, message, 'keep one of them')
      sound = false
      continue
    }
    fieldAt[field.name] = rangeOf(field.nameStart, field.end)
    const value = readField(field, spec, rangeOf, say)
    if (value === null) sound = false
    else if (spec.many) (fields[field.name] as unknown[]).push(value)
    else fields[field.name] = value
  }
  for (const [name, spec] of Object.entries(specs)) {
    if (!spec.needed || Object.hasOwn(fieldAt, name)) continue
    const help = `add \`${name}\`: ${spec.about}; here fits ${spec.reader.expects}`
    say('field-missing', raw.start, raw.end, `the ${kind} \`${raw.id}\` does not say \`${name}\``, help)
    sound = false
  }
  return sound ? { fields, fieldAt } : null
}

function readField(field: RawField, { reader }: Field<unknown>, rangeOf: RangeOf, say: Say): unknown {
  const cursor = new Cursor(field.raw, tokensOf(field.raw, field.start), field.end, rangeOf)
  const value = reader.read(cursor)
  if (value !== null && !cursor.atEnd) cursor.tooMuch()
  for (const { start, end, code, message, help } of cursor.misreadings) say(code, start, end, message, help)
  return cursor.misreadings.length > 0 ? null : value
}

function isClauseKind(word: string): word is ClauseKind {
  return (CLAUSE_KINDS as readonly string[]).includes(word)
}

function fitting(word: string, candidates: readonly string[], intro: string): string {
  const meant = didYouMean(word, candidates)
  const fits = `${intro}: ${candidates.map((candidate) => `\`${candidate}\``).join(', ')}`
  return meant ? `did you mean \`${meant}\`? ${fits}` : fits
}
