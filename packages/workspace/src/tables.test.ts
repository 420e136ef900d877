// The tables of a folder: taken whole, or refused with the place of everything that is wrong.
import { cp, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { liveWorkspace } from './live.ts'
import type { Tables } from './tables.ts'
import { openWorkspace } from './workspace.ts'

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tables-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

async function tables(): Promise<Tables> {
  const opened = await openWorkspace(dir)
  if (!opened.ok) throw new Error('the example does not read')
  return opened.workspace.tables()
}

const fill = (...folders: string[]) =>
  Promise.all(folders.map((folder) => cp(join(EXAMPLE, folder), join(dir, folder), { recursive: true })))

async function edit(name: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(dir, name), 'utf8')
  expect(text).toContain(from)
  await writeFile(join(dir, name), text.replace(from, to))
}

describe('the tables of a folder', () => {
  it('are none where the folder has none, and that is no problem', async () => {
    expect(await tables()).toMatchObject({ access: null, ground: null, problems: [] })
  })

  it('hold the rows of access and of ground, with the lines that routes may name', async () => {
    await fill('access', 'ground')
    const { access, ground, lines, problems } = await tables()
    expect(problems).toEqual([])
    expect(access!.consignments.length).toBeGreaterThan(2)
    expect(ground!.record.positions.length).toBeGreaterThan(2)
    expect(ground!.terms.depths.length).toBeGreaterThan(4)
    expect(lines.size).toBeGreaterThan(0)
  })

  it('are refused folder by folder, each problem with its file, row and cell', async () => {
    await fill('access', 'ground')
    await edit('ground/positions.csv', 'tank,37.127,36.2695', 'tank,36.2695,37.127')
    const { access, ground, problems } = await tables()
    expect(access).not.toBeNull()
    expect(ground).toBeNull()
    expect(problems[0]).toMatchObject({ folder: 'ground', file: 'ground/positions.csv', row: 3, cell: 'F3' })
  })

  it('put no words into a report that are not in it', async () => {
    await fill('access', 'ground', 'reports')
    expect((await tables()).problems).toEqual([])
    await edit('access/events.csv', 'would not leave the border until', 'will leave the border when')
    await edit('ground/positions.csv', 'could not confirm a Syrian', 'could confirm a Syrian')
    const { access, ground, problems } = await tables()
    expect([access, ground]).toEqual([null, null])
    expect(problems.map(({ file, row, message }) => ({ file, row, message }))).toEqual([
      {
        file: 'access/events.csv',
        row: 3,
        message: 'the words of `events.csv:3` do not stand in `06-trucks-at-the-border.txt`',
      },
      {
        file: 'ground/positions.csv',
        row: null,
        message: 'the words of `s02` do not stand in `12-castello-who-moves-first.txt`',
      },
    ])
  })

  it('count rows as a spreadsheet does, with blank lines and cells of several lines before them', async () => {
    await fill('ground')
    await edit('ground/positions.csv', 'tank,37.127,36.2695', 'tank,36.2695,37.127')
    await edit('ground/positions.csv', '\n', '\n\n\n')
    expect((await tables()).problems[0]).toMatchObject({ row: 5, cell: 'F5' })
  })

  it('say line and column of a file that is no CSV, and which is no text at all', async () => {
    await fill('access')
    await writeFile(join(dir, 'access/steps.csv'), 'a,b\n1\n')
    await writeFile(join(dir, 'access/seals.csv'), new Uint8Array([0xff, 0xfe]))
    const { access, problems } = await tables()
    expect(access).toBeNull()
    expect(problems.map(({ file, row }) => [file, row])).toEqual([
      ['access/seals.csv', null],
      ['access/steps.csv', null],
    ])
    expect(problems[0]!.message).toContain('is not UTF-8 text')
    expect(problems[1]!.message).toMatch(/^line 2, column \d+: /)
  })

  it('are read again by a live workspace when one of them was written', async () => {
    await fill('access')
    const live = liveWorkspace(dir)
    const before = await live.tables()
    expect(await live.tables()).toBe(before)
    await utimes(join(dir, 'access/steps.csv'), new Date(), new Date(Date.now() + 5_000))
    expect(await live.tables()).not.toBe(before)
  })
})
