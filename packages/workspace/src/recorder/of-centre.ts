// A minute or an act that a desk makes itself, held against the agreement on what is known to those for whom it is.
import { mayMinute } from '@trucekeeper/centre'
import { namedByMinute, takeAct, takeMinute, type DocumentBody, type Entry, type Minute } from '@trucekeeper/claims'
import { checkAct, type ActEffect, type KnownTables } from '@trucekeeper/engine'
import { parseInstant } from '@trucekeeper/time'
import { textNamed, type ReadText, type Texts } from '../agreements.ts'
import { documentIn } from '../record.ts'
import { minutesUnder, recordsUnder, textNaming, textOfMinute } from '../under.ts'
import type { Sights } from './offered-claims.ts'
import type { OfferedAct, OfferedMinute, Wrong, Written } from './shapes.ts'
import { ACTED, RULED, unseen } from './unseen.ts'
import { wordsFor } from './words.ts'
import { byDoor, refused } from './wrong.ts'

interface Asking extends Sights {
  /** Those of the folder: what is asked is asked under the one whose clause is named. */
  readonly texts: Texts
  readonly receivedAt: string
  readonly envelope: Pick<Entry, 'received_at' | 'recorded_by' | 'held_by'>
}

export type Made<T> =
  | {
      readonly ok: true
      readonly entries: readonly Entry[]
      /** Bytes to be kept before the entries are made. */
      readonly bytes: Uint8Array | null
      readonly value: T
    }
  | Extract<Written, { ok: false }>

/** The entries of a minute that the agreement allows. What it rests on has to be seen by those for whom it is written. */
export async function madeMinute(offered: OfferedMinute, asking: Asking): Promise<Made<null>> {
  const { texts, receivedAt, there } = asking
  const { does } = offered.minute
  const asked = { at: receivedAt, ...offered.minute }
  const isGiven = offered.words !== null || offered.notice !== null
  if (isGiven && does !== 'undertaking')
    return refused(
      wrong(
        'words',
        'only what somebody undertakes is shown in words of its own',
        'leave the words and the notice out',
      ),
    )
  const worded = isGiven
    ? await wordsFor(offered, asking, { name: 'notice-undertaking.txt', published: String(asked.at) })
    : null
  if (worded && !worded.ok) return refused(...worded.wrong)
  const { doc_sha256: _, ...words } = worded?.words ?? { doc_sha256: null }
  const taken = takeMinute({ ...asked, ...words })
  if (!taken.ok) return refused(...byDoor(taken.refusals, 'minute'))
  const minute = taken.value
  const named = namedByMinute(minute)
  const amiss = [
    ...tooSoon(minute.at, receivedAt, 'minute.at'),
    ...named.claims.flatMap((id, at) => unseen(asking, id, `minute.claims.${at}`, RULED)),
    ...named.acts.flatMap((id, at) => unseen(asking, id, `minute.acts.${at}`, ACTED)),
    ...(worded ? [] : await misquoted(minute, there)),
  ]
  if (amiss.length > 0) return refused(...amiss)
  const folded = there.folded()
  const agreement = textOfMinute(texts.agreements, folded, minute) ?? texts.own.agreement
  const minutes = minutesUnder(agreement, texts.agreements, folded.minutes)
  const refusals = mayMinute(agreement, { ...folded, minutes }, minute)
  if (refusals.length > 0) return forbidden(refusals, 'minute')
  const notice = worded?.notice ?? null
  return {
    ok: true,
    entries: [...noticed(notice, asking), { type: 'minute', ...asking.envelope, body: minute }],
    bytes: notice?.bytes ?? null,
    value: null,
  }
}

/** The entries of an act that the agreement allows, with what it changes. */
export async function madeAct(
  offered: OfferedAct,
  asking: Asking,
  tablesOf: (text: ReadText) => Promise<KnownTables | null>,
): Promise<Made<ActEffect>> {
  const { texts, receivedAt, there } = asking
  const asked = { at: receivedAt, ...offered.act }
  const name = `notice-${String(offered.act.power)
    .slice(0, 40)
    .replaceAll(/[^\w-]/g, '')}.txt`
  const worded = await wordsFor(offered, asking, { name, published: String(asked.at) })
  if (!worded.ok) return refused(...worded.wrong)
  const taken = takeAct({ ...asked, ...worded.words })
  if (!taken.ok) return refused(...byDoor(taken.refusals, 'act'))
  const act = taken.value
  const amiss = tooSoon(act.at, receivedAt, 'act.at')
  if (amiss.length > 0) return refused(...amiss)
  const text = textNamed(texts, textNaming(texts.agreements, act.power))
  const record = recordsUnder(text.agreement, texts.agreements)(there.folded())
  const answer = checkAct(text.agreement, { ...record, tables: await tablesOf(text) }, act, parseInstant(act.at)!)
  if (!answer.ok) return forbidden(answer.refusals, 'act')
  return {
    ok: true,
    entries: [...noticed(worded.notice, asking), { type: 'act', ...asking.envelope, body: act }],
    bytes: worded.notice?.bytes ?? null,
    value: answer.effect,
  }
}

function noticed(notice: { readonly body: DocumentBody } | null, { envelope }: Asking): readonly Entry[] {
  return notice === null ? [] : [{ type: 'document', ...envelope, body: notice.body }]
}

/** What is entered was done: nobody minutes what is to come. */
function tooSoon(at: string, receivedAt: string, path: string): readonly Wrong[] {
  if (parseInstant(at)! <= parseInstant(receivedAt)!) return []
  return [wrong(path, `\`${at}\` has not come yet`, 'enter it when it is done', 'time-to-come')]
}

/** An undertaking quotes; what it quotes has to stand there. */
async function misquoted(minute: Minute, there: Sights['there']): Promise<readonly Wrong[]> {
  if (minute.does !== 'undertaking') return []
  const { doc, quote, start, end } = minute
  const found = there.evidence && (await documentIn(there.entries, there.evidence, doc))
  if (found?.text.slice(start, end) === quote) return []
  const message = found ? `\`${doc}\` has other words there` : `the record holds no document \`${doc.slice(0, 60)}\``
  return [wrong('minute.quote', message, 'give `words`, and their place is found', 'claim-not-its-words')]
}

type Refusals = readonly {
  readonly code: string
  readonly clause: string | null
  readonly heading: string | null
  readonly why: string
  readonly help: string
}[]

function forbidden(refusals: Refusals, path: string): Extract<Written, { ok: false }> {
  return {
    ok: false,
    why: 'not-allowed',
    wrong: refusals.map(({ code, clause, heading, why, help }) => ({
      code,
      path,
      message: why,
      help,
      clause,
      heading,
    })),
  }
}

const wrong = (path: string, message: string, help: string, code = 'entry-malformed'): Wrong => ({
  code,
  path,
  message,
  help,
})
