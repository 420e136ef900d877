// truce protect with the real binary: letting in, registering, asking, refusing, and the simulated year.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const TODAY = new Date().toISOString().slice(0, 10)

let folder: string
/** Entries of amal's organisation that were looked at: one asked, one refused. */
let logged = 2
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'protect-'))
})
afterAll(() => rm(folder, { recursive: true }))

function protect(what: string, ...args: readonly string[]) {
  const place = what === 'simulate' ? [] : [join(folder, 'sites')]
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, 'protect', what, ...place, ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_STATE_HOME: join(folder, 'state'),
      NO_COLOR: '1',
    },
  })
  return { status, stdout: stdout.trim(), stderr, bytes: Buffer.byteLength(stdout) }
}

describe('truce protect', () => {
  it('answers of cells and days, marks each line, and finds a line again', () => {
    expect(protect('enrol', 'amal', '--organisation', 'party-a', '--desk', 'party').status).toBe(0)
    protect('enrol', 'farah', '--organisation', 'health', '--desk', 'owner')
    const place = ['--kind', 'health_facility', '--lon', '37.1', '--lat', '36.2']
    expect(protect('register', '--as', 'farah', ...place).stdout).toMatch(/^site_[0-9a-f]{20}$/)
    const asked = protect('ask', '--as', 'amal', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY)
    const mark = /^sy7xq {2}none known {2}\[(\w{8})\]\nuntil .*no permission/.exec(asked.stdout)?.[1]
    expect(protect('trace', mark!).stdout).toMatch(/^sy7xq was shown to amal of party-a at /)
  })

  it('tells scripts what it made, by its id', () => {
    const told = (what: string, ...words: string[]) => JSON.parse(protect(what, ...words, '--json').stdout)
    expect(told('enrol', 'gala', '--organisation', 'party-b', '--desk', 'party')).toEqual({ enrolled: 'gala' })
    const place = ['--kind', 'health_facility', '--lon', '37.3', '--lat', '36.4']
    const { site } = told('register', '--as', 'farah', ...place)
    expect(site).toMatch(/^site_[0-9a-f]{20}$/)
    expect(told('ask', '--as', 'gala', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY)).toMatchObject({
      lines: [{ cell: 'sy7xq', mark: expect.stringMatching(/^\w{8}$/) }],
      note: expect.any(String),
    })
  })

  it('refuses with exit code 1 what is no question, and keeps the refusal', async () => {
    const refused = protect('ask', '--as', 'amal', '--cells', 'sy7xq0', '--from', TODAY, '--to', TODAY)
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('only whole days and some fixed cells can be asked about')
    expect(JSON.parse(protect('log', '--as', 'amal').stdout)).toMatchObject([
      { does: 'ask' },
      { does: 'refuse', code: 'not-a-question' },
    ])
    expect(await readFile(join(folder, 'sites', 'entries'), 'utf8')).not.toContain('37.1')
  })

  it.each([
    ['--radius', '500'],
    ['--near', '37.1,36.2'],
    ['--bbox', '37,36,38,37'],
    ['--polygon', 'area.geojson'],
    ['--nearest'],
    ['--all'],
    ['--format', 'csv'],
    ['sites'],
    ['--cells', 'sy7x*'],
    ['--cells', '36.2,37.1'],
    ['--cells', 'SY7XQ'],
    ['--cells', 'sy7xq', 'sy7xq'],
    ['--from', '2016-01-01'],
    ['--to', '2099-12-31'],
  ])('answers nothing to %s %s, and keeps that it was asked', (...more) => {
    const asking = { '--cells': ['sy7xq'], '--from': [TODAY], '--to': [TODAY] }
    const [option, ...values] = more as [string, ...string[]]
    const asked = Object.entries({ ...asking, [option]: values }).flatMap(([name, of]) => [name, ...of])
    const refused = protect('ask', '--as', 'amal', ...asked, '--json')
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).not.toMatch(/37\.1|36\.2/)
    const log = JSON.parse(protect('log', '--as', 'amal').stdout) as { does: string }[]
    expect(log.slice(logged)).toMatchObject([{ does: 'refuse', tried: 'ask', by: 'amal' }])
    logged = log.length
  })

  it('says the same as JSON and in words, and spends the same', () => {
    const asked = ['ask', '--as', 'amal', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY] as const
    const printed = protect(...asked, '--json')
    const { lines } = JSON.parse(printed.stdout) as { lines: object[] }
    expect(printed.bytes).toBe(4097)
    expect(lines).toMatchObject([{ cell: 'sy7xq', answers: [{ answer: 'none known', within: 'sy7xq' }] }])
    expect(Object.keys(lines[0]!)).toEqual(['cell', 'answers', 'mark'])
    expect(protect(...asked).stdout).toMatch(/^sy7xq {2}none known {2}\[\w{8}\]$/m)
    logged += 2
  })

  it('keeps that a point was asked for at a time that is none', () => {
    const refused = protect(
      'request-point',
      'site_1',
      '--as',
      'amal',
      '--purpose',
      'to see',
      '--from',
      'now',
      '--to',
      'later',
    )
    expect(refused.status).toBe(1)
    expect(JSON.parse(protect('log', '--as', 'amal').stdout)).toContainEqual(
      expect.objectContaining({ does: 'refuse', tried: 'request_point' }),
    )
  })

  const seen = () => {
    const log = JSON.parse(protect('log').stdout) as { does: string; by: string | null }[]
    return log.filter(({ does }) => does !== 'overview')
  }

  it.each([
    ['a command that is none', 'amal', ['nearest', '37.1,36.2', '--as', 'amal']],
    ['an export', 'amal', ['export', '--all', '--as=amal']],
    ['an option that is none', 'amal', ['point', 'point_1', '--as', 'amal', '--radius', '500']],
    ['half a command', 'amal', ['request-point', 'site_1', '--as', 'amal', '--nearest']],
    ['a kind that is none', 'farah', ['register', '--as', 'farah', '--kind', 'decoy', '--lon', '37', '--lat', '36']],
    ['nobody asking', null, ['ask', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY]],
    ['two asking', null, ['ask', '--as', 'amal', '--as', 'farah', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY]],
    ['two first days', 'amal', ['ask', '--as', 'amal', '--cells', 'sy7xq', '--from', '2016-01-01', '--from', TODAY]],
    ['no longitude', 'farah', ['register', '--as', 'farah', '--kind', 'school', '--lon=', '--lat=36']],
    ['a number of a program', 'farah', ['register', '--as', 'farah', '--kind', 'school', '--lon=0x25', '--lat=36']],
    ['an organisation that looks like another', null, ['enrol', 'x', '--organisation', 'party--a', '--desk', 'party']],
  ] as const)('does nothing of %s, and an entry stays', (_, by, [what, ...more]) => {
    const before = seen().length
    const refused = protect(what, ...more)
    expect(refused.status).toBeGreaterThan(0)
    expect(refused.stdout).toBe('')
    expect(seen().slice(before)).toMatchObject([{ does: 'refuse', by }])
  })

  it('shows whoever runs it that there was something, and never what or where', () => {
    const { stdout } = protect('log')
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ does: 'ask', organisation: 'party-a' }))
    expect(stdout).not.toMatch(/sy7xq|37\.1|36\.2|health_facility|site_|"cells"|_day/)
  })

  it('does one after the other what comes at once, and spends a budget once', async () => {
    const before = seen().length
    const all = Array.from({ length: 10 }, async (_, at) => {
      const cells = ['--cells', `u4pr${at}`, '--from', TODAY, '--to', TODAY]
      const asking = spawn(
        process.execPath,
        [TRUCE, 'protect', 'ask', join(folder, 'sites'), '--as', 'amal', ...cells],
        {
          env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_STATE_HOME: join(folder, 'state') },
        },
      )
      return ((await once(asking, 'exit')) as [number])[0]
    })
    const codes = await Promise.all(all)
    expect(codes.filter((code) => code === 0)).toHaveLength(7)
    expect(seen().length - before).toBe(10)
  }, 60_000)

  it('serves a page at a socket of its owner’s, and does what it is told meanwhile', async () => {
    const socket = join(folder, 'door', 'socket')
    const served = spawn(process.execPath, [TRUCE, 'protect', 'serve', join(folder, 'sites'), '--socket', socket], {
      env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config'), XDG_STATE_HOME: join(folder, 'state') },
    })
    const [said] = (await once(served.stdout, 'data')) as [Buffer]
    expect(said.toString()).toContain(`answering at ${socket}`)
    expect(protect('enrol', 'basil', '--organisation', 'party-a', '--desk', 'party').status).toBe(0)
    expect(protect('ask', '--as', 'basil', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY).stdout).toMatch(
      /none known/,
    )
    served.kill('SIGTERM')
    expect(await once(served, 'exit')).toEqual([0, null])
    expect(existsSync(socket)).toBe(false)
    expect(protect('enrol', 'basil', '--organisation', 'party-b', '--desk', 'party').status).toBe(1)
  })

  it('takes no copy put back with its keys for the newest, and goes on from one only at the price of a day’s cells', async () => {
    const place = (of: string) => [join(folder, of), join(folder, `${of}.copy`)] as const
    for (const [from, to] of [place('sites'), place('config')]) await cp(from, to, { recursive: true })
    protect('ask', '--as', 'amal', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY)
    protect('ask', '--as', 'amal', '--cells', 'sy7xq', '--from', TODAY, '--to', TODAY)
    for (const [to, from] of [place('sites'), place('config')]) {
      await rm(to, { recursive: true })
      await cp(from, to, { recursive: true })
    }
    const ask = () => protect('ask', '--as', 'basil', '--cells', 'sy7xt', '--from', TODAY, '--to', TODAY)
    expect(ask()).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('older than what this machine saw'),
    })
    expect(protect('accept-copy', '--reason', '?')).toMatchObject({ status: 1, stdout: '' })
    expect(ask().stderr).toContain('older than what this machine saw')
    expect(protect('accept-copy', '--reason', 'the disk was lost').status).toBe(0)
    expect(ask().stderr).toContain('used up')
    expect(protect('accept-copy', '--reason', 'once more').status).toBe(1)
  })

  it('simulates a year in which nothing is learned beyond the cells', () => {
    const { status, stdout } = protect('simulate')
    expect([status, JSON.parse(stdout)]).toMatchObject([0, [{ learned_beyond_cell: 0 }, { learned_beyond_cell: 0 }]])
  })
})
