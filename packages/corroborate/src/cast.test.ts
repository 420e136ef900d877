// Names in reports find the ones an agreement names, and only those.
import { describe, expect, it } from 'vitest'
import { castOf, fold } from './cast.ts'
import { CAST, MEMBERS } from './testing/people.ts'

const named = (words: string) => CAST.named(words).map(({ id }) => id)

describe('names in a text', () => {
  it.each([
    ['the Northern army shelled Town', ['north']],
    ['THE NORTHERN  ARMY', ['north']],
    ['the Northern army’s guns and the rebels', ['north', 'south']],
    ["the People's Units of the south", ['south']],
    ['the People’s Units', ['south']],
    ['rebels answered the army', ['south', 'north']],
    ['disarmy and armyless', []],
    ['nobody in particular', []],
  ])('“%s”', (words, ids) => expect(named(words)).toEqual(ids))

  it('prefers a longer name to the shorter ones inside it', () => {
    const cast = castOf([...MEMBERS, { ...MEMBERS[2]!, id: 'interim', names: ['interim Northern government'] }])
    expect(cast.named('the interim Northern government said').map(({ id }) => id)).toEqual(['interim'])
  })

  it('takes short names only as they are written, with points or without', () => {
    expect(named('they told us that it is so')).toEqual([])
    expect(named('US jets')).toEqual(['west'])
    expect(named('a U.S. official')).toEqual(['west'])
    expect(named('IS fighters')).toEqual(['raiders'])
  })

  it('names each only once', () => expect(named('the army and the Northern army')).toEqual(['north']))
})

describe('a name as a whole', () => {
  it('is matched whatever its case, article or possessive', () => {
    expect(CAST.whole('The Northern Army')?.id).toBe('north')
    expect(CAST.whole('the army’s')?.id).toBe('north')
    expect(CAST.whole('army spokesman')).toBeNull()
  })

  it('belongs to the first that bears it', () => {
    const twice = castOf([MEMBERS[2]!, { ...MEMBERS[3]!, names: ['army'] }])
    expect(twice.whole('army')?.id).toBe('north')
    expect(twice.named('the army')[0]?.id).toBe('north')
  })
})

describe('folding', () => {
  it('sets aside case, article, possessive, signs and width', () => {
    expect(fold(' The “Northern”  Army’s ')).toBe('northern army')
    expect(fold('Al-Bab')).toBe('al-bab')
  })
})
