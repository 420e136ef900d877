// truce report with the real binary on the example: one evening, a week of them, and what it refuses.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'))
})
afterAll(() => rm(folder, { recursive: true }))

const truce = (...args: readonly string[]) => truceIn(EXAMPLE, ...args)

function truceAt(...args: readonly string[]) {
  return spawnSync(process.execPath, [TRUCE, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 })
}

function truceIn(dir: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [TRUCE, 'report', dir, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 })
}

describe('truce report', () => {
  it('tells 13 to 19 September, numbered, each with the report before it looked at again', async () => {
    const run = truce('--from', '2016-09-13', '--to', '2016-09-19', '--format', 'json', '--out', folder)
    expect(run.status).toBe(0)
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
    const reports = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))))
    expect(reports.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(reports.map(({ corrections }) => corrections.looked_back_to)).toEqual([null, 1, 1, 1, 1, 1, 1])
    const [, , , friday] = reports
    const opposition = friday.tallies.find(({ clause }: { clause: string }) => clause === 'cessation.opposition')
    expect(opposition.claimed).toMatchObject({ low: 1, high: 144 })
    expect(friday.unobserved.cannot_confirm[0].quote).toContain('could not confirm')
  })

  it('hands what is no text on to the next command, and keeps it off a terminal', () => {
    const words = [TRUCE, 'report', EXAMPLE, '--date', '2016-09-16', '--format', 'pdf']
    const piped = spawnSync(process.execPath, words, { maxBuffer: 2 ** 26 })
    expect([piped.status, piped.stdout.subarray(0, 5).toString(), piped.stdout.subarray(-5).toString()]).toEqual([
      0,
      '%PDF-',
      '%%EOF',
    ])
    // `script` runs a command on a terminal of its own.
    const shown = spawnSync('script', ['-qec', [process.execPath, ...words].join(' '), '/dev/null'], {
      encoding: 'utf8',
    })
    expect([shown.status, shown.stdout]).toEqual([2, expect.stringContaining('send it on with > FILE')])
  })

  it('says the same in another language, with the words of the record as they are', () => {
    const { stdout } = truce('--date', '2016-09-16', '--lang', 'fr')
    expect(stdout).toContain('## Droit de réponse')
    expect(stdout).toContain('could not confirm a Syrian army pull-back from Castello Road')
  })

  it('writes a feed of several evenings into one file, and the chain of alerts into one each', async () => {
    const out = join(folder, 'exports')
    for (const format of ['atom', 'cap'])
      expect(truce('--from', '2016-09-13', '--to', '2016-09-15', '--format', format, '--out', out).status).toBe(0)
    const names = (await readdir(out)).toSorted()
    expect(names.filter((name) => name.endsWith('.atom.xml'))).toEqual(['aleppo-2016-2016-09-15-en.atom.xml'])
    expect(
      (
        await readFile(
          join(
            out,
            names.find((name) => name.endsWith('atom.xml'))!,
          ),
          'utf8',
        )
      ).match(/<entry>/g),
    ).toHaveLength(3)
    const alerts = await Promise.all(
      names.filter((name) => name.endsWith('.cap.xml')).map((name) => readFile(join(out, name), 'utf8')),
    )
    expect(alerts.map((xml) => /<msgType>(\w+)</.exec(xml)?.[1])).toEqual(['Alert', 'Update'])
    // To standard output goes one document, which is one alert.
    const { stdout } = truce('--date', '2016-09-20', '--format', 'cap')
    expect(stdout.match(/<alert /g)).toHaveLength(1)
    expect(stdout).toContain('<msgType>Cancel</msgType>')
  })

  it('enters corrections once, and the next report tells that they were entered', async () => {
    const copy = join(folder, 'copy')
    await cp(EXAMPLE, copy, { recursive: true })
    const record = ['--date', '2016-09-14', '--out', join(folder, 'a.md'), '--record-corrections', '--entered-at']
    const first = truceIn(copy, ...record, '2016-09-14T18:05+03:00', '--record-publication')
    expect(first.stdout.match(/correct report: entered as min_/g)).toHaveLength(8)
    const made = createHash('sha256')
      .update(await readFile(join(folder, 'a.md')))
      .digest('hex')
    expect(first.stdout).toContain('publish report: entered as min_')
    const leaves = truceAt('ledger', 'cat', copy).stdout
    expect(leaves).toContain(made)
    expect(truceIn(copy, ...record, '2016-09-14T18:10+03:00').stdout).toContain('no correction is to be entered')
    const next = JSON.parse(truceIn(copy, '--date', '2016-09-15', '--format', 'json').stdout)
    expect(next.corrections.recorded).toHaveLength(8)
    expect(next.corrections.recorded.every(({ report }: { report: number }) => report === 1)).toBe(true)
  })

  it('enters what was made known of the folder’s own text alone, for the number of a report says not whose it is', async () => {
    const copy = join(folder, 'beside')
    await cp(EXAMPLE, copy, { recursive: true })
    for (const flag of ['--record-publication', '--record-corrections']) {
      const asked = ['--date', '2016-09-14', '--agreement', 'darayya-2016', '--out', join(folder, 'darayya.md'), flag]
      const { status, stderr } = truceIn(copy, ...asked)
      expect([status, stderr]).toEqual([2, expect.stringContaining('the folder’s own agreement')])
    }
    expect(await readdir(copy)).not.toContain('ledger')
  })

  it('leads from receipts to the page of the centre, where one is named', () => {
    const { stdout } = truce('--date', '2016-09-16', '--format', 'html', '--base-url', 'https://centre.example/x')
    expect(stdout).toContain(
      'href="https://centre.example/x/clauses/cessation.government?at=2016-09-16T18%3A00%3A00%2B03%3A00',
    )
    expect(truce('--date', '2016-09-16', '--base-url', 'javascript:alert(1)').stderr).toContain('Write the address')
  })

  it('refuses several days without a folder, a day that is none, and days that are not told apart', () => {
    expect(truce('--from', '2016-09-13', '--to', '2016-09-19').stderr).toContain('several reports need a folder')
    expect(truce('--date', '2016-09-31').stderr).toContain('Write a day')
    expect(truce('--date', '2016-09-16', '--for', 'partya')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no desk `partya`\n  help: did you mean `party-a`?'),
    })
    expect(truce().stderr).toContain('it is not clear which days are meant')
  })

  it('says what of the folder it could not read, and tells the rest', async () => {
    const dir = join(folder, 'faulty')
    await cp(EXAMPLE, dir, { recursive: true })
    await appendFile(join(dir, 'centre/cases.yaml'), '\n- case: [unclosed\n')
    await appendFile(join(dir, 'access/requests.csv'), 'aug-9,2016-08\n')
    const { status, stdout, stderr } = truceIn(dir, '--date', '2016-09-16')
    expect(stderr).toMatch(/the minutes cannot be read: .*\n +--> centre\/cases\.yaml:\d+/)
    expect(stderr).toContain('error: access/requests.csv: line')
    expect(stdout).toContain('# Daily report 4')
    expect(status).toBe(0)
  })
})
