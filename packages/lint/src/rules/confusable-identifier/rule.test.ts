import { describe, expect, it } from 'vitest'
import { clausesUnder, lintSnippet, said, underlined } from '../../testing/snippet.ts'

const NAME = 'confusable-identifier'
const zones = (...ids: string[]) =>
  clausesUnder(ids.map((id) => `zone ${id}\n  geometry     places.geojson#hill\n  edition      sheet 4\n`).join('\n'))
const parties = (east: string, west: string) =>
  clausesUnder(
    `party east\n  name         Eastern council\n  known-as     ${east}\n\nparty west\n  name         Western council\n  known-as     ${west}\n`,
  )

describe('confusable-identifier', () => {
  it.each([
    ['camp-1', 'camp-l'],
    ['camp-I', 'camp-l'],
    ['post-0', 'post-O'],
    ['barn', 'bam'],
    ['hill-camp', 'hill_camp'],
    ['camp', 'Camp'],
  ])('holds %s and %s to look alike, and underlines the second', (one, other) => {
    expect(underlined(zones(one, other), NAME)).toEqual([other])
    expect(underlined(zones(other, one), NAME)).toEqual([one])
  })

  it('says which two', () => {
    expect(said(zones('camp-1', 'camp-l'), NAME)).toEqual(['`camp-l` looks like `camp-1`, and they are two names'])
  })

  it('leaves names alone that differ to the eye', () => {
    expect(underlined(zones('camp-1', 'camp-2', 'camp-11', 'camp-i', 'camps', 'hillcamp', 'hill-camp'), NAME)).toEqual(
      [],
    )
  })

  it('underlines a word of a name with letters of two alphabets, and writes it in one', () => {
    const text = parties('the E\u0430st', 'the West')
    expect(underlined(text, NAME)).toEqual(['E\u0430st'])
    expect(said(text, NAME)).toEqual(['`E\u0430st` mixes Latin and Cyrillic letters in one word'])
    expect(lintSnippet(text).diagnostics.find(({ code }) => code === NAME)!.fix!.text).toBe('East')
  })

  it('mends nothing that it cannot', () => {
    const text = parties('E\u0436st', 'the West')
    expect(underlined(text, NAME)).toEqual(['E\u0436st'])
    expect(lintSnippet(text).diagnostics.find(({ code }) => code === NAME)!.fix).toBeUndefined()
  })

  it('underlines a name that is that of another in other letters', () => {
    const text = parties('PCK', '\u0420\u0421\u041A')
    expect(underlined(text, NAME)).toEqual(['\u0420\u0421\u041A'])
    expect(said(text, NAME)[0]).toContain('of `west` looks like `PCK` of `east`')
  })

  it('lets a name stand in several alphabets, each word in one', () => {
    expect(underlined(parties('Восточный совет, Eastern council, المجلس', 'Západní rada, Запад, Δύση'), NAME)).toEqual(
      [],
    )
  })
})
