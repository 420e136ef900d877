// What the record says in sentences, each with the rows it was worked out from and their exact words.
import { formatInstant, type Instant } from '@trucekeeper/time'
import type { Wait } from './convoys/index.ts'
import type { NumberCard } from './figures.ts'
import type { AccessOverview } from './overview.ts'
import type { AccessRecords } from './records/index.ts'
import type { Delay, RequestStatus } from './requests/index.ts'
import { EXAMPLE, type Moment, type Said } from './said.ts'
import { range } from './told.ts'

export interface Evidence {
  readonly row: string
  readonly source: string
  readonly doc: string | null
  readonly quote: string | null
}

export interface Sentence {
  readonly about: 'approved_share' | 'waiting' | 'most_days' | 'refusal' | 'seals' | 'parity' | 'attack'
  readonly text: string
  /** Rows made up for illustration are among those behind it. */
  readonly example: boolean
  readonly evidence: readonly Evidence[]
}

interface Draft {
  readonly about: Sentence['about']
  readonly text: string
  readonly rows: readonly string[]
}

/** Times are said in `zone`. */
export function sentencesOf(overview: AccessOverview, records: AccessRecords, zone: string): Sentence[] {
  const byName = new Map<string, Said>(
    Object.values(records).flatMap((rows) => rows.map((row: Said) => [row.name, row] as const)),
  )
  const say = (at: Instant) => sayInstant(at, zone)
  const drafts = [
    ...shares(overview),
    ...waits(overview, say),
    ...mostDays(overview),
    ...refusals(overview, say),
    ...attacks(overview, say),
    ...seals(overview),
    ...parity(overview, say),
  ]
  return drafts.map(({ about, text, rows }) => {
    const evidence = [...new Set(rows)].toSorted().flatMap((name) => {
      const row = byName.get(name)
      return row ? [{ row: name, source: row.source, doc: row.doc, quote: row.quote }] : []
    })
    return { about, text, example: evidence.some(({ source }) => source === EXAMPLE), evidence }
  })
}

/** How many requests of each period were approved, and whether those who speak of all of them say the same. */
function shares({ requests, figures }: AccessOverview): Draft[] {
  const byPeriod = new Map<string, RequestStatus[]>()
  for (const request of requests)
    for (const { value } of request.period.values) byPeriod.set(value, [...(byPeriod.get(value) ?? []), request])
  const cards = figures.filter(({ what }) => what === 'requests_approved_share')
  const periods = [...new Set([...byPeriod.keys(), ...cards.map(({ about }) => about)])].toSorted()
  return periods.map((period) => {
    const own = byPeriod.get(period) ?? []
    const card = cards.find(({ about }) => about === period)
    const low = own.filter(({ approved }) => approved === 'yes').length
    const high = low + own.filter(({ approved }) => approved === 'contested').length
    const counted = own.length === 0 ? null : { low: low / own.length, high: high / own.length }
    const people = (list: readonly RequestStatus[], end: 'low' | 'high') =>
      list.reduce((sum, request) => sum + (range(request.people)?.[end] ?? 0), 0)
    const text =
      counted === null
        ? `no request for ${period} is in the record one by one`
        : `${sayRange({ low, high })} of ${own.length} requests for ${period} in the record ${own.length === 1 ? 'is' : 'are'} approved, ${sayHalf(counted)}; together they are for ${sayRange({ low: people(own, 'low'), high: people(own, 'high') })} people`
    return {
      about: 'approved_share',
      text: `${text}${card ? `; ${sayCard(card, counted)}` : ''}`,
      rows: [...own.flatMap(({ rows }) => rows), ...(card?.figures.map(({ row }) => row) ?? [])],
    }
  })
}

function sayHalf({ low, high }: { low: number; high: number }): string {
  if (high < 0.5) return 'fewer than half'
  if (low >= 0.5) return low > 0.5 ? 'more than half' : 'at least half'
  return 'and nobody can tell whether that is half'
}

/** Each source's own bounds against what was counted. */
function sayCard({ figures }: NumberCard, counted: { low: number; high: number } | null): string {
  return figures
    .map(({ source, qualifier, value, low, high }) => {
      const least = low ?? (high === null ? value : null) ?? 0
      const most = high ?? value ?? 1
      const words =
        high !== null && high <= 0.5
          ? 'fewer than half'
          : `${qualifier ? `${qualifier} ` : ''}${Math.round((value ?? least) * 100)} %`
      const fits =
        counted === null
          ? ''
          : counted.low <= most && counted.high >= least
            ? ', which agrees'
            : ', which does not agree'
      return `${source} says ${words} of all that were made${fits}`
    })
    .join('; ')
}

function waits({ consignments }: AccessOverview, say: (at: Instant) => string): Draft[] {
  return consignments.flatMap(({ consignmentId, vehicleRows, waits: all }) =>
    all
      .filter(({ hours }) => hours.high > 0)
      .map((wait) => ({
        about: 'waiting' as const,
        text: `${sayVehicles(wait)} of ${consignmentId} waited at ${wait.place ?? 'a point nobody names'} from ${say(wait.since.from)}${wait.since.to > wait.since.from ? ' or later' : ''}: ${sayHours(wait)}, ${sayEnd(wait, say)}`,
        rows: [...wait.rows, ...(wait.ended ? [wait.ended.row] : []), ...(wait.vehicles.length > 0 ? vehicleRows : [])],
      })),
  )
}

function sayEnd({ ended, lastWord }: Wait, say: (at: Instant) => string): string {
  if (!ended) return `last spoken of as waiting at ${say(lastWord.to)}, and nobody says that it ended`
  const when = ended.at.from === ended.at.to ? ` at ${say(ended.at.from)}` : ''
  return `until ${ended.status.replaceAll('_', ' ')}${when}`
}

function sayVehicles({ vehicles }: Wait): string {
  return vehicles.length === 0 ? 'the vehicles' : vehicles.join(', ')
}

function sayHours({ hours: { low, high } }: Wait): string {
  if (low === high) return countOfHours(rounded(low))
  // Outwards: what is said to be the least or the most has to be so.
  return `at least ${countOfHours(Math.floor(low))} and at most ${Math.ceil(high)}`
}

function countOfHours(hours: number): string {
  return `${hours} hour${hours === 1 ? '' : 's'}`
}

function mostDays({ delays }: AccessOverview): Draft[] {
  const text = (delay: Delay) => {
    const days = sayRange({ low: rounded(delay.days.low), high: rounded(delay.days.high) })
    const where =
      delay.step === 'waiting'
        ? `waiting at ${delay.decider ?? 'a point nobody names'}`
        : `the step ${delay.step.replaceAll('_', ' ')}, decided by ${delay.decider}`
    return `${where}, lost ${days} days over ${delay.count} ${sayRest(delay)}`.trimEnd()
  }
  const step = delays.find((delay) => delay.step !== 'waiting')
  const wait = delays.find((delay) => delay.step === 'waiting')
  return [
    ...(step
      ? [
          {
            about: 'most_days' as const,
            text: `of the steps of approval most days were lost at ${text(step)}`,
            rows: step.rows,
          },
        ]
      : []),
    ...(wait
      ? [{ about: 'most_days' as const, text: `of loaded trucks most days were lost ${text(wait)}`, rows: wait.rows }]
      : []),
  ]
}

function sayRest({ open, denied }: Delay): string {
  const rest = [open > 0 ? `${open} still open` : '', denied > 0 ? `${denied} denied` : ''].filter(
    (part) => part !== '',
  )
  return rest.length > 0 ? `(${rest.join(', ')})` : ''
}

function refusals({ requests, consignments }: AccessOverview, say: (at: Instant) => string): Draft[] {
  const denied = requests.flatMap(({ requestId, steps }) =>
    steps
      .filter(({ decision }) => decision === 'denied' || decision === 'on_hold_security')
      .map(({ step, decidedBy, decision, reasons, rows, state }) => ({
        about: 'refusal' as const,
        text: `${decidedBy} ${decision === 'denied' ? 'denied' : 'put on hold'} ${requestId} at the step ${step.replaceAll('_', ' ')}${state === 'contested' ? ', which is contested' : ''}${reasons.map(({ source, reason }) => `; the reason ${source} gives: ${reason}`).join('')}`,
        rows,
      })),
  )
  const held = consignments.flatMap(({ consignmentId, refusals: all }) =>
    all.map(({ by, source, reason, status, at, row }) => ({
      about: 'refusal' as const,
      text: `${source} says of ${consignmentId}, as of ${say(at.to)}: ${status.replaceAll('_', ' ')}; ${by ? `it names ${by}` : 'it names nobody whose doing it is'}${reason ? `; the reason it gives: ${reason}` : ''}`,
      rows: [row],
    })),
  )
  return [...denied, ...held]
}

function attacks({ consignments, figures }: AccessOverview, say: (at: Instant) => string): Draft[] {
  return consignments.flatMap(({ consignmentId, attacks: all }) =>
    all.map(({ at, place, sources, rows }) => {
      const killed = figures
        .filter(({ what, about }) => what === 'killed' && about === consignmentId)
        .flatMap((card) => card.figures)
      const figureText = killed.map(({ value, source }) => `${value} (${source})`).join(', ')
      return {
        about: 'attack' as const,
        text: `${consignmentId} was attacked at ${place ?? 'a place nobody names'}, ${sayMoment(at, say)}, by the word of ${sources.join(', ')}${figureText ? `; killed: ${figureText}` : ''}`,
        rows: [...rows, ...killed.map(({ row }) => row)],
      }
    }),
  )
}

function seals({ consignments }: AccessOverview): Draft[] {
  const chains = consignments.flatMap((one) => one.seals)
  const worth = chains.filter(({ state }) => state === 'broken' || state === 'contested' || state === 'resealed')
  if (chains.length > 0 && worth.length === 0) {
    const whole = chains.filter(({ state }) => state === 'whole')
    const text = `no seal chain is known to have broken: ${whole.length} of ${chains.length} vehicles had whole chains, of the others too little is recorded`
    return [{ about: 'seals', text, rows: whole.flatMap(({ rows }) => rows) }]
  }
  return worth.map(({ consignmentId, vehicleId, state, reason, rows }) => ({
    about: 'seals',
    text: `the seal chain of ${vehicleId} of ${consignmentId} is ${state}: ${reason}`,
    rows,
  }))
}

function parity({ parity: all }: AccessOverview, say: (at: Instant) => string): Draft[] {
  return all.map(({ parityGroupId, withinHours, areas, time, alone, rows }) => {
    const [a, b] = areas
    const served = areas.map(({ area, deliveries }) => `${area} ${deliveries.length}`).join(', ')
    const answer = {
      within: `were served within ${withinHours} hours of each other`,
      outside: `were not served within ${withinHours} hours of each other`,
      open: `may still be served within ${withinHours} hours of each other`,
      cannot_tell: `cannot be told to have been served within ${withinHours} hours of each other`,
      nothing_served: "were neither of them served by anybody's word",
    }[time]
    const missing = alone
      .map(({ consignmentId, area, at }) => `${consignmentId} to ${area} at ${say(at.from)}`)
      .join(', ')
    return {
      about: 'parity',
      text: `${a!.area} and ${b!.area} (${parityGroupId}) ${answer}; deliveries: ${served}${missing ? `; without a counterpart: ${missing}` : ''}`,
      rows,
    }
  })
}

function sayRange({ low, high }: { low: number; high: number }): string {
  return low === high ? sayNumber(low) : `${sayNumber(low)} to ${sayNumber(high)}`
}

function sayNumber(number: number): string {
  const [whole, part] = String(number).split('.')
  return `${whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${part ? `.${part}` : ''}`
}

function rounded(days: number): number {
  return Math.round(days * 10) / 10
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `13 Sep 2016 16:20` on the clock of a zone. */
export function sayInstant(at: Instant, zone: string): string {
  const [date, time] = formatInstant(at, zone).split('T') as [string, string]
  const [year, month, day] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year} ${time.slice(0, 5)}`
}

function sayMoment({ from, to }: Moment, say: (at: Instant) => string): string {
  return from === to ? say(from) : `between ${say(from)} and ${say(to)}`
}
