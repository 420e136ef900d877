import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { nameClaim, nameRuling, nameWithdrawal, type Claim, type Entry } from '@trucekeeper/claims'
import type { ToldOfBan } from '@trucekeeper/engine'
import type { Ledger } from '@trucekeeper/ledger'
import { addDays, parseInstant } from '@trucekeeper/time'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followFolder, liveWorkspace } from './live.ts'
import { knownOf } from './recorder/known.ts'
import { enterReports, ledgerFolder, openFolderLedger } from './record.ts'
import { followLedger } from './follow-ledger.ts'
import { readReports } from './reports.ts'
import { openWorkspace, type Questions, type Workspace } from './workspace.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const REPORT = '08-observatory-13.txt'
let dir: string
let ledger: Ledger
let claims: readonly Claim[]

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'live-'))
  for (const name of ['agreement.md', 'places.geojson', `reports/${REPORT}`])
    await cp(join(EXAMPLE, name), join(dir, name))
  ledger = await writing()
  await enterReports(ledger, await readReports(dir, (await opened()).agreement))
  claims = await (await opened()).claims()
})
afterEach(async () => {
  await ledger.close()
  await rm(dir, { recursive: true, force: true })
})

async function writing(): Promise<Ledger> {
  const open = await openFolderLedger(dir)
  if (!open.ok) throw new Error(open.refusal.message)
  return open.value
}

async function opened(): Promise<Workspace> {
  const found = await openWorkspace(dir)
  if (!found.ok) throw new Error(found.refusal?.message ?? 'the agreement cannot be read')
  return found.workspace
}

const AT = parseInstant('2016-09-17T12:00+03:00')!
const BEFORE = parseInstant('2016-09-15T12:00+03:00')!

/** What is told singly has no order of its own. */
function inOneOrder(told: readonly ToldOfBan[]): unknown {
  return told.map(({ single: { from, to, verified, by, camps }, ...ban }) => {
    const rows = Array.from(from, (begun, row) => JSON.stringify([begun, to[row], verified[row], camps[by[row]!]]))
    return { ...ban, rows: rows.toSorted() }
  })
}

/** Bytes of what a folder answers, of everything and of what was known before. */
async function answersOf(folder: Questions): Promise<string> {
  const lookback = await folder.lookback()
  const answers: unknown[] = [await folder.record(), await folder.document(REPORT), await folder.known()]
  for (const knownAt of [undefined, BEFORE, { size: 7 }]) {
    const known = knownAt === undefined ? {} : { knownAt }
    const status = await folder.status({ ...known, at: AT })
    const clauses = status.clauses.slice(0, 3).map(({ id }) => folder.why({ ...known, clause: id, at: AT }))
    answers.push(status, await Promise.all(clauses), await folder.claims(knownAt), await folder.status(known))
    answers.push(await lookback.told({ ...known, at: AT }, inOneOrder), await lookback.documents(known))
    answers.push([...(await lookback.sources(known))], await lookback.standpoints({ ...known, instants: [BEFORE, AT] }))
  }
  for (const after of [null, 3]) answers.push(await folder.entries({ after, limit: 5 }))
  return JSON.stringify(answers)
}

/** The same words said again on another day, as a monitor; received on a day that need not be later than those before. */
function entryOf(step: Step, before: readonly Entry[]): Entry {
  const received_at = `${addDays('2016-09-14', step.day)}T0${step.hour}:30:00+03:00`
  const envelope = { received_at, recorded_by: 'a monitor' }
  const { id: _, ...said } = claims[step.which % claims.length]!
  const known = before.filter(({ type }) => type === 'claim' || type === 'ruling')
  const one = known[step.which % Math.max(1, known.length)]
  if (step.does === 'withdraw' && one) {
    const body = nameWithdrawal({ withdraws: one.body.id, by: 'a monitor', reason: `It was another day, ${step.nth}.` })
    return { type: 'withdrawal', ...envelope, body }
  }
  if (step.does === 'rule') {
    const two = [claims[step.which % claims.length]!.id, claims[(step.which + 1) % claims.length]!.id]
    const body = nameRuling({ does: 'part', claims: two, by: 'a monitor', reason: `Two things, ${step.nth}.` })
    return { type: 'ruling', ...envelope, body }
  }
  const body = nameClaim({ ...said, date: addDays('2016-09-13', step.day), speaker: `a monitor, ${step.nth}` })
  return { type: 'claim', ...envelope, body }
}

interface Step {
  readonly nth: number
  readonly does: 'say' | 'withdraw' | 'rule'
  readonly which: number
  readonly day: number
  readonly hour: number
  /** Whether somebody asks before the next. */
  readonly asked: boolean
}

const steps = fc.array(
  fc.record({
    does: fc.constantFrom('say' as const, 'say' as const, 'withdraw' as const, 'rule' as const),
    which: fc.nat({ max: 20 }),
    day: fc.nat({ max: 6 }),
    hour: fc.nat({ max: 9 }),
    asked: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('a followed folder', () => {
  it('answers as one that is opened anew, to the byte, whatever came in between', async () => {
    const live = liveWorkspace(dir)
    const half = followFolder(dir)
    const odd = half.view((entries) => entries.filter(({ index }) => index % 2 === 1))
    let nth = 0
    const said: Entry[] = claims.map((body) => ({ type: 'claim', received_at: '', recorded_by: '', body }))
    await fc.assert(
      fc.asyncProperty(steps, async (some) => {
        for (const step of some) {
          const entry = entryOf({ ...step, nth: (nth += 1) }, said)
          const done = await ledger.append([entry])
          if (!done.ok) throw new Error(`${JSON.stringify(entry)}: ${done.refusal.message}`)
          said.push(entry)
          if (step.asked) await answersOf(live)
        }
        expect(await answersOf(live)).toBe(await answersOf(await opened()))
        const anew = followFolder(dir).view((entries) => entries.filter(({ index }) => index % 2 === 1))
        expect(await answersOf(odd)).toBe(await answersOf(anew))
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('shows what is let through and nothing else, and keeps its name while that stays', async () => {
    const folder = followFolder(dir)
    const [all, none] = [folder.view(), folder.view(() => [])]
    const names = [await all.stamp!(), await none.stamp!()]
    await ledger.append([entryOf({ nth: 1, does: 'say', which: 0, day: 1, hour: 1, asked: false }, [])])
    expect(await all.stamp!()).not.toBe(names[0])
    expect(await none.stamp!()).toBe(names[1])
    expect([await none.record(), await none.document(REPORT)]).toMatchObject([{ entries: 0 }, null])
    expect(await all.document(REPORT)).not.toBeNull()
  })

  it('reads its agreement and its tables again when they have changed, and nothing is left of before', async () => {
    const live = liveWorkspace(dir)
    await answersOf(live)
    const source = await readFile(join(dir, 'agreement.md'), 'utf8')
    await writeFile(join(dir, 'agreement.md'), source.replace('"Cessation', '"The cessation'))
    await cp(join(EXAMPLE, 'access'), join(dir, 'access'), { recursive: true })
    expect(await answersOf(live)).toBe(await answersOf(await opened()))
    expect((await live.tables()).access).not.toBeNull()
  })

  it('that was put back from an older copy answers as that copy', async () => {
    const live = liveWorkspace(dir)
    const known = knownOf(followLedger(dir))
    await ledger.close()
    await cp(dir, `${dir}-copy`, { recursive: true })
    ledger = await writing()
    const say = (which: number) =>
      ledger.append([entryOf({ nth: which, does: 'say', which, day: 1, hour: 1, asked: false }, [])])
    await say(1)
    await answersOf(live)
    await known()
    await ledger.close()
    await rm(dir, { recursive: true })
    await cp(`${dir}-copy`, dir, { recursive: true })
    await rm(`${dir}-copy`, { recursive: true })
    ledger = await writing()
    // As many as there were, of which one is another.
    await say(2)
    expect(await answersOf(live)).toBe(await answersOf(await opened()))
    const found = await known()
    const anew = await knownOf(followLedger(dir))()
    if (!found.ok || !anew.ok) throw new Error('the ledger cannot be read')
    expect([...found.value.claims.keys()]).toEqual([...anew.value.claims.keys()])
  })

  it('on a beat is looked at no more often, and has at once what its own writer waits for', async () => {
    const folder = followFolder(dir, { beat_ms: 400 })
    const view = folder.view()
    const before = (await view.record()).entries
    await ledger.append([entryOf({ nth: 1, does: 'say', which: 0, day: 1, hour: 1, asked: false }, [])])
    expect((await view.record()).entries).toBe(before)
    await folder.caughtUp()
    expect((await view.record()).entries).toBe(before + 1)
    await ledger.append([entryOf({ nth: 2, does: 'say', which: 0, day: 1, hour: 1, asked: false }, [])])
    await expect.poll(async () => (await view.record()).entries, { timeout: 2_000 }).toBe(before + 2)
  })

  it('is read whole where its ledger was only begun while it was followed', async () => {
    const live = liveWorkspace(dir)
    await ledger.close()
    await rm(ledgerFolder(dir), { recursive: true })
    await rm(`${ledgerFolder(dir)}-keys`, { recursive: true })
    expect((await live.record()).entries).toBe((await opened()).current().entries.length)
    ledger = await writing()
    await enterReports(ledger, await readReports(dir, (await opened()).agreement))
    expect(await answersOf(live)).toBe(await answersOf(await opened()))
  })
})
