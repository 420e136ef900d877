// The same record gives the same bytes: on every clock, in every language, in whatever order it arrived.
import { openFolderLedger, openWorkspace } from '@trucekeeper/workspace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleFolder, truce } from './support/command.ts'

const AT = '2016-09-16T23:00+03:00'
const ZONES = ['UTC', 'America/New_York', 'Asia/Kathmandu']
const LOCALES = ['C', 'ar_SY.UTF-8', 'tr_TR.UTF-8']

describe('a status', () => {
  let folder: Awaited<ReturnType<typeof exampleFolder>>
  let expected: string

  beforeAll(async () => {
    folder = await exampleFolder()
    const ran = await truce(['status', folder.dir, '--at', AT, '--json'])
    expect(ran).toMatchObject({ code: 0, err: '' })
    expected = ran.out
  })

  afterAll(() => folder.remove())

  it.each(ZONES.flatMap((zone) => LOCALES.map((locale) => ({ zone, locale }))))(
    'has the same bytes with the clock of $zone and the words of $locale',
    async ({ zone, locale }) => {
      const { out } = await truce(['status', folder.dir, '--at', AT, '--json'], {
        env: { TZ: zone, LANG: locale, LC_ALL: locale, LANGUAGE: locale },
      })
      expect(out).toBe(expected)
    },
  )

  it('has the same bytes from the ledger as from the reports', async () => {
    const kept = await exampleFolder()
    await truce(['ledger', 'append', kept.dir])
    const { out } = await truce(['status', kept.dir, '--at', AT, '--json'])
    await kept.remove()
    expect(out).toBe(expected)
  })

  it.each([1, 2, 3])('has the same bytes when the entries arrive in another order (%i)', async (seed) => {
    const shuffled = await exampleFolder()
    const opened = await openWorkspace(shuffled.dir)
    if (!opened.ok) throw new Error('the example does not open')
    const entries = shuffle(
      opened.workspace.current().entries.map(({ entry }) => entry),
      seed,
    )
    const ledger = await openFolderLedger(shuffled.dir)
    if (!ledger.ok) throw new Error(ledger.refusal.message)
    for (const entry of entries) await ledger.value.append([entry])
    await ledger.value.close()
    const { out } = await truce(['status', shuffled.dir, '--at', AT, '--json'])
    await shuffled.remove()
    expect(out).toBe(expected)
  })

  it('is the same for a prefix of the record, whatever came after it', async () => {
    const [before, after] = [await exampleFolder(), await exampleFolder()]
    for (const { dir } of [before, after]) await truce(['ledger', 'append', dir])
    await truce([
      'ledger',
      'append',
      after.dir,
      '--withdraw',
      JSON.parse(expected).clauses[3].verdicts['all-reported'].for[0],
      '--reason',
      'a test',
      '--received',
      '2016-10-01T00:00+03:00',
    ])
    const size = (await truce(['ledger', 'checkpoint', before.dir])).out.split(' ')[0]!
    const asked = await Promise.all(
      [before, after].map(({ dir }) => truce(['status', dir, '--at', AT, '--known-at', size, '--json'])),
    )
    await Promise.all([before.remove(), after.remove()])
    expect(asked[1]!.out).toBe(asked[0]!.out)
  })
})

/** Fisher and Yates with a small generator of its own, so that a failing order can be had again. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  const mixed = [...items]
  let state = seed
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}
