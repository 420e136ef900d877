import { describe, expect, it } from 'vitest'
import { dayNumber } from '@trucekeeper/time'
import { formatOf, importEvents } from './index.ts'

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

  it('names the rows it skips and why, by their line', () => {
    const read = importEvents(
      `${UCDP}\n7,1,A,B,2016-09-31,2016-09-31,36,37,1,0,0,0\n8,1,A,B,2016-09-14,2016-09-12,36,37,1,0,0,0\n,1,A,B,2016-09-14,2016-09-14,36,37,1,0,0,0\n`,
      'ucdp-ged',
    )
    expect(read).toMatchObject({
      ok: true,
      table: { size: 0 },
      skipped: [
        { row: 2, why: 'it has no day that can be read' },
        { row: 3, why: 'it ends before it begins' },
        { row: 4, why: 'it has no id' },
      ],
    })
  })

  it('without a place keeps the event and says that it has none', () => {
    const read = importEvents(`${UCDP}\n7,1,A,,2016-09-12,2016-09-12,,,7,1,1,1\n`, 'ucdp-ged')
    if (!read.ok) throw new Error(read.message)
    expect(read.table.latitude[0]).toBeNaN()
    expect(read.table.sideB[0]).toBe(-1)
  })

  it.each([
    ['a broken quotation', `${UCDP}\n7,1,"A,B,2016-09-12,2016-09-12,36,37,1,0,0,0\n`, 'no sound CSV'],
    ['a row that is too short', `${UCDP}\n7,1,A\n`, 'no sound CSV'],
    ['another head', 'a,b\n1,2\n', 'has no column `id`'],
  ])('with %s is refused', (_, text, said) => {
    expect(importEvents(text, 'ucdp-ged')).toMatchObject({ ok: false, message: expect.stringContaining(said) })
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
})

it('a file tells its format by its head', () => {
  expect(formatOf(UCDP)).toBe('ucdp-ged')
  expect(formatOf(`"${ACLED.replaceAll(',', '","')}"\n`)).toBe('acled')
  expect(formatOf('a,b,c\n')).toBeNull()
})
