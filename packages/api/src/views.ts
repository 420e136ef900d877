// Whose sight of the record a request is answered from, the desk's it comes from or the public's, and under which agreement.
import type { Context } from 'hono'
import { tryGetContext } from 'hono/context-storage'
import type { Deps, Workspace } from './deps.ts'
import { maybeActorIn } from './people-guard.ts'
import { Refused } from './problems.ts'

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
  return deps.people || deps.seenBy ? seen(deps)(PUBLIC) : deps.workspace
}

/**
 * Answers each question as the request sees it in which it is asked, and under the agreement it names, so that no route can
 * forget to say who asks or of what. Outside of a request it answers as anybody sees it, under the folder's own.
 */
export function viewOfRequest(deps: Deps): Workspace {
  if (deps.people) seen(deps)
  const seenHere = () => viewOf(tryGetContext(), deps)
  const mine = async () => under(tryGetContext(), seenHere())
  return {
    ...(deps.workspace.stamp && { stamp: async () => (await seenHere().stamp?.()) ?? '' }),
    status: async (query) => (await mine()).status(query),
    why: async (query) => (await mine()).why(query),
    record: async () => (await mine()).record(),
    entries: async (asked) => (await mine()).entries(asked),
    document: async (digestOrName) => (await mine()).document(digestOrName),
    agreementText: async () => (await mine()).agreementText(),
    agreementPlaces: async () => (await mine()).agreementPlaces(),
    known: async (knownAt) => (await mine()).known(knownAt),
    claims: async (knownAt) => (await mine()).claims(knownAt),
    tables: async () => (await mine()).tables(),
    lookback: async () => (await mine()).lookback(),
    agreements: async () => seenHere().agreements(),
    under: async (id) => seenHere().under(id),
  }
}

/** Only what follows from the folder and the question alone can be asked under another agreement; see `Noun`. */
async function under(c: Context | undefined, view: Workspace): Promise<Workspace> {
  const id = c?.req.method === 'GET' ? c.req.query('agreement') : undefined
  if (id === undefined) return view
  const found = await view.under(id)
  if (!found.ok) throw new Refused('404.12', found.message, found.help)
  return found.questions
}

function seen({ seenBy }: Deps): NonNullable<Deps['seenBy']> {
  if (!seenBy) throw new TypeError('Several people are to sign in, and nothing says what each of their desks sees.')
  return seenBy
}
