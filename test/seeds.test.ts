// Three real reports, where they are at hand: read, entered, and felt in the verdicts of the days they speak of.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '@trucekeeper/claims'
import type { Status } from '@trucekeeper/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleFolder, truce } from './support/command.ts'

const SEEDS = new URL('../../shared/seeds', import.meta.url).pathname
const PUBLISHED: Record<string, string> = { '000.txt': '2016-09-16', '001.txt': '2016-09-18', '003.txt': '2016-04-15' }

describe.skipIf(!existsSync(SEEDS))('three real reports (skipped where they are not beside the project)', () => {
  const claims: Claim[] = []
  let folder: Awaited<ReturnType<typeof exampleFolder>>

  beforeAll(async () => {
    folder = await exampleFolder()
    for (const [doc, published] of Object.entries(PUBLISHED)) {
      const { code, out } = await truce(['read', join(SEEDS, doc), '--published', published, '--json'])
      expect(code).toBe(0)
      claims.push(...JSON.parse(out))
    }
  })

  afterAll(() => folder.remove())

  it('give claims, each quoting its report to the letter', () => {
    expect(claims.length).toBeGreaterThan(30)
    for (const { doc, quote, start, end } of claims)
      expect(readFileSync(join(SEEDS, doc), 'utf8').slice(start, end)).toBe(quote)
  })

  it('change what is said of the days they speak of, and of no other', async () => {
    const days = ['2016-09-10', '2016-09-11', '2016-09-12', '2016-09-16', '2016-09-17']
    const tables = async () =>
      Object.fromEntries(await Promise.all(days.map(async (day) => [day, await statusOn(folder.dir, day)] as const)))
    await truce(['ledger', 'append', folder.dir])
    const before = await tables()
    const entered = await truce(['ledger', 'append', folder.dir, '-', '--received', '2016-09-21T12:00+03:00'], {
      input: JSON.stringify(claims),
    })
    expect(entered).toMatchObject({ code: 0 })
    const after = await tables()
    const changed = days.filter((day) => verdictsOf(before[day]!) !== verdictsOf(after[day]!))
    expect(changed).toContain('2016-09-16')
    expect(changed).toContain('2016-09-17')
    expect(changed).not.toContain('2016-09-10')
    expect(changed).not.toContain('2016-09-11')
  })

  it('change nothing of what was known before they came in', async () => {
    const { out } = await truce([
      'status',
      folder.dir,
      '--at',
      '2016-09-16T23:00+03:00',
      '--known-at',
      '2016-09-21T00:00+03:00',
      '--json',
    ])
    const untouched = await exampleFolder()
    const same = await truce([
      'status',
      untouched.dir,
      '--at',
      '2016-09-16T23:00+03:00',
      '--known-at',
      '2016-09-21T00:00+03:00',
      '--json',
    ])
    await untouched.remove()
    expect(out).toBe(same.out)
  })

  it('bear on the verdicts by their own words', async () => {
    const { out } = await truce([
      'why',
      folder.dir,
      'cessation.opposition',
      '--account',
      'russia',
      '--at',
      '2016-09-17T23:00+03:00',
      '--json',
    ])
    expect(out).toContain('the opposition units have violated it 144 times')
  })
})

async function statusOn(dir: string, day: string): Promise<Status> {
  return JSON.parse((await truce(['status', dir, '--at', `${day}T23:00+03:00`, '--json'])).out)
}

/** Everything that is said of the clauses, without the digest of the record. */
function verdictsOf({ clauses, gates, tallies }: Status): string {
  return JSON.stringify({
    clauses: clauses.map(({ id, standing, timing, verdicts }) => ({ id, standing, timing, verdicts })),
    gates,
    tallies,
  })
}
