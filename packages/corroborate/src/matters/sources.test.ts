// How many sources stand behind claims: voices, not papers.
import type { ClaimBody } from '@trucekeeper/claims'
import { describe, expect, it } from 'vitest'
import { said } from '../../../../test/arbitraries/record.ts'
import { rootSources } from './index.ts'

const WIRE =
  'The road out of Town was closed again on Monday evening after shells fell near the market, and the trucks that had been promised for the morning went back to the depot from which they had come.'
const sources = (claims: Partial<ClaimBody>[], documents: { doc: string; text: string }[] = []) =>
  rootSources(claims.map(said), documents).map(({ id }) => id)

const paper = (doc: string, more: Partial<ClaimBody> = {}): Partial<ClaimBody> => ({ doc, outlet: doc, ...more })
const own: Partial<ClaimBody> = { speaker: null, speaker_side: 'outlet' }
const kerry = (speaker: string): Partial<ClaimBody> => ({ speaker, speaker_side: 'us' })

describe('a root source', () => {
  it('is one speaker, through however many agencies', () => {
    const claims = ['a', 'b', 'c'].map((doc) => paper(doc, { via: doc }))
    expect(sources(claims)).toEqual(['speaker monitor watch'])
    expect(rootSources(claims.map(said))[0]).toMatchObject({ outlets: ['a', 'b', 'c'], via: ['a', 'b', 'c'] })
  })

  it('is the same with a title, without it, and by the last name', () => {
    const names = ['John Kerry', 'Secretary of State John Kerry', 'U.S. Secretary of State JOHN KERRY', 'Kerry']
    expect(sources(names.map((name, at) => paper(`doc-${at}`, kerry(name))))).toEqual(['speaker us john kerry'])
  })

  it('is not one of two who share their last name', () => {
    expect(sources(['John Kerry', 'Anne Kerry', 'Kerry'].map((name) => kerry(name)))).toHaveLength(3)
    expect(sources([{ ...kerry('Kerry') }, { speaker: 'John Kerry', speaker_side: 'un' }])).toHaveLength(2)
  })

  it('is one text in five papers', () => {
    const papers = ['a', 'b', 'c', 'd', 'e']
    const claims = papers.map((doc) => paper(doc, own))
    expect(sources(claims)).toHaveLength(5)
    const found = rootSources(
      claims.map(said),
      papers.map((doc, at) => ({ doc, text: at % 2 === 0 ? WIRE : WIRE.replace('market', 'bakery') })),
    )
    expect(found).toMatchObject([
      { outlets: papers, why: expect.arrayContaining([expect.stringContaining('copies of one text')]) },
    ])
  })

  it('is a paragraph that two otherwise different papers print', () => {
    const [a, b] = ['Our own reporter saw the flour burn.', 'Prices rose in the capital once more.'].map(
      (first) => `${`${first} `.repeat(9)}\n${WIRE}`,
    ) as [string, string]
    const inWire = { start: a.indexOf(WIRE), end: a.indexOf(WIRE) + 20, quote: WIRE.slice(0, 20) }
    const also = { start: b.indexOf(WIRE), end: b.indexOf(WIRE) + 20, quote: WIRE.slice(0, 20) }
    const documents = [
      { doc: 'a', text: a },
      { doc: 'b', text: b },
    ]
    expect(sources([paper('a', { ...own, ...inWire }), paper('b', { ...own, ...also })], documents)).toHaveLength(1)
  })

  it('is nobody in particular where residents are quoted, one for each document', () => {
    const residents: Partial<ClaimBody> = { speaker: 'residents', speaker_side: 'unknown' }
    expect(sources([paper('a', residents), paper('b', residents)])).toEqual(['text a', 'text b'])
  })
})
