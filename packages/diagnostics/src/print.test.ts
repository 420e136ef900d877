import { describe, expect, it } from 'vitest'
import { diagnosticJson, lineStarts, position, printGnu, printText, type Diagnostic } from './index.ts'

/** A diagnostic about the words between the marks ⟦ and ⟧ of a text, and the text without them. */
function about(marked: string, heading: readonly string[] = []): { found: Diagnostic; text: string } {
  const [start, end] = [marked.indexOf('⟦'), marked.indexOf('⟧') - 1]
  const text = marked.replace(/[⟦⟧]/g, '')
  const starts = lineStarts(text)
  const range = { start: position(starts, start), end: position(starts, end) }
  const found: Diagnostic = {
    code: 'undefined-party',
    severity: 'error',
    message: 'no party `russa` is declared in this agreement',
    spans: [{ file: 'agreement.md', range, heading, label: '' }],
    help: 'did you mean `russia`?',
  }
  return { found, text }
}

const printed = (marked: string, heading?: readonly string[]) => {
  const { found, text } = about(marked, heading)
  return printText(found, () => text)
}
/** What stands above the marks, column by column. */
const underlined = (marked: string) => {
  const [line, marks] = printed(marked).split('\n').slice(3, 5) as [string, string]
  return [...line].filter((_, column) => marks[column] === '^').join('')
}

describe('a diagnostic for people', () => {
  it('says what is wrong, where and under which headings, underlines the words, and helps', () => {
    expect(printed('# 1. Sides\n\nban x\n  on  ⟦russa⟧ jointly\n', ['1. Sides', '1.2 Parties'])).toBe(
      [
        'error: no party `russa` is declared in this agreement [undefined-party]',
        '  --> agreement.md:4:7  (1. Sides › 1.2 Parties)',
        '  |',
        '4 |   on  russa jointly',
        '  |       ^^^^^',
        '  help: did you mean `russia`?',
      ].join('\n'),
    )
  })

  it.each([
    ['at the start of a line', '⟦ban⟧ x', 'ban'],
    ['at its end', 'ban ⟦x⟧', 'x'],
    ['behind letters of another script', 'طريق ⟦russa⟧', 'russa'],
    ['behind vowel signs that take up no column', 'مُحَمَّد ⟦russa⟧', 'russa'],
    ['behind a sign of two UTF-16 units', '🕊 ⟦russa⟧', 'russa'],
    ['before a carriage return', 'ban ⟦x⟧\r\nmore', 'x'],
  ])('underlines the words %s', (_, marked, words) => {
    const visible = marked.replace(/\p{M}/gu, '')
    expect(underlined(visible)).toBe(words)
    expect(printed(marked).split('\n')[4]).toBe(printed(visible).split('\n')[4])
  })

  it.each([0, 300, 5000, 9990])('shows a line of ten thousand letters around the words at %i alone', (before) => {
    const [line, marks] = printed(`${'x'.repeat(before)}⟦russa⟧${'y'.repeat(9990 - before)}`)
      .split('\n')
      .slice(3, 5)
    expect([line!.length < 520, marks!.length < 520]).toEqual([true, true])
    expect(underlined(`${'x'.repeat(before)}⟦russa⟧${'y'.repeat(9990 - before)}`)).toBe('russa')
  })

  it('does not fill the screen with marks where all of such a line is meant', () => {
    expect(printed(`⟦${'>'.repeat(1_000_000)}⟧`).length).toBeLessThan(1500)
  })

  it('keeps the tabs of the line in the margin of the marks', () => {
    expect(printed('\ton\t⟦russa⟧').split('\n').slice(3, 5)).toEqual(['1 | \ton\trussa', '  | \t  \t^^^^^'])
  })

  it('underlines to the end of the first line what runs over several', () => {
    expect(underlined('ban ⟦x\r\n  on y⟧')).toBe('x')
  })

  it('puts one mark where nothing stands', () => {
    expect(printed('on ⟦⟧').split('\n')[4]).toBe('  |    ^')
  })

  it('shows a second place under its own words', () => {
    const { found, text } = about('ban ⟦x⟧\nban y')
    const [span] = found.spans
    const second = {
      ...span!,
      range: { start: { offset: 10, line: 2, column: 5 }, end: { offset: 11, line: 2, column: 6 } },
    }
    const both = { ...found, spans: [span!, { ...second, label: 'declared here' }] }
    expect(
      printText(both, () => text)
        .split('\n')
        .slice(5, 9),
    ).toEqual(['  --> agreement.md:2:5', '  |', '2 | ban y', '  |     ^ declared here'])
  })

  it('goes without the words when the file is not at hand', () => {
    const { found } = about('ban ⟦x⟧')
    expect(printText(found, () => null).split('\n')).toHaveLength(3)
  })

  it('can be painted', () => {
    const { found, text } = about('ban ⟦x⟧')
    const paint = {
      severity: (severity: string, said: string) => `<${severity}>${said}</>`,
      dim: (said: string) => said,
    }
    expect(printText(found, () => text, paint)).toContain('<error>^</>')
  })
})

describe('a diagnostic for programs', () => {
  it('is one line in the form of the GNU standards', () => {
    expect(printGnu(about('ban ⟦x⟧').found)).toBe(
      'agreement.md:1.5-6: error: no party `russa` is declared in this agreement [undefined-party]',
    )
    expect(printGnu(about('ban ⟦x\n  on⟧').found)).toMatch(/^agreement\.md:1\.5-2\.5: error: /)
    expect(printGnu({ ...about('⟦⟧').found, spans: [] })).toMatch(/^error: /)
  })

  it('is JSON in snake case, with its fix when it has one', () => {
    const { found } = about('ban ⟦x⟧', ['1. Sides'])
    expect(diagnosticJson(found).spans).toEqual([
      { file: 'agreement.md', line: 1, column: 5, end_line: 1, end_column: 6, heading: ['1. Sides'], label: '' },
    ])
    expect(diagnosticJson(found)).not.toHaveProperty('fix')
    const fix = { title: 'write `russia`', range: found.spans[0]!.range, text: 'russia' }
    expect(diagnosticJson({ ...found, fix }).fix).toEqual({ title: 'write `russia`', start: 4, end: 5, text: 'russia' })
  })
})
