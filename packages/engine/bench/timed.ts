// The timed questions of the benches, and traces on which they have something to find.
import type { Formula } from '../../temporal/src/index.ts'
import { PROPERTIES, traceOf, type Property } from '../../temporal/bench/timescales.ts'
import { numbersFrom } from './made-up.ts'

export { BOUNDS, NAMES, PROPERTIES, traceOf, type Property } from '../../temporal/bench/timescales.ts'

/** The question at each event, without the outermost "historically", after which one violation lasts for ever. */
export function questionOf(property: Property, bound: number): Formula {
  const formula = property.formula(bound)
  return formula.op === 'historically' ? formula.arg : formula
}

/**
 * The trace of a property, disturbed: at one event in `bound`, or so, one of its names is the other way round. The traces
 * themselves keep to their property, so that answers could agree on them for want of anything to find.
 */
export function disturbed(property: Property, bound: number, events: number): Uint8Array {
  const below = numbersFrom(bound)
  return traceOf(property, bound, events).map((mask) => (below(bound) === 0 ? mask ^ (1 << below(4)) : mask))
}

export function propertyNamed(name: string): Property {
  const found = PROPERTIES.find((property) => property.name === name)
  if (!found) throw new Error(`no property \`${name}\``)
  return found
}
