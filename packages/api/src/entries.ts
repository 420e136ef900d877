// GET /api/entries: the record itself, a page at a time, with a link to the next.
import { z } from 'zod'
import { instant } from './answers/status.ts'
import type { EntryLine, Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { entriesQuery } from './query.ts'

export interface EntriesAnswer {
  readonly entries: readonly EntryLine[]
  /** The address of the next page; null on the last. */
  readonly next: string | null
}

const LIMIT = 100

const entryLine = z
  .strictObject({
    index: z.int().describe('its place in the record'),
    type: z.enum(['document', 'claim', 'act', 'ruling', 'withdrawal', 'release', 'minute', 'key']),
    id: z.string(),
    received_at: instant,
    summary: z.string().describe('the words quoted, or the reason given, cut short'),
  })
  .meta({ id: 'EntryLine' })

const entriesAnswer: z.ZodType<EntriesAnswer> = z
  .strictObject({ entries: z.array(entryLine), next: z.string().nullable() })
  .meta({ id: 'EntriesAnswer', description: 'a page of the record' })

export function entryRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'the record a page at a time, as it came in; `Link: rel=next` leads on',
    query: entriesQuery,
    gives: json(entriesAnswer),
    steady: true,
    problems: ['400.5'],
  } as const
  return new Noun('/api/entries').get('/', about, async (c, { after = null, limit = LIMIT }) => {
    const page = await workspace.entries({ after, limit })
    const next = page.next === null ? null : `/api/entries?after=${page.next}&limit=${limit}`
    if (next !== null) c.header('link', `<${next}>; rel="next"`)
    const answer: EntriesAnswer = { entries: page.entries, next }
    return c.json(answer)
  })
}
