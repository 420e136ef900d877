import { describe, expect, it } from 'vitest'
import { openDocument } from './document.ts'
import { readReport } from './index.ts'
import { prepareLexicon } from './lexicon/prepared.ts'
import { quotationsOf } from './quotations.ts'
import { sentencesOf } from './sentences.ts'
import { zonesOf } from './zones.ts'

const open = (text: string) => openDocument(text, prepareLexicon())
const zones = (text: string) => zonesOf(open(text)).map(({ zone }) => zone)
const split = (text: string) =>
  sentencesOf(open(text), { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))
const quoted = (text: string) =>
  quotationsOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

const STORY = 'Rebels shelled western Aleppo on Friday, state media said.'

describe('zones of a page', () => {
  it('tells headline, byline, caption and story apart', () => {
    expect(zones(`Truce under strain\nBy A. Reporter\nA street in Homs. (B. Photographer, AP)\n${STORY}`)).toEqual([
      'headline',
      'byline',
      'caption',
      'body',
    ])
  })

  it.each([
    'Advertisement',
    'Subscribe now: rebels shelled Aleppo, read all about it for only 5 a month',
    '36% - 1838 votes',
    'Brent Crude 48.20 -0.7%',
    'All JSE data delayed by at least 15 minutes',
    'Read more: Rebels violated the truce 144 times',
    'By our correspondent in Aleppo',
    'AFP',
    'Rebels shell Aleppo. (File photo, AP)',
    'Photo caption: Rebels shelled Aleppo',
    '------------',
  ])('reads nothing in `%s`', (line) => {
    const alone = readReport(`${STORY}\n\n${line}`, { doc: 'd', published: '2016-09-18', outlet: null, zone: 'UTC' })
    expect(alone.claims).toHaveLength(1)
  })

  it('reads no comments', () => {
    expect(zones(`${STORY}\nComments (2)\nRussia bombed the convoy, everybody knows.`)).toEqual([
      'body',
      'furniture',
      'furniture',
    ])
  })

  it('joins lines that a narrow column broke', () => {
    const text =
      'Rebels shelled the western districts of Aleppo city on\nFriday afternoon, killing two people, state media said.'
    expect(zones(text)).toEqual(['body'])
  })

  it('does not read front matter', () => {
    expect(zones(`---\nquote: rebels broke the truce.\n---\n${STORY}`).at(-1)).toBe('body')
    expect(zones(`---\nquote: rebels broke the truce.\n---\n${STORY}`).filter((zone) => zone === 'body')).toHaveLength(
      1,
    )
  })

  it('reads a flash that has no full stop', () => expect(zones('TRUCE IS OVER, ARMY SAYS')).toEqual(['body']))
})

describe('sentences', () => {
  it('does not break at abbreviations', () => {
    expect(split('The U.S. army and Gen. Smith met in Washington, D.C. on Friday. They left.')).toHaveLength(2)
    expect(split('See Art. 5 para. 2 of the terms. It holds.')).toHaveLength(2)
  })
  it('breaks after an abbreviation that ends a sentence', () => {
    expect(split('The list was issued by the U.S. The army denied it.')).toHaveLength(2)
  })
  it('breaks the same in capitals', () => {
    const text = 'The list was issued by the U.S. The army denied it. "It holds." He left.'
    expect(split(text.toUpperCase())).toEqual(split(text).map((one) => one.toUpperCase()))
  })
})

describe('quotations', () => {
  it('finds straight, curly and single ones', () => {
    expect(quoted('He said "it holds" and “it does” today.')).toEqual(['it holds', 'it does'])
    expect(quoted("He said 'the truce holds' but the army's chief didn't.")).toEqual(['the truce holds'])
  })
  it('runs an open one to the end of its paragraph', () => {
    const text = 'He said: "We wait. We see'
    expect(quotationsOf(text, { start: 0, end: text.length })).toMatchObject([{ open: true, end: text.length }])
  })
})
