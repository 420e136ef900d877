// /api/drafts: what a desk writes before it says it.
import { changeDraft, deleteDraft, draftsOf, readDraft, writeDraft } from '@trucekeeper/people'
import { z } from 'zod'
import { DONE, doneAnswer, draftAnswer, draftsAnswer } from './answers/people.ts'
import { json, Noun } from './noun.ts'
import type { PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted } from './people-guard.ts'

const MOST_BYTES = 200_000
const words = z.string().min(1).max(50_000)
const writing = z.strictObject({ body: words }).meta({ id: 'WritingDraft' })
const changing = z
  .strictObject({ body: words, version: z.int().describe('the version that was read') })
  .meta({ id: 'ChangingDraft' })

export function draftRoutes({ db, now }: PeopleDeps): Noun {
  const parts = { id: 'the name of a draft' }
  const body = { most_bytes: MOST_BYTES, gives: json(draftAnswer) }
  return new Noun('/api/drafts')
    .get('/', { summary: 'the drafts of the desk', gives: json(draftsAnswer), problems: ['401.1'] }, async (c) =>
      c.json({ drafts: await draftsOf(db, actorIn(c)) }),
    )
    .post(
      '/',
      {
        ...body,
        summary: 'writes a draft',
        takes: json(writing),
        problems: ['400.6', '401.1', '403.1', '403.2', '415.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const asked = await bodyIn(c, writing)
        return c.json(granted(await writeDraft(db, actor, asked.body, now())))
      },
    )
    .get('/:id', { summary: 'one draft', parts, gives: json(draftAnswer), problems: ['401.1', '404.9'] }, async (c) =>
      c.json(granted(await readDraft(db, actorIn(c), c.req.param('id')))),
    )
    .on(
      'put',
      '/:id',
      {
        ...body,
        summary: 'changes a draft as it was read',
        parts,
        takes: json(changing),
        problems: ['400.6', '401.1', '403.1', '403.2', '404.9', '409.2', '415.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const asked = await bodyIn(c, changing)
        return c.json(granted(await changeDraft(db, actor, { id: c.req.param('id'), ...asked }, now())))
      },
    )
    .on(
      'delete',
      '/:id',
      { summary: 'deletes a draft', parts, gives: json(doneAnswer), problems: ['401.1', '403.1', '403.2', '404.9'] },
      async (c) => {
        granted(await deleteDraft(db, actorIn(c), c.req.param('id')))
        return c.json(DONE)
      },
    )
}
