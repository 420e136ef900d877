// Bad input gets one clear message with its place, and nothing already recorded is lost.
import { appendFile, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exampleFolder, truce } from './support/command.ts'

let recorded: Awaited<ReturnType<typeof exampleFolder>>
let folder: { dir: string }
let before: string

beforeAll(async () => {
  recorded = await exampleFolder()
  expect((await truce(['ledger', 'append', recorded.dir])).code).toBe(0)
  before = (await truce(['ledger', 'fsck', recorded.dir])).out
  expect(before).toMatch(/^sound: \d+ entries, root [0-9a-f]{64}/)
})

afterAll(() => recorded.remove())

beforeEach(async () => {
  folder = { dir: await mkdtemp(join(tmpdir(), 'truce-')) }
  await cp(recorded.dir, folder.dir, { recursive: true })
})

afterEach(async () => {
  const { code, out } = await truce(['ledger', 'fsck', folder.dir])
  expect({ code, out }, 'what was recorded is there still').toEqual({ code: 0, out: before })
  await rm(folder.dir, { recursive: true, force: true })
})

const inFolder = (name: string) => join(folder.dir, name)
const edit = async (name: string, from: string, to: string) => {
  const text = await readFile(inFolder(name), 'utf8')
  expect(text).toContain(from)
  await writeFile(inFolder(name), text.replace(from, to))
}

describe('an agreement', () => {
  it('with a party nobody declared is refused at its line', async () => {
    await edit(
      'agreement.md',
      'on           government\n  act          pull-back',
      'on           goverment\n  act          pull-back',
    )
    const { code, err } = await truce(['status', folder.dir])
    expect(code).toBe(1)
    expect(err).toContain('error: no party `goverment` is declared in this agreement [undefined-party]')
    expect(err).toMatch(/agreement\.md:\d+:16 .*2\.1 The government pulls back/)
    expect(err).toContain('did you mean `government`?')
  })

  it('with a zone that has no geometry is refused', async () => {
    await edit('agreement.md', '  geometry     places.geojson#eastern-aleppo\n', '')
    const { code, err } = await truce(['lint', folder.dir])
    const { out } = await truce(['lint', folder.dir, '--json'])
    expect(code).toBe(1)
    expect(err).toBe('')
    const errors = JSON.parse(out).filter(({ severity }: { severity: string }) => severity === 'error')
    expect(errors).toMatchObject([
      {
        code: 'zone-without-geometry',
        severity: 'error',
        message: 'the zone `eastern-aleppo` has no geometry',
        spans: [{ heading: expect.arrayContaining(['0.2 Places']) }],
      },
    ])
  })

  it('whose places have lost a shape says which zone needs it', async () => {
    await edit('places.geojson', '"eastern-aleppo"', '"eastern-alepo"')
    const { out } = await truce(['lint', folder.dir, '--format', 'gnu'])
    expect(out).toContain('`places.geojson` has no sound feature `eastern-aleppo`')
  })

  it('whose places are no JSON says so once, and blames no zone for it', async () => {
    await writeFile(inFolder('places.geojson'), '{"type": "Feature')
    const { code, err } = await truce(['status', folder.dir])
    expect(code).toBe(1)
    expect(err).toMatch(/error: the file is not JSON: .*\[places-malformed\]\n *--> places\.geojson:1:1/)
    expect(err).toContain('no agreement that can be evaluated: 1 error\n')
  })

  it('with a broken fence is refused where the fence begins', async () => {
    await appendFile(inFolder('agreement.md'), '\n```truce\nban late-clause\n  on government\n')
    const { code, err } = await truce(['status', folder.dir])
    expect(code).toBe(1)
    expect(err).toContain('[fence-unclosed]')
    expect(err).toContain('this fence is never closed')
  })

  it('that is empty is refused in one line', async () => {
    await writeFile(inFolder('agreement.md'), '')
    const { code, out } = await truce(['lint', folder.dir, '--format', 'gnu'])
    expect(code).toBe(1)
    expect(out).toContain('the file is empty [agreement-empty]')
  })

  it('with several errors names all of them in one run', async () => {
    await edit('agreement.md', 'lasts        48 hours', 'lasts        2 months')
    await edit('agreement.md', 'silence      breached', 'silense      breached')
    await edit('agreement.md', 'duty parity', 'dutty parity')
    const { out } = await truce(['lint', folder.dir, '--json'])
    expect(JSON.parse(out).map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['month-rounding', 'unknown-field', 'unknown-kind']),
    )
  })
})

describe('a report', () => {
  it('that is not text is refused, and the others go on being read', async () => {
    await writeFile(inFolder('reports/99-binary.txt'), Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x81]))
    const { code, err } = await truce([
      'ledger',
      'append',
      folder.dir,
      inFolder('reports/99-binary.txt'),
      '--published',
      '2016-09-20',
    ])
    expect(code).toBe(1)
    expect(err).toContain('`99-binary.txt` is not UTF-8 text')
    expect(err).toContain('what was in the record before is there still')
  })

  it('that is empty is refused', async () => {
    await writeFile(inFolder('empty.txt'), '')
    const read = await truce(['read', inFolder('empty.txt'), '--published', '2016-09-20', '--json'])
    expect(read.code).toBe(1)
    expect(read.err).toContain('has no text')
    expect(JSON.parse(read.out)).toEqual([])
  })

  it('without a date of publication is refused, since Friday would have none', async () => {
    await writeFile(inFolder('undated.txt'), 'The army said on Friday that it had complied with the truce.')
    const { code, err } = await truce(['read', inFolder('undated.txt')])
    expect(code).toBe(1)
    expect(err).toContain('nothing says when `undated.txt` was published')
  })
})

describe('claims', () => {
  const claim = {
    doc: 'a.txt',
    quote: 'the truce was kept',
    start: 0,
    end: 18,
    speaker: 'OCHA',
    speaker_side: 'un',
    via: null,
    outlet: null,
    published: '2016-09-16',
    kind: 'truce_compliance',
    modality: 'asserted',
    negated: false,
    places: [],
    date: '2016-09-16',
    date_basis: 'explicit',
    actor_blamed: null,
    target: null,
    figures: [],
  }

  it('dated after their receipt are refused, by number and field', async () => {
    const input = JSON.stringify([claim, { ...claim, date: '2016-09-30' }])
    const { code, err } = await truce(['ledger', 'append', folder.dir, '-', '--received', '2016-09-17T12:00+03:00'], {
      input,
    })
    expect(code).toBe(1)
    expect(err).toContain('-: number 2: the claim speaks of `2016-09-30`, which is after it was received')
    expect(err).toContain('nothing of it was entered')
  })

  it('of a kind nobody knows are refused by field', async () => {
    const { code, err } = await truce(['ledger', 'append', folder.dir, '-'], {
      input: JSON.stringify({ ...claim, kind: 'airstrike' }),
    })
    expect(code).toBe(1)
    expect(err).toContain('-:1: `claim.kind` is `"airstrike"`')
  })

  it('that are no JSON are refused at their line', async () => {
    const { code, err } = await truce(['ledger', 'append', folder.dir, '-'], {
      input: `${JSON.stringify(claim)}\n{"doc": `,
    })
    expect(code).toBe(1)
    expect(err).toContain('`-:2` is not JSON')
  })

  it('whose id is another content’s are refused', async () => {
    const { code, err } = await truce(['ledger', 'append', folder.dir, '-'], {
      input: JSON.stringify({ id: 'clm_00000000000000000000', ...claim }),
    })
    expect(code).toBe(1)
    expect(err).toContain('is not the name of this content')
  })
})

describe('a command', () => {
  it.each([
    [['status', 'nowhere-at-all'], 2, 'there is no folder `nowhere-at-all`'],
    [['status', 'docs'], 2, 'there is no agreement in `docs`'],
    [['report', 'README.md', '--date', '2016-09-16'], 2, '`README.md` is a file and not a folder'],
    [['status'], 2, 'missing required argument'],
    [['stattus', '.'], 2, 'Did you mean status?'],
    [['status', '.', '--at', 'yesterday'], 2, 'Write a time with an offset'],
  ])('misused as %j ends with %i and says why', async (words, expectedCode, said) => {
    const { code, err } = await truce(words)
    expect(err).toContain(said)
    expect(code).toBe(expectedCode)
  })

  it('asked for an account that is none names those there are', async () => {
    const { code, err } = await truce(['status', folder.dir, '--account', 'monitor'])
    expect(code).toBe(2)
    expect(err).toContain('did you mean `monitors`?')
  })

  it('finds a damaged ledger and refuses to answer from it', async () => {
    const path = inFolder('ledger/tile/entries/000')
    const bytes = await readFile(path)
    const damaged = Buffer.from(bytes)
    damaged[200] = damaged[200]! ^ 1
    await rename(path, `${path}.kept`)
    await writeFile(path, damaged)
    const asked = await truce(['status', folder.dir])
    const examined = await truce(['ledger', 'fsck', folder.dir])
    await rename(`${path}.kept`, path)
    expect(asked.code).toBe(1)
    expect(examined.code).toBe(1)
    expect(examined.out).toContain('not sound')
  })
})
