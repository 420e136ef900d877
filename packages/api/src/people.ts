// /api/people: who sits at the asker's desk, and changing that.
import { membersOf, setRoles } from '@trucekeeper/people'
import { z } from 'zod'
import { DONE, doneAnswer, membersAnswer, roles } from './answers/people.ts'
import { json, Noun } from './noun.ts'
import type { PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted } from './people-guard.ts'

const changing = z.strictObject({ roles }).meta({ id: 'ChangingRoles' })

export function peopleRoutes({ db, now }: PeopleDeps): Noun {
  return new Noun('/api/people')
    .get('/', { summary: 'who sits at the desk', gives: json(membersAnswer), problems: ['401.1'] }, async (c) =>
      c.json({ people: await membersOf(db, actorIn(c)) }),
    )
    .on(
      'put',
      '/:id/roles',
      {
        summary: 'gives somebody at the desk other roles, none to send them away; their sessions end',
        parts: { id: 'the id of a person' },
        takes: json(changing),
        gives: json(doneAnswer),
        problems: ['400.6', '401.1', '403.1', '403.2', '404.9', '409.1', '415.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const wanted = await bodyIn(c, changing)
        granted(await setRoles(db, actor, c.req.param('id'), wanted.roles, now()))
        return c.json(DONE)
      },
    )
}
