// What may leave the desk about positions: coarse bands of distance, a window of time late, and nothing that says more.
import type { Instant } from '@trucekeeper/time'
import { HOUR_MS, known, type GroundQuestion } from './believed.ts'
import { isPlaced, type Placed } from './measure.ts'
import { isAssertion, type GroundRecord, type Line, type PullBackTerms, type WeaponClass } from './records.ts'
import { distanceToLine } from '@trucekeeper/geo'

export interface BandPolicy {
  /** Where bands end, in metres from the line, rising; beyond the last there is one more without end. */
  readonly edges_m: readonly number[]
  /** Length of a window; windows begin at whole multiples of it since 1970, not when anything happened. */
  readonly window_h: number
  /** How long after the end of a window nothing is said of it. */
  readonly delay_h: number
}

export const BAND_POLICY: BandPolicy = { edges_m: [500, 1000, 2500, 3500, 5000], window_h: 24, delay_h: 72 }

/** A desk may be more careful than this, never less. */
const LEAST = { width_m: 500, window_h: 24, delay_h: 24 } as const

/** That somebody reported weapons of a class of a party between two distances from a line in a window. */
export interface PublicBand {
  readonly line: string
  readonly party: string
  readonly weapon_class: WeaponClass | null
  readonly window_from: Instant
  readonly window_to: Instant
  readonly from_m: number
  /** Null for the band without end. */
  readonly to_m: number | null
}

export interface PublicGround {
  readonly policy: BandPolicy
  readonly bands: readonly PublicBand[]
}

export type Published =
  | { readonly ok: true; readonly ground: PublicGround }
  | { readonly ok: false; readonly message: string; readonly help: string }

/**
 * Bands of reported distance. Neither the error of a position, its side, its unit, its observer nor how many there are
 * goes in: an error shown near an edge would say how near to the edge it is, and a side how near to the line. Nor is it
 * said whether a depth is kept: a depth inside a band would be one more edge. So all positions of a party and a class in one
 * band and one window give the same bytes.
 */
export function publicGround(
  terms: PullBackTerms,
  record: GroundRecord,
  question: GroundQuestion,
  policy: BandPolicy = BAND_POLICY,
): Published {
  const refused = tooFine(policy)
  if (refused) return { ok: false, ...refused }
  const bands = new Map<string, PublicBand>()
  for (const row of known(record, question).positions.filter(isPlaced).filter(isAssertion)) {
    const window_ms = policy.window_h * HOUR_MS
    const window_from = Math.floor(row.observedAt / window_ms) * window_ms
    const window_to = window_from + window_ms
    if (window_to + policy.delay_h * HOUR_MS > question.at) continue
    for (const line of terms.lines) {
      if (!terms.depths.some((depth) => depth.party === row.party && depth.line === line.id)) continue
      const { from_m, to_m } = bandAt(row, line, policy)
      const key = [line.id, row.party, row.weaponClass ?? '', window_from, from_m].join('\n')
      bands.set(key, {
        line: line.id,
        party: row.party,
        weapon_class: row.weaponClass,
        window_from,
        window_to,
        from_m,
        to_m,
      })
    }
  }
  const ordered = [...bands].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, band]) => band)
  return { ok: true, ground: { policy, bands: ordered } }
}

function bandAt(
  { place }: Placed,
  { positions }: Line,
  { edges_m }: BandPolicy,
): { from_m: number; to_m: number | null } {
  const { metres } = distanceToLine(place, positions)
  const above = edges_m.findIndex((edge) => metres < edge)
  if (above === -1) return { from_m: edges_m.at(-1)!, to_m: null }
  return { from_m: edges_m[above - 1] ?? 0, to_m: edges_m[above]! }
}

function tooFine({ edges_m, window_h, delay_h }: BandPolicy): { message: string; help: string } | null {
  const narrow = edges_m.find((edge, at) => !(edge - (edges_m[at - 1] ?? 0) >= LEAST.width_m))
  if (edges_m.length === 0 || narrow !== undefined)
    return {
      message: `the band that ends at \`${narrow ?? 'nothing'}\` is narrower than ${LEAST.width_m} m`,
      help: `give edges that rise by at least ${LEAST.width_m} m`,
    }
  if (!(window_h >= LEAST.window_h) || !(delay_h >= LEAST.delay_h))
    return {
      message: `a window of \`${window_h}\` and a delay of \`${delay_h}\` hours tell too much too soon`,
      help: `give at least ${LEAST.window_h} and ${LEAST.delay_h} hours`,
    }
  return null
}
