// Clauses by who is bound, what is done and where, so that only those that can clash are held against each other.
import type { Subject } from '../../subject.ts'

/** What a clause is entered and looked up under. */
export interface Reach {
  readonly who: readonly string[]
  readonly kinds: readonly string[]
  /** Empty where no place is said: everywhere. */
  readonly zones: readonly string[]
}

export interface ReachIndex<T> {
  add(reach: Reach, value: T): void
  /** All that shares somebody, something and some place, each once, in the order in which it was entered. */
  meeting(reach: Reach): Iterable<T>
}

export function reachIndex<T>(zones: Zones): ReachIndex<T> {
  const own = new Map<string, T[]>()
  const around = new Map<string, T[]>()
  const everywhere = new Map<string, T[]>()
  const any = new Map<string, T[]>()
  const put = (map: Map<string, T[]>, key: string, value: T) => {
    const held = map.get(key)
    if (held) held.push(value)
    else map.set(key, [value])
  }
  return {
    add(reach, value) {
      for (const key of keysOf(reach)) {
        put(any, key, value)
        if (reach.zones.length === 0) put(everywhere, key, value)
        for (const zone of reach.zones) {
          put(own, `${key} ${zone}`, value)
          for (const wider of zones.around(zone)) put(around, `${key} ${wider}`, value)
        }
      }
    },
    *meeting(reach) {
      const seen = new Set<T>()
      for (const key of keysOf(reach)) {
        const found = [
          ...(reach.zones.length === 0 ? [any.get(key)] : [everywhere.get(key)]),
          ...reach.zones.flatMap((zone) => [
            own.get(`${key} ${zone}`),
            around.get(`${key} ${zone}`),
            ...zones.around(zone).map((wider) => own.get(`${key} ${wider}`)),
          ]),
        ]
        for (const values of found)
          for (const value of values ?? []) {
            if (seen.has(value)) continue
            seen.add(value)
            yield value
          }
      }
    },
  }
}

function keysOf({ who, kinds }: Reach): string[] {
  return [...new Set(who)].flatMap((one) => [...new Set(kinds)].map((kind) => `${one} ${kind}`))
}

export interface Zones {
  /** The zones that a zone lies in, itself left out. */
  around(zone: string): readonly string[]
}

export function zonesOf({ of }: Subject): Zones {
  const within = new Map(of('zone').map(({ id, fields }) => [id, fields.within?.map((wider) => wider.id) ?? []]))
  const known = new Map<string, readonly string[]>()
  return {
    around(zone) {
      const before = known.get(zone)
      if (before) return before
      const found = new Set(within.get(zone))
      for (const wider of found) for (const next of within.get(wider) ?? []) found.add(next)
      found.delete(zone)
      known.set(zone, [...found])
      return [...found]
    },
  }
}
