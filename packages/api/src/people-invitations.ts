// /api/invitations: letting somebody in, and coming in.
import {
  acceptInvitation,
  acceptOptions,
  invite,
  newSecret,
  openInvitations,
  withdrawInvitation,
} from '@trucekeeper/people'
import { z } from 'zod'
import {
  DONE,
  doneAnswer,
  handedAnswer,
  invitationsAnswer,
  invitedAnswer,
  registration,
  roles,
  seatAnswer,
} from './answers/people.ts'
import { json, Noun } from './noun.ts'
import { browserSecret, giveSession, sessionSecret } from './people-cookies.ts'
import { keysOf, type PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted } from './people-guard.ts'
import { SIGN_IN_PACE } from './people-passkeys.ts'
import { deviceLabel } from './session-device.ts'

const token = z.string().max(100)
const opening = z.strictObject({ token }).meta({ id: 'OpeningInvitation' })
const accepting = z.strictObject({ token, response: registration }).meta({ id: 'AcceptingInvitation' })
const inviting = z.strictObject({ name: z.string().max(200), roles }).meta({ id: 'Inviting' })

export function invitationRoutes(people: PeopleDeps): Noun {
  const { db, now } = people
  const body = ['400.6', '403.1', '415.1'] as const
  const takes = { pace: SIGN_IN_PACE, problems: [...body, '401.2'] } as const
  return new Noun('/api/invitations')
    .post(
      '/accept/options',
      {
        ...takes,
        summary: 'what an invitation says, and a challenge',
        takes: json(opening),
        gives: json(invitedAnswer),
      },
      async (c) => {
        const asked = await bodyIn(c, opening)
        const browser = browserSecret(c, people, newSecret)
        return c.json(granted(await acceptOptions(keysOf(people), asked.token, browser)))
      },
    )
    .post(
      '/accept',
      {
        ...takes,
        summary: 'comes in with a new passkey; an invitation opens once',
        takes: json(accepting),
        gives: json(seatAnswer),
      },
      async (c) => {
        const asked = await bodyIn(c, accepting)
        const browser = browserSecret(c, people, newSecret)
        const device = deviceLabel(c.req.header('user-agent'))
        const before = sessionSecret(c, people)
        const begun = granted(await acceptInvitation(keysOf(people), { ...asked, browser, device, before }))
        giveSession(c, people, begun.secret)
        return c.json({ desk: begun.desk })
      },
    )
    .get(
      '/',
      { summary: 'open invitations to the desk', gives: json(invitationsAnswer), problems: ['401.1', '403.2'] },
      async (c) => c.json({ invitations: granted(await openInvitations(db, actorIn(c), now())) }),
    )
    .post(
      '/',
      {
        summary: 'invites somebody of the same organisation to the desk',
        takes: json(inviting),
        gives: json(handedAnswer),
        problems: [...body, '401.1', '403.2', '422.3'],
      },
      async (c) => {
        const actor = actorIn(c)
        return c.json(granted(await invite(db, actor, await bodyIn(c, inviting), now())))
      },
    )
    .on(
      'delete',
      '/:id',
      {
        summary: 'withdraws an invitation',
        parts: { id: 'the name of an invitation' },
        gives: json(doneAnswer),
        problems: ['401.1', '403.1', '403.2', '404.9'],
      },
      async (c) => {
        granted(await withdrawInvitation(db, actorIn(c), c.req.param('id')))
        return c.json(DONE)
      },
    )
}
