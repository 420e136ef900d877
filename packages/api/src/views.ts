// Whose sight of the record a request is answered from: that of the desk it comes from, and of the public where it comes from nobody.
import type { Context } from 'hono'
import { tryGetContext } from 'hono/context-storage'
import type { Deps, Workspace } from './deps.ts'
import { maybeActorIn } from './people-guard.ts'

/** Somebody who asks without a session is answered as anybody is. */
const PUBLIC = 'public'

/** The desk for which something is asked; null where there is one person who sees everything. */
export function audienceOf(c: Context | undefined, { people }: Pick<Deps, 'people'>): string | null {
  if (!people) return null
  return (c && maybeActorIn(c)?.desk) ?? PUBLIC
}

/** The workspace as whoever sent a request sees it. */
export function viewOf(c: Context | undefined, deps: Deps): Workspace {
  const audience = audienceOf(c, deps)
  return audience === null ? deps.workspace : seen(deps)(audience)
}

/** The workspace as anybody sees it. */
export function publicView(deps: Deps): Workspace {
  return deps.people ? seen(deps)(PUBLIC) : deps.workspace
}

/**
 * Answers each question as the request sees it in which it is asked, so that no route can forget to say who asks. Outside of
 * a request it answers as anybody sees it.
 */
export function viewOfRequest(deps: Deps): Workspace {
  if (!deps.people) return deps.workspace
  seen(deps)
  const mine = () => viewOf(tryGetContext(), deps)
  return {
    ...(deps.workspace.stamp && { stamp: async () => (await mine().stamp?.()) ?? '' }),
    status: async (query) => mine().status(query),
    why: async (query) => mine().why(query),
    record: async () => mine().record(),
    entries: async (asked) => mine().entries(asked),
    document: async (digestOrName) => mine().document(digestOrName),
    agreementText: async () => mine().agreementText(),
    agreementPlaces: async () => mine().agreementPlaces(),
    known: async (knownAt) => mine().known(knownAt),
    claims: async (knownAt) => mine().claims(knownAt),
    tables: async () => mine().tables(),
    lookback: async () => mine().lookback(),
  }
}

function seen({ seenBy }: Deps): NonNullable<Deps['seenBy']> {
  if (!seenBy) throw new TypeError('Several people are to sign in, and nothing says what each of their desks sees.')
  return seenBy
}
