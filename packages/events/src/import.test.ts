import { dayNumber } from '@trucekeeper/time'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventReader, importEvents } from './index.ts'

const UCDP = 'id,type_of_violence,side_a,side_b,date_start,date_end,latitude,longitude,where_prec,best,low,high'
const ACLED = 'event_id_cnty,event_date,event_type,actor1,actor2,latitude,longitude,geo_precision,fatalities'

describe('a UCDP file', () => {
  it('is read into columns, its names once each', () => {
    const read = importEvents(
      `${UCDP}\n7,1,Government of A,Rebels,2016-09-12,2016-09-13,36.2,37.1,2,3,2,4\n8,3,Rebels,Civilians,2016-09-14 00:00:00.000,2016-09-14,36.3,37.2,1,0,0,0\n`,
      'ucdp-ged',
    )
    if (!read.ok) throw new Error(read.message)
    const { table } = read
    expect(table.names).toEqual(['Government of A', 'Rebels', 'Civilians'])
    expect([...table.from]).toEqual([dayNumber('2016-09-12'), dayNumber('2016-09-14')])
    expect([...table.sideB]).toEqual([1, 2])
    expect([...table.oneSided]).toEqual([0, 1])
    expect([...table.deathsBest]).toEqual([3, 0])
    expect(read.skipped).toEqual([])
  })

  it.each([
    ['a day that no calendar has', '7,1,A,B,2016-09-31,2016-09-31,36,37,1,0,0,0', 9, '`2016-09-31` is no day'],
    ['no day', '7,1,A,B,2016-09-14,,36,37,1,0,0,0', 20, 'it has no day'],
    ['an end before its beginning', '8,1,A,B,2016-09-14,2016-09-12,36,37,1,0,0,0', 20, 'it ends before it begins'],
    ['no id', ',1,A,B,2016-09-14,2016-09-14,36,37,1,0,0,0', 1, 'it has no id'],
    ['a kind of violence that is none', '9,4,A,B,2016-09-14,2016-09-14,36,37,1,0,0,0', 3, '`4` is no code'],
    ['a decimal comma', '9,1,A,B,2016-09-14,2016-09-14,"36,2",37,1,0,0,0', 31, '`36,2` is no latitude'],
    ['a latitude beyond the pole', '9,1,A,B,2016-09-14,2016-09-14,96,37,1,0,0,0', 31, '`96` is no latitude'],
    ['half a place', '9,1,A,B,2016-09-14,2016-09-14,36,,1,0,0,0', 34, '`` is no longitude'],
    ['a precision beyond the codes', '9,1,A,B,2016-09-14,2016-09-14,36,37,8,0,0,0', 37, '`8` is no precision'],
    ['a count in words', '9,1,A,B,2016-09-14,2016-09-14,36,37,1,many,0,0', 39, '`many` is no number of dead'],
    ['no count', '9,1,A,B,2016-09-14,2016-09-14,36,37,1,0,,0', 41, '`` is no number of dead'],
  ])('names a row with %s by line and column, and says what to do', (_, wrong, column, why) => {
    const read = importEvents(`${UCDP}\n1,1,A,B,2016-09-12,2016-09-12,36,37,1,0,0,0\n${wrong}\n`, 'ucdp-ged')
    expect(read).toMatchObject({
      ok: true,
      table: { size: 1 },
      skipped: [{ row: 3, column, why: expect.stringContaining(why), help: expect.stringMatching(/./) }],
    })
  })

  it('without a place keeps the event and says that it has none', () => {
    const read = importEvents(`${UCDP}\n7,1,A,,2016-09-12,2016-09-12,,,7,1,1,1\n`, 'ucdp-ged')
    if (!read.ok) throw new Error(read.message)
    expect(read.table.latitude[0]).toBeNaN()
    expect(read.table.sideB[0]).toBe(-1)
  })

  it.each([
    ['a broken quotation', `${UCDP}\n7,1,"A,B,2016-09-12\n`, 'is never closed', 2, 5],
    ['a mark inside a cell', `${UCDP}\n7,1,A "B",C\n`, 'stands inside a cell', 2, 7],
    ['text after a quotation', `${UCDP}\n7,1,"A"B,C\n`, 'comes more text', 2, 8],
    ['a row that is too short', `${UCDP}\n\n7,1,A\n`, 'has 3 cells where the head has 12', 3, 6],
    ['a row that is too long', `${UCDP}\n7,1,"A\nof C",B,,,,,,,,,,\n`, 'has 14 cells where the head has 12', 3, 17],
    ['another head', 'a,b\n1,2\n', 'has no column `id`', 1, 1],
    ['nothing in it', '', 'the file is empty', 1, 1],
  ])('with %s is refused at its place, with what to do', (_, text, said, line, column) => {
    expect(importEvents(text, 'ucdp-ged')).toMatchObject({
      ok: false,
      message: expect.stringContaining(said),
      help: expect.stringMatching(/./),
      line,
      column,
    })
  })

  it('whose quotation swallows the rest is refused long before all of it is in memory', () => {
    const reader = eventReader('ucdp-ged')
    expect(reader.push(`${UCDP}\n7,1,"A`)).toBe(true)
    let pieces = 0
    while (pieces < 50 && reader.push('x,\n'.repeat(100_000))) pieces += 1
    expect(pieces).toBeLessThan(10)
    expect(reader.end()).toMatchObject({ ok: false, line: 2, message: expect.stringContaining('does not end') })
  })

  it('is read the same in whatever pieces it comes, with either end of lines', () => {
    const text = fc.constantFrom('A', 'Rebels, of "B"', '\u2019Atman', 'a\nline', '')
    const rows = fc.array(fc.tuple(fc.nat(9999), text, text, fc.constantFrom('2016-09-12', '2016-09-31')), {
      maxLength: 8,
    })
    const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (given, end, last, size) => {
          const lines = given.map(([id, a, b, day]) => `${id},1,${cell(a)},${cell(b)},${day},${day},36,37,1,0,0,0`)
          const whole = `\uFEFF${[UCDP, ...lines].join(end)}${last ? end : ''}`
          const reader = eventReader(null)
          for (let at = 0; at < whole.length; at += size) reader.push(whole.slice(at, at + size))
          const [read, again] = [reader.end(), importEvents(whole, null)]
          expect(read).toEqual(again)
          if (!read.ok) throw new Error(read.message)
          const sound = given.filter(([, , , day]) => day === '2016-09-12')
          const named = (index: number) => (index === -1 ? '' : read.table.names[index])
          expect([...read.table.sideA].map(named)).toEqual(sound.map(([, a]) => a))
          expect([...read.table.sideB].map(named)).toEqual(sound.map(([, , b]) => b))
          expect(read.skipped).toHaveLength(given.length - sound.length)
          expect(reader.rows).toBe(given.length)
        },
      ),
    )
  })
})

describe('an ACLED file', () => {
  it('takes the first actor for the one who acted where the type of event says so', () => {
    const read = importEvents(
      `${ACLED}\nSYR1,2016-09-12,Battles,A,B,36.2,37.1,1,5\nSYR2,2016-09-12,Explosions/Remote violence,A,,36.2,37.1,1,0\n`,
      'acled',
    )
    if (!read.ok) throw new Error(read.message)
    expect([...read.table.oneSided]).toEqual([0, 1])
  })

  it('is read in the form that ACLED itself exports, its day written out', () => {
    const read = importEvents(`${ACLED}\nSYR1,12 September 2016,Battles,A,B,36.2,37.1,1,5\n`, null)
    if (!read.ok) throw new Error(read.message)
    expect([read.format, read.table.from[0]]).toEqual(['acled', dayNumber('2016-09-12')])
  })

  it.each([
    ['1', '2016-09-12', '2016-09-12'],
    ['2', '2016-09-09', '2016-09-15'],
    ['3', '2016-09-01', '2016-09-30'],
  ])('spreads an event of time precision %s over the days it may have been', (precision, from, to) => {
    const read = importEvents(`${ACLED},time_precision\nSYR1,2016-09-12,Battles,A,B,36.2,37.1,1,5,${precision}\n`, null)
    if (!read.ok) throw new Error(read.message)
    expect([read.table.from[0], read.table.to[0]]).toEqual([dayNumber(from), dayNumber(to)])
  })
})

it('a file tells its format by its head, quoted or not', () => {
  expect(importEvents(`${UCDP}\n`, null)).toMatchObject({ ok: true, format: 'ucdp-ged' })
  expect(importEvents(`"${ACLED.replaceAll(',', '","')}"\n`, null)).toMatchObject({ ok: true, format: 'acled' })
  expect(importEvents('a,b,c\n', null)).toMatchObject({ ok: false, code: 'unknown-format' })
})
