// truce separation as people and scripts run it: what it prints, what it refuses, and the code it ends with.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const ROAD = {
  type: 'LineString',
  coordinates: [
    [37, 36],
    [37.2, 36],
  ],
}
const point = (id: string, lon: number, lat: number) => ({
  type: 'Feature',
  id,
  properties: {},
  geometry: { type: 'Point', coordinates: [lon, lat] },
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truce-separation-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function separation(features: readonly unknown[], ...words: string[]) {
  writeFileSync(join(folder, 'road.geojson'), JSON.stringify(ROAD))
  writeFileSync(join(folder, 'points.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [TRUCE, 'separation', '--line', 'road.geojson', '--points', 'points.geojson', ...words],
    { cwd: folder, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

describe('truce separation', () => {
  it('prints the distance, the side and the nearest place of each', () => {
    const { status, stdout, stderr } = separation([point('north', 37.1, 36.1), point('start', 37, 36)], '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [north, start] = JSON.parse(stdout) as { metres: number; nearest: number[] }[]
    expect(north).toMatchObject({ id: 'north', side: 'left' })
    expect(north!.metres).toBeCloseTo(11_092, -1)
    expect(north!.nearest[0]).toBeCloseTo(37.1, 5)
    expect(start).toEqual({ id: 'start', metres: 0, side: 'on', nearest: [37, 36] })
  })

  it('prints a line for each without --json', () => {
    expect(separation([point('south', 37.1, 35.9), point('start', 37, 36)]).stdout).toMatch(
      /^south {2}11100\.\d\d m right {2}from 37\.1, 36\.0000\d+\nstart {2}on the line {2}from 37, 36\n$/,
    )
  })

  it('refuses the whole file, naming it, the feature and the position, and ends with 1', () => {
    const { status, stdout, stderr } = separation([point('good', 37.1, 36.1), point('bad', 36, 137)], '--json')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(
      '`points.geojson`: feature `bad` is a point that is not on the globe, at `geometry.coordinates` ([36,137])',
    )
    expect(stderr).toContain('longitude first')
  })

  it('warns of points that look swapped, and answers all the same', () => {
    const { status, stdout, stderr } = separation([point('good', 37.1, 36.05), point('odd', 36.05, 37.1)], '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toHaveLength(2)
    expect(stderr).toContain('warning: `points.geojson`: a point lies more than ten times nearer')
    expect(stderr).toContain('first feature `odd` at `[36.05,37.1]`')
  })

  it('says that there is no such file, and ends with 2', () => {
    const { status, stderr } = separation([], '--line', 'none.geojson')
    expect(status).toBe(2)
    expect(stderr).toContain('there is no such file')
  })
})
