// GET /api/agreement: the agreement's text, in which `start` and `end` of its quotes count; `/places`: the ground it refers to.
import { agreementAnswer, placesAnswer } from './answers/record.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'

export function agreementRoutes(workspace: Workspace): Noun {
  const whole = { summary: "the agreement's text", gives: json(agreementAnswer), steady: true } as const
  const places = {
    summary: 'the lines and areas that its clauses can refer to, by file; no points',
    gives: json(placesAnswer),
    steady: true,
  } as const
  return new Noun('/api/agreement')
    .get('/', whole, async (c) => c.json(await workspace.agreementText()))
    .get('/places', places, async (c) => c.json(await workspace.agreementPlaces()))
}
