import { describe, expect, it } from 'vitest'
import { foldsOf, symbolsOf, type AgreementSymbol } from './symbols.ts'
import { cut, HARBOUR, open } from './testing/harbour.ts'

const document = open(HARBOUR)

function told(symbols: readonly AgreementSymbol[], depth = 0): string[] {
  return symbols.flatMap(({ name, kind, children }) => [
    `${'  '.repeat(depth)}${kind} ${name}`,
    ...told(children, depth + 1),
  ])
}

describe('symbols', () => {
  it('are headings with the clauses under them', () => {
    expect(told(symbolsOf(document))).toEqual([
      'heading The harbour arrangement',
      '  agreement harbour',
      '  heading 1. Who and when',
      '    heading 1.1 The councils',
      '      party north',
      '      party south',
      '      body port-office',
      '      line road',
      '      anchor day-one',
      '      term quiet',
      '  heading 2. What is owed',
      '    heading 2.1 Quiet',
      '      ban ceasefire',
      '    heading 2.2 Aid',
      '      duty let-through',
    ])
  })

  it('name themselves within their own stretch, and hold what is under them', () => {
    const check = (symbols: readonly AgreementSymbol[], [from, to]: [number, number]) => {
      for (const { name, kind, range, nameRange, children } of symbols) {
        expect(range.start.offset).toBeGreaterThanOrEqual(from)
        expect(range.end.offset).toBeLessThanOrEqual(to)
        expect(nameRange.start.offset).toBeGreaterThanOrEqual(range.start.offset)
        expect(nameRange.end.offset).toBeLessThanOrEqual(range.end.offset)
        expect(cut(document, nameRange)).toContain(kind === 'heading' ? name.slice(0, 3) : name)
        check(children, [range.start.offset, range.end.offset])
      }
    }
    check(symbolsOf(document), [0, HARBOUR.length])
  })

  it('hold a clause of which only the kind is written', () => {
    const half = open(HARBOUR.replace('duty let-through\n', 'duty\n'))
    expect(told(symbolsOf(half)).at(-1)).toBe('      duty duty')
  })

  it('stand outside headings where there are none', () => {
    expect(told(symbolsOf(open('```truce\nparty a\n  name A\n```')))).toEqual(['party a'])
  })

  it('fold by fences and by clauses', () => {
    const folds = foldsOf(document).map((range) => cut(document, range))
    expect(folds).toContain(
      'ban ceasefire\n  on           north and south, each\n  act          attack\n  during       term quiet\n  decided-by   north',
    )
    expect(folds.filter((fold) => fold.startsWith('```truce'))).toHaveLength(4)
  })
})
