// A formula in four values at work: evidence goes in time-point by time-point, verdicts come out in order.
import type { Formula } from '../formula.ts'
import { Monitor } from '../monitor.ts'
import type { Verdicts } from '../verdicts.ts'
import { coreOf, type Core } from './core.ts'
import type { Decided } from './decided.ts'
import { EvidenceLog } from './log.ts'
import { evidenceOf, fourProgram } from './program.ts'
import { reachOf } from './reach.ts'
import { reasonsOf } from './reasons.ts'
import type { FourVerdict, Reason, Side } from './verdict.ts'

export interface FourOptions {
  /** Keep the evidence that verdicts to come can rest on, so that `reasons` can be asked for. */
  readonly reasons?: boolean
}

/** Verdicts that were just decided, at positions from `from` up to, not including, `to`; good only while handed over. */
export interface FourVerdicts {
  readonly from: number
  readonly to: number
  /** Which time-point of the trace a position is, from 0. */
  index(position: number): number
  time(position: number): number
  /** Null where the trace ended without deciding. */
  value(position: number): FourVerdict | null
  /**
   * A least part of the evidence that gives the same verdict by itself, in the order of the trace: leave out any of it
   * and the verdict is another. None where there is no verdict. Throws where the monitor keeps no evidence.
   */
  reasons(position: number): readonly Reason[]
}

/**
 * Makes a monitor of a propositional formula whose atoms have evidence for and against them. `take` is handed every
 * verdict once, in order, in runs, each as soon as nothing to come can change it. Throws where the formula is
 * first-order.
 */
export function compileFourValued(
  formula: Formula,
  take: (verdicts: FourVerdicts) => void,
  options: FourOptions = {},
): FourMonitor {
  return new FourMonitor(coreOf(formula), take, options)
}

export class FourMonitor {
  /** The atoms that the formula names: the number of an atom is its place here. */
  readonly atoms: readonly string[]
  readonly #core: Core
  readonly #monitor: Monitor
  readonly #decided: Decided
  readonly #log: EvidenceLog | null
  readonly #take: (verdicts: FourVerdicts) => void
  #ended = false

  constructor(core: Core, take: (verdicts: FourVerdicts) => void, { reasons = false }: FourOptions) {
    const { program, decided, atoms } = fourProgram(core)
    this.atoms = atoms
    this.#core = core
    this.#decided = decided
    this.#log = reasons ? new EvidenceLog() : null
    this.#take = take
    this.#monitor = new Monitor(program, (verdicts) => this.#give(verdicts))
  }

  /** The time of the newest time-point; -Infinity before the first. */
  get latest(): number {
    return this.#monitor.latest
  }

  /** Adds a time-point without evidence yet. Throws where the time goes back. */
  point(time: number): void {
    this.#monitor.point(time)
    this.#log?.point(time)
  }

  /** Says that there is evidence for or against the atom of this number at the newest time-point, before `advance`. */
  evidence(atom: number, side: Side): void {
    const evidence = evidenceOf(atom, side)
    this.#monitor.hold(evidence)
    this.#log?.add(evidence)
  }

  /** Decides now what can be decided by now. It happens by itself every few thousand time-points. */
  advance(): void {
    this.#monitor.advance()
  }

  /** The trace has ended: gives the verdicts that are left. What nothing can decide any more is null. */
  end(): void {
    this.#ended = true
    this.#monitor.end()
  }

  #give(verdicts: Verdicts): void {
    const { from, to } = verdicts
    this.#take({
      from,
      to,
      index: (position) => verdicts.index(position),
      time: (position) => verdicts.time(position),
      value: (position) => this.#decided.value(position),
      reasons: (position) => this.#reasons(verdicts.index(position)),
    })
    this.#forget(verdicts.index(to))
  }

  #reasons(point: number): readonly Reason[] {
    if (this.#log === null) throw new Error('reasons were not asked for when the monitor was made')
    return reasonsOf(this.#core, this.#log, point - this.#log.base, this.#ended)
  }

  /** Drops the evidence that no verdict from this time-point on can rest on. */
  #forget(point: number): void {
    const log = this.#log
    if (log === null || point - log.base >= log.count) return
    log.forget(reachOf(this.#core, log.times, point - log.base).first)
  }
}
