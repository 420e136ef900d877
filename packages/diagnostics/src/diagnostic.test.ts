import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  didYouMean,
  hasErrors,
  lineStarts,
  position,
  sortDiagnostics,
  type Diagnostic,
  type Severity,
} from './index.ts'

const at = (file: string, offset: number, severity: Severity, code: string): Diagnostic => {
  const place = { offset, line: 1, column: offset + 1 }
  return {
    code,
    severity,
    message: '',
    help: '',
    spans: [{ file, range: { start: place, end: place }, heading: [], label: '' }],
  }
}

describe('a run of diagnostics', () => {
  it('goes by file, place, weight and name, whatever the order in which they were found', () => {
    const sorted = [
      { code: 'z', severity: 'note', message: '', help: '', spans: [] } satisfies Diagnostic,
      at('a.md', 3, 'note', 'a'),
      at('a.md', 9, 'error', 'b'),
      at('a.md', 9, 'warning', 'a'),
      at('a.md', 9, 'warning', 'b'),
      at('b.md', 0, 'error', 'a'),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
        expect(sortDiagnostics(shuffled)).toEqual(sorted)
      }),
    )
  })

  it('has errors only when one of them is an error', () => {
    expect(hasErrors([at('a.md', 0, 'warning', 'a'), at('a.md', 0, 'note', 'a')])).toBe(false)
    expect(hasErrors([at('a.md', 0, 'warning', 'a'), at('a.md', 0, 'error', 'a')])).toBe(true)
  })
})

describe('a place in a file', () => {
  it('has the line and column that counting by hand gives', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '🕊', '\t') })
    fc.assert(
      fc.property(text, fc.nat(), (source, seed) => {
        const offset = seed % (source.length + 1)
        const before = source.slice(0, offset).split('\n')
        const { line, column } = position(lineStarts(source), offset)
        expect([line, column]).toEqual([before.length, before.at(-1)!.length + 1])
      }),
    )
  })
})

describe('the word that was meant', () => {
  it.each([
    ['dutty', ['duty', 'ban', 'gate'], 'duty'],
    ['DUTY', ['duty', 'ban'], 'duty'],
    ['russa', ['russia', 'united-states'], 'russia'],
    ['=>', ['<', '=', '>='], '>='],
    ['raod', ['zone', 'road'], 'road'],
    ['by', ['on', 'to', 'in'], null],
    ['gate', ['zone', 'party'], null],
    ['', ['duty'], null],
    ['x', [], null],
  ])('for `%s` among %j is %j', (word, candidates, meant) => {
    expect(didYouMean(word, candidates)).toBe(meant)
  })

  it('does not hang on the order of the candidates', () => {
    expect(didYouMean('bat', ['bar', 'ban'])).toBe(didYouMean('bat', ['ban', 'bar']))
  })
})
