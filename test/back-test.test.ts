// The Aleppo agreement over a year of real events, where the open data are at hand.
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

const UCDP = 'id,type_of_violence,side_a,side_b,date_start,date_end,latitude,longitude,best,low,high'

it('a row that cannot be used is named with its line and column, and the others are judged', async () => {
  const input = `${UCDP}\n1,1,A,B,2016-09-12,2016-09-12,36,37,0,0,0\n2,1,A,B,2016-09-31,2016-09-31,36,37,0,0,0\n`
  const [shown, json] = await Promise.all([
    truce(['back-test', EXAMPLE, '--events', '-'], { input }),
    truce(['back-test', EXAMPLE, '--events', '-', '--json'], { input }),
  ])
  expect(shown.code).toBe(0)
  expect(shown.out).toContain('-:3:9: `date_start`: `2016-09-31` is no day')
  expect(shown.out).toContain('help: write it as 2016-09-12')
  expect(JSON.parse(json.out)).toMatchObject({ events: 1, skipped: [{ row: 3, column: 9 }] })
})

it('a file with a broken row is refused at its line and column', async () => {
  const { code, err } = await truce(['back-test', EXAMPLE, '--events', '-'], { input: `${UCDP}\n1,1,A\n` })
  expect(code).toBe(1)
  expect(err).toContain('-:2:6: the row has 3 cells where the head has 11')
  expect(err).toContain('give the row a cell for every column')
})

it('bytes that are no text are refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'truce-'))
  await writeFile(join(folder, 'events.csv'), Buffer.from([...Buffer.from(`${UCDP}\n`), 0xff, 0xfe, 0x80]))
  const { code, err } = await truce(['back-test', EXAMPLE, '--events', join(folder, 'events.csv')])
  await rm(folder, { recursive: true })
  expect(code).toBe(1)
  expect(err).toContain('is not UTF-8 text')
})

describe('claims of the record', () => {
  it('are events too, and what is left out says why', async () => {
    const reports = [
      'read',
      `${EXAMPLE}/reports/01-april-call.txt`,
      `${EXAMPLE}/reports/14-sniper-fire-and-clashes.txt`,
      '--json',
    ]
    const claims = await truce(reports)
    const { code, out } = await truce(['back-test', EXAMPLE, '--events', '-', '--json'], { input: claims.out })
    expect(code).toBe(0)
    const { events, skipped, clauses } = JSON.parse(out)
    expect(events).toBeGreaterThan(0)
    expect(events + skipped.length).toBe(JSON.parse(claims.out).length)
    expect(skipped.every(({ why, help }: { why: string; help: string }) => why !== '' && help !== '')).toBe(true)
    const decided = clauses[0].decisions.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
    expect(decided).toBe(events)
  })

  it('that are malformed are named, and what is no JSON is refused at its line', async () => {
    const malformed = await truce(['back-test', EXAMPLE, '--events', '-', '--json'], { input: '[{"doc":"a"}]' })
    expect(JSON.parse(malformed.out).skipped[0]).toMatchObject({ row: 1, why: expect.stringContaining('claim') })
    const broken = await truce(['back-test', EXAMPLE, '--events', '-'], { input: '{"doc":"a"}\n{"doc"' })
    expect(broken.code).toBe(1)
    expect(broken.err).toContain('`-:2` is not JSON')
  })
})
