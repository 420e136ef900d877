// The Aleppo agreement over a year of real events, where the open data are at hand.
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXAMPLE, truce } from './support/command.ts'

const GED = new URL('../../shared/data/ucdp_ged_syria_2016.csv', import.meta.url).pathname

describe.skipIf(!existsSync(GED))('6,170 events of 2016 (skipped where the data are not beside the project)', () => {
  it('begin 109 times while the truce was in force, 60 of them between government and insurgents', async () => {
    const { code, out } = await truce(['back-test', EXAMPLE, '--events', GED, '--json'])
    expect(code).toBe(0)
    const [government] = JSON.parse(out).clauses
    expect(JSON.parse(out)).toMatchObject({ events: 6170, skipped: [] })
    expect(government).toMatchObject({ id: 'cessation.government', begun: { events: 109, between_parties: 60 } })
    const decided = government.decisions.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
    expect(decided, 'every event has a decision and a reason').toBe(6170)
  })
})

it('a file of another format is refused with the formats there are', async () => {
  const { code, err } = await truce(['back-test', EXAMPLE, '--events', '-'], { input: 'a,b\n1,2\n' })
  expect(code).toBe(2)
  expect(err).toContain('name one with --format: ucdp-ged, acled')
})

it('an anchor that no power designates cannot be supposed', async () => {
  const { code, err } = await truce(
    ['back-test', EXAMPLE, '--events', '-', '--format', 'ucdp-ged', '--set', 'day-x=2016-09-12T19:00+03:00'],
    {
      input:
        'id,type_of_violence,side_a,side_b,date_start,date_end,latitude,longitude,best,low,high\n1,1,A,B,2016-09-12,2016-09-12,36,37,0,0,0\n',
    },
  )
  expect(code).toBe(2)
  expect(err).toContain('`day-d`')
})
