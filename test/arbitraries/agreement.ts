// Agreements out of nowhere: every kind and every field of the language, by the table that the parser itself reads from.
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import {
  CLAUSE_KINDS,
  fieldsOf,
  proseHashOf,
  textHash,
  type AgreementText,
  type AnyClause,
  type Block,
  type Clause,
  type ClauseKind,
  type Ref,
} from '../../packages/agreement/src/index.ts'
import { NOWHERE, readerArbitrary } from './fields.ts'
import { anyName, anyWords } from './words.ts'

/** One clause of a kind, without its place in a file; `reads`, where it is there, is the hash of no prose in particular. */
export function clauseOf<K extends ClauseKind>(kind: K, names: Arbitrary<string> = anyName): Arbitrary<Clause<K>> {
  const ref: Arbitrary<Ref> = refTo(names)
  const fields = Object.fromEntries(
    Object.entries(fieldsOf(kind)).map(([name, { reader, many, needed }]) => {
      const value = readerArbitrary(reader, ref, `${kind}.${name}`)
      if (many) return [name, fc.array(value, { maxLength: 3 })]
      return [name, needed ? value : fc.option(value, { nil: undefined })]
    }),
  )
  return fc
    .record({
      id: anyName,
      title: fc.option(fc.oneof(anyWords, fc.constant('')), { nil: null }),
      reads: fc.option(fc.stringMatching(/^[0-9a-f]{12}$/), { nil: null }),
      fields: fc.record(fields),
    })
    .map(({ id, title, reads, fields: held }) => {
      const said = Object.entries(held).filter(([, value]) => value !== undefined)
      return {
        kind,
        id,
        // A title stands between quotation marks.
        title: title?.replaceAll('"', "'") ?? null,
        fields: Object.fromEntries(said) as unknown as Clause<K>['fields'],
        reads,
        heading: [],
        prose: '',
        proseAt: null,
        at: NOWHERE,
        fieldAt: {},
      }
    })
}

/** A clause of any kind. */
export const anyClause: Arbitrary<AnyClause> = fc.oneof(
  ...CLAUSE_KINDS.map((kind) => clauseOf(kind) as Arbitrary<AnyClause>),
)

interface Section {
  readonly depth: number
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly clauses: readonly AnyClause[]
}

const section: Arbitrary<Section> = fc.record({
  depth: fc.integer({ min: 1, max: 4 }),
  title: fc.oneof(
    anyPlainWords(),
    fc.tuple(fc.integer({ min: 1, max: 9 }), anyPlainWords()).map((t) => t.join('. ')),
  ),
  paragraphs: fc.array(anyPlainWords(), { maxLength: 2 }),
  clauses: fc.array(anyClause, { minLength: 1, maxLength: 3 }),
})

/** A whole text: headings, prose and fences, with each clause under the heading path and the prose it stands under. */
export const agreementText: Arbitrary<AgreementText> = fc
  .array(section, { minLength: 1, maxLength: 4 })
  .map((sections) => textOf(sections))

function textOf(sections: readonly Section[]): AgreementText {
  const blocks: Block[] = []
  const path: { depth: number; title: string }[] = []
  let lead = ''
  for (const { depth, title, paragraphs, clauses } of sections) {
    while (path.length > 0 && path.at(-1)!.depth >= depth) path.pop()
    path.push({ depth, title })
    const prose = paragraphs.join('\n\n')
    const heading = path.map((above) => above.title)
    blocks.push({
      kind: 'markdown',
      text: `${lead}${'#'.repeat(depth)} ${title}\n\n${prose}${prose === '' ? '' : '\n\n'}`,
    })
    // Every other clause that names a hash was written against the prose above it.
    const placed = clauses.map((clause, index) => ({
      ...clause,
      heading,
      prose,
      reads: clause.reads !== null && index % 2 === 0 ? proseHashOf(prose) : clause.reads,
    })) as AnyClause[]
    blocks.push({ kind: 'clauses', clauses: placed })
    lead = '\n\n'
  }
  blocks.push({ kind: 'markdown', text: '\n' })
  const clauses = blocks.flatMap((block) => (block.kind === 'clauses' ? block.clauses : []))
  return { file: 'agreement.md', hash: textHash(''), blocks, clauses, unsound: [] }
}

function refTo(names: Arbitrary<string>): Arbitrary<Ref> {
  const article = fc.oneof(
    fc.constant(null),
    fc.constant(null),
    fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 3 }).map((numbers) => numbers.join('.')),
  )
  return fc.record({ id: names, article, at: fc.constant(NOWHERE) })
}

/** Words that Markdown leaves alone and that begin no block. */
function anyPlainWords(): Arbitrary<string> {
  const word = fc.stringMatching(/^[A-Za-zà-öء-ي]{1,9}[,.;:]?$/)
  return fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
}

/** The same value without what depends on where it stands in a file: ranges, and the digest of the file. */
export function withoutRanges<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutRanges) as T
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, held]) =>
      key !== 'hash' && key !== 'proseAt' && key !== 'fieldAt' && !(key === 'at' && typeof held === 'object'),
  )
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutRanges(held)])) as T
}
