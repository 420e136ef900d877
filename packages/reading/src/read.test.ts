import { KIND_NAMES, claimSchema } from '@trucekeeper/claims'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AID_CASES, CASES, DIPLOMACY_CASES, TRUCE_CASES, VIOLENCE_CASES, WITHDRAWAL_CASES, type Case } from './cases.ts'
import { readReport, type ReportMeta } from './index.ts'

const META: ReportMeta = { doc: 'wire-1', published: '2016-09-18', outlet: 'A wire', zone: 'Asia/Damascus' }
const read = (text: string) => readReport(text, META).claims
const sentences = CASES.map(([sentence]) => sentence)

function told([sentence, , , modality, negated]: Case): unknown {
  return read(sentence).map((claim) => [
    claim.kind,
    claim.speaker_side,
    modality && claim.modality,
    negated === undefined ? undefined : claim.negated,
  ])
}

const FAMILIES: readonly (readonly [string, readonly Case[]])[] = [
  ['a truce', TRUCE_CASES],
  ['a withdrawal', WITHDRAWAL_CASES],
  ['aid', AID_CASES],
  ['violence', VIOLENCE_CASES],
  ['diplomacy', DIPLOMACY_CASES],
]

describe.each(FAMILIES)('one sentence, one claim: of %s', (_, cases) => {
  it.each(cases.map((one) => ({ name: one[0], one })))('$name', ({ one }) => {
    const [, kind, side, modality, negated] = one
    expect(told(one)).toEqual([[kind, side, modality, negated]])
  })
})

describe('the reader', () => {
  it('quotes the text exactly, whatever stands around and inside it', () => {
    const noise = fc.constantFrom(
      '\n',
      '\n\n',
      ' ',
      '  ',
      ' \u2014 ',
      '\u00a0',
      '\r\n',
      ' \u0130 ',
      ' \ud83d\ude42 ',
      '"',
      '\u201c',
      "'",
      ' (',
      ') ',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...sentences), noise), { maxLength: 6 }),
        fc.nat(),
        (pieces, cut) => {
          const whole = pieces.flat().join('')
          const text = whole.slice(0, cut % (whole.length + 1)) + whole.slice((cut % (whole.length + 1)) + 1)
          for (const claim of read(text)) {
            expect(claim.quote).toBe(text.slice(claim.start, claim.end))
            expect(claimSchema.safeParse(claim).success).toBe(true)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('reads wire text in capitals as the same kinds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 5 }), (pieces) => {
        const text = pieces.join('\n\n')
        const kinds = (given: string) =>
          read(given).map(({ kind, speaker_side, negated }) => `${kind} ${speaker_side} ${negated}`)
        expect(kinds(text.toUpperCase())).toEqual(kinds(text))
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same claims each time', () => {
    const text = sentences.join('\n')
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)))
  })

  it('leaves what other paragraphs say as it was when unrelated ones come between', () => {
    const aside = 'The weather in the capital was mild and the cafes were full.'
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }), fc.nat(4), (pieces, at) => {
        const plain = read(pieces.join('\n\n')).map(({ quote, kind }) => `${kind}: ${quote}`)
        const mixed = read(pieces.toSpliced(at, 0, aside).join('\n\n')).map(({ quote, kind }) => `${kind}: ${quote}`)
        expect(mixed).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  it('sorts claims by their place in the text', () => {
    const starts = read(sentences.slice(0, 20).join('\n')).map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  it('reads only kinds of the list', () => {
    for (const { kind } of read(sentences.join('\n'))) expect(KIND_NAMES).toContain(kind)
  })

  it('turns the sides when the names of the sides are turned', () => {
    const claims = (army: string, rebels: string) =>
      read(`${army} violated the truce 12 times on Friday, ${rebels} said.`)
    const [first] = claims('Government forces', 'insurgents')
    const [second] = claims('Insurgents', 'government forces')
    const rest = ({ kind, modality, negated, date, figures }: NonNullable<typeof first>) => ({
      kind,
      modality,
      negated,
      date,
      figures,
    })
    expect(rest(second!)).toEqual(rest(first!))
    expect([first!.speaker_side, first!.actor_blamed]).toEqual(['opposition', 'Government forces'])
    expect([second!.speaker_side, second!.actor_blamed]).toEqual(['syria_gov', 'Insurgents'])
  })

  it('knows the places and actors of an agreement that brings its own', () => {
    const { claims } = readReport('Tanks were withdrawn from Bridge Nine, the Northern Guard said.', META, {
      places: [{ name: 'Bridge Nine', aliases: ['ninth bridge'] }],
      actors: [{ name: 'Northern Guard', side: 'opposition', aliases: ['the guard'] }],
    })
    expect(claims).toMatchObject([
      { kind: 'withdrawal', places: ['Bridge Nine'], speaker: 'Northern Guard', speaker_side: 'opposition' },
    ])
  })
})

describe('what cannot be read', () => {
  const codes = (text: string, meta: Partial<ReportMeta> = {}) =>
    readReport(text, { ...META, ...meta }).diagnostics.map(({ code }) => code)

  it('says that a document is empty', () => expect(codes(' \n ')).toEqual(['report-empty']))
  it('says that bytes are no text', () =>
    expect(codes('%PDF\u0000\u0001\ufffd\ufffd\ufffd')).toEqual(['report-not-text']))
  it('asks for a date of publication in a form it knows', () =>
    expect(codes('Text.', { published: 'last Friday' })).toEqual(['report-undated']))
  it('asks for a zone it knows', () =>
    expect(codes('Text.', { zone: 'Asia/Nowhere' })).toEqual(['report-zone-unknown']))
  it('notes that nothing was read', () => expect(codes('The cafes were full.')).toEqual(['report-without-claims']))
  it('says nothing more where claims were read', () => expect(codes(sentences[0]!)).toEqual([]))
})
