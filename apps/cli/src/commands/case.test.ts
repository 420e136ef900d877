// A case of the example goes through its procedure from the command line; what the procedure forbids is refused and not entered.
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const PROCEDURE = 'refused by violations (Reducing violence, restoring access: Syria, September 2016'

let dir: string
beforeAll(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'case-')), 'aleppo')
  await cp(EXAMPLE, dir, { recursive: true })
  // The example has minutes of its own; these are told from the beginning.
  await rm(join(dir, 'centre'), { recursive: true, force: true })
})
afterAll(() => rm(join(dir, '..'), { recursive: true, force: true }))

function truce(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** On a day of September 2016 at noon in Damascus. */
const doing = (day: number, what: string, ...more: string[]) =>
  truce(
    'case',
    what,
    dir,
    'sniper-1',
    '--at',
    `2016-09-${day}T12:00+03:00`,
    '--received',
    `2016-09-${day}T13:00+03:00`,
    ...more,
  )
const entries = () => Number(truce('ledger', 'checkpoint', dir).stdout.split(' ')[0])
const SIDES = ['russia', 'united-states'] as const

describe('a case', () => {
  it('goes from its opening to its closing, each refusal with clause and heading', { timeout: 120_000 }, () => {
    const opened = [
      '--of',
      'russia',
      '--clause',
      'cessation.opposition',
      '--accused',
      'opposition',
      '--summary',
      'Sniper fire.',
    ]
    expect(doing(16, 'open', ...opened, '--dry-run')).toMatchObject({
      status: 0,
      stdout: 'open case: a dry run: nothing was entered\n',
    })
    expect(doing(16, 'open', ...opened.slice(0, -1), ' ', '--dry-run')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('`minute.summary` `" "` says nothing'),
    })
    expect(doing(16, 'open', ...opened).stdout).toMatch(/^open case: entered as min_[0-9a-f]{20}\n$/)

    const before = entries()
    const early = doing(16, 'close', '--of', SIDES.join(), '--outcome', 'noted', '--reason', 'no time')
    expect(early.status).toBe(1)
    expect(early.stdout).toContain(PROCEDURE)
    expect(early.stdout).toContain('`opposition` was not asked')
    expect(doing(16, 'reply', '--of', 'government', '--text', 'It was them.').stdout).toContain('does not reply for')
    expect(doing(16, 'measure', '--of', SIDES.join(), '--step', '4', '--measure', 'out').stdout).toContain(
      'comes first',
    )
    expect(
      doing(16, 'step', '--of', 'observatory', '--stage', 'tasked', '--step', '1', '--text', 'x').stdout,
    ).toContain('is not for')
    expect(doing(16, 'finding', '--of', SIDES.join(), '--finding', 'supported', '--reason', 'x').stdout).toContain(
      'have not found',
    )
    expect(entries()).toBe(before)

    expect(doing(16, 'step', '--of', 'russia', '--stage', 'tasked', '--step', '1', '--text', 'Asked.').status).toBe(0)
    const late = truce('case', 'list', dir, '--at', '2016-09-18T12:00+03:00').stdout
    expect(late).toContain('late: united-states, ask its party for information')
    for (const side of SIDES) {
      if (side === 'united-states')
        expect(doing(18, 'step', '--of', side, '--stage', 'tasked', '--step', '1', '--text', 'Asked.').status).toBe(0)
      expect(
        doing(18, 'finding', '--of', side, '--finding', 'supported', '--step', '2', '--reason', 'Seen.').status,
      ).toBe(0)
    }
    expect(doing(19, 'step', '--of', 'russia', '--stage', 'sent_to_parties', '--text', 'Sent.').status).toBe(0)
    expect(doing(19, 'reply', '--of', 'opposition', '--text', 'Not ours.').status).toBe(0)
    expect(
      doing(20, 'close', '--of', SIDES.join(), '--outcome', 'noted', '--reason', 'Both found the same.').status,
    ).toBe(0)

    const shown = JSON.parse(truce('case', 'show', dir, 'sniper-1', '--json').stdout)
    expect(shown).toMatchObject({ stage: 'closed', agreed: 'same', scope: 'as_alleged', late: [], next: null })
    expect(shown.steps[0].done).toMatchObject([
      { by: 'russia', late_by_ms: 0 },
      { by: 'united-states', late_by_ms: 24 * 3_600_000 },
    ])
    expect(truce('case', 'show', dir, 'sniper-1').stdout).toContain(
      'closed by russia and united-states: noted: Both found the same.',
    )
    expect(truce('ledger', 'fsck', dir).status).toBe(0)
  })

  it('stands beside undertakings, calls and requests, entered from a file', async () => {
    const at = '2016-09-16T15:00+03:00'
    const file = join(dir, 'minutes.json')
    const asks = {
      does: 'ask-information',
      at,
      of: 'russia',
      to: 'united-states',
      about: 'who holds the road',
      due: '2016-09-17T15:00+03:00',
    }
    await writeFile(file, JSON.stringify([asks, { ...asks, of: 'united-states', to: 'russia' }]))
    expect(truce('case', 'minute', dir, file).status).toBe(0)
    const { requests } = JSON.parse(truce('case', 'list', dir, '--at', '2016-09-18T15:00+03:00', '--json').stdout)
    expect(requests).toMatchObject([
      { of: 'russia', state: 'late' },
      { of: 'united-states', state: 'late' },
    ])
    const call = {
      does: 'call',
      at,
      channel: 'phone',
      between: [...SIDES],
      read_outs: [
        { of: 'united-states', doc: '15-us-read-out.txt' },
        { of: 'russia', doc: '16-two-read-outs.txt' },
      ],
    }
    await writeFile(file, JSON.stringify(call))
    expect(truce('case', 'minute', dir, file).status).toBe(0)
    const [{ read_outs }] = JSON.parse(
      truce('case', 'list', dir, '--at', '2016-09-18T15:00+03:00', '--json').stdout,
    ).calls
    const relations = read_outs.map(({ sentences }: { sentences: { others: { relation: string }[] }[] }) =>
      sentences.map(({ others }) => others[0]!.relation),
    )
    // Both tell of the call; no joint centre before aid flows is in one read-out, the text to be published in the other.
    expect(relations).toEqual([
      ['agrees', 'silent', 'silent', 'silent', 'silent', 'silent'],
      ['agrees', 'silent', 'silent'],
    ])
    await writeFile(file, JSON.stringify({ ...asks, at: '2999-01-01T00:00Z' }))
    expect(truce('case', 'minute', dir, file).stderr).toContain('`2999-01-01T00:00Z` has not come yet')
    await writeFile(file, JSON.stringify({ ...asks, to: 'nobody' }))
    expect(truce('case', 'minute', dir, file)).toMatchObject({ status: 1 })
    await writeFile(file, JSON.stringify({ ...asks, guilty: true }))
    expect(truce('case', 'minute', dir, file).stderr).toContain('has no field `guilty`')
  })
})
