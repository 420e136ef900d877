import { describe, expect, it } from 'vitest'
import { clockOf, placesFor, type Place } from './found.ts'

const place = (name: string, kind = 'clause', also = ''): Place => ({ key: name, name, kind, also, to: '/' })
const places = [
  place('Today', 'screen'),
  place('First convoy'),
  place('Convoys, second'),
  place('Périmètre', 'document', 'AFP'),
]
const names = (typed: string) => placesFor(typed, places).map(({ name }) => name)

describe('the palette', () => {
  it('offers everything in its order while nothing is typed', () => {
    expect(names('')).toEqual(['Today', 'First convoy', 'Convoys, second', 'Périmètre'])
  })

  it('finds by the beginnings of words before their middles, by kind, and by what else belongs to it', () => {
    expect(names('conv')).toEqual(['Convoys, second', 'First convoy'])
    expect(names('afp')).toEqual(['Périmètre'])
    expect(names('clause first')).toEqual(['First convoy'])
    expect(names('nowhere')).toEqual([])
  })

  it('needs neither case nor accents', () => {
    expect(names('PERIM')).toEqual(['Périmètre'])
  })

  it('reads a day and an hour as a clock on the wall has them', () => {
    expect(clockOf('2016-09-15 6:30')).toBe('2016-09-15T06:30')
    expect(clockOf('2016-09-15')).toBe('2016-09-15T00:00')
    expect(clockOf('15 September')).toBeNull()
  })
})
