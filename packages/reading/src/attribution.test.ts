import { describe, expect, it } from 'vitest'
import { readReport } from './index.ts'

const read = (text: string, published = '2016-09-18') =>
  readReport(text, { doc: 'd', published, outlet: null, zone: 'Asia/Damascus' }).claims
const voices = (text: string) => read(text).map(({ speaker, speaker_side, via }) => [speaker, speaker_side, via])

describe('who speaks', () => {
  it('lets the outlet speak where nobody is named', () => {
    expect(voices('Clashes erupted in Homs on Friday.')).toEqual([['outlet', 'outlet', null]])
  })

  it('carries a person to `he` in the next sentence', () => {
    expect(voices('Peskov said the truce was holding. He said rebels had violated it 20 times.')).toEqual([
      ['Dmitry Peskov', 'russia', null],
      ['Dmitry Peskov', 'russia', null],
    ])
  })

  it('does not take an office for `he`', () => {
    expect(voices('The truce was holding, the Observatory said. He said aid would enter Aleppo later.')[1]).toEqual([
      null,
      'unknown',
      null,
    ])
  })

  it('carries an office to `the ministry` and `it`', () => {
    const text =
      'The Russian Foreign Ministry said the truce was holding. The ministry said rebels had shelled Hama. It said aid had reached Homs.'
    expect(voices(text).map(([speaker]) => speaker)).toEqual([
      'Russian Foreign Ministry',
      'Russian Foreign Ministry',
      'Russian Foreign Ministry',
    ])
  })

  it('keeps who relays whose words', () => {
    expect(voices('The Russian Foreign Ministry said Lavrov had called for the agreement to be published.')).toEqual([
      ['Sergei Lavrov', 'russia', 'Russian Foreign Ministry'],
    ])
    expect(voices('"Kerry made clear that Russia must use its influence on Damascus," Kirby said.')).toEqual([
      ['John Kerry', 'us', 'John Kirby'],
    ])
  })

  it('does not let one side speak for the other', () => {
    expect(voices('Lavrov said Kerry had promised to separate the opposition from Nusra.')[0]![1]).toBe('russia')
  })

  it('reads both sides where each accuses the other', () => {
    const claims = read(
      'The army and rebels fought near Homs. The government and rebels accused each other of violating the truce.',
    )
    const mutual = claims.filter(({ kind }) => kind === 'truce_violation')
    expect(mutual.map(({ speaker_side }) => speaker_side)).toEqual(['syria_gov', 'opposition'])
    expect(new Set(mutual.map(({ quote }) => quote)).size).toBe(1)
  })

  it('gives the words after a quotation to its speaker, and those before', () => {
    const text =
      '"The truce is holding," said David Swanson, a spokesman for OCHA. "No aid has reached eastern Aleppo."'
    expect(voices(text).map(([, side]) => side)).toEqual(['un', 'un'])
  })

  it('goes on with a quotation that a paragraph leaves open', () => {
    const text = '"The truce is holding," Kirby said. "We have seen no withdrawal.\n"Aid has not reached Aleppo."'
    expect(voices(text).map(([, side]) => side)).toEqual(['us', 'us', 'us'])
  })

  it('reads a speaker before a colon', () => {
    expect(voices('Lavrov: "The rebels violated the truce."')).toEqual([['Sergei Lavrov', 'russia', null]])
  })

  it('names an unnamed official by office', () => {
    expect(voices('A senior Turkish official said the convoy was still waiting at the border.')).toEqual([
      ['senior Turkish official', 'turkey', null],
    ])
  })

  it('does not take the pronoun for the country', () => {
    expect(voices('They told us that the truce was holding.').every(([, side]) => side !== 'us')).toBe(true)
  })

  it('keeps the words used for those blamed', () => {
    expect(read('US-backed opposition units broke the truce, Moscow said.')[0]!.actor_blamed).toBe(
      'US-backed opposition units',
    )
  })

  it('finds the speaker after the words, with more to follow', () => {
    expect(voices('Rebels shelled Hama on Saturday, state television said, hours after a calm night.')).toEqual([
      ['Syrian state media', 'syria_gov', null],
    ])
  })

  it('finds the speaker before an apposition', () => {
    const text = 'The Syrian Observatory for Human Rights, a Britain-based group, said eight air strikes hit Idlib.'
    expect(voices(text)).toEqual([['Syrian Observatory for Human Rights', 'monitor', null]])
  })

  it('finds a speaker it does not know by office', () => {
    expect(voices('Rebels shelled a warehouse, said Jean Dupont, president of the ICRC.')[0]![1]).toBe('monitor')
    expect(voices('Colonel Samir Haddad, a commander of the Free Syrian Army, said the truce was over.')).toEqual([
      ['Colonel Samir Haddad', 'opposition', null],
    ])
  })

  it('takes the subject of a question for that of an answer', () => {
    const text = 'Asked about the pull-back, a Pentagon spokesman said: "We are not able to confirm that."'
    expect(read(text)).toMatchObject([
      { kind: 'withdrawal', modality: 'reported-unconfirmed', negated: true, speaker_side: 'us' },
    ])
  })

  it('does not take a description of the source for a demand', () => {
    const text = 'The truce has been violated by both sides, according to a diplomat who asked not to be named.'
    expect(read(text)).toMatchObject([{ kind: 'truce_violation', modality: 'asserted', speaker_side: 'unknown' }])
  })
})

describe('who speaks, where no list knows the name', () => {
  const who = (text: string) => read(text).map(({ quote, speaker }) => [quote, speaker])

  it.each([
    ['Laura Hale said rebels shelled the town on Friday.', 'Laura Hale'],
    ['Rebels shelled the town on Friday, Laura Hale said.', 'Laura Hale'],
    ['"Rebels shelled the town on Friday," said Tom Brandt, 44, who runs a bakery.', 'Tom Brandt'],
    ['Hale wrote on Twitter that rebels shelled the town on Friday.', 'Hale'],
    ['According to Mark Stone, a lawyer for the family, rebels shelled the town on Friday.', 'Mark Stone'],
    ['Stone: "Rebels shelled the town on Friday."', 'Stone'],
    [
      'In Geneva, a senior diplomat who asked not to be named said rebels shelled the town on Friday.',
      'senior diplomat',
    ],
    ['RESCUERS SAID REBELS SHELLED THE TOWN ON FRIDAY.', 'RESCUERS'],
  ])('%s', (text, speaker) => {
    const [[quote, found]] = who(text) as [[string, string | null]]
    expect([quote.toLowerCase(), found]).toEqual(['rebels shelled the town on friday', speaker])
  })

  it('carries a name to a pronoun and to the quotation after it', () => {
    const text = 'Laura Hale, a nurse, was there. "Rebels shelled the town," she said. "They killed two people."'
    expect(who(text).map(([, speaker]) => speaker)).toEqual(['Laura Hale', 'Laura Hale'])
  })

  it('does not make the words of a quotation those of the outlet', () => {
    expect(voices('"The truce is over." With these words Hamid Rashid left the hall.')).toEqual([
      [null, 'unknown', null],
    ])
  })

  it('does not let one speak of whom something is only said', () => {
    expect(voices('The man accused of the shooting killed two people.')).toEqual([['outlet', 'outlet', null]])
  })
})
