// GET /api/live: tells whoever listens that the record has grown, as server-sent events.
import { sessionLasts } from '@trucekeeper/people'
import type { Context } from 'hono'
import { z } from 'zod'
import { instant } from './answers/status.ts'
import type { Deps, Workspace } from './deps.ts'
import { Listeners, type Crowd, type RecordEvent } from './listeners.ts'
import type { Metrics } from './metrics.ts'
import { Noun } from './noun.ts'
import { sessionSecret } from './people-cookies.ts'
import { peopleIn } from './people-deps.ts'
import { maybeActorIn } from './people-guard.ts'
import { Refused } from './problems.ts'
import { viewOf } from './views.ts'

export interface LivePace {
  /** How often the record is looked at, for all who listen together; so long it takes at most until all are told of one look. */
  readonly look_ms: number
  /** How long a connection is silent at most, so that nothing between here and there takes it for dead. */
  readonly beat_ms: number
  /** How long a connection stays open at most whose session has ended. */
  readonly check_ms: number
  readonly most: number
  readonly most_of_one: number
}

export const LIVE_PACE: LivePace = { look_ms: 1000, beat_ms: 15_000, check_ms: 5_000, most: 1000, most_of_one: 64 }
/** How long a browser waits before it comes back. */
const RETRY_MS = 3000

const recordEvent: z.ZodType<RecordEvent> = z
  .strictObject({ size: z.int(), received_at: instant.nullable() })
  .meta({ id: 'RecordEvent', description: 'data of an event `record`; its id is the size' })

export function liveRoutes(deps: Deps, metrics: Metrics): Noun {
  const pace = deps.livePace ?? LIVE_PACE
  const crowd: Crowd = { open: new Map(), counted: (open) => (metrics.live = open) }
  // One look for all who see the same.
  const listening = new Map<Workspace, Listeners>()
  const listenersOf = (workspace: Workspace) => {
    const known = listening.get(workspace) ?? new Listeners(workspace, { ...deps, pace, crowd, retry_ms: RETRY_MS })
    listening.set(workspace, known)
    return known
  }
  const hasRoomFor = (client: string) => {
    if (deps.closing?.aborted || crowd.open.size >= pace.most) return false
    return [...crowd.open.values()].filter((other) => other === client).length < pace.most_of_one
  }
  const about = {
    summary: 'an event `record` for as long as one listens, at first and whenever the record has grown',
    gives: { type: 'text/event-stream', schema: recordEvent },
    problems: ['503.2'],
  } as const
  return new Noun('/api/live').get('/', about, async (c) => {
    const client = maybeActorIn(c)?.person ?? deps.clientsOf?.(c)[0] ?? ''
    if (!hasRoomFor(client)) {
      c.header('retry-after', String(RETRY_MS / 1000))
      throw new Refused('503.2', 'no more can be told of changes at once', 'close other windows, or ask again later')
    }
    const said = c.req.header('last-event-id') ?? ''
    const seen = /^\d+$/.test(said) ? Number(said) : null
    const listeners = listenersOf(viewOf(c, deps))
    const body = c.req.method === 'HEAD' ? null : await listeners.stream({ client, seen, lasts: lastingOf(c, deps) })
    return c.newResponse(body, 200, { 'content-type': 'text/event-stream' })
  })
}

/** Tells whether the session under which somebody listens has not ended; null where nobody signs in. */
function lastingOf(c: Context, deps: Deps): (() => Promise<boolean>) | null {
  const people = peopleIn(deps)
  const secret = people && sessionSecret(c, people)
  return people && secret !== null ? () => sessionLasts(people.db, secret, people.now()) : null
}
