// truce access and truce convoy with the real binary, on the example and on folders with one wrong cell.
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'access-'))
})
afterAll(() => rm(folder, { recursive: true }))

function truce(args: readonly string[], columns = '100') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...args], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: columns, NO_COLOR: '1' },
  })
  return { status, stdout, stderr }
}

/** A copy of the example with something replaced in one of its tables. */
async function changed(name: string, table: string, from: string, to: string): Promise<string> {
  const dir = join(folder, name)
  await cp(EXAMPLE, dir, { recursive: true })
  const path = join(dir, 'access', table)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
  return dir
}

describe('truce access', () => {
  it('answers in sentences, with the words of those who said so and what is made up said to be so', () => {
    const { status, stdout } = truce(['access', 'status', EXAMPLE, '--at', '2016-09-16T23:00+03:00'])
    expect(status).toBe(0)
    expect(stdout).toContain('fewer than half')
    expect(stdout).toContain('“No permission to move has come, an OCHA spokesman said.” (ocha')
    expect(stdout).toContain('[in part example]')
  })

  it('fits a narrow terminal', () => {
    for (const command of ['status', 'funnel'])
      for (const line of truce(['access', command, EXAMPLE], '48').stdout.split('\n'))
        expect(line.length).toBeLessThanOrEqual(48)
  })

  it('gives the funnel as JSON, stage by stage', () => {
    const { stdout } = truce(['access', 'funnel', EXAMPLE, '--at', '2016-09-16T23:00+03:00', '--json'])
    const { question, funnel } = JSON.parse(stdout)
    expect(question.at).toBe('2016-09-16T23:00:00+03:00')
    expect(
      funnel.map(({ stage, requests }: { stage: string; requests: { low: number } }) => [stage, requests.low]),
    ).toEqual([
      ['requested', 9],
      ['approved_in_principle', 7],
      ['approved', 4],
      ['loaded', 2],
      ['sealed', 2],
      ['at_crossing', 1],
      ['crossed', 0],
      ['delivered', 0],
      ['monitored', 0],
    ])
  })

  it('knows at an earlier instant only what had been recorded by then', () => {
    const { stdout } = truce(['access', 'status', EXAMPLE, '--known-at', '2016-09-14T00:00+03:00', '--json'])
    const { sentences } = JSON.parse(stdout)
    expect(JSON.stringify(sentences)).not.toContain('convoy-3')
    expect(JSON.stringify(sentences)).toContain('convoy-1')
  })

  it('reads nothing where one cell is wrong, and names the cell', async () => {
    const dir = await changed('formula', 'events.csv', 'checkpoint A', "=cmd|' /C calc'!A0")
    const { status, stderr, stdout } = truce(['access', 'status', dir])
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('access/events.csv, row 19, `place` (E19): `=cmd|')
    expect(stderr).toContain('nothing was read')
  })

  it('asks back when nobody of that name says anything', () => {
    const { status, stderr } = truce(['access', 'status', EXAMPLE, '--source', 'nobody'])
    expect(status).toBe(2)
    expect(stderr).toContain('`ocha`')
  })
})

describe('truce convoy', () => {
  it('ends with 1 where a seal chain broke, and names the point', () => {
    const { status, stdout } = truce(['convoy', 'check-seals', EXAMPLE, '--at', '2016-09-16T23:00+03:00'])
    expect(status).toBe(1)
    expect(stdout).toContain('seal S-301 was found broken at checkpoint B, last whole at')
  })

  it('ends with 0 while none had', () => {
    expect(truce(['convoy', 'check-seals', EXAMPLE, '--at', '2016-09-15T10:00+03:00']).status).toBe(0)
  })

  it('gives positions as cells and hours, never as they were measured', async () => {
    const { stdout } = truce(['convoy', 'status', EXAMPLE, '--json'])
    const measured = (await readFile(join(EXAMPLE, 'access', 'tracks.csv'), 'utf8')).matchAll(/,(3\d\.\d{4}),/g)
    for (const [, degrees] of measured) expect(stdout).not.toContain(String(Number(degrees)))
    expect(JSON.parse(stdout).tracks[0]).toEqual({
      vehicle_id: 'truck-301',
      hour: '2016-09-15T07:00:00+03:00',
      cell: 'sy6q',
    })
  })

  it('keeps what one source alone says apart', () => {
    const { stdout } = truce(['convoy', 'status', EXAMPLE, '--source', 'syrian-army-command', '--json'])
    const { consignments } = JSON.parse(stdout)
    expect(consignments).toMatchObject([
      { consignment_id: 'convoy-1', waits: [], reached: 'not_reached', status: { rec24: '23' } },
    ])
  })

  it('reads nothing where a seal number stands on two vehicles', async () => {
    const dir = await changed(
      'seals',
      'seals.csv',
      'S-102,convoy-1,truck-102,applied',
      'S-101,convoy-1,truck-102,applied',
    )
    const { status, stderr } = truce(['convoy', 'check-seals', dir])
    expect(status).toBe(1)
    expect(stderr).toContain('the seal `S-101` is on vehicle `truck-101`')
  })
})
