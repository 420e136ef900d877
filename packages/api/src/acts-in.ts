// POST /api/acts: the use of a power, where the agreement allows it, with what it changes; or only asked what it would change.
import { takeAct } from '@trucekeeper/claims'
import { asksTables, checkAct } from '@trucekeeper/engine'
import { formatInstant, parseInstant } from '@trucekeeper/time'
import type { Recorder } from '@trucekeeper/workspace'
import { z } from 'zod'
import { enteredActAnswer } from './answers/acts.ts'
import { forAll, jsonOnce, refusedAs, WRITE_PROBLEMS, writtenFor } from './asked-once.ts'
import type { Deps } from './deps.ts'
import { WRITE_PACE } from './entries-in.ts'
import { inWords, isOfUnknown, refuseOtherNames } from './in-whose-name.ts'
import { json, Noun } from './noun.ts'
import { textForAct } from './under-text.ts'

const offered = z
  .strictObject({
    act: z
      .looseObject({ power: z.string().max(200), stage: z.string().max(60), by: z.array(z.string()).min(1).max(50) })
      .describe('an act without its id and its words; `at` is now where it is left out. Its fields: `docs/claims.md`'),
    ...inWords,
    dry_run: z
      .boolean()
      .default(false)
      .describe('only say what it would change, whoever would act; needs no words, and nothing is entered'),
    for: writtenFor,
  })
  .meta({ id: 'OfferedAct', description: 'the use of a power by a desk itself, with the words that show it' })

export function actInRoutes(recorder: Recorder, deps: Deps): Noun {
  const { workspace, now = Date.now } = deps

  /** On what whoever asks sees. */
  async function answerTo(act: Readonly<Record<string, unknown>>) {
    const text = await textForAct(workspace, String(act.power))
    const { agreement, record } = await text.known()
    const taken = takeAct({ at: formatInstant(now(), agreement.zone), ...act, ...UNSAID })
    if (!taken.ok) throw refusedAs({ ok: false, why: 'refused', wrong: taken.refusals })
    const tables = asksTables(agreement) ? { ...(await text.tables()), knownAt: null } : null
    return checkAct(agreement, { ...record, tables }, taken.value, parseInstant(taken.value.at)!)
  }

  async function effectOf(act: Readonly<Record<string, unknown>>) {
    const answer = await answerTo(act)
    if (answer.ok) return answer.effect
    throw forbidden(answer.refusals)
  }

  return new Noun('/api/acts').post(
    '/',
    {
      summary: 'enters the use of a power where the agreement allows it; refused with the clause and its heading',
      takes: json(offered),
      gives: json(enteredActAnswer),
      problems: [...WRITE_PROBLEMS, '401.1', '403.2', '403.4', '409.3'],
      pace: WRITE_PACE,
    },
    async (c) => {
      const { request, body } = await jsonOnce(c, offered, deps)
      if (body.dry_run) return c.json({ entries: [], effect: await effectOf(body.act) })
      await refuseOtherNames(c, deps, body.act)
      // As of minutes: a power that whoever acts does not see is none.
      const answer = deps.people ? await answerTo(body.act) : null
      if (answer && !answer.ok && answer.refusals.some(isOfUnknown)) throw forbidden(answer.refusals)
      const written = await recorder.act(forAll(request, body), body)
      if (!written.ok) throw refusedAs(written)
      return c.json(written.value)
    },
  )
}

function forbidden(refusals: Extract<ReturnType<typeof checkAct>, { ok: false }>['refusals']) {
  const wrong = refusals.map(({ why, ...rest }) => ({ ...rest, message: why, path: 'act' }))
  return refusedAs({ ok: false, why: 'not-allowed', wrong })
}

const UNSAID = { doc: 'what-if', quote: 'what if', start: 0, end: 'what if'.length }
