// The names that an agreement brings to the reading of reports.
import type { Agreement } from '@trucekeeper/agreement'
import type { ReadingLexicon } from '@trucekeeper/reading'

/** Its places and its speakers, under every name the agreement gives them. */
export function lexiconOf({ actors, zones, places }: Agreement): ReadingLexicon {
  return {
    actors: actors.flatMap(({ name, names, side }) => (side === null ? [] : [{ name, side, aliases: names }])),
    places: [
      ...zones.filter(({ ground }) => ground.kind === 'area').map(({ name, names }) => ({ name, aliases: names })),
      ...places.map(({ name, also }) => ({ name, aliases: also })),
    ],
  }
}
