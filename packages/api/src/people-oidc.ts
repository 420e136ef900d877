// /api/oidc: signing in through one's own organisation, for those who were invited and made themselves known to it.
import { comeBack, leaveToLink, leaveToSignIn, newSecret, ownProviders, unlink } from '@trucekeeper/people'
import type { Context } from 'hono'
import { z } from 'zod'
import { DONE, doneAnswer, leavingAnswer, providersAnswer } from './answers/people.ts'
import { json, Noun, text } from './noun.ts'
import { departedSecret, departureSecret, giveSession, sessionSecret, takeDeparture } from './people-cookies.ts'
import { keysOf, type PeopleDeps } from './people-deps.ts'
import { actorIn, granted } from './people-guard.ts'
import { SIGN_IN_PACE } from './people-passkeys.ts'
import { quoted, Refused } from './problems.ts'
import { deviceLabel } from './session-device.ts'

/** Whatever a provider says more is left unread. */
const answerOfProvider = z.looseObject({})
/** After the `#`, which no server is sent. Every failure looks like every other. */
const REFUSED = '/#sign-in-refused'
const LINKED = '/desk'

export function oidcRoutes(people: PeopleDeps): Noun {
  const { db } = people
  const parts = { provider: 'the short name of a provider' }
  const moved = { gives: text(), status: 303, pace: SIGN_IN_PACE } as const
  const leaving = (c: Context, provider: string) => ({
    provider,
    redirectUri: `${people.origin()}/api/oidc/${encodeURIComponent(provider)}/callback`,
    browser: departureSecret(c, people, newSecret),
    before: sessionSecret(c, people),
  })
  return new Noun('/api/oidc')
    .get(
      '/',
      { summary: 'the sign-in of one’s own organisation', gives: json(providersAnswer), problems: ['401.1'] },
      async (c) => c.json({ providers: await ownProviders(db, actorIn(c)) }),
    )
    .get(
      '/:provider',
      { ...moved, summary: 'goes to the sign-in of an organisation', parts, problems: ['403.1'] },
      async (c) => {
        refuseElsewhere(c)
        const provider = c.req.param('provider')
        const left = await leaveToSignIn(keysOf(people), leaving(c, provider))
        return c.redirect(left.ok ? left.value : REFUSED, 303)
      },
    )
    .get(
      '/:provider/callback',
      { ...moved, summary: 'comes back from it', parts, query: answerOfProvider },
      async (c) => {
        const provider = c.req.param('provider')
        const { pathname, search } = new URL(c.req.url)
        const back = await comeBack(keysOf(people), {
          provider,
          address: `${people.origin()}${pathname}${search}`,
          browser: departedSecret(c, people) ?? '',
          device: deviceLabel(c.req.header('user-agent')),
        })
        takeDeparture(c, people)
        if (!back.ok) return c.redirect(REFUSED, 303)
        if (back.value === null) return c.redirect(LINKED, 303)
        giveSession(c, people, back.value.secret)
        return c.redirect('/', 303)
      },
    )
    .post(
      '/:provider/link',
      {
        summary: 'where to go to be known to the sign-in of one’s own organisation',
        parts,
        gives: json(leavingAnswer),
        problems: ['401.1', '403.1', '403.3', '404.9'],
        pace: SIGN_IN_PACE,
      },
      async (c) => {
        const left = await leaveToLink(keysOf(people), actorIn(c), leaving(c, c.req.param('provider')))
        return c.json({ address: granted(left) })
      },
    )
    .on(
      'delete',
      '/:provider/link',
      { summary: 'is no longer known to it', parts, gives: json(doneAnswer), problems: ['401.1', '403.1', '404.9'] },
      async (c) => {
        granted(await unlink(db, actorIn(c), c.req.param('provider')))
        return c.json(DONE)
      },
    )
}

/** Another site's page sends nobody to sign in; the address typed or kept is nobody's page. */
function refuseElsewhere(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site === undefined || site === 'same-origin' || site === 'none') return
  throw new Refused('403.1', `this was asked from ${quoted(site)}`, 'sign in from the page of this server')
}
