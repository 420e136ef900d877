// /api/sealed-reads: a withheld field shown to a named person for a purpose, and the log of that.
import { approvalRequest, digestOf, readSealedField, sealedReads, spendApprovals } from '@trucekeeper/people'
import { z } from 'zod'
import { sealedReadAnswer, sealedReadsAnswer } from './answers/approvals.ts'
import type { Deps } from './deps.ts'
import { json, Noun } from './noun.ts'
import type { PeopleDeps } from './people-deps.ts'
import { actorIn, bodyIn, granted } from './people-guard.ts'
import { quoted, Refused } from './problems.ts'

const reading = z
  .strictObject({
    entry: z.int().min(0).describe('its place in the record'),
    field: z.string().min(1).max(200).describe('by its dotted name: `body.speaker`, `body.point.cell5`'),
    purpose: z.string().trim().min(1).max(500),
    approval: z.optional(z.string().max(100)).describe('for an exact position: the name of the request'),
  })
  .meta({ id: 'ReadingSealed' })

/** What two organisations approve before an exact position is shown. */
const disclosure = ({ entry, field, purpose }: z.infer<typeof reading>) =>
  JSON.stringify({ disclose: field, entry, purpose })

const isExact = (field: string) => /(^|\.)exact$/.test(field)

export function sealedReadRoutes({ db, now }: PeopleDeps, { sealed }: Pick<Deps, 'sealed'>): Noun {
  return new Noun('/api/sealed-reads')
    .get(
      '/',
      {
        summary: 'which withheld fields the desk has read, who, when and for what',
        gives: json(sealedReadsAnswer),
        problems: ['401.1'],
      },
      async (c) => c.json({ reads: await sealedReads(db, actorIn(c)) }),
    )
    .post(
      '/',
      {
        summary:
          'shows a withheld field once it is noted; an exact position takes an approval of `{"disclose":field,"entry":n,"purpose":…}`',
        takes: json(reading),
        gives: json(sealedReadAnswer),
        problems: ['400.6', '401.1', '403.1', '403.2', '403.3', '404.9', '409.1', '415.1'],
      },
      async (c) => {
        const actor = actorIn(c)
        const wanted = await bodyIn(c, reading)
        const { entry, field, purpose, approval = '' } = wanted
        if (actor.roles.every((role) => role === 'reader'))
          throw new Refused('403.2', 'withheld fields are not for readers', 'ask somebody of your desk who does more')
        const text = disclosure(wanted)
        // All that may refuse comes before the field is looked for, so that no refusal says that it is there.
        if (isExact(field)) {
          const asked = await approvalRequest(db, actor, approval, now())
          const stands = asked.ok && asked.value.desk === actor.desk && asked.value.state === 'approved'
          if (!stands || asked.value.digest !== digestOf(text))
            throw new Refused(
              '409.1',
              'an exact position takes the approval of two other organisations',
              `ask for it at \`/api/approvals\` with the text ${quoted(text)}`,
            )
        }
        const read = { field: `${entry}/${field}`, purpose }
        const value = granted(
          await readSealedField(db, actor, read, now(), async () => {
            const found = (await sealed?.read({ index: entry, field, desk: actor.desk })) ?? null
            if (found && isExact(field)) granted(await spendApprovals(db, actor, approval, text, now()))
            return found
          }),
        )
        return c.json({ entry, field, value: value ?? null })
      },
    )
}
