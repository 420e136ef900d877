// Formulas that are read, and the words underlined in those that are not.
import { describe, expect, it } from 'vitest'
import { parseFormula } from './parse.ts'

const P = '{"op":"atom","name":"p"}'

/** Each diagnostic as its code and the text it underlines. */
function faults(text: string): [string, string][] {
  const { formula, diagnostics } = parseFormula(text, 'f.json')
  expect(formula === null).toBe(diagnostics.length > 0)
  return diagnostics.map(({ code, spans }) => {
    const { start, end } = spans[0]!.range
    return [code, text.slice(start.offset, end.offset)]
  })
}

describe('a formula', () => {
  it('is read with its intervals, which go without end where none is given', () => {
    expect(parseFormula(`{"op":"once","interval":[0,10],"arg":{"op":"prev","arg":${P}}}`, 'f.json')).toEqual({
      formula: {
        op: 'once',
        interval: { from: 0, to: 10 },
        arg: { op: 'prev', interval: { from: 0, to: null }, arg: { op: 'atom', name: 'p' } },
      },
      diagnostics: [],
    })
  })

  it('is read with variables, quantifiers and comparisons', () => {
    const text = `{"op":"exists","vars":["x"],"arg":{"op":"and","args":[
      {"op":"pred","name":"p","args":[{"var":"x"},{"const":"a"}]},
      {"op":"cmp","rel":"<=","left":{"var":"x"},"right":{"const":-1.5}}]}}`
    const x = { kind: 'var', name: 'x' }
    expect(parseFormula(text, 'f.json').formula).toEqual({
      op: 'exists',
      vars: ['x'],
      arg: {
        op: 'and',
        args: [
          { op: 'pred', name: 'p', args: [x, { kind: 'const', value: 'a' }] },
          { op: 'cmp', rel: '<=', left: x, right: { kind: 'const', value: -1.5 } },
        ],
      },
    })
  })

  it.each<[string, string, [string, string]]>([
    ['an operator nobody knows', `{"op":"onec","arg":${P}}`, ['unknown-operator', '"onec"']],
    ['an operator that is inherited', `{"op":"toString"}`, ['unknown-operator', '"toString"']],
    ['no operator', `{"name":"p"}`, ['missing-operator', '{"name":"p"}']],
    [
      'an interval that ends before it begins',
      `{"op":"once","interval":[5,3],"arg":${P}}`,
      ['empty-interval', '[5,3]'],
    ],
    ['a negative bound', `{"op":"once","interval":[-1,3],"arg":${P}}`, ['bad-bound', '-1']],
    ['a fraction for a bound', `{"op":"once","interval":[0,1.5],"arg":${P}}`, ['bad-bound', '1.5']],
    ['no lower bound', `{"op":"once","interval":[null,5],"arg":${P}}`, ['bad-bound', 'null']],
    ['three bounds', `{"op":"once","interval":[1,2,3],"arg":${P}}`, ['not-an-interval', '[1,2,3]']],
    ['a missing argument', `{"op":"not"}`, ['missing-key', '{"op":"not"}']],
    ['a missing side', `{"op":"until","left":${P}}`, ['missing-key', `{"op":"until","left":${P}}`]],
    ['a conjunction of nothing', `{"op":"and","args":[]}`, ['empty-list', '[]']],
    ['a key that is not its own', `{"op":"not","arg":${P},"interval":[0,1]}`, ['unknown-key', '"interval"']],
    ['a key that stands twice', `{"op":"not","arg":${P},"arg":${P}}`, ['duplicate-key', '"arg"']],
    ['a name that is a number', `{"op":"atom","name":7}`, ['not-a-name', '7']],
    ['a string for a formula', `{"op":"not","arg":"p"}`, ['not-a-formula', '"p"']],
    [
      'a relation nobody knows',
      `{"op":"cmp","rel":"!=","left":{"var":"x"},"right":{"var":"y"}}`,
      ['unknown-relation', '"!="'],
    ],
    ['a truth for a constant', `{"op":"pred","name":"p","args":[{"const":true}]}`, ['not-a-term', '{"const":true}']],
    ['a comma too many', `{"op":"and","args":[${P},]}`, ['json-syntax', ']']],
    ['an end too early', `{"op":"and","args":[${P}`, ['json-syntax', '']],
    ['two values', `${P} ${P}`, ['json-syntax', '{']],
    ['a string that is not closed', `{"op":"tru`, ['json-syntax', '"']],
    ['nothing', '', ['json-syntax', '']],
  ])('is refused for %s', (_, text, fault) => {
    expect(faults(text)).toEqual([fault])
  })

  it('is refused with everything that is wrong in it, each with its line and column', () => {
    const { diagnostics } = parseFormula(
      `{"op":"or","args":[\n  {"op":"atm"},\n  {"op":"once","interval":[2,1],"arg":1}]}`,
      'f',
    )
    expect(diagnostics.map(({ spans }) => [spans[0]!.range.start.line, spans[0]!.range.start.column])).toEqual([
      [2, 9],
      [3, 27],
      [3, 39],
    ])
    expect(diagnostics[0]!.help).toBe('did you mean `atom`?')
  })

  it('is refused where it is too deep to be followed, however deep that is', () => {
    const nested = (depth: number) => '{"op":"not","arg":'.repeat(depth) + P + '}'.repeat(depth)
    expect(faults(nested(499))).toEqual([])
    expect(faults(nested(500)).map(([code]) => code)).toEqual(['too-deep'])
    expect(faults(nested(100_000)).map(([code]) => code)).toEqual(['too-deep'])
  })
})
