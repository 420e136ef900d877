// The names that an agreement brings to the reading of reports.
import type { Agreement } from '@trucekeeper/agreement'
import type { ReadingLexicon } from '@trucekeeper/reading'

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
