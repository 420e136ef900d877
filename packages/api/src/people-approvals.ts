// /api/approvals: what takes two people of two organisations, asked by one desk and decided by others.
import {
  approvalRequest,
  approvalRequests,
  approve,
  askApproval,
  DESKS,
  editRequest,
  refuseApproval,
  withdrawRequest,
} from '@trucekeeper/people'
import { z } from 'zod'
import { approvalAnswer, approvalsAnswer } from './answers/approvals.ts'
import { DONE, doneAnswer } from './answers/people.ts'
import { json, Noun } from './noun.ts'
import type { PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted } from './people-guard.ts'
import { Refused } from './problems.ts'

const MOST_BYTES = 131_072
const words = z.string().min(1).max(30_000)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const asking = z
  .strictObject({
    kind: z.enum(['release', 'disclosure', 'other']),
    subject: z.string().trim().min(1).max(300).describe('what it is, in plain words'),
    text: words.describe('exactly what is to be approved; it has to be brought again, letter for letter, to use it'),
    desks: z.array(z.enum(DESKS)).min(1).max(DESKS.length).describe('who is asked; never only the asking desk'),
  })
  .meta({ id: 'AskingApproval' })
const changing = z.strictObject({ text: words }).meta({ id: 'ChangingRequest' })
const approving = z
  .strictObject({ digest: digest.describe('SHA-256 of the text that was read, in hex') })
  .meta({ id: 'Approving' })
const refusing = z.strictObject({ digest, reason: z.string().trim().min(1).max(1_000) }).meta({ id: 'Refusing' })

export function approvalRoutes({ db, now }: PeopleDeps): Noun {
  const parts = { id: 'the name of a request' }
  const deciding = ['400.6', '401.1', '403.1', '403.2', '403.3', '404.9', '409.1', '409.2', '415.1'] as const
  return new Noun('/api/approvals')
    .get(
      '/',
      { summary: 'what the desk has asked and what it is asked', gives: json(approvalsAnswer), problems: ['401.1'] },
      async (c) => c.json({ requests: await approvalRequests(db, actorIn(c), now()) }),
    )
    .get(
      '/:id',
      { summary: 'one request', parts, gives: json(approvalAnswer), problems: ['401.1', '404.9'] },
      async (c) => c.json(granted(await approvalRequest(db, actorIn(c), c.req.param('id'), now()))),
    )
    .post(
      '/',
      {
        summary: 'asks other desks to approve a text',
        takes: json(asking),
        most_bytes: MOST_BYTES,
        gives: json(approvalAnswer),
        problems: ['400.6', '401.1', '403.1', '403.2', '415.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const asked = await bodyIn(c, asking)
        if (actor.roles.every((role) => role === 'reader'))
          throw new Refused('403.2', 'readers ask for no approval', 'ask somebody of your desk who does more')
        if (asked.desks.every((desk) => desk === actor.desk || desk === 'public'))
          throw new Refused('400.6', 'nobody approves for their own side', 'name another desk in `desks`')
        return c.json(await askApproval(db, actor, asked, now()))
      },
    )
    .on(
      'put',
      '/:id',
      {
        summary: 'changes the text while nobody has decided on it',
        parts,
        takes: json(changing),
        most_bytes: MOST_BYTES,
        gives: json(doneAnswer),
        problems: ['400.6', '401.1', '403.1', '403.2', '404.9', '409.1', '415.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const { text } = await bodyIn(c, changing)
        granted(await editRequest(db, actor, c.req.param('id'), text))
        return c.json(DONE)
      },
    )
    .post(
      '/:id/approve',
      { summary: 'approves what was read', parts, takes: json(approving), gives: json(doneAnswer), problems: deciding },
      async (c) => {
        const actor = actorIn(c)
        const read = await bodyIn(c, approving)
        granted(await approve(db, actor, { id: c.req.param('id'), ...read }, now()))
        return c.json(DONE)
      },
    )
    .post(
      '/:id/refuse',
      {
        summary: 'refuses what was read, which ends the request',
        parts,
        takes: json(refusing),
        gives: json(doneAnswer),
        problems: deciding,
      },
      async (c) => {
        const actor = actorIn(c)
        const read = await bodyIn(c, refusing)
        granted(await refuseApproval(db, actor, { id: c.req.param('id'), ...read }, now()))
        return c.json(DONE)
      },
    )
    .on(
      'delete',
      '/:id',
      {
        summary: 'withdraws a request',
        parts,
        gives: json(doneAnswer),
        problems: ['401.1', '403.1', '403.2', '404.9', '409.1'],
      },
      async (c) => {
        granted(await withdrawRequest(db, actorIn(c), c.req.param('id'), now()))
        return c.json(DONE)
      },
    )
}
