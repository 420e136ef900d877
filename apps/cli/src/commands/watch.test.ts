// truce watch with the real binary, on a list in which everybody is invented.
import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const LIST = `<CONSOLIDATED_LIST dateGenerated="2016-09-12"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>MUHAMMAD</FIRST_NAME>
<SECOND_NAME>ZARQUNI</SECOND_NAME><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>`

const watch = (input: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [TRUCE, 'watch', '-', ...args], { encoding: 'utf8', input })

describe('truce watch', () => {
  it('says who may be meant, by which words, and of which list', () => {
    const { status, stdout } = watch(LIST, 'محمد الزرقوني')
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('possible: XXi.001, by name `MUHAMMAD ZARQUNI`, list of 2016-09-12'),
    ])
    expect(stdout).toContain('Arabic for Latin')
  })

  it('says nobody for a common name alone, and takes no list with entities', () => {
    expect(watch(LIST, 'Muhammad').status).toBe(1)
    expect(watch(`<!DOCTYPE a [<!ENTITY b "c">]>${LIST}`, 'Muhammad Zarquni').status).toBe(2)
  })
})

describe('truce watch over a folder', () => {
  const truce = (...args: readonly string[]) => spawnSync(process.execPath, [TRUCE, ...args], { encoding: 'utf8' })

  it('finds reported travel, notes who may be meant, and takes another to confirm it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'watch-'))
    const [folder, list] = [join(dir, 'pact'), join(dir, 'list.xml')]
    const example = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
    for (const name of ['agreement.md', 'places.geojson', 'reports/23-after-the-april-call.txt'])
      await cp(join(example, name), join(folder, name), { recursive: true })
    await writeFile(list, LIST)
    await writeFile(
      join(folder, 'reports', '99-travel.txt'),
      '---\noutlet: A paper\npublished: 2016-09-28T20:00+03:00\n---\nMuhammad Zarquni travelled to Moscow in breach of a United Nations travel ban, a diplomat said on Wednesday.\n',
    )
    const check = (...more: readonly string[]) => truce('watch', 'check', folder, '--list', list, ...more)
    const found = check('--json')
    expect(found.status, found.stderr).toBe(0)
    const { travel } = JSON.parse(found.stdout) as {
      travel: { claim: string; how: string; matches: { reference: string }[] }[]
    }
    expect(travel.map(({ how }) => how)).toContain('not_confirmed')
    const matched = travel.filter(({ matches }) => matches.length > 0)
    expect(matched).toMatchObject([{ matches: [{ reference: 'XXi.001' }] }])
    const noting = check('--enter', '--of', 'united-nations', '--reason', 'the names agree')
    expect(noting.status, noting.stderr).toBe(0)
    const say = (of: string) =>
      truce(
        'watch',
        'say',
        folder,
        'confirmed',
        matched[0]!.claim,
        'XXi.001',
        '--of',
        of,
        '--reason',
        'seen',
        '--list-date',
        '2016-09-12',
      )
    const alone = say('united-nations')
    expect([alone.status, alone.stdout + alone.stderr]).toEqual([
      1,
      expect.stringContaining('does not confirm it alone'),
    ])
    const report = (format: string) => truce('report', folder, '--date', '2016-09-28', '--format', format).stdout
    for (const format of ['json', 'html']) {
      const text = report(format)
      expect(text.length, format).toBeGreaterThan(20)
      expect(text, format).not.toContain('XXi.001')
      expect(text, format).not.toContain('the names agree')
    }
    expect(say('russia').status).toBe(0)
    expect(check().stdout).toContain('confirmed: XXi.001, by russia: seen')
    await rm(dir, { recursive: true })
  }, 180_000)
})
