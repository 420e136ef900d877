// /api/session and /api/sessions: who asks, at which desk, from which devices, and ending that.
import { endSession, FRESH_MS, revokeSession, sessionsOf, speaksFor, switchDesk } from '@trucekeeper/people'
import { z } from 'zod'
import {
  desk,
  DONE,
  doneAnswer,
  seatAnswer,
  sessionAnswer,
  sessionsAnswer,
  type SessionAnswer,
} from './answers/people.ts'
import { json, Noun } from './noun.ts'
import { giveSession, sessionSecret, takeSession } from './people-cookies.ts'
import type { PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted, maybeActorIn } from './people-guard.ts'

const goingTo = z.strictObject({ desk }).meta({ id: 'GoingToDesk' })

export function sessionRoutes(people: PeopleDeps | null): Noun {
  const whoAsks = { summary: 'who asks, and at which desk they sit', gives: json(sessionAnswer) }
  const noun = new Noun('/api/session')
  if (!people) return noun.get('/', whoAsks, (c) => c.json<SessionAnswer>({ mode: 'embedded' }))
  const { db, now } = people
  return noun
    .get('/', whoAsks, async (c) => {
      const actor = maybeActorIn(c)
      if (!actor) return c.json<SessionAnswer>({ mode: 'people', person: null })
      const answer: SessionAnswer = {
        mode: 'people',
        person: { id: actor.person, name: actor.name },
        desk: actor.desk,
        roles: actor.roles,
        speaks_for: await speaksFor(db, actor),
        session: actor.session,
        fresh_until: new Date(actor.freshAt + FRESH_MS).toISOString(),
      }
      return c.json(answer)
    })
    .on('delete', '/', { summary: 'signs out of this browser', gives: json(doneAnswer) }, async (c) => {
      const secret = sessionSecret(c, people)
      if (secret !== null) await endSession(db, secret, now())
      takeSession(c, people)
      return c.json(DONE)
    })
    .on(
      'put',
      '/desk',
      {
        summary: 'goes to another desk at which the person sits',
        takes: json(goingTo),
        gives: json(seatAnswer),
        problems: ['400.6', '401.1', '403.1', '404.9', '415.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const wanted = await bodyIn(c, goingTo)
        const secret = sessionSecret(c, people) ?? ''
        const seated = granted(await switchDesk(db, actor, secret, wanted.desk, now()))
        giveSession(c, people, seated.secret)
        return c.json({ desk: seated.desk })
      },
    )
}

export function sessionListRoutes(people: PeopleDeps): Noun {
  const { db, now } = people
  const problems = ['401.1'] as const
  return new Noun('/api/sessions')
    .get('/', { summary: 'where one is signed in', gives: json(sessionsAnswer), problems }, async (c) =>
      c.json({ sessions: await sessionsOf(db, actorIn(c), now()) }),
    )
    .on(
      'delete',
      '/:id',
      {
        summary: 'ends one of them',
        parts: { id: 'the name of a session, from the list' },
        gives: json(doneAnswer),
        problems: ['401.1', '403.1', '404.9'],
      },
      async (c) => {
        granted(await revokeSession(db, actorIn(c), c.req.param('id'), now()))
        return c.json(DONE)
      },
    )
}
