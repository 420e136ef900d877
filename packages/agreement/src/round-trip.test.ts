// Reading, writing and reading again: properties that hold for every text, and not for an example only.
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Position } from '@trucekeeper/diagnostics'
import { describe, expect, it } from 'vitest'
import { agreementText, clauseOf, withoutRanges } from '../../../test/arbitraries/agreement.ts'
import {
  CLAUSE_KINDS,
  fieldsOf,
  parseAgreement,
  printAgreement,
  printClause,
  resolveAgreement,
  type AnyClause,
} from './index.ts'

const inFence = (clauses: string) => `# 1. Article\n\n\`\`\`truce\n${clauses}\`\`\`\n`

describe('a clause', () => {
  it.each(CLAUSE_KINDS)('of the kind %s is read as it was written, with every field it can have', (kind) => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(clauseOf(kind) as Arbitrary<AnyClause>, (clause) => {
        const { text, diagnostics } = parseAgreement(inFence(printClause(clause)), 'a.md')
        expect(diagnostics.filter(({ code }) => code !== 'prose-drift')).toEqual([])
        expect(withoutRanges(text.clauses)).toEqual(withoutRanges([{ ...clause, heading: ['1. Article'] }]))
        for (const [name, value] of Object.entries(clause.fields)) {
          if (!Array.isArray(value) || value.length > 0) seen.add(name)
        }
      }),
    )
    expect([...seen].toSorted()).toEqual(Object.keys(fieldsOf(kind)).toSorted())
  })
})

describe('a whole text', () => {
  it('is read as it was written, but for where things stand', () => {
    fc.assert(
      fc.property(agreementText, (written) => {
        expect(withoutRanges(parseAgreement(printAgreement(written), written.file).text)).toEqual(
          withoutRanges(written),
        )
      }),
    )
  })

  it('is written the same way however often it is read', () => {
    fc.assert(
      fc.property(agreementText, (written) => {
        const once = printAgreement(written)
        expect(printAgreement(parseAgreement(once, 'a.md').text)).toBe(once)
      }),
    )
  })

  it('keeps its meaning under other line ends, a byte order mark and an indented fence', () => {
    fc.assert(
      fc.property(agreementText, (written) => {
        const plain = printAgreement(written)
        const clauses = (source: string) =>
          withoutRanges(
            parseAgreement(source, 'a.md').text.clauses.map(({ kind, id, fields }) => ({ kind, id, fields })),
          )
        expect(clauses(plain.replaceAll('\n', '\r\n'))).toEqual(clauses(plain))
        expect(clauses(`\ufeff${plain}`)).toEqual(clauses(plain))
        const indented = plain.replaceAll(/^```truce\n[^]*?\n```/gm, (fence) => fence.replaceAll(/^(?=.)/gm, '  '))
        expect(clauses(indented)).toEqual(clauses(plain))
      }),
    )
  })
})

describe('whatever is read', () => {
  const spans = (source: string) => {
    const { text, diagnostics } = parseAgreement(source, 'a.md')
    return [...diagnostics, ...resolveAgreement(text, new Map()).diagnostics].flatMap((diagnostic) => diagnostic.spans)
  }
  /** Positions whose line and column are not those of their offset, or that lie outside the file. */
  const astray = (source: string) => {
    const lines = source.split('\n')
    const sound = ({ offset, line, column }: Position) =>
      column - 1 <= (lines[line - 1]?.length ?? -1) &&
      lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1) === offset
    return spans(source).filter(
      ({ range: { start, end } }) => !sound(start) || !sound(end) || end.offset < start.offset,
    )
  }

  it('is never too strange to be answered, and the answer lies inside the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => {
        expect(astray(source)).toEqual([])
      }),
    )
  })

  it('stays answerable when a sound text is cut, doubled and filled with stray signs', () => {
    const noise = fc.constantFrom(
      '```',
      '```truce\n',
      '\n',
      '"',
      '(',
      ')',
      ',',
      ' and ',
      '\t',
      '> ',
      '- ',
      '\r',
      ' ',
      '',
    )
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(60), noise), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(agreementText, damage, (written, cuts) => {
        let source = printAgreement(written)
        for (const [at, length, filling] of cuts) {
          const from = at % (source.length + 1)
          source = source.slice(0, from) + filling + source.slice(from + length)
        }
        expect(astray(source)).toEqual([])
      }),
    )
  })
})
