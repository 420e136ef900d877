// Near-duplicates: the same by either way of looking, whatever the texts; copies found, strangers not.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentsOf } from './components.ts'
import { duplicatesOf, nearPairs, nearTies, sharedPassages, THRESHOLDS } from './index.ts'

const WIRE =
  'The ceasefire that began on Monday held through its first night, although both sides spoke of shells near the northern road, and trucks with flour waited at the border for a permit that nobody would sign before the morning.'
const OTHER =
  'Grain prices fell for the third week in a row as harvests in the south proved better than the ministry had expected, and traders in the capital said that they would sell their stocks before the winter begins.'

/** Words 0 to 79, the common ones common. */
const word = fc.nat({ max: 8 }).chain((width) => fc.nat({ max: 10 * width }).map((rank) => `w${rank}`))
const text = fc.array(word, { minLength: 1, maxLength: 400 })
/** Texts, and copies of them of which some words were replaced and to which others were added. */
const corpus = fc
  .array(text, { minLength: 2, maxLength: 6 })
  .chain((originals) =>
    fc
      .array(fc.record({ of: fc.nat(), every: fc.integer({ min: 3, max: 30 }), more: text, before: fc.boolean() }), {
        maxLength: 6,
      })
      .map((spun) => [
        ...originals,
        ...spun.map(({ of, every, more, before }) => {
          const copy = originals[of % originals.length]!.map((one, at) => (at % every === 0 ? `x${at}` : one))
          return before ? [...more, ...copy] : copy
        }),
      ]),
  )
  .map((texts) => texts.map((words) => words.join(' ')))

/** The definition, pair by pair, on the shingles as words. */
function byDefinition(texts: readonly string[]) {
  const sets = texts.map((one) => {
    const words = one.split(' ')
    return new Set(
      words.length < 3 ? [words.join(' ')] : words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')),
    )
  })
  return sets.flatMap((a, i) =>
    sets.slice(i + 1).flatMap((b, j) => {
      const shared = a.intersection(b).size
      const [jaccard, containment] = [shared / a.union(b).size, shared / Math.min(a.size, b.size)]
      const isNear =
        jaccard >= THRESHOLDS.jaccard ||
        (containment >= THRESHOLDS.containment && Math.min(a.size, b.size) >= THRESHOLDS.shortest)
      return isNear ? [{ a: i, b: i + 1 + j, jaccard, containment }] : []
    }),
  )
}

describe('near-duplicates', () => {
  it('are, searched exactly, those that the definition names', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        expect(nearPairs(texts, { method: 'exact' })).toEqual(byDefinition(texts))
      }),
      { numRuns: 150 },
    )
  })

  it('are the same searched by bands', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        expect(nearPairs(texts, { method: 'banded' })).toEqual(nearPairs(texts, { method: 'exact' }))
      }),
      { numRuns: 150 },
    )
  })

  it('are tied together by one pair fewer than there are texts', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const [pairs, ties] = [nearPairs(texts), nearTies(texts)].map((found) =>
          found.map(({ a, b }): [number, number] => [a, b]),
        )
        const groups = componentsOf(texts.length, pairs!)
        expect(componentsOf(texts.length, ties!)).toEqual(groups)
        expect(ties).toHaveLength(texts.length - new Set(groups).size)
      }),
      { numRuns: 150 },
    )
  })

  it('do not depend on the order of the documents', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const documents = texts.map((one, at) => ({ doc: `doc-${at}`, text: one }))
        expect(duplicatesOf(documents.toReversed())).toEqual(duplicatesOf(documents))
      }),
      { numRuns: 50 },
    )
  })
})

describe('copies of documents', () => {
  const documents = [
    { doc: 'a', text: WIRE },
    { doc: 'b', text: `Correspondents report. ${WIRE.toUpperCase()} ${OTHER}` },
    { doc: 'c', text: OTHER },
    { doc: 'd', text: WIRE.replace('shells', 'mortars').replace('permit', 'licence') },
    { doc: 'e', text: 'A short note.' },
    { doc: 'f', text: '' },
  ]

  it('are found in capitals, inside a longer text and with words replaced', () => {
    expect(duplicatesOf(documents.filter(({ doc }) => doc !== 'c')).map(({ docs }) => docs)).toEqual([['a', 'b', 'd']])
  })

  it('say which pairs tie them together, and how nearly', () => {
    const [group] = duplicatesOf(documents.slice(0, 2))
    expect(group).toMatchObject({ similarity: 1, pairs: [{ docs: ['a', 'b'], containment: 1 }] })
  })

  it('are one group however many there are, in no time that grows with their square', () => {
    const copies = Array.from({ length: 6000 }, (_, at) => ({ doc: `${at}`, text: `Report ${at % 3000}. ${WIRE}` }))
    const [group, ...more] = duplicatesOf(copies)
    expect(more).toEqual([])
    expect(group!.docs).toHaveLength(6000)
    expect(group!.pairs).toHaveLength(5999)
  })

  it('are not made by a greeting', () => {
    expect(
      duplicatesOf([
        { doc: 'a', text: 'good morning to you' },
        { doc: 'b', text: `good morning to you ${OTHER}` },
      ]),
    ).toEqual([])
  })

  it('share the passage that both print, where it stands', () => {
    const [a, b] = [`${OTHER}\n${WIRE}`, `Something quite different stood at the top of this page.\n\n${WIRE}`]
    const [shared, ...more] = sharedPassages([
      { doc: 'a', text: a },
      { doc: 'b', text: b },
    ])
    expect(more).toEqual([])
    expect(shared!.passages.map(({ doc, start, end }) => (doc === 'a' ? a : b).slice(start, end))).toEqual([WIRE, WIRE])
  })

  it('are found in Arabic', () => {
    const arabic = 'قال المتحدث باسم الجيش إن الهدنة صامدة منذ يوم الاثنين رغم إطلاق نار متقطع قرب الطريق الشمالي'
    expect(
      duplicatesOf([
        { doc: 'a', text: arabic },
        { doc: 'b', text: `${arabic}، بحسب الوكالة` },
      ]),
    ).toHaveLength(1)
  })
})
