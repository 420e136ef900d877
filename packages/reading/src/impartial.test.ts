import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readReport } from './index.ts'

/** Each pair names the two parties in words of the same shape. */
const NAMES = [
  ['the Syrian army', 'the Syrian opposition'],
  ['the army command', 'the armed opposition'],
  ['government forces', 'opposition forces'],
  ['the government', 'the opposition'],
] as const
const SENTENCES = [
  '{A} said on Friday that {B} had shelled a village near Aleppo.',
  '{A} said on Friday that it had fully complied with the truce.',
  'Sniper fire by {A} killed two people in Aleppo on Friday, the Syrian Observatory for Human Rights said.',
  'The United Nations said on Thursday that {A} had begun to pull back from Castello Road.',
  '{A} denied on Friday that it had violated the truce.',
  '{B} have violated the truce 37 times since Monday, the United Nations said.',
  'According to {A}, {B} attacked first on Friday.',
  'The Red Crescent said it could not confirm that {A} had withdrawn.',
] as const
const SWAPPED: Readonly<Record<string, string>> = { syria_gov: 'opposition', opposition: 'syria_gov' }

function read(sentences: readonly string[], a: string, b: string) {
  const text = sentences
    .map((sentence) =>
      sentence
        .replaceAll('{A}', a)
        .replaceAll('{B}', b)
        .replace(/^./, (first) => first.toUpperCase()),
    )
    .join('\n\n')
  return readReport(text, { doc: 'a.txt', published: '2016-09-16T20:00+03:00', outlet: null, zone: 'Asia/Damascus' })
    .claims
}

describe('the reader', () => {
  it('reads the same of either party: swapping their names swaps sides and blame and changes nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.subarray([...SENTENCES], { minLength: 1 }), ([a, b], sentences) => {
        const swap = (words: string | null | undefined) =>
          words && words.replaceAll(/((the|armed|Syrian) )*(army|opposition|government)( forces| command)?/gi, '#')
        const shape = (claims: ReturnType<typeof read>, side: (side: string) => string) =>
          claims.map(({ kind, modality, negated, speaker_side, date, places, actor_blamed, figures }) => ({
            kind,
            modality,
            negated,
            side: side(speaker_side),
            date,
            places,
            blamed: swap(actor_blamed) ?? null,
            figures,
          }))
        expect(shape(read(sentences, b, a), (side) => SWAPPED[side] ?? side)).toEqual(
          shape(read(sentences, a, b), (side) => side),
        )
      }),
      { numRuns: 150 },
    )
  })
})
