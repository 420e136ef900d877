import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGazetteer, pcodeOf } from './gazetteer.ts'
import { prepareLexicon } from './lexicon/prepared.ts'
import { readReport } from './index.ts'
import { transliterationKey } from './transliteration.ts'

const TABLE = `name,pcode,aliases
# the northern sector
Tell Rifaat,C1234,Tal Rifat|Arpad
Sawran,C2345,
`
const META = { doc: 'd', published: '2016-09-18', outlet: null, zone: 'Asia/Damascus' }

describe('a gazetteer of an agreement', () => {
  it('is a table of names, codes and other spellings', () => {
    expect(parseGazetteer(TABLE)).toEqual({
      places: [
        { name: 'Tell Rifaat', aliases: ['Tal Rifat', 'Arpad'], pcode: 'C1234' },
        { name: 'Sawran', aliases: [], pcode: 'C2345' },
      ],
      faults: [],
    })
  })
  it('says which lines it could not use', () => {
    expect(parseGazetteer(',C1,x\nAzaz,C2,\nMarea,C2,').faults).toEqual([
      'line 1 has no name',
      'line 3 gives `C2` to `Marea` though `Azaz` has it',
    ])
  })
  it('is known to the reader in spellings that it does not list', () => {
    const { places } = parseGazetteer(TABLE)
    const [claim] = readReport('Clashes erupted in Tall Rif\u2019at.', META, { places }).claims
    expect(claim!.places).toEqual(['Tell Rifaat'])
    expect(pcodeOf({ places }, 'Tal Rifaat')).toBe('C1234')
    expect(pcodeOf({ places }, 'Suran')).toBe('C2345')
    expect(pcodeOf({ places }, 'Aleppo')).toBeNull()
  })
  it('lends its codes to places that an agreement names without them', () => {
    const named = [{ name: 'Tal Rifat', aliases: [] }]
    const { placeOf } = prepareLexicon({ places: [...named, ...parseGazetteer(TABLE).places] })
    expect(placeOf.get('tal rifat')).toMatchObject({ name: 'Tal Rifat', pcode: 'C1234' })
    expect(placeOf.get('aleppo')).not.toHaveProperty('pcode')
  })
})

describe('the key of a transliterated name', () => {
  it.each([
    ['Deir ez-Zor', 'Deir al-Zour', 'Dayr Ezzor'],
    ['Khan Shaykhun', 'Khan Sheikhoun', 'Khan Shaykhoun'],
    ['Raqqa', 'Al-Raqqah', 'ar-Raqqa'],
    ['Muadamiyah', 'Moadamiya', 'Moadamiyeh'],
    ['Maarat an-Numan', 'Maarrat al-Nu\u2019man', 'Ma\u2019arat al-Numan'],
  ])('is one for %s, %s and %s', (...names) => expect(new Set(names.map(transliterationKey)).size).toBe(1))
  it('is not one for different towns', () => {
    const towns = ['Homs', 'Hama', 'Aleppo', 'Idlib', 'Daraa', 'Douma', 'Darayya', 'Azaz', 'Manbij', 'Kobani', 'Kilis']
    expect(new Set(towns.map(transliterationKey)).size).toBe(towns.length)
  })
  it('does not depend on case, marks and hyphens', () => {
    fc.assert(
      fc.property(fc.constantFrom('Deir ez-Zor', 'Tell Rifaat', 'Al-Waer', 'Bab al-Hawa'), (name) => {
        expect(transliterationKey(name.toUpperCase())).toBe(transliterationKey(name))
        expect(transliterationKey(name.replaceAll('-', ' '))).toBe(transliterationKey(name))
      }),
    )
  })
})
