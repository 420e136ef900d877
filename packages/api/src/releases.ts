// /api/releases: what a desk holds, and showing it to other desks or to the public.
import { approvalRequests, askApproval, DESKS, digestOf, spendApprovals, type Actor } from '@trucekeeper/people'
import type { Recorder } from '@trucekeeper/workspace'
import { z } from 'zod'
import { approvalAnswer } from './answers/approvals.ts'
import { heldAnswer, type HeldAnswer } from './answers/releases.ts'
import { enteredAnswer } from './answers/written.ts'
import { answered, jsonOnce, refusedAs, WRITE_PROBLEMS } from './asked-once.ts'
import type { Deps } from './deps.ts'
import { WRITE_PACE } from './entries-in.ts'
import { json, Noun } from './noun.ts'
import type { PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted } from './people-guard.ts'
import { Refused } from './problems.ts'
import { entriesQuery } from './query.ts'

const LIMIT = 100
const desks = z
  .array(z.enum(DESKS).exclude(['public']))
  .min(1)
  .max(DESKS.length)
const releases = z.array(z.string()).min(1).max(500).describe('ids of what the desk holds')
const reason = z.string().trim().min(1).max(2_000)

const release = z
  .strictObject({
    releases,
    to: z.union([z.enum(['desks', 'public']), desks]).describe('every desk, anybody, or some desks'),
    reason,
    approval: z
      .string()
      .nullable()
      .default(null)
      .describe('the request that was approved; left out, the one over exactly this'),
  })
  .meta({ id: 'OfferedRelease', description: 'shows what the desk holds to others from now on' })

const asking = z
  .strictObject({ releases, reason, desks: desks.describe('who is asked to approve') })
  .meta({ id: 'AskingRelease', description: 'asks two other organisations to let something become public' })

export function releaseRoutes(recorder: Recorder, deps: Deps, { db, now }: PeopleDeps): Noun {
  /** A request of the desk over exactly this that others have approved. */
  async function approvedAs(digest: string, actor: Actor): Promise<string | null> {
    const requests = await approvalRequests(db, actor, now())
    const found = requests.find((one) => one.desk === actor.desk && one.digest === digest && one.state === 'approved')
    return found?.id ?? null
  }

  const problems = [...WRITE_PROBLEMS, '401.1', '403.2'] as const
  return new Noun('/api/releases')
    .get(
      '/',
      {
        summary: 'what the desk holds, a page at a time, and what it has released to whom',
        query: entriesQuery,
        gives: json(heldAnswer),
        problems: ['400.5', '401.1'],
      },
      async (c, { after = null, limit = LIMIT }) => {
        const page = await recorder.held(actorIn(c).desk, { after, limit })
        const next = page.next === null ? null : `/api/releases?after=${page.next}&limit=${limit}`
        return c.json<HeldAnswer>({ ...page, next })
      },
    )
    .post(
      '/',
      {
        summary: 'releases what the desk holds; to the public with the approval of two other organisations',
        takes: json(release),
        gives: json(enteredAnswer),
        status: 201,
        problems: [...problems, '404.9', '409.1', '409.2'],
        pace: WRITE_PACE,
      },
      async (c) => {
        const actor = actorIn(c)
        const { request, body } = await jsonOnce(c, release, deps)
        const { approval, ...offered } = body
        return answered(
          c,
          await recorder.release(request, offered, async (text) => {
            const approved = approval ?? (await approvedAs(digestOf(text), actor))
            if (approved === null) throw unapproved()
            granted(await spendApprovals(db, actor, approved, text, now()))
          }),
        )
      },
    )
    .post(
      '/approvals',
      {
        summary: 'asks other desks to approve that something becomes public; they see what it says',
        takes: json(asking),
        gives: json(approvalAnswer),
        problems: ['400.6', '401.1', '403.1', '403.2', '415.1', '422.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const asked = await bodyIn(c, asking)
        if (asked.desks.every((desk) => desk === actor.desk))
          throw new Refused('400.6', 'nobody approves for their own side', 'name another desk in `desks`')
        const made = await recorder.releaseText(actor.desk, { releases: asked.releases, to: 'public' })
        if (!made.ok) throw refusedAs(made)
        const { reason: subject } = asked
        return c.json(
          await askApproval(db, actor, { kind: 'release', subject, text: made.value, desks: asked.desks }, now()),
        )
      },
    )
}

const unapproved = () =>
  new Refused(
    '409.1',
    'nothing becomes public without the approval of two other organisations',
    'ask for it with `POST /api/releases/approvals`, then release the same again',
  )
