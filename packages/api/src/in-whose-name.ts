// Who may write in whose name: a minute or an act is for those for whom the organisation of whoever writes it speaks.
import { spokenFor } from '@trucekeeper/centre'
import { speaksFor, unspoken } from '@trucekeeper/people'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Deps } from './deps.ts'
import { actorIn } from './people-guard.ts'
import { quoted, Refused } from './problems.ts'

/** Words of a document of the record, or a notice that becomes one. */
export const inWords = {
  words: z
    .strictObject({ doc: z.string().max(200), quote: z.string().max(20_000) })
    .nullable()
    .default(null)
    .describe('the words that show it, exactly as a document of the record has them'),
  notice: z
    .string()
    .max(20_000)
    .nullable()
    .default(null)
    .describe('what is declared with it, kept as a document of its own; either this or `words`'),
}

/** Where nobody signs in, one person speaks for all. */
export async function refuseOtherNames(
  c: Context,
  { people }: Deps,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!people) return
  const speaking = await speaksFor(people.db, actorIn(c))
  const { how, ids } = spokenFor(body)
  const all = [...ids]
  // What is in nobody's name is for whoever speaks for all.
  const missing = unspoken(speaking, all.length > 0 ? all : ['*'])
  if (how === 'any' && missing.length < all.length) return
  if (missing.length === 0) return
  const named = all.length > 0 ? missing.map(quoted).join(', ') : 'everybody'
  const own = speaking.length > 0 ? `it speaks for ${speaking.map(quoted).join(', ')}` : 'it speaks for nobody yet'
  throw new Refused(
    '403.4',
    `your organisation does not speak for ${named}`,
    `${own}; what is done jointly is proposed by one and accepted by the other, or entered by whoever keeps the minutes for all`,
  )
}

/** Whether something is refused because a name that it gives is none. */
export const isOfUnknown = ({ code }: { readonly code: string }): boolean => code.endsWith('-unknown')
