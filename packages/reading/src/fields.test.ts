import { describe, expect, it } from 'vitest'
import { readReport } from './index.ts'

const read = (text: string, published = '2016-09-18') =>
  readReport(text, { doc: 'd', published, outlet: null, zone: 'Asia/Damascus' }).claims
const date = (text: string, published?: string) =>
  read(text, published).map((claim) => [claim.date, claim.date_basis])[0]
const figures = (text: string) =>
  read(text)[0]!.figures.map(({ what, value, unit, qualifier }) => [what, value, unit, qualifier ?? null])

describe('when', () => {
  it('looks back for a weekday', () =>
    expect(date('Clashes erupted in Homs on Friday.')).toEqual(['2016-09-16', 'text+pubdate']))
  it('takes the day itself', () =>
    expect(date('Clashes erupted in Homs on Sunday.')).toEqual(['2016-09-18', 'text+pubdate']))
  it('reads the day of publication in the zone', () => {
    expect(date('Clashes erupted in Homs on Sunday.', '2016-09-17T22:30:00Z')).toEqual(['2016-09-18', 'text+pubdate'])
  })
  it('makes a stretch of `since`', () => {
    expect(date('Rebels have violated the truce 60 times since Monday, Moscow said.')).toEqual([
      '2016-09-12/2016-09-18',
      'text+pubdate',
    ])
  })
  it('reads a day with and without its year', () => {
    expect(date('Clashes erupted in Homs on 16 September.')).toEqual(['2016-09-16', 'text+pubdate'])
    expect(date('Clashes erupted in Homs on September 16, 2016.')).toEqual(['2016-09-16', 'explicit'])
  })
  it('reads the hour in the zone of the report', () => {
    expect(date('The truce began on 12 September 2016 at 19:00, Moscow said.')).toEqual([
      '2016-09-12T19:00:00+03:00',
      'explicit',
    ])
  })
  it('reads weeks and months', () => {
    expect(date('Clashes erupted in Homs this month.')![0]).toBe('2016-09')
    expect(date('Clashes erupted in Homs last week.')![0]).toBe('2016-09-05/2016-09-11')
  })
  it('takes no length of time for a date', () => {
    expect(date('The truce was extended for 48 hours, Moscow said.')).toEqual([null, null])
  })
  it.each([
    ['on Friday night', '2016-09-16'],
    ['last Sunday', '2016-09-11'],
    ['two days ago', '2016-09-16'],
    ['the day before yesterday', '2016-09-16'],
    ['over the weekend', '2016-09-17/2016-09-18'],
    ['earlier this month', '2016-09'],
    ['late last month', '2016-08'],
    ['in early August', '2016-08'],
    ['in November', '2015-11'],
    ['on the 12th', '2016-09-12'],
    ['on the 20th', '2016-08-20'],
    ['on 2016-09-13', '2016-09-13'],
    ['on 13.09.2016', '2016-09-13'],
    ['on Sept. 13', '2016-09-13'],
    ['between 12 and 14 September', '2016-09-12/2016-09-14'],
    ['from 12 to 14 September 2016', '2016-09-12/2016-09-14'],
    ['on September 12-14', '2016-09-12/2016-09-14'],
    ['from Monday to Thursday', '2016-09-12/2016-09-15'],
    ['since Monday', '2016-09-12/2016-09-18'],
    ['for 48 hours', null],
    ['for three days', null],
    ['on 04/05/2016', null],
  ])('reads `%s` as %s', (words, expected) => expect(date(`Clashes continued in Homs ${words}.`)![0]).toBe(expected))
  it('looks ahead for a weekday only where something will be', () => {
    expect(date('The truce will begin on Friday, Moscow said.')![0]).toBe('2016-09-23')
    expect(date('The truce began on Friday, Moscow said.')![0]).toBe('2016-09-16')
  })
  it('takes a verb for no month', () =>
    expect(date('Rebels may march on Homs and shelled it, SANA said.')![0]).toBeNull())
  it('invents none', () => expect(date('Warplanes bombed Idlib, rebels said.')).toEqual([null, null]))
})

describe('where', () => {
  const places = (text: string) => read(text)[0]!.places
  it('knows one place by several names', () => {
    for (const name of ['eastern Aleppo', 'rebel-held eastern districts of Aleppo', 'east Aleppo'])
      expect(places(`No aid has entered ${name}, the UN said.`)).toEqual(['eastern Aleppo'])
    for (const name of ['border with Turkey', 'Turkish frontier'])
      expect(places(`Trucks are waiting at the ${name}, the UN said.`)).toEqual(['Turkish border'])
  })
  it('keeps a direction', () =>
    expect(places('Clashes hit areas east of Damascus, the Observatory said.')).toEqual(['east of Damascus']))
  it.each([
    ['Khan Shaykhoun', 'Khan Sheikhoun'],
    ['Deir Ezzor', 'Deir al-Zor'],
    ['Dayr az-Zour', 'Deir al-Zor'],
    ['Al-Raqqah', 'Raqqa'],
    ['Jisr ash-Shughour', 'Jisr al-Shughour'],
    ['Qamishly', 'Qamishli'],
  ])('knows %s for %s, though no list has it', (written, name) => {
    expect(places(`Clashes erupted in ${written}.`)).toEqual([name])
    expect(places(`CLASHES ERUPTED IN ${written.toUpperCase()}.`)).toEqual([name])
  })
  it('takes the words around a name for a place that it does not know', () => {
    expect(places('Clashes erupted in the town of Harbnafsa.')).toEqual(['Harbnafsa'])
    expect(places('Clashes erupted near Kafr Zita on Friday.')).toEqual(['Kafr Zita'])
    expect(places('Clashes erupted in Bria district.')).toEqual(['Bria'])
    expect(places('CLASHES ERUPTED IN THE TOWN OF SAN ROQUE ON FRIDAY.')).toEqual(['SAN ROQUE'])
  })
  it('takes no month, no day and nobody for a place', () => {
    expect(places('Clashes erupted in September.')).toEqual([])
    expect(places('Clashes erupted near Russian positions.')).toEqual([])
    expect(places('CLASHES ERUPTED IN MANY SECTORS.')).toEqual([])
  })
  it('takes a capital that speaks for no place', () =>
    expect(places('Moscow said warplanes had bombed Idlib.')).toEqual(['Idlib']))
})

describe('how many', () => {
  it('counts violations', () => {
    expect(figures('Rebels violated the truce 144 times, Moscow said.')).toEqual([
      ['truce violations', 144, 'violations', null],
    ])
    expect(figures('There were 23 violations of the truce, Moscow said.')).toEqual([
      ['truce violations', 23, 'violations', null],
    ])
  })
  it('reads words and what softens them', () => {
    expect(figures('At least eighteen people were killed, the UN said.')).toEqual([
      ['killed', 18, 'people', 'at least'],
    ])
    expect(figures('Around 250,000 civilians are besieged in Aleppo, the UN said.')[0]!.slice(1)).toEqual([
      250000,
      'people',
      'around',
    ])
  })
  it('keeps two ends of a range', () => {
    expect(read('Between 20 and 31 people were killed, medics said.')[0]!.figures[0]).toBeDefined()
    expect(read('From 20 to 31 people were killed, medics said.')[0]!.figures[0]).toMatchObject({
      value: null,
      low: 20,
      high: 31,
    })
  })
  it.each([
    ['20-30 people were killed', [['killed', null, 20, 30]]],
    ['Between 20 and 30 people were killed', [['killed', null, 20, 30]]],
    [
      'At least 20 people were killed and 30 wounded',
      [
        ['killed', 20, 20, null],
        ['injured', 30, null, null],
      ],
    ],
    [
      'Shells killed 20 people and injured 30 others',
      [
        ['killed', 20, null, null],
        ['injured', 30, null, null],
      ],
    ],
    ['Two dozen rebels were killed', [['killed', 24, null, null]]],
    ['Dozens of rebels were killed', [['killed', null, 24, null]]],
    ['Several hundred rebels were killed', [['killed', null, 200, null]]],
    ['One hundred and twenty people were killed', [['killed', 120, null, null]]],
    ['Some 40,000 people were killed', [['killed', 40_000, null, null]]],
    ['Shelling damaged 40 per cent of the houses', [['houses', 40, null, null]]],
    ['Air strikes cost almost $25 million', [['money', 25_000_000, null, 25_000_000]]],
    ['Troops withdrew at least 3.5 km', [['km', 3.5, 3.5, null]]],
    ['Clashes erupted two days ago', []],
    ['Gunmen shot dead a 30-year-old man', []],
  ])('reads `%s`', (words, expected) => {
    const found = read(`${words}, medics said.`).flatMap((claim) => claim.figures)
    expect(found.map(({ what, value, low, high }) => [what, value, low, high])).toEqual(expected)
  })
  it('reads the second number of one thing', () => {
    expect(figures('Moscow recorded 23 violations on Tuesday and 37 on Wednesday.').map(([, value]) => value)).toEqual([
      23, 37,
    ])
  })
  it('reads lengths of an extension', () => {
    expect(figures('The truce was extended for another 72 hours, Moscow said.')).toEqual([
      ['truce extension', 72, 'hours', null],
    ])
  })
})

describe('with what and against whom', () => {
  it('names weapon, victims and those blamed', () => {
    expect(read('Government sniper fire killed two civilians, the Observatory said.')).toMatchObject([
      { kind: 'sniper_fire', weapon: 'small_arms', victims: 'two civilians', actor_blamed: 'Syrian government' },
    ])
  })
  it('names of whom something is demanded', () => {
    expect(read('Washington must use its influence with the rebels, Lavrov said.')).toMatchObject([
      { target: 'United States', actor_blamed: 'rebels' },
    ])
  })
})
