// An act is checked against the agreement before it is entered: refused by its clause, shown in what it changes, entered with its words.
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))

let dir: string
beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'act-')), 'aleppo')
  await cp(EXAMPLE, dir, { recursive: true })
})
afterAll(() => rm(join(dir, '..'), { recursive: true, force: true }))

function act(power: string, by: string, at: string, ...more: string[]) {
  const words = ['act', dir, power, '--stage', 'exercised', '--by', by, '--at', at, ...more]
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const BOTH = 'russia,united-states'
const EARLIER = '2016-09-17T11:59:59+03:00'
const SAID = 'The United States is preparing to suspend all bilateral engagement with Russia on Syria'

describe('truce act', () => {
  it('refuses with the clause and its heading', () => {
    const early = act('certify-jic', BOTH, '2016-09-16T12:00+03:00', '--dry-run')
    expect(early.status).toBe(1)
    expect(early.stdout).toContain('refused by joint-centre (')
    expect(early.stdout).toContain('4. Joint Implementation Center › 4.1 Seven days)')
    const late = act('extend-truce', BOTH, '2016-09-20T12:00+03:00', '--length', '72 hours', '--dry-run', '--json')
    expect(late.status).toBe(1)
    expect(JSON.parse(late.stdout)).toMatchObject({ ok: false, refusals: [{ clause: 'truce', code: 'term-over' }] })
  })

  it('says what would change and enters nothing in a dry run', () => {
    const found = act('extend-truce', BOTH, '2016-09-18T12:00+03:00', '--length', '72 hours', '--dry-run', '--json')
    expect(found.status).toBe(0)
    expect(JSON.parse(found.stdout)).toMatchObject({
      ok: true,
      entered: null,
      effect: { terms: [{ term: 'truce', to: '2016-09-22T19:00:00+03:00' }] },
    })
  })

  it('enters an act only with words that a document of the record has', () => {
    const at = '2016-09-17T12:00+03:00'
    expect(act('suspend-cooperation', 'united-states', at)).toMatchObject({ status: 2 })
    const words = ['--doc', '22-suspension-threatened.txt']
    expect(act('suspend-cooperation', 'united-states', at, ...words, '--quote', 'never said')).toMatchObject({
      status: 1,
    })
    const ahead = act('suspend-cooperation', 'united-states', at, ...words, '--quote', SAID, '--received', EARLIER)
    expect(ahead).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`\`${at.slice(0, -6)}:00+03:00\` has not come yet`),
    })
    const done = act('suspend-cooperation', 'united-states', at, ...words, '--quote', SAID, '--json')
    expect(done.status).toBe(0)
    expect(JSON.parse(done.stdout).entered).toMatch(/^act_[0-9a-f]{20}$/)
    const again = act('suspend-cooperation', 'united-states', '2016-09-17T13:00+03:00', '--dry-run', '--json')
    expect(JSON.parse(again.stdout).refusals).toMatchObject([{ code: 'already-suspended' }])
  })
})
