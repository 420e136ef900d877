// /api/passkeys: signing in with one, adding another, taking one away.
import {
  addOptions,
  addPasskey,
  newSecret,
  passkeysOf,
  removePasskey,
  signIn,
  signInOptions,
} from '@trucekeeper/people'
import { z } from 'zod'
import {
  assertion,
  DONE,
  doneAnswer,
  optionsAnswer,
  passkeysAnswer,
  registration,
  seatAnswer,
} from './answers/people.ts'
import { json, Noun } from './noun.ts'
import { browserSecret, giveSession, sessionSecret } from './people-cookies.ts'
import { keysOf, type PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted } from './people-guard.ts'
import { deviceLabel } from './session-device.ts'

/** Nobody signs in ten times a minute. */
export const SIGN_IN_PACE = { burst: 20, per_s: 0.5 }

const signingIn = z.strictObject({ response: assertion }).meta({ id: 'SigningIn' })
const adding = z
  .strictObject({ response: registration, label: z.string().trim().max(80) })
  .meta({ id: 'AddingPasskey' })

export function passkeyRoutes(people: PeopleDeps): Noun {
  const body = ['400.6', '403.1', '415.1'] as const
  return new Noun('/api/passkeys')
    .post(
      '/sign-in/options',
      { summary: 'a challenge to sign in with', gives: json(optionsAnswer), problems: ['403.1'], pace: SIGN_IN_PACE },
      async (c) => {
        const browser = browserSecret(c, people, newSecret)
        const options = await signInOptions(keysOf(people), browser)
        return c.json({ options })
      },
    )
    .post(
      '/sign-in',
      {
        summary: 'signs in whoever holds a passkey that is known',
        takes: json(signingIn),
        gives: json(seatAnswer),
        problems: [...body, '401.2'],
        pace: SIGN_IN_PACE,
      },
      async (c) => {
        const { response } = await bodyIn(c, signingIn)
        const browser = browserSecret(c, people, newSecret)
        const device = deviceLabel(c.req.header('user-agent'))
        const before = sessionSecret(c, people)
        const begun = granted(await signIn(keysOf(people), { response, browser, device, before }))
        giveSession(c, people, begun.secret)
        return c.json({ desk: begun.desk })
      },
    )
    .get('/', { summary: "one's own passkeys", gives: json(passkeysAnswer), problems: ['401.1'] }, async (c) =>
      c.json({ passkeys: await passkeysOf(keysOf(people), actorIn(c)) }),
    )
    .post(
      '/options',
      {
        summary: 'a challenge to add a passkey with',
        gives: json(optionsAnswer),
        problems: ['401.1', '403.1', '403.3'],
      },
      async (c) => {
        const browser = browserSecret(c, people, newSecret)
        return c.json({ options: granted(await addOptions(keysOf(people), actorIn(c), browser)) })
      },
    )
    .post(
      '/',
      {
        summary: 'adds a passkey',
        takes: json(adding),
        gives: json(doneAnswer),
        problems: [...body, '401.1', '401.2', '403.3'],
      },
      async (c) => {
        const actor = actorIn(c)
        const asked = await bodyIn(c, adding)
        const browser = browserSecret(c, people, newSecret)
        granted(await addPasskey(keysOf(people), actor, { ...asked, browser }))
        return c.json(DONE)
      },
    )
    .on(
      'delete',
      '/:id',
      {
        summary: 'takes a passkey away, never the last one',
        parts: { id: 'the id of a passkey' },
        gives: json(doneAnswer),
        problems: ['401.1', '403.1', '403.3', '404.9', '409.1'],
      },
      async (c) => {
        granted(await removePasskey(keysOf(people), actorIn(c), c.req.param('id')))
        return c.json(DONE)
      },
    )
}
