import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASES } from './cases.ts'
import { hasMatch, matches, openDocument } from './document.ts'
import { prepareLexicon } from './lexicon/prepared.ts'
import { openingsOf } from './openings.ts'
import { phrase } from './pattern.ts'

const LEXICON = prepareLexicon()
const EXPRESSIONS = [
  LEXICON.actorNames,
  LEXICON.placeNames,
  LEXICON.nationRoles,
  LEXICON.speakingNouns,
  LEXICON.relay,
  LEXICON.negation,
  LEXICON.notNegation,
  LEXICON.subordinate,
  ...[LEXICON.kinds, LEXICON.speech, LEXICON.modality, LEXICON.titles].flatMap((rules) =>
    rules.map(({ pattern }) => pattern),
  ),
]

/** What an expression finds when it is tried at every letter. */
function everywhere(expression: RegExp, text: string): string[] {
  return Array.from(text.matchAll(new RegExp(expression.source, 'gu')), (found) => `${found.index} ${found[0]}`).filter(
    (one) => !one.endsWith(' '),
  )
}

describe('the index of phrases', () => {
  it('finds what trying each phrase everywhere finds, in any stretch of a text', () => {
    const noise = fc.constantFrom(
      ' ',
      '\n',
      ', ',
      ' "',
      '" ',
      " '",
      '-',
      ' (',
      '. ',
      " didn't ",
      ' 24-hour ',
      ' \u0130 ',
      ' \ud83d\ude42 ',
    )
    const piece = fc.constantFrom(...CASES.map(([sentence]) => sentence))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(piece, noise), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const document = openDocument(parts.flat().join(''), LEXICON)
          const { folded } = document
          const [start, end] = [a % folded.length, b % folded.length].toSorted((x, y) => x - y) as [number, number]
          for (const expression of EXPRESSIONS) {
            const said = matches(document, expression, { start, end })
            const found = said.map((one) => `${one.start - start} ${folded.slice(one.start, one.end)}`)
            expect(found).toEqual(everywhere(expression, folded.slice(start, end)))
            expect(hasMatch(document, expression, { start, end })).toBe(found.length > 0)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('knows a name that a stretch cuts out of a longer word', () => {
    const document = openDocument('Talks on the Syrian truce.', LEXICON)
    const cut = { start: 0, end: document.folded.indexOf('n truce') }
    expect(matches(document, LEXICON.placeNames, cut)).toEqual([{ start: 13, end: 18 }])
  })
})

describe('the openings of a phrase', () => {
  const openings = (source: string) =>
    openingsOf(phrase(source, { deal: 'pact|accord' }).source)
      ?.map(({ letters, needs }) => (needs ? `${letters} .. ${needs.join('|')}` : letters))
      .toSorted()

  it('are each way it can begin', () => {
    expect(openings('(the )?{deal}')).toEqual(['accord', 'pact', 'the accord', 'the pact'])
    expect(openings('cease-fire')).toEqual(['cease fire', 'ceasefire'])
    expect(openings('violat*')).toEqual(['violat'])
  })

  it('stop where anything may follow', () => {
    expect(openings('truce .. (ended|broke*)')).toEqual(['truce .. broke|ended'])
    expect(openings('talks (very ){0,3}ended')).toEqual(['talks ende', 'talks very'])
    expect(openings('# days')).toEqual(['0'])
    expect(openings('[12]\\d march')).toEqual(['00 march'])
  })

  it('are unknown where a phrase can begin with anything', () => {
    expect(openingsOf('.*')).toBeNull()
    expect(openingsOf('[^;]x')).toBeNull()
  })
})
