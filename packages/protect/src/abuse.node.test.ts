// Whoever has the disk, a backup or the list of abuses: what they find in the folder, and whether a case was forgotten.
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Secret } from '@trucekeeper/keys'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEntries } from './index.ts'
import { near, service, sitesAt, TOWN } from './testing/services.ts'

const LIST = fileURLToPath(new URL('../../../../shared/hostile/lists/site-abuse.json', import.meta.url))
/** Tests of this package that try what each case says, by a word of the case. */
const TRIED: readonly (readonly [RegExp, string])[] = [
  [/page/, 'gets no page of sites'],
  [/sweep|scrap/, 'sweeps no map'],
  [/1,000|times/, 'hears the same a thousand times'],
  [/shrink/, 'shrinks no circle'],
  [/name/, 'asks by no name'],
  [/diff/, 'sees no new site by the difference'],
  [/r=1/, 'asks about no circle of a metre'],
  [/negative/, 'gets no list of places without sites'],
  [/error/, 'reads nothing out of refusals'],
  [/backup/, 'finds no place in a backup'],
  [/push/, 'learns from no message'],
  [/levels|intersect/, 'makes nothing exact of cells of two sizes'],
  [/revo/, 'gets nothing once access is taken back'],
  [/insider|DB/, 'finds no place on the disk'],
  [/screenshot|print|watermark/, 'is found by a line of a list'],
]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-abuse-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function folderOfSites(name: string) {
  const [dir, keys] = [join(folder, name), join(folder, `${name}-keys`)]
  const secret = new Secret(`trucekeeper-secret-1:${'B'.repeat(42)}A`)
  const store = await openEntries(dir, keys, secret)
  if (!store.ok) throw new Error(store.refusal.message)
  const { protection } = await service(store.value)
  const sites = await sitesAt(protection, near(TOWN, 2))
  await protection.close()
  return { dir, keys, sites, secret }
}

const bytesOf = async (dir: string) =>
  Buffer.concat(await Promise.all((await readdir(dir)).map((name) => readFile(join(dir, name)))))

describe('whoever has the disk', () => {
  it('finds no place on the disk, no name and no kind, in the clear or in base64', async () => {
    const { dir, sites } = await folderOfSites('insider')
    const text = (await bytesOf(dir)).toString('latin1')
    const decoded = text.split('\n').map((line) => Buffer.from(line, 'base64url').toString('latin1'))
    for (const word of [String(TOWN[0]), 'health', 'register', 'party-a', sites[0]!])
      for (const read of [text, ...decoded]) expect(read).not.toContain(word)
  })

  it('finds no place in a backup: a copy of the folder opens with no keys but its own', async () => {
    const { dir, keys, secret } = await folderOfSites('backed-up')
    const copy = join(folder, 'copy')
    await cp(dir, copy, { recursive: true })
    expect(await openEntries(copy, join(folder, 'new-keys'), secret)).toMatchObject({
      refusal: { code: 'record-damaged' },
    })
    const guessed = await openEntries(copy, keys, new Secret('a passphrase that was guessed'))
    expect(guessed).toMatchObject({ refusal: { code: 'keys-refused' } })
  })
})

describe.skipIf(!existsSync(LIST))('the list of abuses (skipped where the shared folder is absent)', () => {
  const cases: string[] = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, 'utf8')) as { cases: string[] }).cases : []
  const tests = ['abuse.test.ts', 'abuse.node.test.ts'].map((name) =>
    readFileSync(new URL(name, import.meta.url), 'utf8'),
  )

  it.each(cases)('has a test that tries: %s', (words) => {
    const title = TRIED.find(([pattern]) => pattern.test(words))?.[1]
    expect(tests.some((text) => title !== undefined && text.includes(`it('${title}`))).toBe(true)
  })
})
