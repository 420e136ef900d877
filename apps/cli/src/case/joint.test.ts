// A joint finding comes about from the command line, each side by its own hand, on a terminal of sixty columns.
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const NARROW = 60

let dir: string
beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'joint-')), 'aleppo')
  await cp(join(EXAMPLE, 'agreement.md'), join(dir, 'agreement.md'), { recursive: true })
  await cp(join(EXAMPLE, 'places.geojson'), join(dir, 'places.geojson'))
})
afterAll(() => rm(join(dir, '..'), { recursive: true, force: true }))

function truce(...words: string[]) {
  const env = { ...process.env, COLUMNS: String(NARROW) }
  return spawnSync(process.execPath, [TRUCE, 'case', ...words], { encoding: 'utf8', env })
}
const doing = (day: number, what: string, ...more: string[]) =>
  truce(what, dir, 'fire', '--at', `2016-09-${day}T12:00+03:00`, '--received', `2016-09-${day}T13:00+03:00`, ...more)
const unbroken = (text: string) => text.replaceAll(/\s+/g, ' ')
/** Lines that could have been broken and were not. */
const tooLong = (text: string) => text.split('\n').filter((line) => line.length > NARROW && line.trim().includes(' '))

it('joins in what was proposed, in its words, and says by which clause it cannot', { timeout: 120_000 }, () => {
  const about = ['--clause', 'cessation.opposition', '--accused', 'opposition', '--summary', 'Fire on the road.']
  expect(doing(16, 'open', '--of', 'russia', ...about).status).toBe(0)
  const finding = ['--finding', 'supported', '--step', '2', '--reason', 'Two sources saw it.']
  expect(doing(16, 'join', '--of', 'russia')).toMatchObject({ status: 1 })
  const both = doing(16, 'finding', '--of', 'russia,united-states', ...finding, '--propose')
  expect(both.stderr).toContain('a proposal is in one name')

  expect(doing(16, 'finding', '--of', 'united-states', ...finding, '--propose').status).toBe(0)
  const waiting = truce('show', dir, 'fire').stdout
  expect(unbroken(waiting)).toContain('waits for russia, until 2016-09-19T12:00:00+03:00')
  expect(tooLong(waiting)).toEqual([])
  const self = doing(17, 'join', '--of', 'united-states')
  expect(unbroken(self.stdout)).toContain('refused by violations (Reducing violence')
  expect(unbroken(self.stdout)).toContain('it waits for `russia`')
  expect(tooLong(self.stdout)).toEqual([])
  const late = JSON.parse(doing(20, 'join', '--of', 'russia', '--json').stdout)
  expect(late.refusals).toMatchObject([{ code: 'proposal-over', clause: 'violations' }])

  expect(doing(17, 'take-back', '--of', 'united-states', '--reason', 'One more was asked.').status).toBe(0)
  expect(doing(18, 'finding', '--of', 'russia', ...finding, '--propose').status).toBe(0)
  expect(doing(19, 'join', '--of', 'united-states').status).toBe(0)
  const found = JSON.parse(truce('show', dir, 'fire', '--json').stdout)
  expect(found).toMatchObject({
    agreed: 'joint',
    proposals: [{ state: 'taken_back' }, { of: 'russia', state: 'joined', joined: [{ of: 'united-states' }] }],
    findings: [{ of: ['russia', 'united-states'], reason: 'Two sources saw it.' }],
  })
  const shown = truce('show', dir, 'fire').stdout
  expect(unbroken(shown)).toContain('joined in by united-states')
  expect([...tooLong(shown), ...tooLong(truce('list', dir).stdout)]).toEqual([])
})
