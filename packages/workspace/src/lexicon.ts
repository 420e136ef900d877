// The names that an agreement brings to the reading of reports.
import type { Agreement } from '@trucekeeper/agreement'
import type { ReadingLexicon } from '@trucekeeper/reading'

/** The names of several texts together. A name that an earlier one gives means there what it means in that. */
export function lexiconOfAll(agreements: readonly Agreement[]): ReadingLexicon {
  const [first, ...others] = agreements.map(lexiconOf)
  if (!first) return { actors: [], places: [] }
  return others.reduce<ReadingLexicon>(
    (sum, { actors, places }) => ({
      actors: [...sum.actors, ...newNames(actors, sum.actors)],
      places: [...sum.places, ...newNames(places, sum.places)],
    }),
    first,
  )
}

function newNames<T extends { readonly name: string; readonly aliases?: readonly string[] }>(
  offered: readonly T[],
  there: readonly T[],
): T[] {
  const known = new Set(there.flatMap(({ name, aliases = [] }) => [name, ...aliases]))
  return offered.flatMap((one) => {
    const [name, ...aliases] = [one.name, ...(one.aliases ?? [])].filter((word) => !known.has(word))
    return name === undefined ? [] : [{ ...one, name, aliases }]
  })
}

/** Its places and its speakers, under every name the agreement gives them. */
export function lexiconOf({ actors, zones, places }: Agreement): ReadingLexicon {
  const known = new Set(places.flatMap(({ name, also }) => [name, ...also]))
  return {
    actors: actors.flatMap(({ name, names, side }) => (side === null ? [] : [{ name, side, aliases: names }])),
    places: [
      ...zones
        // A strip that bears the name of the road it lies along is found as the road.
        .filter(({ ground, names }) => ground.kind === 'area' || names.every((name) => !known.has(name)))
        .map(({ name, names }) => ({ name, aliases: names })),
      ...places.map(({ name, also }) => ({ name, aliases: also })),
    ],
  }
}
