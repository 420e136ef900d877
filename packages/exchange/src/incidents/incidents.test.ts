import { importEvents } from '@trucekeeper/events'
import { describe, expect, it } from 'vitest'
import { incidentsOfEvents, incidentsOfInsecurityInsight, INCIDENTS, weaponClasses, writeCsv } from '../index.ts'

const SAID = { source: 'Insecurity Insight', doc: 'attacks.csv', recorded_at: '2026-11-22T10:00:00Z' }
const HEAD = [
  'Date',
  'Event Description',
  'Admin 1',
  'Latitude',
  'Longitude',
  'Geo Precision',
  'Reported Perpetrator Name',
  'Weapon Carried/Used',
  'Location ',
  'Number of Attacks on Health Facilities Reporting Damaged',
  'Looting/Theft/Robbery/Burglary of Health Supplies',
  'Access Denied or Obstructed',
  'Health Transportation Damaged',
  'Health Workers Killed',
  'Health Workers Kidnapped',
  'Health Workers Arrested',
  'SiND Event ID',
].join(',')
const ROW =
  '2016-09-19,A clinic was hit.,Aleppo Governorate,36.2,37.1,(2) 25 km Precision ,No Information,"Aerial Bomb: Plane, Firearms",Health Building,1,1,True,18,2,1,2,77'
const read = (...rows: string[]) => incidentsOfInsecurityInsight([HEAD, ...rows].join('\n'), SAID)

describe('an attack on health care', () => {
  it('is an incident with what was hit, what it did to it, and with which weapons', () => {
    expect(read(ROW)).toMatchObject({
      ok: true,
      skipped: [],
      rows: [
        {
          incident_id: 'sind-77',
          occurred_from: '2016-09-19',
          lat: 36.2,
          where_prec: '2',
          incident_type: 'attack_on_protected_object',
          weapon_class: 'air_manned;small_arms',
          weapon_words: 'Aerial Bomb: Plane, Firearms',
          protected_object_type: 'health_facility;health_transport;health_worker',
          facility_effect: 'damaged;supplies_taken;access_denied',
          facilities_damaged: 1,
          facilities_destroyed: null,
          transport_damaged: 18,
          workers_killed: 2,
          workers_taken: 3,
          actor: null,
          quote: 'A clinic was hit.',
          ...SAID,
        },
      ],
    })
  })

  it.each([
    ['no day', ROW.replace('2016-09-19', '19/9/2016'), '2:1', '`Date`: `19/9/2016` is no day'],
    ['no id', ROW.replace(/,77$/, ','), '2:160', 'it has no id'],
    ['a latitude beyond the pole', ROW.replace('36.2', '136.2'), '2:1', '`lat`: `136.2` is beyond 90 degrees'],
    ['half a position', ROW.replace('37.1', ''), '2:1', '`lon` is empty where the other is not'],
    ['a count in words', ROW.replace(',18,', ',many,'), '2:151', ': `many` is no count'],
  ])('with %s is left out and named', (_, row, place, said) => {
    const taken = read(row, ROW)
    if (!taken.ok) throw new Error('refused')
    expect(taken.rows).toHaveLength(1)
    expect(taken.skipped).toMatchObject([{ row: 2, place, message: expect.stringContaining(said) }])
  })

  it('is not read from a file of another form', () => {
    expect(incidentsOfInsecurityInsight('a,b\n1,2\n', SAID)).toMatchObject({ ok: false, flaws: [{ place: '1:1' }] })
    expect(read('"')).toMatchObject({ ok: false, flaws: [{ place: '2:1' }] })
  })
})

it.each([
  ['Aerial Bomb: Drone', 'uav'],
  ['Shelling', 'unknown'],
  ['Something new', 'unknown'],
  ['constructor', 'unknown'],
  ['Unarmed Perpetrator', null],
  ['Firearms, Not Applicable: No Direct Violence', 'small_arms'],
  ['', null],
])('the weapon %j is of the class %s', (words, classes) => {
  expect(weaponClasses(words)).toBe(classes)
})

it('events of UCDP say who acted where the set says so, and otherwise who fought', () => {
  const events = importEvents(
    'id,type_of_violence,side_a,side_b,date_start,date_end,latitude,longitude,where_prec,best,low,high\n' +
      '7,1,Government of A,Rebels,2016-09-12,2016-09-13,36.2,37.1,2,3,2,4\n' +
      '8,3,Rebels,Civilians,2016-09-14,2016-09-14,,,6,1,1,1\n',
    'ucdp-ged',
  )
  if (!events.ok) throw new Error(events.message)
  const rows = incidentsOfEvents(events.table, 'ucdp-ged', SAID)
  expect(rows).toMatchObject([
    { incident_id: 'ucdp-ged-7', fought: 'Government of A;Rebels', actor: null, where_prec: '2', deaths_high: 4 },
    { incident_id: 'ucdp-ged-8', actor: 'Rebels', target: 'Civilians', lat: null, incident_type: null },
  ])
  expect(writeCsv(INCIDENTS, rows, { hxl: true }).ok).toBe(true)
})
