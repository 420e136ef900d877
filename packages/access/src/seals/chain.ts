// Seal chains: whether the seals put on a vehicle are those that came, and where the chain broke if they are not.
import type { ConvoyStatus, SealCheck } from '@trucekeeper/codes'
import type { EventRow, SealRow } from '../records/index.ts'
import { namesOf, type Moment } from '../said.ts'

/** resealed: opened on the way with a new seal put on and its number recorded. unknown: too little is recorded to tell. */
export type ChainState = 'whole' | 'resealed' | 'broken' | 'contested' | 'unknown'

export interface ChainBreak {
  readonly what: 'found_broken' | 'other_number' | 'removed_on_the_way'
  readonly sealNo: string
  readonly place: string
  readonly at: Moment
  /** Who found it, not who did it. */
  readonly foundBy: string
  readonly source: string
  /** Where it was last whole; null where nobody found it so. */
  readonly lastWhole: { readonly place: string; readonly at: Moment; readonly row: string } | null
  /** Words of others that the same seal was intact then or later. */
  readonly against: readonly string[]
  readonly row: string
}

export interface SealChain {
  readonly consignmentId: string
  readonly vehicleId: string
  readonly state: ChainState
  /** One sentence that says why. */
  readonly reason: string
  /** Every break that anybody tells of, the earliest first. */
  readonly breaks: readonly ChainBreak[]
  /** Points it passed at which nobody looked at its seal. */
  readonly unchecked: readonly string[]
  readonly checks: readonly {
    readonly sealNo: string
    readonly check: SealCheck
    readonly place: string
    readonly at: Moment
    readonly by: string
    readonly source: string
    readonly row: string
  }[]
  readonly rows: readonly string[]
}

/** At one moment a seal is first put on, then looked at, then taken off. */
const ORDER: readonly SealCheck[] = ['applied', 'intact', 'broken', 'replaced', 'removed']
const ARRIVED: ReadonlySet<ConvoyStatus> = new Set(['unloaded', 'delivered', 'handed_over'])
const POINTS: ReadonlySet<ConvoyStatus> = new Set([
  'waiting_at_crossing',
  'crossed',
  'at_checkpoint',
  'cleared_customs',
])

/** The chain of one vehicle, from its checks and the events of its consignment. */
export function sealChain(
  consignmentId: string,
  vehicleId: string,
  checks: readonly SealRow[],
  events: readonly EventRow[],
): SealChain {
  const ordered = checks.toSorted(
    (a, b) =>
      a.at.from - b.at.from ||
      a.at.to - b.at.to ||
      ORDER.indexOf(a.check) - ORDER.indexOf(b.check) ||
      (a.name < b.name ? -1 : 1),
  )
  const own = events.filter((event) => event.vehicleId === null || event.vehicleId === vehicleId)
  const breaks = breaksOf(ordered, own)
  const checkedAt = new Set(ordered.map(({ place }) => place))
  const points = own.flatMap(({ status, place }) => (POINTS.has(status) && place !== null ? [place] : []))
  const [state, reason] = stateOf(ordered, breaks)
  return {
    consignmentId,
    vehicleId,
    state,
    reason,
    breaks,
    unchecked: [...new Set(points)].filter((place) => !checkedAt.has(place)),
    checks: ordered.map(({ sealNo, check, place, at, by, source, name }) => ({
      sealNo,
      check,
      place,
      at,
      by,
      source,
      row: name,
    })),
    rows: namesOf(ordered),
  }
}

function stateOf(ordered: readonly SealRow[], breaks: readonly ChainBreak[]): [ChainState, string] {
  const uncontested = breaks.find(({ against }) => against.length === 0)
  if (uncontested) return ['broken', sayBreak(uncontested)]
  if (breaks.length > 0) return ['contested', `${sayBreak(breaks[0]!)}; others found it intact then or later`]
  if (ordered.length === 0) return ['unknown', 'nobody recorded a seal']
  const putOn = ordered.some(({ check }) => check === 'applied')
  if (!putOn) return ['unknown', 'nobody recorded when its seal was put on']
  if (ordered.every(({ check }) => check === 'applied'))
    return ['unknown', 'nobody looked at its seal after it was put on']
  const removed = ordered.find(({ check }) => check === 'removed')
  const replaced = ordered.find(({ check }) => check === 'replaced')
  const end = removed
    ? ` until it was taken off at ${removed.place}`
    : ` at every check, last at ${ordered.at(-1)!.place}`
  if (replaced)
    return [
      'resealed',
      `seal ${replaced.sealNo} was replaced by ${replaced.newNo} at ${replaced.place}, and intact${end}`,
    ]
  return ['whole', `intact${end}`]
}

function sayBreak({ what, sealNo, place, lastWhole }: ChainBreak): string {
  const words = {
    found_broken: `seal ${sealNo} was found broken at ${place}`,
    other_number: `seal ${sealNo}, which nobody put on, was found at ${place}`,
    removed_on_the_way: `seal ${sealNo} was taken off on the way at ${place}`,
  }[what]
  return `${words}${lastWhole ? `, last whole at ${lastWhole.place}` : ', never found whole before'}`
}

/** Follows every seal from where it was put on; a replacement hands the chain on to its new number. */
function breaksOf(ordered: readonly SealRow[], events: readonly EventRow[]): ChainBreak[] {
  const numbers = new Set<string>()
  const breaks: ChainBreak[] = []
  const reported = new Set<string>()
  let whole: SealRow | null = null
  const note = (what: ChainBreak['what'], row: SealRow) => {
    // Two sources that found one seal broken at one place tell of one break.
    const key = JSON.stringify([what, row.sealNo, row.place])
    if (reported.has(key)) return
    reported.add(key)
    breaks.push({
      what,
      sealNo: row.sealNo,
      place: row.place,
      at: row.at,
      foundBy: row.by,
      source: row.source,
      lastWhole: whole ? { place: whole.place, at: whole.at, row: whole.name } : null,
      against: ordered
        .filter((other) => other.source !== row.source && contradicts(other, row))
        .map(({ name }) => name),
      row: row.name,
    })
  }
  for (const row of ordered) {
    if (row.check === 'applied') numbers.add(row.sealNo)
    else if (numbers.size > 0 && !numbers.has(row.sealNo)) {
      const seenLater = ordered.some(
        (other) => numbers.has(other.sealNo) && other.check === 'intact' && other.at.to >= row.at.from,
      )
      if (!seenLater) note('other_number', row)
      numbers.add(row.sealNo)
    }
    if (row.check === 'broken') note('found_broken', row)
    if (row.check === 'removed' && !endsThere(row, events)) note('removed_on_the_way', row)
    if (row.newNo !== null && row.check === 'replaced') numbers.add(row.newNo)
    if (row.check === 'applied' || row.check === 'intact' || row.check === 'replaced') whole = row
  }
  return breaks
}

/** A broken seal is not intact afterwards, nor at that very place and time. */
function contradicts(other: SealRow, broken: SealRow): boolean {
  return other.sealNo === broken.sealNo && other.check === 'intact' && other.at.to >= broken.at.from
}

/** A seal comes off where the goods arrive. Where it went on afterwards and had not arrived, it came off on the way. */
function endsThere(removed: SealRow, events: readonly EventRow[]): boolean {
  const arrived = events.some(
    ({ status, place, at }) => ARRIVED.has(status) && (place === removed.place || at.from <= removed.at.to),
  )
  return (
    arrived || !events.some(({ at, place }) => at.from > removed.at.to && place !== null && place !== removed.place)
  )
}
