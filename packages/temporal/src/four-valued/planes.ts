// Four values as three columns of bits: every formula becomes ordinary operators over those of its parts.
import type { Signal } from '../store.ts'
import { not } from '../circuit.ts'
import type { FourValuedCircuit } from './circuit.ts'
import type { Core } from './core.ts'

/** Met has `met` and `possible`, breached neither, contested `possible` and `contested`, unknown `possible` alone. */
export interface Planes {
  readonly met: Signal
  /** Not breached. */
  readonly possible: Signal
  readonly contested: Signal
}

export interface Evidence {
  readonly for: Signal
  readonly against: Signal
}

/**
 * What is met, and what is not breached, are plain formulas over the same of the parts: in both orders breached is
 * last and met is first. What is contested takes more where a chain is one: the worst along it decides.
 * `leaf` gives the columns of the evidence for and against an atom.
 */
export function planesOf(core: Core, circuit: FourValuedCircuit, leaf: (name: string) => Evidence): Planes {
  const of = (part: Core) => planesOf(part, circuit, leaf)
  switch (core.op) {
    case 'true':
      return { met: circuit.always, possible: circuit.always, contested: circuit.never }
    case 'atom': {
      const evidence = leaf(core.name)
      return {
        met: circuit.both(evidence.for, not(evidence.against)),
        possible: circuit.either(evidence.for, not(evidence.against)),
        contested: circuit.both(evidence.for, evidence.against),
      }
    }
    case 'not':
      return negated(of(core.arg))
    case 'or':
      return best(circuit, core.args.map(of))
    case 'iff': {
      const [left, right] = [of(core.left), of(core.right)]
      const [there, back] = [best(circuit, [negated(left), right]), best(circuit, [left, negated(right)])]
      return negated(best(circuit, [negated(there), negated(back)]))
    }
    case 'prev':
    case 'next': {
      const { met, possible, contested } = of(core.arg)
      const beside = (arg: Signal) => circuit.beside(core.op, core.interval, arg)
      return { met: beside(met), possible: beside(possible), contested: beside(contested) }
    }
    case 'since':
    case 'until':
      return chained(core, circuit, of(core.left), of(core.right))
  }
}

function negated({ met, possible, contested }: Planes): Planes {
  return { met: not(possible), possible: not(met), contested }
}

function best(circuit: FourValuedCircuit, parts: readonly Planes[]): Planes {
  const met = circuit.any(parts.map((part) => part.met))
  const possible = circuit.any(parts.map((part) => part.possible))
  const contested = circuit.any(parts.map((part) => part.contested))
  return { met, possible, contested: circuit.both(not(met), contested) }
}

/**
 * A chain is contested where no part of it is breached and one is contested: its witness, which then must be a
 * contested one at its distance; or a step on the way. For the step it is enough that there be an unbroken chain at a
 * distance of the interval, and one, be it nearer, that passes through the step. Whichever of the two is longer ends in
 * a witness far enough, and not too far, and passes through the step as well.
 * Unrolling step by step ("right, or left and before that the same") would be wrong: `and` and `or` do not distribute.
 */
function chained(
  { op, interval }: Extract<Core, { op: 'since' | 'until' }>,
  circuit: FourValuedCircuit,
  left: Planes,
  right: Planes,
): Planes {
  const met = circuit.chain(op, interval, left.met, right.met)
  const possible = circuit.chain(op, interval, left.possible, right.possible)
  const witness = circuit.chain(op, interval, left.possible, right.contested)
  const step = circuit.through(op, interval, left.possible, right.possible, left.contested)
  const contested = circuit.either(witness, circuit.both(possible, step))
  return { met, possible, contested: circuit.both(not(met), contested) }
}
