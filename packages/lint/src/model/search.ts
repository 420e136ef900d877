// Searches the runs of an agreement for one that comes to a state, the earliest first, over so many states and no more.
import type { Agreement } from '@trucekeeper/agreement'
import type { Instant } from '@trucekeeper/time'
import { originOf } from '../earliest/origin.ts'
import { atomsOfAll, coneOf, type Cone } from './cone.ts'
import { answers, type Question } from './question.ts'
import { worldOf, type Order, type State } from './world.ts'

/** A way from the beginning to its last state, on what the question rests on. */
export interface Run {
  readonly question: Question
  readonly cone: Cone
  readonly last: State
}

export type Reached =
  | { readonly checked: true; readonly states: number; readonly reached: Run }
  /** `stuck` is a run in which as much is done as ever is. */
  | { readonly checked: true; readonly states: number; readonly reached: null; readonly stuck: Run }
  | {
      readonly checked: false
      /** How many states were looked at. */
      readonly states: number
      readonly cap: number
      /** cap: there are more states; tables: it rests on tables beside the record, which no run fills in. */
      readonly because: 'cap' | 'tables'
    }

export interface SearchOptions {
  /** How many states are looked at before the answer is “not checked”; 2,000 by default. */
  readonly cap?: number
  readonly order?: Order
}

const CAP = 2000
const OF_TABLES: ReadonlySet<string> = new Set(['indicator', 'parity', 'sealed', 'cleared'])

/** Whether a gate can open if everybody does what is owed, when it is owed. */
export function canOpen(agreement: Agreement, gate: string, options: SearchOptions = {}): Reached {
  return reach(agreement, { is: 'open', clause: gate }, options)
}

/**
 * Whether any run of an agreement comes to a state: nobody breaks anything, every day that is counted is reported calm, and
 * whoever has a power may use it, once.
 */
export function reach(
  agreement: Agreement,
  question: Question,
  { cap = CAP, order = 'owed' }: SearchOptions = {},
): Reached {
  const cone = coneOf(agreement, [
    question.clause,
    ...(question.is === 'open-again' ? suspending(agreement, question.clause) : []),
  ])
  if (atomsOfAll(cone.agreement).some(({ op }) => OF_TABLES.has(op)))
    return { checked: false, states: 0, cap, because: 'tables' }
  const world = worldOf(cone, order)
  const seen = new Set<string>()
  const open = new ByInstant()
  open.add(world.begin(originOf(agreement)))
  let stuck: State | null = null
  for (let state = open.take(); state; state = open.take()) {
    if (seen.has(state.key)) continue
    seen.add(state.key)
    if (answers(cone.agreement, question, state))
      return { checked: true, states: seen.size, reached: { question, cone, last: state } }
    if (seen.size >= cap) return { checked: false, states: seen.size, cap, because: 'cap' }
    if (stuck === null || isFurther(state, stuck)) stuck = state
    for (const next of world.moves(state)) open.add(next)
  }
  return { checked: true, states: seen.size, reached: null, stuck: { question, cone, last: stuck! } }
}

/** The powers by which a clause can cease to be so. */
function suspending({ ruled }: Agreement, clause: string): string[] {
  return ruled.flatMap((power) =>
    power.kind === 'power' && power.effect === 'suspend' && power.targets.includes(clause) ? [power.id] : [],
  )
}

/** The states of a run, from its beginning. */
export function wayOf(last: State): State[] {
  const way: State[] = []
  for (let state: State | null = last; state; state = state.before) way.unshift(state)
  return way
}

/** As much done, as late, by as few acts as there is: what time and acts cannot bring about is what does not come. */
function isFurther(one: State, other: State): boolean {
  const [a, b] = [progress(one), progress(other)]
  if (a !== b) return a > b
  return one.at === other.at ? one.used.size < other.used.size : one.at > other.at
}

function progress({ done, openings }: State): number {
  return done.size + openings.size
}

/** States by the instant at which they are, and as they came. */
class ByInstant {
  readonly #byInstant = new Map<Instant, State[]>()

  add(state: State): void {
    const known = this.#byInstant.get(state.at)
    if (known) known.push(state)
    else this.#byInstant.set(state.at, [state])
  }

  take(): State | null {
    if (this.#byInstant.size === 0) return null
    const at = Math.min(...this.#byInstant.keys())
    const states = this.#byInstant.get(at)!
    const state = states.shift()!
    if (states.length === 0) this.#byInstant.delete(at)
    return state
  }
}
