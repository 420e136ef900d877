// Tracks against their corridor, and what of them is published.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TrackRow } from '../records/index.ts'
import { publishedTrack, trackFindings } from './track.ts'

const LINE = [
  [37, 36.2],
  [37.2, 36.2],
] as const
const NOON = Date.UTC(2016, 8, 13, 12)
const HOUR = 3_600_000

function point(lat: number, at = NOON, errorM = 30): TrackRow {
  const said = {
    name: `p${at}${lat}`,
    file: 'tracks.csv',
    row: 2,
    source: 's',
    doc: 'd',
    quote: 'q',
    recordedAt: at,
    corrects: null,
    withdraws: null,
  }
  return { ...said, consignmentId: 'c1', vehicleId: 't1', at, point: [37.1, lat], errorM }
}

describe('a track', () => {
  it('kept to its corridor, left it, or nobody can tell because the error straddles the edge', () => {
    const corridor = (lat: number, errorM?: number) =>
      trackFindings([point(lat, NOON, errorM)], LINE, 500, null)[0]!.corridor
    expect(corridor(36.201)).toBe('kept')
    expect(corridor(36.21)).toBe('left')
    expect(corridor(36.2046)).toBe('cannot_tell')
  })

  it('says when it was out of the corridor and out of the window', () => {
    const window = { from: NOON, to: NOON + HOUR }
    const [found] = trackFindings([point(36.2), point(36.3, NOON + 2 * HOUR)], LINE, 500, window)
    expect(found).toMatchObject({ corridor: 'left', window: 'left', leftAt: { from: NOON + 2 * HOUR } })
  })

  it('tells nothing where no corridor is agreed', () => {
    expect(trackFindings([point(36.2)], null, null, null)[0]).toMatchObject({
      corridor: 'not_observed',
      window: 'not_observed',
    })
  })
})

describe('a published track', () => {
  it('has cells for positions and hours for times, and nothing younger than the delay', () => {
    const tracks = [point(36.2), point(36.2001, NOON + 60_000), point(36.2, NOON + 30 * HOUR)]
    expect(publishedTrack(tracks, NOON + 48 * HOUR, 24)).toEqual([{ vehicleId: 't1', hour: NOON, cell: 'sy6m' }])
  })

  it('does not tell two positions in one cell and hour apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_599_999 }), (later) => {
        const now = NOON + 48 * HOUR
        expect(publishedTrack([point(36.21, NOON + later)], now, 24)).toEqual(publishedTrack([point(36.2)], now, 24))
      }),
    )
  })
})
