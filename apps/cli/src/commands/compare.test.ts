// truce compare as people and scripts run it: the golden text of one amendment, what it refuses, and the code it ends with.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const GOLDEN = fileURLToPath(new URL('../../../../test/golden/compare/', import.meta.url))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truce-compare-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function compare(old: string, now: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, 'compare', old, now, ...words], {
    cwd: GOLDEN,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '100' },
  })
  return { status, stdout, stderr }
}

function golden(name: string, text: string): string {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(join(GOLDEN, name), text)
  return readFileSync(join(GOLDEN, name), 'utf8')
}

describe('truce compare', () => {
  it('shows an amendment article by article, the prose beside the clauses, and who gains and loses', () => {
    const { status, stdout, stderr } = compare('signed', 'amended')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(golden('amendment.txt', stdout))
  })

  it('shows the same as Markdown', () => {
    const { status, stdout } = compare('signed', 'amended/agreement.md', '--format', 'markdown')
    expect(status).toBe(0)
    expect(stdout).toBe(golden('amendment.md', stdout))
  })

  it('gives scripts one record a change, with its places in both files', () => {
    const rows = JSON.parse(compare('signed', 'amended', '--json').stdout) as Record<string, unknown>[]
    expect(rows.find(({ path }) => path === 'truce.lasts')).toEqual({
      path: 'truce.lasts',
      change: 'changed',
      severity: 'major',
      message: '`lasts` of `truce` is `60 days` now, and was `30 days`: it lasts longer, and what runs during it',
      gains: ['hill', 'lake'],
      loses: ['hill', 'lake'],
      old: expect.objectContaining({
        file: 'signed/agreement.md',
        column: 3,
        heading: ['The arrangement of the valley', '1. The truce'],
      }),
      new: expect.objectContaining({ file: 'amended/agreement.md', column: 3 }),
    })
  })

  it('finds nothing between a text and itself, and says so', () => {
    expect(compare('signed', 'signed')).toEqual({ status: 0, stdout: 'no change\n', stderr: '' })
    expect(compare('signed', 'signed', '--json').stdout).toBe('[]\n')
  })

  it('ends with 1 only where it was asked to, and a change weighs as much', () => {
    const said = readFileSync(join(GOLDEN, 'signed', 'agreement.md'), 'utf8')
    const reworded = join(folder, 'reworded.md')
    writeFileSync(reworded, said.replace('lights them at night', 'lights them by night'))
    writeFileSync(join(folder, 'places.geojson'), readFileSync(join(GOLDEN, 'signed', 'places.geojson')))
    expect(compare('signed', reworded, '--fail-on', 'minor').status).toBe(0)
    expect(compare('signed', 'amended', '--fail-on', 'major').status).toBe(1)
    expect(compare('signed', 'amended', '--fail-on', 'minor').stdout).toContain('{+')
  })

  it('says what is wrong with a text as `truce lint` does, and ends with 1', () => {
    const broken = join(folder, 'broken.md')
    writeFileSync(broken, '# A text\n\n```truce\nduty carts\n  on   nobody\n```\n')
    const { status, stdout, stderr } = compare('signed', broken)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(`${broken}:4:`)
    expect(stderr).toContain('the duty `carts` does not say `act`')
    expect(stderr).toContain(`\`${broken}\` cannot be compared`)
  })

  it('says that there is no agreement where none is, and ends with 1', () => {
    const { status, stderr } = compare('signed', 'nowhere')
    expect(status).toBe(1)
    expect(stderr).toContain('there is no agreement `nowhere`')
  })
})
