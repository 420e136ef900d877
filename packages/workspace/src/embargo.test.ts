// An embargo against the clock of whoever answers: to the instant, in whatever zone it is written, and never against the times asked about.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nameMinute, type Claim, type Entry, type MinuteBody } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAgreement } from './agreement-file.ts'
import { followFolder } from './live.ts'
import { enterFolder, openFolderLedger } from './record.ts'
import { viewsByAudience } from './seen-by.ts'
import type { Questions } from './workspace.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
/** One instant, as two zones write it. */
const ENDS = ['2016-09-22T12:00+03:00', '2016-09-22T04:00-05:00'] as const
const ends = parseInstant(ENDS[0])!
const SOON = '2016-09-21T12:00+03:00'
let dir: string
let now = ends - 86_400_000 * 2
let hidden: Claim
let later: Claim
let views: ReturnType<typeof viewsByAudience>

async function enter(...minutes: readonly MinuteBody[]): Promise<void> {
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const done = await ledger.value.append(
    minutes.map((body): Entry => ({
      type: 'minute',
      received_at: body.at,
      recorded_by: 'desk',
      body: nameMinute(body),
    })),
  )
  await ledger.value.close()
  if (!done.ok) throw new Error(done.refusal.message)
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'embargo-'))
  for (const name of ['agreement.md', 'places.geojson', 'reports'])
    await cp(join(EXAMPLE, name), join(dir, name), { recursive: true })
  const ledger = await openFolderLedger(dir)
  if (!ledger.ok) throw new Error(ledger.refusal.message)
  const { agreement } = await readAgreement(join(dir, 'agreement.md'), 'agreement.md')
  await enterFolder(ledger.value, dir, agreement!)
  await ledger.value.close()
  views = viewsByAudience(followFolder(dir), () => now)
  ;[hidden, later] = (await views('public').claims()) as [Claim, Claim]
  const of = ['russia', 'united-states']
  const disclose = { does: 'disclose', of, told_of: true, reason: 'The source is in danger.' } as const
  const claim = ({ id }: Claim) => ({ subject: { claim: id, field: null } })
  const clause = { subject: { clause: 'first-convoy' } }
  const at = '2016-09-09T22:00+03:00'
  await enter(
    { ...disclose, ...clause, at, level: 'public', embargo_until: ENDS[1] },
    { ...disclose, ...claim(hidden), at, level: 'public', embargo_until: ENDS[0] },
    // Decided by now, to hold from a time to come.
    { ...disclose, ...claim(later), at: SOON, level: 'team', embargo_until: null },
  )
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const has = async (questions: Questions, { id }: Claim, knownAt?: number) =>
  (await questions.claims(knownAt)).some((claim) => claim.id === id)
const hasClause = async (questions: Questions, query: { at?: number; knownAt?: number } = {}) =>
  JSON.stringify(await questions.status(query)).includes('first-convoy')

describe('an embargo', () => {
  it('ends at its instant, by the clock alone, for a clause and for a claim', async () => {
    now = ends - 1
    expect([await has(views('public'), hidden), await hasClause(views('public'))]).toEqual([false, false])
    now = ends
    expect([await has(views('public'), hidden), await hasClause(views('public'))]).toEqual([true, true])
    // A clock that is put back shows less again.
    now = ends - 1
    expect([await has(views('public'), hidden), await hasClause(views('public'))]).toEqual([false, false])
  })

  it('of a claim alone ends though nothing else changes, and what is to be hidden from a time on is hidden from then', async () => {
    const own = viewsByAudience(followFolder(dir), () => now)('humanitarian')
    now = parseInstant(SOON)! - 1
    expect(await has(own, later)).toBe(true)
    const stamp = await own.stamp!()
    now += 1
    expect(await has(own, later)).toBe(false)
    expect(await own.stamp!()).not.toBe(stamp)
  })

  it('is opened by no time that is asked about, before it was set or after its end', async () => {
    now = ends - 1
    const own = views('public')
    for (const asked of [
      parseInstant('2016-09-09T00:00+03:00')!,
      now,
      ends,
      ends + 1,
      parseInstant('2030-01-01T00:00Z')!,
    ]) {
      expect(await has(own, hidden, asked)).toBe(false)
      for (const query of [{ at: asked }, { knownAt: asked }, { at: ends + 1, knownAt: asked }])
        expect(await hasClause(own, query)).toBe(false)
    }
  })
})
