import { describe, expect, it } from 'vitest'
import { completionsAt } from './completion.ts'
import { applyEdits } from './edit.ts'
import { at, CARET, cut, HARBOUR, marked, open } from './testing/harbour.ts'

/** Labels offered where the caret stands in a line that takes the place of the deadline of `let-through`. */
function offered(line: string, find = '  by           day-one + 48 hours\n'): string[] {
  const { document, offset } = marked(find, `${line}\n`)
  return completionsAt(document, offset).map(({ label }) => label)
}

describe('completion', () => {
  it('offers nothing in prose', () => {
    const document = open(HARBOUR)
    expect(completionsAt(document, at(document, 'Both stop'))).toEqual([])
    expect(completionsAt(document, at(document, '### 2.1', 4))).toEqual([])
  })

  it('offers the kinds of clause where a line begins at the margin', () => {
    expect(offered('\ndu‸')).toContain('duty')
    expect(offered('‸')).toEqual(expect.arrayContaining(['party', 'gate', 'open-term']))
  })

  it('puts what it offers in the place of the word that was begun', () => {
    const { document, offset } = marked('  by           day-one + 48 hours\n', '\ndu‸\n')
    const duty = completionsAt(document, offset).find(({ label }) => label === 'duty')!
    expect(cut(document, duty.range)).toBe('du')
    expect(applyEdits(document.source, [{ range: duty.range, text: duty.insert }])).toContain('\nduty \n')
  })

  it('offers the fields that a clause still lacks, needed ones first', () => {
    const labels = offered('  ‸')
    expect(labels).toContain('by')
    expect(labels).toContain('reads')
    expect(labels).toContain('clears')
    expect(labels).not.toContain('act')
    expect(offered('\nparty third\n  ‸')[0]).toBe('name')
  })

  it('keeps the field that is being written among those it offers', () => {
    expect(offered('  b‸y         day-one')).toContain('by')
  })

  it.each([
    ['  silence      ‸', ['unknown', 'breached', 'met']],
    ['  on‸-breach   x', ['to', 'in']],
    ['  to           ‸', ['north', 'south', 'port-office']],
    ['  by           ‸', ['day-one']],
    ['  by           day-one ‸', ['+']],
    ['  by           day-one + ‸', ['48 hours', '7 days']],
    ['  by           day-one + 3 ‸', ['hours', 'days']],
    ['  during       ‸', ['term', 'from']],
    ['  during       term ‸', ['quiet']],
    ['  during       from day-one ‸', ['to', '+']],
    ['  clears       500 ‸', ['m', 'km']],
    ['  clears       500 m ‸', ['north', 'either']],
    ['  clears       500 m north of ‸', ['road']],
    ['  together     ‸', ['let-through']],
    ['  decided-by   ‸', ['north', 'south', 'monitors', 'corroborated', 'all-reported']],
    ['\nduty next\n  act          ‸', ['attack', 'deliver-aid', 'air_strike']],
    ['\nduty next\n  after        ‸', ['met', 'held', 'not']],
    ['\nduty next\n  after        met(‸', ['ceasefire', 'ceasefire.north', 'let-through']],
    ['\nduty next\n  after        met(2.1 ‸', ['ceasefire']],
    ['\nduty next\n  after        met(ceasefire) ‸', ['and', 'or']],
    ['\nduty next\n  after        met(ceasefire) and\n               in-force(‸', ['quiet']],
    ['\nduty next\n  after        done(deliver-aid by ‸', ['north']],
    ['\nduty next\n  after        done(‸', ['deliver-aid']],
    ['\nduty next\n  after        sealed(‸', ['all']],
    ['\nduty next\n  after        indicator(‸', ['rapid', 'safe']],
    ['\nzone bay\n  geometry     ‸', ['places.geojson#road']],
    ['\nzone bay\n  along        ‸', ['road']],
    ['\npower end\n  effect       ‸', ['terminate', 'extend']],
    ['\npower end\n  effect       extend ‸', ['quiet']],
    ['\nmeasure calm\n  counts       breaches of ‸', ['ceasefire']],
    ['\nmeasure calm\n  per          calendar day, ‸', ['UTC', 'Asia/Damascus']],
    ['\nmeasure calm\n  holds        while count ‸', ['<=', '=']],
    ['\naccount two\n  trusts       ‸', ['north', 'everyone']],
    ['\naccept ‸', ['mutual-wait', 'gate-never-opens']],
    ['\naccept mutual-wait\n  on           ‸', ['let-through', 'ceasefire']],
  ])('in `%s` offers what fits there', (line, expected) => {
    expect(offered(line)).toEqual(expect.arrayContaining(expected))
  })

  it.each([
    ['  to           ‸', ['day-one', 'road', 'quiet', 'let-through']],
    ['  by           ‸', ['north', 'quiet', 'and']],
    ['  to           north ‸', ['south', 'north']],
    ['\nduty next\n  after        met(‸', ['north', 'day-one', 'met']],
    ['\nparty third\n  name         ‸', ['north', 'and', 'everyone']],
    ['\nprocedure ask\n  step         north do "‸', ['north', 'south']],
    ['\nparty north-west "‸', ['north']],
  ])('in `%s` offers nothing that does not fit', (line, not) => {
    const labels = offered(line)
    for (const label of not) expect.soft(labels).not.toContain(label)
  })

  it('offers names of clauses that cannot be read yet', () => {
    const line = '\nanchor later\n  at           tomorrow\n\nduty next\n  by           ‸'
    expect(offered(line)).toEqual(expect.arrayContaining(['later', 'day-one']))
  })

  it('works in a fence that nobody has closed', () => {
    const { document, offset } = marked('  by           day-one + 48 hours\n```\n', '  to           ‸')
    expect(completionsAt(document, offset).map(({ label }) => label)).toContain('south')
  })

  it('works at the end of lines that end with a carriage return', () => {
    const { document, offset } = marked('  by           day-one + 48 hours\n', '  to           ‸\n')
    const before = document.source.slice(0, offset).replaceAll('\n', '\r\n')
    const returns = open(before + document.source.slice(offset).replaceAll('\n', '\r\n'))
    expect(completionsAt(returns, before.length).map(({ label }) => label)).toContain('south')
  })

  it('answers at every place of the text, and at none beyond it, without failing', () => {
    const document = open(HARBOUR)
    for (let offset = 0; offset <= HARBOUR.length + 1; offset += 1)
      for (const { range } of completionsAt(document, offset)) {
        expect(range.start.offset).toBeLessThanOrEqual(offset)
        expect(range.end.offset).toBeGreaterThanOrEqual(offset)
        expect(cut(document, range)).not.toContain('\n')
      }
    expect(HARBOUR).not.toContain(CARET)
  })
})
