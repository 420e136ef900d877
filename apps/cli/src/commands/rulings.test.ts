// What people rule about happenings enters the record, changes the incidents of the status, and can be taken back.
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
  dir = join(await mkdtemp(join(tmpdir(), 'ruling-')), 'aleppo')
  await cp(EXAMPLE, dir, { recursive: true })
  truce('ledger', 'append', dir)
})
afterAll(() => rm(join(dir, '..'), { recursive: true, force: true }))

function truce(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const incidents = (): { id: string; claims: string[] }[] =>
  JSON.parse(truce('status', dir, '--at', '2016-09-16T23:00+03:00', '--json').stdout).incidents

describe('a ruling', () => {
  it('makes one incident of two, with its reason in the record, until it is withdrawn', () => {
    const [one, other, ...more] = incidents()
    const claims = `${one!.claims[0]},${other!.claims[0]}`
    const joined = truce('ledger', 'append', dir, '--join', claims, '--by', 'desk two', '--reason', 'told of twice')
    expect(joined).toMatchObject({ status: 0 })
    expect(incidents()).toHaveLength(more.length + 1)
    const entry = truce('ledger', 'cat', dir)
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .find(({ type }) => type === 'ruling')
    expect(entry.body).toMatchObject({ does: 'join', by: 'desk two', reason: 'told of twice' })
    truce('ledger', 'append', dir, '--withdraw', entry.body.id, '--reason', 'they were two after all')
    expect(incidents()).toHaveLength(more.length + 2)
    expect(truce('ledger', 'fsck', dir).status).toBe(0)
  })

  it('needs two claims and a reason', () => {
    expect(truce('ledger', 'append', dir, '--join', 'clm_1', '--reason', 'x')).toMatchObject({ status: 2 })
    const without = truce('ledger', 'append', dir, '--part', 'clm_1,clm_2')
    expect(without).toMatchObject({ status: 2 })
    expect(without.stderr).toContain('a withdrawal or a ruling needs both what and why')
  })

  it('speaks of claims that are there', () => {
    const offered = truce('ledger', 'append', dir, '--part', 'clm_1,clm_2', '--reason', 'x')
    expect(offered.status).toBe(1)
    expect(offered.stderr).toContain('`clm_1` is no claim entered before')
  })
})
