// Every hostile file that lies beside the project ends as its manifest says, in time, in memory, without a connection.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openDocumentReader, type FileRead } from './reader.ts'

const FOLDER = fileURLToPath(new URL('../../../../shared/hostile', import.meta.url))
const MOST_BYTES = 512 * 2 ** 20
const MOST_MILLISECONDS = 10_000

interface Case {
  readonly file: string
  readonly expect: string
}

const there = existsSync(join(FOLDER, 'files-manifest.json'))
const cases: readonly Case[] = there ? JSON.parse(readFileSync(join(FOLDER, 'files-manifest.json'), 'utf8')).files : []

/** What a clause of the manifest means for somebody who reads reports. */
const MEANT: readonly (readonly [says: RegExp, holds: (read: FileRead) => void])[] = [
  [
    /refuse|refusal|limit\b|refused/,
    ({ reports, diagnostics }) => {
      expect(reports).toEqual([])
      expect(diagnostics.map(({ severity }) => severity)).toContain('error')
    },
  ],
  [
    /hidden text|invisible text/,
    (read) => {
      expect(codes(read)).toContain('text-hidden')
      expect(read.reports.map(({ text }) => text).join('')).not.toMatch(/SYSTEM/)
      expect(read.reports[0]?.hidden[0]?.text).toMatch(/^SYSTEM/)
    },
  ],
  [/tracked changes flagged|incremental update flagged/, (read) => expect(codes(read)).toContain('revisions-open')],
  [/active content reported/, (read) => expect(codes(read)).toContain('active-content')],
  [/text extracted|page count taken from the tree/, ({ reports }) => expect(reports[0]?.text.trim()).toBeTruthy()],
  [/GPS removed/, ({ reports }) => expect(reports).toEqual([])],
  [/zero outbound connections/, (read) => expect(read.reports.length + read.diagnostics.length).toBeGreaterThan(0)],
]

describe.skipIf(!there)('a hostile file (skipped where no folder `shared/hostile` lies beside the project)', () => {
  const reader = openDocumentReader()
  afterAll(() => reader.close())

  it.each(cases.map(({ file, expect: says }) => [file, says] as const))('%s: %s', async (file, says) => {
    const bytes = readFileSync(join(FOLDER, 'files', file))
    const began = performance.now()
    const read = await reader.read(file, bytes)
    expect(performance.now() - began).toBeLessThan(MOST_MILLISECONDS)
    expect(read.peak).toBeLessThan(MOST_BYTES)
    const meant = MEANT.filter(([pattern]) => pattern.test(says))
    expect(meant.length, 'nobody says what this expectation means').toBeGreaterThan(0)
    for (const [, holds] of meant) holds(read)
  })

  it.skipIf(!there)('in the folder is in the manifest', () => {
    const listed = new Set(cases.map(({ file }) => file))
    expect(readdirSync(join(FOLDER, 'files')).filter((file) => !listed.has(file))).toEqual([])
  })
})

function codes({ diagnostics }: FileRead): string[] {
  return diagnostics.map(({ code }) => code)
}
