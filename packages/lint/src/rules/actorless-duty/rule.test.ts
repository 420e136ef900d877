import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const RULE = 'actorless-duty'
const alone = (prose: string) => `## 1. The road\n\n${prose}\n`
const DUTY = `
duty leave
  on           north
  act          pull-back
  by           day-one + 5 days
`

describe('actorless-duty', () => {
  it.each([
    ['Heavy weapons shall be withdrawn.', 'shall be withdrawn'],
    ['The road must be\nopened at once.', 'must be\nopened'],
    ['Prisoners will be released by 3 March.', 'will be released'],
    ['Mines are to be removed within ten days.', 'are to be removed'],
    ['Nobody shall be harmed.', 'shall be harmed'],
    ['Weapons shall have been moved by day 5.', 'shall have been moved'],
    ['Mines need to be cleared.', 'need to be cleared'],
    ['The bridge shall immediately and fully be opened.', 'shall immediately and fully be opened'],
    ['The bridge shall not be immediately closed.', 'shall not be immediately closed'],
    ['Trucks must be searched by the third day.', 'must be searched'],
    ['Aid shall be brought by road.', 'shall be brought'],
    ['It is essential that the archive be kept whole.', 'be kept'],
    ['It is our wish that its doors be taken off.', 'be taken'],
    ['It is agreed that all roadblocks\nbe promptly removed.', 'be promptly removed'],
  ])('in `%s` underlines `%s`', (prose, words) => {
    expect(underlined(alone(prose), RULE)).toEqual([words])
  })

  it.each([
    'Heavy weapons shall be withdrawn by the southern council.',
    'Heavy weapons shall be withdrawn within five days by each side.',
    'Heavy weapons shall be withdrawn by the north.',
    'Heavy weapons shall be withdrawn by one of the parties.',
    'The southern council shall withdraw its weapons.',
    '"Weapons" shall be understood as tanks.',
    'Talks begin about how elections are to be held.',
    'It is essential that the archive be kept whole by the curators.',
    'It is essential that they know what can be kept.',
    'The terms are to be agreed.',
    'The convoys may be searched.',
  ])('leaves `%s` alone', (prose) => {
    expect(underlined(alone(prose), RULE)).toEqual([])
  })

  it('only notes it where a clause under the prose names somebody', () => {
    const read = clausesUnder(DUTY, 'Heavy weapons shall be withdrawn within five days.')
    expect(said(read, RULE)).toEqual(['`shall be withdrawn` does not say by whom; only `leave` does'])
    const { diagnostics } = lintSnippet(read)
    expect(diagnostics.flatMap(({ code, severity }) => (code === RULE ? [severity] : []))).toEqual(['note'])
  })

  it('looks for who does it in the same sentence only', () => {
    expect(underlined(alone('Mines shall be removed. Aid is brought by the Red Crescent.'), RULE)).toEqual([
      'shall be removed',
    ])
  })
})
