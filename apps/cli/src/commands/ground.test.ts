// truce ground as people run it: the example's answers, what is published, and what is said of wrong tables.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const EVENING = '2016-09-16T23:00+03:00'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truce-ground-'))
  for (const name of ['agreement.md', 'places.geojson', 'ground'])
    cpSync(join(EXAMPLE, name), join(folder, name), { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

function status(...words: string[]) {
  const {
    status: code,
    stdout,
    stderr,
  } = spawnSync(process.execPath, [TRUCE, 'ground', 'status', folder, ...words], {
    encoding: 'utf8',
  })
  return { code, stdout, stderr }
}

interface Answer {
  readonly accounts: readonly {
    readonly account: string
    readonly depths: readonly {
      readonly depth: {
        readonly party: string
        readonly depth_m: number
        readonly side: string
        readonly reading: string
      }
      readonly finding: string
      readonly cannot_confirm: readonly { readonly observer: string }[]
    }[]
    readonly movements: readonly { readonly party: string; readonly begun: string }[]
    readonly pairs: readonly { readonly state: string; readonly would_break: readonly string[] }[]
  }[]
  readonly series: readonly { readonly unit: string; readonly points: readonly { readonly observed_at: string }[] }[]
}

describe('truce ground status', () => {
  it('answers for the example which depth was not kept by whom, and who could not confirm', () => {
    const { accounts, series } = JSON.parse(status('--at', EVENING, '--json').stdout) as Answer
    const all = accounts.find(({ account }) => account === 'all-reported')!
    const found = all.depths.map(({ depth, finding }) => `${depth.party} ${depth.depth_m} ${depth.reading}: ${finding}`)
    expect(found.slice(0, 6)).toEqual([
      'government 3500 text: contested',
      'government 2500 text: not_kept',
      'government 1000 text: cannot_tell',
      'government 500 text: kept',
      'opposition 457 500 yards: cannot_tell',
      'opposition 500 500 metres: not_kept',
    ])
    expect(new Set(all.depths[0]!.cannot_confirm.map(({ observer }) => observer))).toEqual(new Set(['united-states']))
    expect(all.movements.map(({ party, begun }) => [party, begun])).toEqual([
      ['government', 'contested'],
      ['opposition', 'unknown'],
    ])
    expect(all.pairs.map(({ state }) => state)).toEqual(['mutual_wait', 'mutual_wait', 'mutual_wait'])
    const tanks = accounts.map(({ account, depths }) => [account, depths[0]!.finding])
    expect(tanks).toEqual(
      expect.arrayContaining([
        ['russia', 'kept'],
        ['opposition', 'not_kept'],
      ]),
    )
    expect(series.find(({ unit }) => unit === 'tanks-1')!.points[0]!.observed_at).toBe('2016-09-14T10:00:00+03:00')
  })

  it('says whose word each band is and what rests on rows that are made up, and fits a narrow terminal', () => {
    const { stdout } = spawnSync(process.execPath, [TRUCE, 'ground', 'status', folder, '--at', EVENING], {
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: '40' },
    })
    const said = stdout.replaceAll(/\s+/g, ' ')
    expect(said).toContain('✗ not kept government, 2500 m north of castello-road [example]')
    expect(said).toContain('carriers-1 at 1861 to 2461 m, by the word of united-nations (g05)')
    expect(said).toContain('16 Sep 2016 23:00')
    expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([])
  })

  it('quotes in the example only what stands in its documents', () => {
    for (const table of ['positions.csv', 'waits.csv', 'depths.csv']) {
      const lines = readFileSync(join(EXAMPLE, 'ground', table), 'utf8')
        .split('\n')
        .filter((line) => /\.(txt|md),/.test(line))
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) {
        const [, doc, quote] = /,([^,]+\.(?:txt|md)),"?(.+?)"?(?:,2016[^,]*)?$/.exec(line)!
        const path = doc!.endsWith('.md') ? doc! : join('reports', doc!)
        expect(readFileSync(join(EXAMPLE, path), 'utf8')).toContain(quote)
      }
    }
  })

  it('knows on an earlier evening only what had been recorded by then', () => {
    const known = status('--at', EVENING, '--known-at', '2016-09-16T16:00+03:00', '--json')
    const all = (JSON.parse(known.stdout) as Answer).accounts.find(({ account }) => account === 'all-reported')!
    expect(all.depths[0]!.finding).toBe('kept')
  })

  it('publishes bands, late, and nothing else', () => {
    const early = status('--at', EVENING, '--public')
    expect(early.stdout).toContain('Nothing is old enough')
    const { stdout } = status('--at', '2016-09-21T00:00+03:00', '--public', '--json')
    const published = JSON.parse(stdout) as { bands: { from_m: number }[] }
    expect(published.bands.length).toBeGreaterThan(0)
    expect(stdout).not.toMatch(/tanks-1|near_m|lon|error|3927|united-nations|g0\d/)
  })

  it('takes no table in by halves, and says the file, the row and the field', () => {
    const path = join(folder, 'ground/positions.csv')
    const sound = readFileSync(path, 'utf8')
    writeFileSync(path, sound.replace('tank,37.127,36.2695', 'tank,36.2695,37.127'))
    const swapped = status()
    writeFileSync(path, sound)
    expect({ ...swapped, stderr: '' }).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(swapped.stderr).toContain('ground/positions.csv, row 3, `lat` (F3)')
    expect(swapped.stderr).toContain('look swapped')
  })
})
