// POST /api/claims, /api/rulings and /api/withdrawals: what a person enters into the record, each request once.
import { jointNames } from '@trucekeeper/centre'
import type { Act, Minute } from '@trucekeeper/claims'
import { usedTogetherBy } from '@trucekeeper/engine'
import type { Recorder } from '@trucekeeper/workspace'
import { z } from 'zod'
import { enteredAnswer } from './answers/written.ts'
import { answered, forAll, jsonOnce, WRITE_PROBLEMS, writtenFor } from './asked-once.ts'
import type { Deps } from './deps.ts'
import { refuseOtherNames } from './in-whose-name.ts'
import { json, Noun } from './noun.ts'
import { textForAct, textForMinute } from './under-text.ts'

const said = z.string().trim().min(1).max(2_000)
const MOST_CLAIMS = 500

const document = z.strictObject({
  name: z.string().max(200),
  text: z.string().max(200_000),
  outlet: z.string().max(200).nullable().default(null),
  published: z.string(),
})

const claims = z
  .strictObject({
    document: document.nullable().default(null),
    claims: z.array(z.unknown()).max(MOST_CLAIMS),
    for: writtenFor,
  })
  .meta({
    id: 'OfferedClaims',
    description:
      'claims with the fields of `docs/claims.md`, about a document of the record or about the text that comes with them; with a text they leave out `doc`, `doc_sha256`, `outlet` and `published`',
  })

const ruling = z
  .strictObject({
    does: z.enum(['join', 'part']),
    claims: z.array(z.string()).min(2).max(MOST_CLAIMS),
    reason: said,
    for: writtenFor,
  })
  .meta({ id: 'OfferedRuling', description: 'that claims are of one happening, or of different ones, and why' })

const withdrawal = z
  .strictObject({ withdraws: z.string(), reason: said, for: writtenFor })
  .meta({ id: 'OfferedWithdrawal', description: 'takes a claim, an act or a ruling back; it stays in the record' })

/** What several did together is taken back in the name of all of them. */
async function withAllNames(minute: Minute, { workspace }: Deps): Promise<Readonly<Record<string, unknown>>> {
  const { agreement, record } = await (await textForMinute(workspace, minute)).known()
  const all = jointNames(agreement, record, minute)
  return all ? { ...minute, of: all } : minute
}

async function withAllMakers(act: Act, { workspace }: Deps): Promise<Readonly<Record<string, unknown>>> {
  const { agreement, record } = await (await textForAct(workspace, act.power)).known()
  const all = usedTogetherBy(agreement, record.acts, act)
  return all ? { ...act, by: all } : act
}

/** Somebody who was without a link for days has much to send. */
export const WRITE_PACE = { burst: 1_000, per_s: 100 }

export function entryInRoutes(recorder: Recorder, deps: Deps): Noun {
  const about = { gives: json(enteredAnswer), status: 201, problems: WRITE_PROBLEMS, pace: WRITE_PACE } as const
  return new Noun('/api')
    .post(
      '/claims',
      {
        ...about,
        summary: 'enters claims, with their document or about one',
        takes: json(claims),
        most_bytes: 1_048_576,
      },
      async (c) => {
        const { request, body } = await jsonOnce(c, claims, deps)
        return answered(c, await recorder.claims(forAll(request, body), body))
      },
    )
    .post('/rulings', { ...about, summary: 'joins or parts claims, with a reason', takes: json(ruling) }, async (c) => {
      const { request, body } = await jsonOnce(c, ruling, deps)
      return answered(c, await recorder.ruling(forAll(request, body), body))
    })
    .post(
      '/withdrawals',
      {
        ...about,
        summary: 'takes something back, with a reason; a minute or an act by those in whose name it could be made',
        takes: json(withdrawal),
        problems: [...WRITE_PROBLEMS, '403.4'],
      },
      async (c) => {
        const { request, body } = await jsonOnce(c, withdrawal, deps)
        // What was done in somebody's name is taken back by whoever may do it in that name.
        const { record } = await deps.workspace.known()
        const minute = record.minutes.find(({ id }) => id === body.withdraws)
        if (minute) await refuseOtherNames(c, deps, await withAllNames(minute, deps))
        const act = record.acts.find(({ id }) => id === body.withdraws)
        if (act) await refuseOtherNames(c, deps, await withAllMakers(act, deps))
        return answered(c, await recorder.withdrawal(forAll(request, body), body))
      },
    )
}
