import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const NAME = 'count-without-baseline'
const measure = (more = '', title = '') => `
measure calm${title}
  counts       attack
  per          calendar day, Europe/Athens
  holds        while count <= 3
  from         day-one
  silence      unknown
${more}`
const under = (prose: string, more = '', title = '') => clausesUnder(measure(more, title), prose)

describe('count-without-baseline', () => {
  it('underlines the threshold, and shows the words that speak of change', () => {
    const text = under('The days count on which violence is much reduced.')
    expect(underlined(text, NAME)).toEqual(['holds        while count <= 3'])
    const { source, diagnostics } = lintSnippet(text)
    const range = diagnostics.find(({ code }) => code === NAME)!.spans[1]!.range
    expect(source.slice(range.start.offset, range.end.offset)).toBe('reduced')
    expect(said(text, NAME)).toEqual(['`calm` is to show a change, as `reduced` says, and is held against nothing'])
  })

  it.each([
    'There is a fall in violence.',
    'Gunfire has become rarer.',
    'The shelling has died down.',
    'Attacks are down by a third.',
    'There is a marked drop in the number of attacks.',
    'What is counted has fallen by at least a third.',
    'Attacks have fallen.',
    'There are fewer attacks.',
    'Nobody shoots more than before.',
    'Traffic goes back\nto normal.',
    'Aid reaches normal levels.',
    'Attacks compared with those of February.',
    'Access improves.',
    'The number of attacks decreases.',
    'Deliveries increase.',
    'There is less shelling.',
  ])('finds a change in: %s', (prose) => {
    expect(underlined(under(prose), NAME)).toHaveLength(1)
  })

  it.each([
    'The storm may become heavier.',
    'Should a shell fall in the meantime, the days begin anew.',
    'Nobody is to fall in with the other, or to drop by unasked.',
    'There are fewer than three attacks a day.',
    'There are less than 3 attacks a day.',
    'Night falls on the valley, and the duty falls to the north.',
    'There is no attack, unless in self-defence; nothing less will do.',
    'At most three attacks a day are counted as calm.',
  ])('finds none in: %s', (prose) => {
    expect(underlined(under(prose), NAME)).toEqual([])
  })

  it('looks at the title, and at the open terms on which it rests', () => {
    expect(underlined(under('Something.', '', ' "A fall in violence"'), NAME)).toHaveLength(1)
    const term = '\nopen-term adherence\n  words        a marked reduction of violence\n'
    expect(underlined(under('Something.', `  touches      adherence\n${term}`), NAME)).toHaveLength(1)
    expect(underlined(under('Something.', term), NAME)).toEqual([])
  })

  it('only notes a change that stands in one reading', () => {
    const term = `  touches      adherence

open-term adherence
  words        adherence
  interprets   eastland

reading adherence-fewer
  of           adherence
  by           north
  says         fewer attacks
`
    const severities = lintSnippet(under('Something.', term)).diagnostics.flatMap(({ code, severity }) =>
      code === NAME ? [severity] : [],
    )
    expect(severities).toEqual(['note'])
  })

  it('is content with a baseline', () => {
    expect(underlined(under('Violence is reduced.', '  baseline     ten attacks a day in February\n'), NAME)).toEqual(
      [],
    )
  })
})
