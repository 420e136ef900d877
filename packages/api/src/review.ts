// GET /api/inbox, GET /api/matters and POST /api/decisions: what readers proposed, and what people make of it.
import type { Recorder } from '@trucekeeper/workspace'
import { z } from 'zod'
import { clustersAnswer, enteredAnswer, inboxAnswer, inboxDocumentAnswer } from './answers/written.ts'
import { answered, forAll, jsonOnce, WRITE_PROBLEMS, writtenFor } from './asked-once.ts'
import type { Deps } from './deps.ts'
import { WRITE_PACE } from './entries-in.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'
import { audienceOf } from './views.ts'

const decision = z
  .strictObject({
    claim: z.string(),
    does: z.enum(['accept', 'reject']),
    reason: z.string().max(2_000).nullable().default(null).describe('needed to reject'),
    corrections: z
      .array(z.strictObject({ field: z.string(), words: z.string().max(20_000) }))
      .max(50)
      .default([])
      .describe('fields corrected before it is accepted, as `truce read --review` takes them'),
    for: writtenFor,
  })
  .meta({ id: 'OfferedDecision', description: 'what a person decides about a claim that was proposed' })

export function reviewRoutes(recorder: Recorder, deps: Deps): Noun {
  return new Noun('/api')
    .get('/inbox', { summary: 'documents with claims that wait for a person', gives: json(inboxAnswer) }, async (c) =>
      c.json(await recorder.inbox(audienceOf(c, deps))),
    )
    .get(
      '/inbox/:id',
      {
        summary: 'a document of the inbox with what was proposed, and what became of it',
        parts: { id: 'the id of the document, `doc_…`' },
        gives: json(inboxDocumentAnswer),
        problems: ['404.8'],
      },
      async (c) => {
        const id = c.req.param('id')
        const found = await recorder.inboxDocument(id, audienceOf(c, deps))
        if (found) return c.json(found)
        throw new Refused('404.8', `nothing of ${quoted(id)} waits in the inbox`, 'take its id from `/api/inbox`')
      },
    )
    .post(
      '/decisions',
      {
        summary: 'confirms, corrects or rejects a claim that was proposed',
        takes: json(decision),
        gives: json(enteredAnswer),
        status: 201,
        problems: [...WRITE_PROBLEMS, '404.8'],
        pace: WRITE_PACE,
      },
      async (c) => {
        const { request, body } = await jsonOnce(c, decision, deps)
        return answered(c, await recorder.decision(forAll(request, body), body))
      },
    )
    .get(
      '/matters',
      {
        summary: 'claims that tell of one thing, why they belong together, and documents that are copies',
        gives: json(clustersAnswer),
        pace: SLOW_PACE,
      },
      async (c) => c.json(await recorder.clusters(audienceOf(c, deps))),
    )
}
