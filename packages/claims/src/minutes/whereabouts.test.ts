import { describe, expect, it } from 'vitest'
import { nameMinute, takeMinute, type MinuteBody } from './index.ts'
import { givesAPoint } from './whereabouts.ts'

const SHARE = {
  does: 'share',
  at: '2016-09-16T18:00+03:00',
  of: 'russia',
  to: [{ member: 'united-states', number: 1 }],
  matter: 'access',
  text: 'The road is open for trucks from the morning on.',
  place: { cell: 'sy7x' },
  time: '2016-09-16',
  claims: [],
  caveats: { pass_to: [], until: null, place: 'district', time: 'day' },
  passes_on: null,
} as const

const wrongIn = (change: object): string[] => {
  const taken = takeMinute({ ...SHARE, ...change })
  return taken.ok ? [] : taken.refusals.map(({ path }) => path)
}

describe('words that give a point', () => {
  it.each([
    'at 36.204, 37.134',
    '36.20 37.13',
    'in 36,2041; 37,1343',
    '36° north of here',
    '36 12 04 N 37 08 03 E',
    '37S BV 12345 12345',
    '37SBV1234512345',
    '332000 4008000',
    '8G9R6574+PX',
    'cell sy7xq4',
    'geo:36.2,37.1',
    'lat=36 lon=37',
    '٣٦٫٢٠٤، ٣٧٫١٣٤',
    '36.2\u200b04, 37.1\u200b34',
    '３６．２０４',
  ])('are found: %s', (text) => {
    expect(givesAPoint(text)).toBe(true)
    expect(wrongIn({ text })).toEqual(['minute.text'])
    expect(wrongIn({ place: { district: text } })).not.toEqual([])
  })

  it.each([
    'The road is open for trucks from 07:30 on.',
    '393,700 people, 78.5 tonnes, 1000kg of flour, 20 trucks, 300 of them',
    'Resolution 2268 (2016), D+7, 16.09.2016 at 12:00',
    'in cell sy7xq or in Jebel Saman',
    'the 1st of 3 convoys; A5 and B12',
  ])('are not seen where there are none: %s', (text) => {
    expect(givesAPoint(text)).toBe(false)
    expect(wrongIn({ text })).toEqual([])
  })
})

describe('what is shared', () => {
  it('has a place no finer than a cell of five characters, and a time no finer than an hour', () => {
    for (const place of [{ cell: 'sy7xq4' }, { cell: 'sy7' }, { cell: 'SY7X' }, { lon: 37, lat: 36 }, [37, 36], 'here'])
      expect(wrongIn({ place })).not.toEqual([])
    for (const place of [null, { cell: 'sy7xq' }, { district: 'Jebel Saman' }, { governorate: 'Aleppo' }])
      expect(wrongIn({ place })).toEqual([])
    expect(wrongIn({ time: '2016-09-16T18:12+03:00' })).not.toEqual([])
    for (const time of [null, '2016-09', '2016-09-16', '2016-09-16T18:00+03:00']) expect(wrongIn({ time })).toEqual([])
  })

  it('is about no weapons and no persons sought, and says whom it is told once', () => {
    expect(wrongIn({ matter: 'weapon_position' })).toEqual(['minute.matter'])
    expect(wrongIn({ to: [...SHARE.to, { member: 'united-states', number: 2 }] })).toEqual(['minute.to'])
    expect(wrongIn({ caveats: { ...SHARE.caveats, place: 'point' } })).toEqual(['minute.caveats.place'])
    expect(nameMinute(SHARE as unknown as MinuteBody).id).toMatch(/^min_/)
  })
})
