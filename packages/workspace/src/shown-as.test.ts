// A folder as audiences are shown its text: what is hidden is in no answer, and comes with the end of an embargo.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nameMinute, type Entry, type MinuteBody } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followFolder } from './live.ts'
import { enterFolder, openFolderLedger } from './record.ts'
import { viewsByAudience } from './seen-by.ts'
import { readAgreement } from './agreement-file.ts'
import type { Questions } from './workspace.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const at = parseInstant('2016-09-16T23:00+03:00')!
const ENDS = '2016-09-22T12:00+03:00'
/** Words of the first convoy: of its prose, its fence and its heading. */
const WORDS = /first-convoy|3\.1|sealed trucks|parity/
let dir: string
let now = at

async function enter(...minutes: readonly MinuteBody[]): Promise<void> {
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const { agreement } = await readAgreement(join(dir, 'agreement.md'), 'agreement.md')
  await enterFolder(ledger.value, dir, agreement!)
  const done = await ledger.value.append(
    minutes.map((body): Entry => ({
      type: 'minute',
      received_at: body.at,
      recorded_by: 'desk',
      body: nameMinute(body),
      held_by: 'guarantor',
    })),
  )
  await ledger.value.close()
  if (!done.ok) throw new Error(done.refusal.message)
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shown-as-'))
  for (const name of ['agreement.md', 'places.geojson', 'reports', 'access'])
    await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
  const showing = {
    does: 'disclose' as const,
    of: ['russia', 'united-states'],
    subject: { clause: 'first-convoy' },
    told_of: true,
    reason: 'routes',
  }
  // Held by a desk: nobody else is told what is hidden, and it is hidden all the same.
  await enter(
    { ...showing, at: '2016-09-09T22:00+03:00', level: 'parties', embargo_until: null },
    { ...showing, at: '2016-09-10T22:00+03:00', level: 'public', embargo_until: ENDS },
  )
})
afterAll(() => rm(dir, { recursive: true, force: true }))

async function told(questions: Questions): Promise<string> {
  const lookback = await questions.lookback()
  const answers = [
    await questions.status({ at }),
    await questions.agreementText(),
    (await questions.known()).agreement,
    await questions.why({ clause: 'first-convoy', at }),
    await lookback.standpoints({ instants: [at] }),
    await lookback.told({ at }, (bans) => bans.map(({ clause }) => clause)),
  ]
  // The one who asks named the clause; nothing else of the refusal does.
  return JSON.stringify(answers).replace('no clause or account', '').replaceAll('`first-convoy`', '')
}

describe('the text of a folder', () => {
  const seenBy = () => viewsByAudience(followFolder(dir), () => now)

  it('is in no answer to those who are not shown it, until the embargo ends to the instant', async () => {
    now = at
    const views = seenBy()
    expect(await told(views('public'))).not.toMatch(WORDS)
    expect(await told(views('humanitarian'))).not.toMatch(WORDS)
    for (const desk of ['party-a', 'party-b', 'guarantor', 'un']) expect(await told(views(desk))).toMatch(WORDS)
    const { not_shown } = await views('public').known()
    expect(not_shown!.passages).toEqual([{ level: 'parties', until: ENDS }])
    const stamp = await views('public').stamp!()
    now = parseInstant(ENDS)! - 1
    expect(await told(views('public'))).not.toMatch(WORDS)
    expect(await views('public').stamp!()).toBe(stamp)
    now += 1
    expect(await told(views('public'))).toBe(await told(views('party-a')))
    expect(await views('public').stamp!()).not.toBe(stamp)
    // To ask of a later day ends no embargo.
    now = at
    const later = await seenBy()('public').status({ at: parseInstant('2030-01-01T00:00+03:00')! })
    expect(JSON.stringify(later)).not.toMatch(WORDS)
  })

  it('is otherwise as it was: other clauses have the same verdicts', async () => {
    now = at
    const [one, all] = await Promise.all([seenBy()('public').status({ at }), seenBy()('party-a').status({ at })])
    const ids = new Set(one.clauses.map(({ id }) => id))
    expect(one.clauses.length).toBeGreaterThan(10)
    expect(all.clauses.length).toBeGreaterThan(one.clauses.length)
    const same = all.clauses.filter(({ id }) => ids.has(id))
    expect(one.clauses.map(({ id, verdicts }) => ({ id, verdicts }))).toEqual(
      same.map(({ id, verdicts }) => ({ id, verdicts })),
    )
  })

  it('has no claim, and no field of one, that is for others alone', async () => {
    now = at
    const views = seenBy()
    const before = await views('public').claims()
    const [hidden, named] = before.filter(({ speaker }) => speaker !== null)
    const of = ['russia', 'united-states']
    const about = (subject: { claim: string; field: string | null }) => ({
      does: 'disclose' as const,
      at: '2016-09-16T22:00+03:00',
      of,
      subject,
      told_of: true,
    })
    const closing = { level: 'monitors', embargo_until: null, reason: 'the source is in danger' } as const
    await enter(
      { ...about({ claim: hidden!.id, field: null }), ...closing },
      { ...about({ claim: named!.id, field: 'speaker' }), ...closing },
    )
    // The same views, of a record that has grown.
    const told = await views('public').claims()
    expect(told).toHaveLength(before.length - 1)
    expect(told.some(({ id }) => id === hidden!.id || id === named!.id)).toBe(false)
    const shown = told.find(({ start, doc }) => start === named!.start && doc === named!.doc)
    expect(shown).toMatchObject({ speaker: null, speaker_text: null, kind: named!.kind })
    expect(shown!.quote).not.toContain(named!.speaker!)
    // Its words stand in the report, which is not shown either: nor are the bytes, which are asked for by the same.
    for (const { doc } of [hidden!, named!]) {
      expect(await views('public').document(doc)).toBeNull()
      expect(await views('un').document(doc)).not.toBeNull()
    }
    expect(JSON.stringify(await views('public').entries({ after: null, limit: 1000 }))).not.toContain(hidden!.id)
    expect(await views('un').claims()).toEqual(before)
  })
})
