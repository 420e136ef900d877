// A road along the equator, two parties, and positions so many metres from it: what the tests of the ground are told with.
import { parseInstant } from '@trucekeeper/time'
import type { Account, GroundQuestion } from './believed.ts'
import type { Depth, GroundRecord, Line, Position, PullBackTerms, Wait } from './records.ts'

/** Metres in a degree of latitude at the equator on WGS 84. */
const DEGREE_M = 110_574.3886

export const ROAD: Line = {
  id: 'road',
  name: 'the road',
  positions: [
    [36.9, 0],
    [37.1, 0],
  ],
  tolerance_m: 0,
}

export const EVERYONE: Account = { id: 'all-reported', trusts: null, sources: 1 }

export function time(text: string): number {
  return parseInstant(`2016-09-${text}+03:00`)!
}

export const EVENING = time('16T23:00')

export function asked(more: Partial<GroundQuestion> = {}): GroundQuestion {
  return { at: EVENING, account: EVERYONE, ...more }
}

let rows = 0

/** A unit seen so many metres north of the road; south where negative. */
export function seen(metresNorth: number, more: Partial<Position> = {}): Position {
  rows += 1
  return {
    id: `row-${rows}`,
    party: 'north-party',
    unit: 'tanks-1',
    weaponClass: 'tank',
    place: [37, metresNorth / DEGREE_M],
    errorRadius_m: 50,
    observedAt: time('16T12:00'),
    means: 'saw',
    observer: 'monitor',
    stance: 'asserts',
    source: 'example',
    doc: null,
    quote: null,
    recordedAt: time('16T18:00'),
    ...more,
  }
}

/** Words on a party as a whole, without a place. */
export function said(stance: Position['stance'], observer: string, more: Partial<Position> = {}): Position {
  return seen(0, {
    stance,
    observer,
    unit: '',
    weaponClass: null,
    place: null,
    errorRadius_m: null,
    means: null,
    ...more,
  })
}

export function depth(more: Partial<Depth> = {}): Depth {
  const base = { clause: 'pull-back-north', party: 'north-party', line: 'road', side: 'north', depth_m: 1000 } as const
  const words = { of: 'tanks', reading: 'text', source: 'agreement', quote: 'tanks go back to 1,000 metres' }
  return { id: 'd', ...base, weapons: ['tank'], ...words, ...more }
}

export const BOTH: PullBackTerms = {
  lines: [ROAD],
  depths: [depth(), depth({ id: 's', clause: 'pull-back-south', party: 'south-party', side: 'south' })],
  pairs: [
    {
      a: { clause: 'pull-back-north', party: 'north-party' },
      b: { clause: 'pull-back-south', party: 'south-party' },
      tolerance_h: 24,
    },
  ],
  attest: { 'pull-back-north': ['monitor', 'guarantor'], 'pull-back-south': ['monitor', 'guarantor'] },
}

export function termsWith(...depths: readonly Depth[]): PullBackTerms {
  return { ...BOTH, depths, pairs: [] }
}

export function recordOf(positions: readonly Position[], waits: readonly Wait[] = []): GroundRecord {
  return { positions, waits, sites: [] }
}
