// POST /api/documents: a file is kept under its digest, then read in the locked worker; what it says is proposed, not counted.
import type { Recorder } from '@trucekeeper/workspace'
import { z } from 'zod'
import { takenInAnswer } from './answers/written.ts'
import { answered, forAll, sentOnce, WRITE_PROBLEMS, writtenFor } from './asked-once.ts'
import type { Deps } from './deps.ts'
import { Noun, json } from './noun.ts'

const BYTES = 'application/octet-stream'
/** As much as the reader takes. */
const MOST_BYTES = 32 * 2 ** 20
const FOR = 'for whom it is, as in the body of `POST /api/claims`'
const PACE = { burst: 60, per_s: 4 }

const query = z.strictObject({
  name: z.string().min(1).max(200).describe('the name of the file, which tells plain text by its ending'),
  published: z
    .optional(z.string().min(1).max(60))
    .describe('a day, or an instant with an offset, where the file does not say it'),
  outlet: z.optional(z.string().min(1).max(200)).describe('who published it, where the file does not say it'),
  for: z.optional(writtenFor.unwrap()).describe(FOR),
})

const waitingQuery = z.strictObject({
  name: z.string().min(1).max(200).describe('its name as the inbox lists it under `waiting`'),
  for: z.optional(writtenFor.unwrap()).describe(FOR),
})

export function uploadRoutes(recorder: Recorder, deps: Deps): Noun {
  const about = { gives: json(takenInAnswer), status: 201, takes: { type: BYTES, schema: null }, pace: PACE } as const
  return new Noun('/api')
    .post(
      '/documents',
      { ...about, summary: 'hands over a report as a file', query, most_bytes: MOST_BYTES, problems: WRITE_PROBLEMS },
      async (c, { name, published = null, outlet = null, for: audience = 'desk' }) => {
        const { request, bytes } = await sentOnce(c, BYTES, deps)
        return answered(
          c,
          await recorder.document(forAll(request, { for: audience }), { name, bytes, published, outlet }),
        )
      },
    )
    .post(
      '/inbox/waiting',
      {
        ...about,
        summary: 'takes in a report that lies in the folder; the body is empty',
        query: waitingQuery,
        problems: [...WRITE_PROBLEMS, '404.8'],
      },
      async (c, { name, for: audience = 'desk' }) => {
        const { request } = await sentOnce(c, BYTES, deps)
        return answered(c, await recorder.waiting(forAll(request, { for: audience }), name))
      },
    )
}
