// What a folder tells of the land its records are about: where its places lie, and which P-codes are in use.
import type { Surroundings } from '@trucekeeper/exchange'
import { parsePlaces, type Geometry } from '@trucekeeper/geo'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesAt } from '../arguments.ts'
import { Stop } from '../terminal.ts'

/** Records lie near the places of an agreement, not only among them. */
const MARGIN_DEGREES = 1

/** `pcodes` as the option gives them: `VERSION=FILE`, each file a P-code a line. */
export async function surroundingsOf(dir: string | null, pcodes: readonly string[]): Promise<Surroundings> {
  const extent = dir === null ? null : await extentOf(dir)
  const sets = await Promise.all(pcodes.map(codesOf))
  return { ...(extent ? { extent } : {}), ...(sets.length > 0 ? { boundaries: new Map(sets) } : {}) }
}

async function codesOf(given: string): Promise<readonly [string, ReadonlySet<string>]> {
  const [, version, path] = /^([^=]+)=(.+)$/.exec(given) ?? []
  if (version === undefined || path === undefined)
    throw new Stop(`\`${given}\` is no boundary set`, 'write --pcodes VERSION=FILE, such as syr-2018=pcodes.txt')
  const lines = new TextDecoder().decode(await bytesAt(path)).split('\n')
  const codes = lines.map((line) => line.split(',')[0]!.trim()).filter((code) => code !== '')
  return [version, new Set(codes)]
}

async function extentOf(dir: string): Promise<readonly [number, number, number, number] | null> {
  const text = await readFile(join(dir, 'places.geojson'), 'utf8').catch(() => null)
  const positions = text === null ? [] : parsePlaces(text).places.flatMap(({ geometry }) => positionsOf(geometry))
  if (positions.length === 0) return null
  const [longitudes, latitudes] = [positions.map(([longitude]) => longitude), positions.map(([, latitude]) => latitude)]
  return [
    Math.min(...longitudes) - MARGIN_DEGREES,
    Math.min(...latitudes) - MARGIN_DEGREES,
    Math.max(...longitudes) + MARGIN_DEGREES,
    Math.max(...latitudes) + MARGIN_DEGREES,
  ]
}

function positionsOf({ type, coordinates }: Geometry): (readonly [number, number])[] {
  switch (type) {
    case 'Point':
      return [coordinates]
    case 'LineString':
      return [...coordinates]
    case 'Polygon':
      return coordinates.flat()
    case 'MultiPolygon':
      return coordinates.flat(2)
  }
}
