// The dialogue and the page of a review, line by line.
import { beginWalk, nameClaim, type Claim, type ClaimBody, type Decision } from '@trucekeeper/claims'
import { stripVTControlCharacters } from 'node:util'
import pc from 'picocolors'
import { describe, expect, it } from 'vitest'
import { beginDialogue, hear, promptOf, type Dialogue } from './dialogue.ts'
import { pageOf } from './page.ts'

const QUOTE = 'Government troops and opposition factions were both observing the truce on Tuesday'
const TEXT = `The truce held. ${QUOTE}, according to the Observatory.\nAnother paragraph.\n`
const BODY: ClaimBody = {
  doc: '08-observatory-13.txt',
  quote: QUOTE,
  start: TEXT.indexOf(QUOTE),
  end: TEXT.indexOf(QUOTE) + QUOTE.length,
  speaker: 'Syrian Observatory for Human Rights',
  speaker_side: 'monitor',
  via: null,
  outlet: 'SOHR bulletin',
  published: '2016-09-13T22:00+03:00',
  kind: 'truce_compliance',
  modality: 'asserted',
  negated: false,
  places: [],
  date: '2016-09-13',
  date_basis: 'text+pubdate',
  actor_blamed: null,
  target: null,
  figures: [],
}
const RECEIVED = '2016-09-13T23:00+03:00'

function begun(text = TEXT, ...claims: Claim[]): Dialogue {
  const all = claims.length > 0 ? claims : [nameClaim(BODY), nameClaim({ ...BODY, negated: true })]
  return beginDialogue(
    beginWalk(
      all.map((claim) => ({ claim, text, isRecorded: false })),
      RECEIVED,
    ),
  )
}

function heard(dialogue: Dialogue, ...lines: string[]) {
  const decisions: Decision[] = []
  let says: string | null = null
  for (const line of lines) {
    const one = hear(dialogue, line)
    if (one.decision) decisions.push(one.decision)
    ;({ dialogue, says } = one)
  }
  return { dialogue, decisions, says }
}

describe('the dialogue', () => {
  it.each([
    [['a'], ['accepted']],
    [
      ['accept', 'A'],
      ['accepted', 'accepted'],
    ],
    [['r', 'a headline'], ['rejected']],
    [['r a headline'], ['rejected']],
    [['c', 'kind', 'truce_violation', 'a'], ['corrected']],
    [['c kind truce_violation', 'c negated yes', 'a'], ['corrected']],
    [['s', 'q', 'a'], []],
    [['q', 'a'], []],
  ])('hears %j as %j', (lines, kinds) => {
    expect(heard(begun(), ...lines).decisions.map(({ kind }) => kind)).toEqual(kinds)
  })

  it.each([
    ['a word that is no answer', ['yes'], '`yes` is no answer'],
    ['an answer with more behind it', ['accept all'], '`accept` stands alone'],
    ['a field misspelt', ['c', 'modalty'], 'did you mean `modality`?'],
    ['a value misspelt', ['c kind truce_violatoin'], 'did you mean `truce_violation`?'],
    ['a value of no list', ['c', 'speaker side', 'martian'], 'there are: us, russia'],
    ['a date that is none', ['c date Tuesday'], '`"Tuesday"` is no date'],
    ['words that are not in the report', ['c quote The truce broke'], 'is no quote'],
  ])('says what is wrong with %s, and decides nothing', (_, lines, message) => {
    const { decisions, says } = heard(begun(), ...lines)
    expect(decisions).toEqual([])
    expect(says).toContain(message)
  })

  it('goes back to the choice where a question is left empty', () => {
    expect(promptOf(heard(begun(), 'c', '').dialogue)).toBe(promptOf(begun()))
    expect(promptOf(heard(begun(), 'r', '').dialogue)).toBe(promptOf(begun()))
    expect(heard(begun(), 'r', '', 'a').decisions).toMatchObject([{ kind: 'accepted' }])
  })

  it('offers what stands in a field, and says that a claim is changed', () => {
    expect(promptOf(heard(begun(), 'c', 'modality').dialogue)).toBe('modality [asserted]: ')
    expect(promptOf(heard(begun(), 'c modality denied').dialogue)).toContain('(a)ccept corrected')
  })
})

describe('the page of a claim', () => {
  const page = (dialogue: Dialogue, width = 60, colours = pc.createColors(false)) =>
    pageOf({ width, colours }, dialogue.walk)

  it('fits sixty columns, with its words marked in their place', () => {
    const lines = page(begun()).split('\n')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60)
    expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(`The truce held. [[${QUOTE}]], according to`)
    expect(lines.join('\n')).not.toContain('Another paragraph')
    expect(lines).toContain('  speaker       Syrian Observatory for Human Rights')
    for (const dialogue of [begun(), heard(begun(), 'c kind shelling').dialogue])
      expect(promptOf(dialogue).length).toBeLessThan(60)
  })

  it('says without colour what colour says', () => {
    expect(stripVTControlCharacters(page(begun(), 60, pc.createColors(true)))).toBe(page(begun()))
  })

  it('says which fields were corrected', () => {
    expect(page(heard(begun(), 'c actor_blamed the opposition').dialogue)).toContain('the opposition (corrected)')
  })

  it('writes out what a report hides or would do to the terminal', () => {
    const quote = 'the\u001b[2J truce\u200b was\u202e held'
    const text = `Officials said ${quote}.\n`
    const claim = nameClaim({
      ...BODY,
      quote,
      start: 15,
      end: 15 + quote.length,
      doc: 'a\u0007.txt',
      speaker: '\u001b[31mus',
    })
    const shown = page(begun(text, claim), 100)
    expect(shown).toContain('[[the<U+001B>[2J truce<U+200B> was<U+202E> held]].')
    expect(shown).toContain('a<U+0007>.txt')
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{C}/u)
  })

  it('cuts a paragraph without end at words', () => {
    const text = `${'before '.repeat(5000)}${QUOTE}${' after'.repeat(5000)}`
    const start = text.indexOf(QUOTE)
    const shown = page(begun(text, nameClaim({ ...BODY, start, end: start + QUOTE.length })), 80)
    expect(shown.length).toBeLessThan(1500)
    expect(shown).toMatch(/^ {2}before before/m)
  })
})
