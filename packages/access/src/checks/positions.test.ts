// Swapped positions are told among more places than a call can take as arguments.
import type { Position } from '@trucekeeper/geo'
import { expect, it } from 'vitest'
import { recordsOf } from '../testing/sheets.ts'
import { flagSwapped } from './positions.ts'

function flaggedAt(point: Position, places: readonly Position[]): string[] {
  const flagged: string[] = []
  const records = recordsOf()
  const area = { ...records.areas[0]!, point }
  flagSwapped({ ...records, areas: [area] }, places, (row, column) => flagged.push(`${row.row} ${column}`))
  return flagged
}

it('tells a swapped position from one that lies among the places, of which there may be 200,000', () => {
  const places = Array.from({ length: 200_000 }, (_, at): Position => [36.2 + (at % 100) / 1000, 33.4])
  expect(flaggedAt([33.4, 36.2], places)).toEqual(['2 lat'])
  expect(flaggedAt([36.2, 33.4], places)).toEqual([])
  expect(flaggedAt([36.6, 33.8], places)).toEqual([])
})
