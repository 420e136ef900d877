// The states that a run passes through, each decided by the evaluation engine from what was reported and done up to it.
import type { Agreement, Ban, Duty, Gate, Power } from '@trucekeeper/agreement'
import { Evaluation, type Standpoint } from '@trucekeeper/engine'
import type { Act, Claim } from '@trucekeeper/claims'
import { addDays, civilDay, civilDays, startOfDay, type CivilDay, type Instant } from '@trucekeeper/time'
import { groupsOf } from '../earliest/groups.ts'
import { accountOf, atomsOfAll, type Cone } from './cone.ts'
import { MOST_ACTS_A_DAY, reportsCalm, reportsCounted, reportsDone, useOf } from './reports.ts'
import { clockOf } from './ticks.ts'

export type Move =
  | { readonly does: 'begin' }
  | { readonly does: 'duty'; readonly duty: Duty }
  | { readonly does: 'power'; readonly power: Power }
  | { readonly does: 'wait' }

export interface State {
  readonly at: Instant
  readonly move: Move
  readonly before: State | null
  readonly claims: readonly Claim[]
  readonly acts: readonly Act[]
  /** Duties reported done, whether that was enough or not. */
  readonly done: ReadonlySet<string>
  /** Those of them that were owed by then. */
  readonly fell: ReadonlySet<string>
  readonly used: ReadonlySet<string>
  /** How often each gate has opened, no more than twice. */
  readonly openings: ReadonlyMap<string, number>
  /** What makes two states the same for everything that can follow. */
  readonly key: string
  stands(clause: string, account: string): Standpoint
  isOwed(duty: string): boolean
  /** Whether the condition of a power is met and somebody holds it. */
  isUsable(power: Power): boolean
}

/** A state before the engine has looked at it. */
type Begun = Omit<State, 'key' | 'stands' | 'isOwed' | 'isUsable' | 'openings'>

/** owed: a duty is done at the moment at which it is owed; any: whenever it is in force, or never. */
export type Order = 'owed' | 'any'

export interface World {
  readonly begin: (at: Instant) => State
  readonly moves: (state: State) => readonly State[]
}

/** A gate in the place of a power's condition, so that the engine says whether it is met. */
const PROBE = 'when of '
/** A gate that lacks nothing but its certificate. */
const READY = 'ready '

export function worldOf({ agreement, restsOn }: Cone, order: Order): World {
  const engine = new Evaluation(withProbes(agreement))
  const clock = clockOf(agreement)
  const powers = agreement.ruled.filter((clause): clause is Power => clause.kind === 'power')
  const gates = agreement.ruled.filter((clause): clause is Gate => clause.kind === 'gate')
  const bans = agreement.ruled.filter((clause): clause is Ban => clause.kind === 'ban')
  const duties = inTurn(agreement, restsOn)
  const deciding = new Map(duties.map(({ id, decidedBy }) => [id, decidedBy]))
  const asked = new Set(atomsOfAll(agreement).flatMap((atom) => (atom.op === 'exercised' ? [atom.of.id] : [])))
  const isWatched = agreement.measures.length + bans.length > 0

  function settled(from: Begun): State {
    const state = stateOf(from)
    if (order === 'any') return state
    // What a duty waits for comes first, so that what happens at one moment has one outcome.
    const next = duties.find(({ id }) => !state.done.has(id) && state.isOwed(id))
    return next ? settled(doing(state, next)) : state
  }

  const doing = (state: State, duty: Duty) => ({
    ...state,
    before: state,
    move: { does: 'duty', duty } as const,
    claims: [...state.claims, ...reportsDone(agreement, duty, state.at)],
    done: new Set([...state.done, duty.id]),
    fell: state.isOwed(duty.id) ? new Set([...state.fell, duty.id]) : state.fell,
  })

  function stateOf(from: Begun): State {
    engine.follow({ claims: from.claims, acts: from.acts, rulings: [] })
    const all = new Map(engine.verdicts(from.at).map((found) => [`${found.account} ${found.clause}`, found]))
    const stands = (clause: string, account: string) => all.get(`${account} ${clause}`)!
    const openings = new Map(from.before?.openings)
    for (const gate of gates) {
      const isOpen = stands(gate.id, gate.decidedBy).standing === 'in_force'
      const wasOpen = justBefore(from).some((state) => state.stands(gate.id, gate.decidedBy).standing === 'in_force')
      const most = gate.reopens === 'never' ? 1 : 2
      if (isOpen && !wasOpen) openings.set(gate.id, Math.min(most, (openings.get(gate.id) ?? 0) + 1))
    }
    const set = from.acts.flatMap(({ power, sets }) => [sets ? `${power} ${sets}` : power])
    const vector = [...all.values()].map(({ standing, timing, verdict }) => `${standing} ${timing} ${verdict}`)
    return {
      ...from,
      openings,
      key: JSON.stringify([from.at, [...from.done].toSorted(), set.toSorted(), [...openings], vector]),
      stands,
      isOwed(id) {
        const { standing, timing } = stands(id, deciding.get(id)!)
        return standing === 'in_force' && (timing === 'due' || timing === 'overdue')
      },
      isUsable: ({ id, holders, when }) =>
        holders.length > 0 && (when === null || stands(PROBE + id, agreement.decidedBy).standing === 'in_force'),
    }
  }

  /** Whether to use a power can change anything that is asked. */
  function isOfUse(state: State, { id, effect, targets }: Power): boolean {
    if (state.used.has(id)) return false
    const standing = (target: string) => state.stands(target, agreement.decidedBy)?.standing
    if (asked.has(id)) return true
    switch (effect) {
      case 'designate':
        return targets.some((target) => clock.anchor(target, state.acts) === null)
      case 'certify':
      case 'extend':
        return true
      // Only where it is asked whether what was suspended comes back does anybody suspend anything.
      case 'suspend':
        return targets.some((target) => standing(target) === 'in_force')
      case 'resume':
        return targets.some((target) => standing(target) === 'suspended')
      default:
        return false
    }
  }

  /** A certificate that comes before all else is so has no effect, then or later. */
  function isInTime(state: State, { effect, targets }: Power): boolean {
    if (effect !== 'certify') return true
    return gates
      .filter(({ id }) => targets.includes(id))
      .every(({ id, decidedBy }) => state.stands(READY + id, decidedBy).standing === 'in_force')
  }

  function waited(state: State): State | null {
    const at = clock.next(state.acts, state.at)
    if (at === null) return null
    const claims = isWatched ? [...state.claims, ...watch(state, at)] : state.claims
    return settled({ ...state, before: state, move: { does: 'wait' }, at, claims })
  }

  /** Each day since the last look is reported calm once it is over, the day under way so far. */
  function watch({ at: since, acts }: State, at: Instant): Claim[] {
    const from = clock.watchedFrom(acts)
    if (from === null || from > at) return []
    const { zone } = agreement
    const days = civilDays(civilDay(Math.max(from, since), zone), civilDay(at, zone))
    const found = days.flatMap((day) => {
      const over = startOfDay(addDays(day, 1), zone)
      if (over <= since || (over > at && startOfDay(day, zone) === at && from < at)) return []
      return reported(day, Math.min(over, at))
    })
    return [...new Map(found.map((claim) => [claim.id, claim])).values()]
  }

  function reported(day: CivilDay, at: Instant): Claim[] {
    const calm = bans.flatMap((ban) => reportsCalm(agreement, ban.attest, day, at))
    const counted = agreement.measures.flatMap((measure) => {
      const times = timesNeeded(measure.holds)
      return times > MOST_ACTS_A_DAY ? [] : reportsCounted(agreement, measure, day, at, times)
    })
    return [...calm, ...counted]
  }

  return {
    begin: (at) =>
      settled({
        at,
        move: { does: 'begin' },
        before: null,
        claims: [],
        acts: [],
        done: new Set(),
        fell: new Set(),
        used: new Set(),
      }),
    moves(state) {
      const using = powers
        .filter((power) => isOfUse(state, power) && state.isUsable(power) && isInTime(state, power))
        .map((power) =>
          settled({
            ...state,
            before: state,
            move: { does: 'power', power },
            acts: [...state.acts, useOf(agreement, power, state.at)],
            used: new Set([...state.used, power.id]),
          }),
        )
      const early =
        order === 'any'
          ? duties
              .filter(({ id, decidedBy }) => !state.done.has(id) && state.stands(id, decidedBy).standing === 'in_force')
              .map((duty) => stateOf(doing(state, duty)))
          : []
      const later = waited(state)
      return [...using, ...early, ...(later ? [later] : [])]
    },
  }
}

/** The states of the same moment, and the one that lasted up to it: what opens as it shuts was never shut. */
function justBefore({ at, before }: Pick<State, 'at' | 'before'>): State[] {
  const found: State[] = []
  for (let state = before; state; state = state.before) {
    found.push(state)
    if (state.at < at) break
  }
  return found
}

function withProbes(agreement: Agreement): Agreement {
  const probes = agreement.ruled.flatMap((clause): Gate[] => {
    if (clause.kind === 'gate') return [{ ...clause, id: READY + clause.id, certify: null, reopens: 'again' }]
    if (clause.kind !== 'power' || clause.when === null) return []
    return [
      {
        kind: 'gate',
        id: PROBE + clause.id,
        title: null,
        source: clause.source,
        opens: clause.id,
        when: clause.when,
        certify: null,
        reopens: 'again',
        during: null,
        decidedBy: accountOf(agreement, clause),
        touches: [],
      },
    ]
  })
  return { ...agreement, ruled: [...agreement.ruled, ...probes] }
}

/** Duties, those on which others rest first; within a circle as they stand in the text. */
function inTurn(agreement: Agreement, restsOn: ReadonlyMap<string, readonly string[]>): Duty[] {
  const duties = new Map(agreement.ruled.flatMap((clause) => (clause.kind === 'duty' ? [[clause.id, clause]] : [])))
  const names = [...duties.keys()]
  const groups = groupsOf(names, restsOn)
  const order = groups.flatMap((group) => names.filter((id) => group.includes(id)))
  return order.map((id) => duties.get(id)!)
}

function timesNeeded({ relation, value }: { relation: string; value: number }): number {
  if (relation === '>') return value + 1
  return relation === '>=' || relation === '=' ? value : 0
}
