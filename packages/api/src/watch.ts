// GET /api/watch: reports that somebody under sanctions travelled, and what was found out about who was meant.
import { reportedTravel, type ReportedTravel } from '@trucekeeper/centre'
import { formatInstant, parseInstant } from '@trucekeeper/time'
import { z } from 'zod'
import { watchAnswer, type TravelTold, type WatchAnswer } from './answers/watch.ts'
import type { Deps, Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { whyQuery } from './query.ts'
import { audienceOf } from './views.ts'

const { at, known_at } = whyQuery.shape

export function watchRoutes(workspace: Workspace, deps: Deps): Noun {
  const about = {
    summary:
      'reported travel of listed people, and whether it was found to be so; to the public only what is confirmed',
    query: z.strictObject({ at, known_at }),
    gives: json(watchAnswer),
  }
  return new Noun('/api/watch').get('/', about, async (c, { at: asked, known_at: knownAt }) => {
    const { agreement, record } = await workspace.known(knownAt)
    const { zone } = agreement
    const instants = (await workspace.lookback()).asked({
      ...(asked !== undefined && { at: asked }),
      ...(knownAt !== undefined && { knownAt }),
    })
    const travel = reportedTravel(record, instants.at, audienceOf(c, deps) === 'public')
      .map((one) => ({ one, at: parseInstant(one.claim.published) ?? -Infinity }))
      .filter((one) => one.at <= instants.at)
      .toSorted((a, b) => a.at - b.at || (a.one.claim.id < b.one.claim.id ? -1 : 1))
    const answer: WatchAnswer = {
      at: formatInstant(instants.at, zone),
      zone,
      members: agreement.actors.map(({ id, name }) => ({ id, name })),
      travel: travel.map(({ one }) => toldOf(one)),
    }
    return c.json(answer)
  })
}

function toldOf({ claim, how, listings }: ReportedTravel): TravelTold {
  const { id, speaker, via, outlet, published, quote, doc, doc_sha256, start, end, actor_blamed, target } = claim
  return {
    claim: id,
    how,
    speaker,
    via,
    outlet,
    published,
    quote,
    doc: doc_sha256 ?? doc,
    start,
    end,
    names: [...new Set([actor_blamed, target].filter((name) => name !== null))],
    listings: listings.map(({ reference, state, list_date, grounds, words }) => {
      return { reference, state, list_date, grounds, words }
    }),
  }
}
