// A text committed to, published in part and checked offline, with the command itself.
import { spawnSync } from 'node:child_process'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))

function truce(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

let dir: string
const SIDES = 'russia,united-states'
const at = (date: number) => ['--at', `2016-09-${String(date).padStart(2, '0')}T12:00+03:00`]

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'publication-'))
  for (const name of ['agreement.md', 'places.geojson', 'reports/04-day-d-notice.txt'])
    await cp(join(EXAMPLE, name), join(dir, name))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

describe('truce publication', () => {
  it('commits, discloses, publishes without what is not public, and verifies it against the record', async () => {
    const commit = (...more: string[]) => truce('publication', 'commit', dir, '--version', 'v1', ...more)
    expect(commit('--of', 'government').stdout).toContain('does not decide which text is committed to')
    expect(commit('--of', 'russia', ...at(9)).stdout).toMatch(/the root of `aleppo-2016` v1 \(en\) is [0-9a-f]{64}/)
    const level = (of: string, ...more: string[]) =>
      truce('publication', 'disclose', dir, '--clause', 'first-convoy', '--of', of, '--reason', 'Routes.', ...more)
    expect(level(SIDES, '--level', 'parties', ...at(10)).status).toBe(0)
    expect(level('opposition', '--level', 'public', ...at(10))).toMatchObject({ status: 1 })

    const out = join(dir, 'v1.md')
    const made = JSON.parse(
      truce('publication', 'make', dir, '--version', 'v1', '--withhold', '2.2', '--out', out, '--json').stdout,
    )
    expect(made.withholds).toContain('first-convoy')
    expect(made.named_elsewhere).toContain('pull-back-opposition')
    const published = await readFile(out, 'utf8')
    expect(published).not.toMatch(/similar distances|reads.*first-convoy|duty first-convoy|2\.2/)

    const report = (...more: string[]) =>
      truce('report', dir, '--date', '2016-09-16', '--format', 'json', ...more).stdout
    expect(report()).not.toMatch(/first-convoy|sealed trucks|3\.1 /)
    expect(report('--for', 'party-a')).toMatch(/first-convoy/)

    const entries = truce('ledger', 'cat', dir).stdout.trim().split('\n')
    const index = entries.findIndex((line) => line.includes('commit-text'))
    const receipt = join(dir, 'receipt')
    await writeFile(receipt, truce('ledger', 'receipt', dir, '--entry', String(index)).stdout)
    const key = join(dir, 'ledger', 'verifier-key')
    const verify = (...more: string[]) => truce('publication', 'verify', out, ...more)
    expect(verify('--record', receipt, '--key', key).stdout).toContain(`entry ${index} of`)
    expect(verify('--record', receipt)).toMatchObject({ status: 2 })
    const other = join(dir, 'other')
    await writeFile(other, truce('ledger', 'receipt', dir, '--entry', String(index + 1)).stdout)
    expect(verify('--record', other, '--key', key)).toMatchObject({ status: 1 })
    expect(verify('--record', other, '--key', key).stdout).toContain('commits to no text')

    // The rest, later, is under the same root.
    const whole = join(dir, 'whole.md')
    expect(level(SIDES, '--level', 'public', ...at(22)).status).toBe(0)
    truce('publication', 'make', dir, '--version', 'v1', '--out', whole)
    expect(await readFile(whole, 'utf8')).toBe(await readFile(join(dir, 'agreement.md'), 'utf8'))
    expect(truce('publication', 'verify', whole, '--record', receipt, '--key', key).stdout).toContain(made.root)

    const compare = (one: string, other: string) =>
      JSON.parse(truce('publication', 'compare', one, other, '--json').stdout)
    expect(compare(whole, whole)).toMatchObject({ is: 'same', changes: [] })
    const less = compare(whole, out)
    expect(less).toMatchObject({ is: 'left_out', only_other: [], changes: [] })
    expect(less.only_one).toEqual(expect.arrayContaining(['first-convoy', '3.1 Aid to eastern Aleppo']))
    const changed = join(dir, 'changed.md')
    await writeFile(changed, published.replace('lasts        48 hours', 'lasts        72 hours'))
    expect(compare(whole, changed)).toMatchObject({ is: 'differs', changes: [{ path: 'truce.lasts' }] })
    expect(truce('publication', 'compare', whole, changed).status).toBe(1)

    await writeFile(out, published.replace('forty-eight hours', 'seventy-two hours'))
    expect(verify()).toMatchObject({ status: 1 })
    expect(JSON.parse(verify('--json').stdout)).toMatchObject({ ok: false, reason: 'text-differs' })
  }, 240_000)

  it('keeps what was committed to, whatever becomes of the file, and takes no other text for it', async () => {
    await appendFile(join(dir, 'agreement.md'), '\nMore.\n')
    const again = truce('publication', 'commit', dir, '--version', 'v1', '--of', 'united-states')
    expect(again).toMatchObject({ status: 1 })
    expect(again.stderr).toContain('another text was committed to as version `v1`')
    const nothing = truce('publication', 'make', dir, '--version', 'v2', '--out', join(dir, 'v2.md'))
    expect(nothing.stderr).toContain('no text is kept as version `v2`')
  }, 60_000)
})
