// Reads an agreement: Markdown in, clauses and diagnostics out. Nothing is thrown; several errors come in one run.
import {
  didYouMean,
  lineStarts,
  position,
  sortDiagnostics,
  type Diagnostic,
  type Range,
} from '@trucekeeper/diagnostics'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { AgreementText, AnyClause, Block, Clause } from './ast.ts'
import { Cursor, tokensOf } from './cursor.ts'
import { cutFence, type RawClause, type RawField } from './fence.ts'
import { CLAUSE_KINDS, fieldsOf, READS, type ClauseKind, type Field } from './kinds.ts'
import { sectionsOf, type FencePlace } from './markdown.ts'
import { NAME } from './values.ts'

export interface Parsed {
  readonly text: AgreementText
  readonly diagnostics: readonly Diagnostic[]
}

/** SHA-256 of a text as UTF-8, lower-case hex. */
export function textHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** The hash a clause keeps of the prose it reads: 12 hex digits over the words, white space folded. */
export function proseHashOf(prose: string): string {
  return textHash(prose.trim().replace(/\s+/g, ' ')).slice(0, 12)
}

/** Reads an agreement's Markdown. `file` is the name that messages carry. */
export function parseAgreement(source: string, file: string): Parsed {
  const starts = lineStarts(source)
  const rangeOf = (start: number, end: number): Range => ({
    start: position(starts, start),
    end: position(starts, end),
  })
  const diagnostics: Diagnostic[] = []
  const { pieces, problems } = sectionsOf(source)
  const say = (
    severity: Diagnostic['severity'],
    code: string,
    [start, end]: readonly [number, number],
    heading: readonly string[],
    message: string,
    help: string,
  ) => {
    diagnostics.push({
      code,
      severity,
      message,
      help,
      spans: [{ file, range: rangeOf(start, end), heading, label: '' }],
    })
  }
  for (const { severity, code, start, end, heading, message, help } of problems) {
    say(severity, code, [start, end], heading, message, help)
  }
  const blocks: Block[] = []
  for (const piece of pieces) {
    if (piece.kind === 'markdown') {
      blocks.push({ kind: 'markdown', text: piece.text })
      continue
    }
    const { clauses, misplaced } = cutFence(piece.text, piece.start)
    for (const { start, end, message, help } of misplaced) {
      say('error', 'not-a-clause', [start, end], piece.heading, message, help)
    }
    const read = clauses.flatMap((raw) => readClause(raw, piece, rangeOf, say) ?? [])
    blocks.push({ kind: 'clauses', clauses: read })
  }
  const clauses = blocks.flatMap((block) => (block.kind === 'clauses' ? block.clauses : []))
  return { text: { file, hash: textHash(source), blocks, clauses }, diagnostics: sortDiagnostics(diagnostics) }
}

type Say = (
  severity: Diagnostic['severity'],
  code: string,
  place: readonly [number, number],
  heading: readonly string[],
  message: string,
  help: string,
) => void

function readClause(
  raw: RawClause,
  { heading, prose, proseStart, proseEnd }: FencePlace,
  rangeOf: (start: number, end: number) => Range,
  say: Say,
): AnyClause | null {
  if (!(CLAUSE_KINDS as readonly string[]).includes(raw.kind)) {
    const meant = didYouMean(raw.kind, CLAUSE_KINDS)
    const fits = `here fits: ${CLAUSE_KINDS.map((kind) => `\`${kind}\``).join(', ')}`
    say(
      'error',
      'unknown-kind',
      [raw.start, raw.kindEnd],
      heading,
      `\`${raw.kind}\` is no kind of clause`,
      meant ? `did you mean \`${meant}\`? ${fits}` : fits,
    )
    return null
  }
  if (!NAME.test(raw.id) || raw.id.includes('.')) {
    say(
      'error',
      'bad-name',
      [raw.idStart, raw.idStart + raw.id.length],
      heading,
      `\`${raw.id}\` is no name for a clause`,
      'a name begins with a letter and holds letters, digits and hyphens only, such as `first-convoy`',
    )
    return null
  }
  const kind = raw.kind as ClauseKind
  const specs: Readonly<Record<string, Field<unknown>>> = { ...fieldsOf(kind), reads: READS }
  const fields: Record<string, unknown> = {}
  const fieldAt: Record<string, Range> = {}
  let sound = true
  for (const [name, spec] of Object.entries(specs)) if (spec.many) fields[name] = []
  for (const field of raw.fields) {
    const spec = Object.hasOwn(specs, field.name) ? specs[field.name]! : null
    if (!spec) {
      const meant = didYouMean(field.name, Object.keys(specs))
      const fits = `a ${kind} has: ${Object.keys(specs)
        .map((name) => `\`${name}\``)
        .join(', ')}`
      say(
        'error',
        'unknown-field',
        [field.nameStart, field.nameStart + field.name.length],
        heading,
        `a ${kind} has no field \`${field.name}\``,
        meant ? `did you mean \`${meant}\`? ${fits}` : fits,
      )
      sound = false
      continue
    }
    if (!spec.many && Object.hasOwn(fieldAt, field.name)) {
      say(
        'error',
        'field-twice',
        [field.nameStart, field.end],
        heading,
        `\`${field.name}\` stands twice in \`${raw.id}\``,
        'keep one of them',
      )
      sound = false
      continue
    }
    fieldAt[field.name] = rangeOf(field.nameStart, field.end)
    const value = readField(field, spec, heading, rangeOf, say)
    if (value === null) sound = false
    else if (spec.many) (fields[field.name] as unknown[]).push(value)
    else fields[field.name] = value
  }
  for (const [name, spec] of Object.entries(specs)) {
    if (!spec.needed || Object.hasOwn(fieldAt, name)) continue
    say(
      'error',
      'field-missing',
      [raw.start, raw.end],
      heading,
      `the ${kind} \`${raw.id}\` does not say \`${name}\``,
      `add \`${name}\`: ${spec.about}; here fits ${spec.reader.expects}`,
    )
    sound = false
  }
  if (!sound) return null
  const { reads, ...own } = fields
  const clause: Clause = {
    kind,
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
    say(
      'warning',
      'prose-drift',
      [raw.start, raw.end],
      heading,
      `the prose above \`${raw.id}\` is not the prose it was written against`,
      `read the clause against its sentence again, then write \`reads ${proseHashOf(prose)}\``,
    )
  }
  return clause as AnyClause
}

function readField(
  field: RawField,
  { reader }: Field<unknown>,
  heading: readonly string[],
  rangeOf: (start: number, end: number) => Range,
  say: Say,
): unknown {
  const cursor = new Cursor(field.raw, tokensOf(field.raw, field.start), field.end, rangeOf)
  const value = reader.read(cursor)
  if (value !== null && !cursor.atEnd) cursor.expected('the end of the field')
  for (const { start, end, code, message, help } of cursor.misreadings) {
    say('error', code, [start, Math.max(end, start)], heading, message, help)
  }
  return cursor.misreadings.length > 0 ? null : value
}
