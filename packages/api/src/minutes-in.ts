// POST /api/minutes: what is done at the centre, where the agreement allows it, each request once.
import { mayMinute, type MinuteRefusal } from '@trucekeeper/centre'
import { takeMinute } from '@trucekeeper/claims'
import { formatInstant } from '@trucekeeper/time'
import type { Recorder } from '@trucekeeper/workspace'
import { z } from 'zod'
import { enteredAnswer } from './answers/written.ts'
import { forAll, jsonOnce, refusedAs, WRITE_PROBLEMS, writtenFor } from './asked-once.ts'
import type { Deps } from './deps.ts'
import { WRITE_PACE } from './entries-in.ts'
import { inWords, isOfUnknown, refuseOtherNames } from './in-whose-name.ts'
import { json, Noun } from './noun.ts'
import { textForMinute } from './under-text.ts'

const offered = z
  .strictObject({
    minute: z
      .looseObject({ does: z.string().max(60) })
      .describe('any minute, without its id; `at` is now where it is left out. Its fields: `docs/claims.md`'),
    ...inWords,
    dry_run: z.boolean().default(false).describe('only say whether it may be; nothing is entered'),
    for: writtenFor,
  })
  .meta({
    id: 'OfferedMinute',
    description: 'a minute of the centre; what somebody undertakes comes with `words` or a `notice`',
  })

export function minuteInRoutes(recorder: Recorder, deps: Deps): Noun {
  const { workspace, now = Date.now } = deps

  /** On what whoever asks sees; words are not asked for. */
  async function refusalsOf(minute: Readonly<Record<string, unknown>>): Promise<readonly MinuteRefusal[]> {
    const { zone } = (await workspace.known()).agreement
    const unsaid = minute.does === 'undertaking' ? UNSAID : {}
    const taken = takeMinute({ ...unsaid, at: formatInstant(now(), zone), ...minute })
    if (!taken.ok) throw refusedAs({ ok: false, why: 'refused', wrong: taken.refusals })
    const { agreement, record } = await (await textForMinute(workspace, taken.value)).known()
    return mayMinute(agreement, record, taken.value)
  }

  return new Noun('/api/minutes').post(
    '/',
    {
      summary: 'enters a minute of the centre where the agreement allows it; refused with the clause and its heading',
      takes: json(offered),
      gives: json(enteredAnswer),
      problems: [...WRITE_PROBLEMS, '401.1', '403.2', '403.4', '409.3'],
      pace: WRITE_PACE,
    },
    async (c) => {
      const { request, body } = await jsonOnce(c, offered, deps)
      if (body.dry_run) {
        refuse(await refusalsOf(body.minute))
        return c.json({ entries: [] })
      }
      await refuseOtherNames(c, deps, body.minute)
      // The record knows names that are not for whoever writes: what they do not see is unknown, and help names what they see.
      if (deps.people) refuse((await refusalsOf(body.minute)).filter(isOfUnknown))
      const written = await recorder.minute(forAll(request, body), body)
      if (!written.ok) throw refusedAs(written)
      return c.json(written.value)
    },
  )
}

function refuse(refusals: readonly MinuteRefusal[]): void {
  if (refusals.length === 0) return
  const wrong = refusals.map(({ why, ...rest }) => ({ ...rest, message: why, path: 'minute' }))
  throw refusedAs({ ok: false, why: 'not-allowed', wrong })
}

const UNSAID = { doc: 'what-if', quote: 'what if', start: 0, end: 'what if'.length }
