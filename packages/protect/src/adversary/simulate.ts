// A year of somebody who wants the sites: what they ask, what they get, and whether they know a cell better than they may.
import { geohash, metresBetween } from '@trucekeeper/geo'
import type { Desk, LonLat } from '../entries.ts'
import { CELL_LENGTH, POLICY, type Policy } from '../policy.ts'
import { Protection, type Reply } from '../protection.ts'
import { entriesInMemory } from '../record/sealed-file.ts'
import type { Result } from '../refusal.ts'
import { drawn, madeUpSites, movedWithin } from './world.ts'

export interface Figures {
  readonly desk: Desk
  /** How many, each with three accounts, put together what they hear. */
  readonly organisations: number
  readonly questions: number
  readonly answered: number
  /** Cells they paid for; the year's budget of each at most. */
  readonly cells_paid: number
  /** Of those, how many different ones. */
  readonly cells_seen: number
  readonly refused: Readonly<Record<string, number>>
  /** Entries written for those questions; as many as there were. */
  readonly entries: number
  /** Characters of the smallest cell that was told of; those of the desk at most. */
  readonly finest: number
  /** Sites in the smallest region, at any time, that was told to hold some. */
  readonly fewest_in_a_region: number
  /** Cells told to hold none in which a site counted. */
  readonly false_none: number
  /** Replies that differ where each site stands elsewhere in its cell: what was learned beyond the cell. */
  readonly learned_beyond_cell: number
  /** Questions that find one site within 10 m where "is one within r of here" is answered. */
  readonly by_distance: number
}

const DIGITS = [...'0123456789bcdefghjkmnpqrstuvwxyz']
const BEGIN = Date.UTC(2016, 0, 7)
const DAY_MS = 86_400_000
const TEAM = ['first', 'second', 'third']

/** What several organisations hear is put together: what one was told leads the next. Half of the sites are there when the year begins, and others come week by week. */
export async function simulateAdversary(
  desk: 'party' | 'public',
  {
    organisations = 1,
    seed = 1,
    sites = 120,
    days = 365,
    policy = POLICY,
  }: { organisations?: number; seed?: number; sites?: number; days?: number; policy?: Policy } = {},
): Promise<Figures> {
  const world = madeUpSites(seed, sites)
  const length = CELL_LENGTH[desk]
  const [one, twin] = [
    await yearOf(desk, world, { organisations, seed, days, policy }),
    await yearOf(desk, movedWithin(world, length, seed + 1), { organisations, seed, days, policy }),
  ]
  const differing = one.said.filter((said, at) => said !== twin.said[at]).length
  return {
    desk,
    organisations,
    ...one.figures,
    learned_beyond_cell: differing,
    by_distance: questionsByDistance(world[0]!, world),
  }
}

async function yearOf(
  desk: 'party' | 'public',
  world: readonly LonLat[],
  { organisations, seed, days, policy }: { organisations: number; seed: number; days: number; policy: Policy },
) {
  const clock = { at: BEGIN - 8 * DAY_MS }
  const store = entriesInMemory()
  const service = valueOf(await Protection.over(store, () => clock.at, policy))
  const teams = Array.from({ length: organisations }, (_, team) => team)
  for (const [id, organisation, at] of [
    ['owner', 'health', 'owner'],
    ['colleague', 'health', 'owner'],
    ['guarantor', 'guarantor', 'guarantor'],
    ...teams.flatMap((team) => TEAM.map((id) => [`${id}-${team}`, `adversary-${team}`, desk] as const)),
    ['reader', 'press', 'public'],
  ] as const)
    valueOf(await service.enrol({ id, organisation, desk: at }))
  const standing: { readonly place: LonLat; readonly since: number }[] = []
  const build = async (place: LonLat) => {
    const site = valueOf(await service.register('owner', { kind: 'health_facility', place }))
    valueOf(await service.verify('colleague', site))
    valueOf(await service.verify('guarantor', site))
    standing.push({ place, since: clock.at })
  }
  const half = Math.ceil(world.length / 2)
  for (const place of world.slice(0, half)) await build(place)

  const draw = drawn(seed)
  const length = CELL_LENGTH[desk]
  const said: string[] = []
  const refused: Record<string, number> = {}
  const paid = new Set<string>()
  const seen = new Set<string>()
  let [answered, entries, finest, fewest, falseNone] = [0, 0, 0, Number.POSITIVE_INFINITY, 0]
  /** Cells worth another look: those told of most exactly come first. */
  const interesting = new Map<string, number>()

  for (let day = 0; day < days; day++) {
    clock.at = BEGIN + day * DAY_MS
    if (day % 7 === 3 && half + day / 7 < world.length) await build(world[Math.floor(half + day / 7)]!)
    const week = Math.floor(clock.at / (policy.period_days * DAY_MS))
    const counting = standing
      .filter(({ since }) => since < week * policy.period_days * DAY_MS)
      .map(({ place }) => place)
    for (const [who, question] of teams.flatMap((team) => questionsOf(day, team))) {
      const before = store.entries.length
      const reply = await service.ask(who, question)
      entries += store.entries.length - before
      said.push(told(reply))
      if (!reply.ok) {
        refused[reply.refusal.code] = (refused[reply.refusal.code] ?? 0) + 1
        continue
      }
      answered += 1
      for (const { cell, answers } of reply.value.lines) {
        if (who !== 'reader') {
          paid.add(`${cell} ${week} ${who.split('-')[1]}`)
          seen.add(cell)
        }
        for (const { answer, within } of answers) {
          if (answer === 'none known') falseNone += counting.some((site) => geohash(site, cell.length) === cell) ? 1 : 0
          else {
            interesting.set(cell, within.length)
            finest = Math.max(finest, within.length)
            fewest = Math.min(fewest, counting.filter((site) => geohash(site, within.length) === within).length)
          }
        }
      }
    }
  }
  const figures = {
    questions: said.length,
    answered,
    cells_paid: paid.size,
    cells_seen: seen.size,
    refused,
    entries,
    finest,
    fewest_in_a_region: fewest,
    false_none: falseNone,
  }
  return { said, figures }

  /** A day: look again for what changed, bisect what is most promising, cross levels, and try what is not allowed. */
  function questionsOf(day: number, team: number): readonly (readonly [string, unknown])[] {
    const on = new Date(clock.at).toISOString().slice(0, 10)
    const about = (...cells: string[]) => ({ cells, first_day: on, last_day: on })
    const best = [...interesting].toSorted((a, b) => b[1] - a[1]).map(([cell]) => cell)
    const anywhere = () => geohash([36 + draw() * 2, 35 + draw() * 2], length)
    // They have heard of some places before: every third day of a cell that does hold one.
    const rumoured = geohash(world[(day + team * 7) % world.length]!, length)
    const beside = (cell: string) => cell.slice(0, -1) + DIGITS[Math.floor(draw() * DIGITS.length)]
    // Each looks at another of the most promising, so that no budget is spent twice.
    const target = best[(day + team) % Math.max(1, Math.min(best.length, 10 * organisations))] ?? rumoured
    return [
      [`third-${team}`, about(day % 3 === 0 ? rumoured : anywhere())],
      // Differences: the same cell each day, then by another account of the same organisation.
      [`first-${team}`, about(target)],
      [`second-${team}`, about(target)],
      // Bisection: the cells beside it, in one question and one by one.
      [`first-${team}`, about(...new Set([beside(target), beside(target)]))],
      [`second-${team}`, about(beside(target))],
      [`third-${team}`, about(...new Set(Array.from({ length: 8 }, anywhere)))],
      // Levels that overlap.
      ['reader', about(target.slice(0, 4))],
      [`first-${team}`, about(target.slice(0, length - 1))],
      [`second-${team}`, about(`${target}0`)],
      // What nobody may ask.
      [`third-${team}`, { ...about(target), radius_m: 10_000 / (day + 1) }],
      [`third-${team}`, { ...about(target), first_day: '2015-01-01' }],
    ]
  }
}

function told(reply: Result<Reply>): string {
  if (!reply.ok) return reply.refusal.code
  return JSON.stringify(reply.value.lines.map(({ cell, answers }) => [cell, answers]))
}

/** For comparison: how soon the same person would stand before a site if distances were answered. */
function questionsByDistance(start: LonLat, sites: readonly LonLat[]): number {
  const goal = sites.find((site) => site !== start)!
  let questions = 0
  const near = (from: LonLat, r: number) => {
    questions += 1
    return metresBetween(from, goal) <= r
  }
  const distanceFrom = (from: LonLat) => {
    let [low, high] = [0, 400_000]
    while (high - low > 10) {
      const middle = (low + high) / 2
      if (near(from, middle)) high = middle
      else low = middle
    }
    return high
  }
  // Two distances leave two points, and one more question chooses between them.
  distanceFrom(start)
  distanceFrom([start[0] + 0.5, start[1]])
  near(goal, 10)
  return questions
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the simulated service refused: ${result.refusal.message}`)
  return result.value
}
