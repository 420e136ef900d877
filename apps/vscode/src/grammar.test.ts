import { existsSync, readFileSync } from 'node:fs'
import { CLAUSE_KINDS, fieldsOf, READS } from '@trucekeeper/agreement'
import { outlineOf } from '@trucekeeper/editing'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8')

interface Rule {
  readonly match: string
  readonly name?: string
  readonly captures?: Readonly<Record<string, { readonly name: string }>>
}
interface Grammar {
  readonly scopeName: string
  readonly patterns: readonly { readonly include: string }[]
  readonly repository: Readonly<Record<string, Rule>>
}
const grammar: Grammar = JSON.parse(read('syntaxes/truce.json'))
const manifest = JSON.parse(read('package.json'))

/** The scope of every piece of a line, as an editor that applies the rules from left to right marks it. */
function marks(line: string): Record<string, string> {
  const rules = grammar.patterns.map(({ include }) => grammar.repository[include.slice(1)]!)
  const found: Record<string, string> = {}
  for (let at = 0; at < line.length;) {
    const next = rules
      .flatMap((rule) => {
        const expression = new RegExp(rule.match, 'dg')
        expression.lastIndex = at
        const match = expression.exec(line)
        return match ? [{ rule, match }] : []
      })
      // The leftmost, and of those at one place the first in the list: sorting keeps their order.
      .toSorted((a, b) => a.match.index - b.match.index)[0]
    if (!next) break
    const { rule, match } = next
    if (rule.name) found[match[0]] = rule.name
    for (const [group, { name }] of Object.entries(rule.captures ?? {}))
      if (match[Number(group)] !== undefined) found[match[Number(group)]!] = name
    at = match.index + Math.max(1, match[0].length)
  }
  return found
}

describe('the grammar of clauses', () => {
  it('knows every kind and every field of the language, and none besides', () => {
    const words = (rule: string) => /\((?!\?)([^)]*)\)/.exec(grammar.repository[rule]!.match)![1]!.split('|').toSorted()
    expect(words('head')).toEqual([...CLAUSE_KINDS].toSorted())
    const fields = CLAUSE_KINDS.flatMap((kind) => Object.entries(fieldsOf(kind)))
    expect(words('field')).toEqual([...new Set([...fields.map(([name]) => name), 'reads'])].toSorted())
    const isProse = (expects: string) => expects === 'some words' || expects === 'names separated by commas'
    const prose = fields
      .map(([name]) => name)
      .filter((name) => fields.every(([other, { reader }]) => other !== name || isProse(reader.expects)))
    expect(words('words')).toEqual([...new Set(prose)].toSorted())
    expect(isProse(READS.reader.expects)).toBe(false)
  })

  it('marks kinds, names, fields, durations, conditions and strings', () => {
    expect(marks('duty first-convoy "The first convoy"')).toEqual({
      duty: 'storage.type.truce',
      'first-convoy': 'entity.name.type.truce',
      '"The first convoy"': 'string.quoted.double.truce',
    })
    expect(marks('  after        held(calm, 7 days, continuous) and met(2.4 cessation.government)')).toEqual({
      after: 'support.type.property-name.truce',
      held: 'support.function.truce',
      calm: 'variable.other.truce',
      7: 'constant.numeric.truce',
      days: 'keyword.other.unit.truce',
      continuous: 'keyword.operator.word.truce',
      and: 'keyword.operator.word.truce',
      met: 'support.function.truce',
      2.4: 'constant.numeric.truce',
      'cessation.government': 'variable.other.truce',
    })
    expect(marks('  title        Not of the north and 7 days')).toEqual({
      title: 'support.type.property-name.truce',
      'Not of the north and 7 days': 'string.unquoted.truce',
    })
    expect(marks('  at           2016-09-12T19:00+03:00')).toMatchObject({
      '2016-09-12T19:00+03:00': 'constant.numeric.date.truce',
    })
  })

  it('marks the head and every field of every clause of an example', () => {
    const source = readFileSync(new URL('../../examples/aleppo-2016/agreement.md', ROOT), 'utf8')
    const line = (offset: number) => source.slice(source.lastIndexOf('\n', offset) + 1, source.indexOf('\n', offset))
    const clauses = outlineOf(source).fences.flatMap((fence) => fence.clauses)
    expect(clauses.length).toBeGreaterThan(40)
    for (const { kind, id, start, fields } of clauses) {
      expect(marks(line(start))).toMatchObject({ [kind]: 'storage.type.truce', [id!]: 'entity.name.type.truce' })
      for (const field of fields)
        expect.soft(marks(line(field.start))[field.name], line(field.start)).toBe('support.type.property-name.truce')
    }
  })

  it('is found in Markdown by the fence that the language reads', () => {
    const { fence } = JSON.parse(read('syntaxes/markdown.json')).repository
    const [begin, end] = [new RegExp(fence.begin), (mark: string) => new RegExp(fence.end.replace('\\2', mark))]
    expect(begin.exec('```truce')?.[2]).toBe('```')
    expect(begin.test('   ~~~~ truce  ')).toBe(true)
    for (const other of ['```trucely', '```yaml', '    ```truce', 'truce']) expect(begin.test(other)).toBe(false)
    expect(end('```').test('```')).toBe(true)
    expect(end('````').test('```')).toBe(false)
    expect(fence.patterns).toEqual([{ include: grammar.scopeName }])
  })
})

describe('the manifest', () => {
  it('names files that are there', () => {
    const { grammars, languages } = manifest.contributes
    for (const { path } of grammars) expect(existsSync(new URL(path, ROOT)), path).toBe(true)
    for (const { configuration } of languages) expect(JSON.parse(read(configuration)).wordPattern).toBeTruthy()
    expect(manifest.activationEvents).toEqual(['onLanguage:markdown'])
  })
})
