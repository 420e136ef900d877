// /api/desks: the desks at which the asker sits.
import { ownDesks } from '@trucekeeper/people'
import { seatsAnswer } from './answers/people.ts'
import { json, Noun } from './noun.ts'
import type { PeopleDeps } from './people-deps.ts'
import { actorIn } from './people-guard.ts'

export function deskRoutes({ db }: PeopleDeps): Noun {
  const about = { summary: 'the desks at which one sits', gives: json(seatsAnswer), problems: ['401.1'] } as const
  return new Noun('/api/desks').get('/', about, async (c) => c.json({ desks: await ownDesks(db, actorIn(c)) }))
}
