// What the benches are fed: masks of atoms, breaches of days, and the same numbers on every machine.

/** The same numbers below `limit` each time (Park and Miller). */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

/** One mask an event: bit n for the nth atom. Each holds half of the time. */
export function masks(events: number, atoms: number): Uint8Array {
  const below = numbersFrom(7)
  return Uint8Array.from({ length: events }, () => {
    let mask = 0
    for (let atom = 0; atom < atoms; atom++) if (below(2) === 1) mask |= 1 << atom
    return mask
  })
}

/** How many breaches each zone saw on each day: none to seven. */
export function breachesOfDays(days: number, zones: number): readonly (readonly number[])[] {
  const below = numbersFrom(11)
  return Array.from({ length: days }, () => Array.from({ length: zones }, () => below(8)))
}
