// GET /api/record: how much the record holds, since when, and which instants are worth looking at.
import { recordAnswer } from './answers/record.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'

export function recordRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'how much the record holds, and instants worth looking at',
    gives: json(recordAnswer),
    steady: true,
  } as const
  return new Noun('/api/record').get('/', about, async (c) => c.json(await workspace.record()))
}
