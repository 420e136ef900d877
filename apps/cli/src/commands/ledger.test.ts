// truce ledger append with reports of every kind: what enters, and what is kept of those that are refused.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const PAGE =
  '<html><body><p>Government forces shelled Talbiseh on Wednesday, an opposition commander said.</p></body></html>'
const BAD = '%PDF-1.7 and nothing more'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'append-'))
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await writeFile(join(dir, 'page.html'), PAGE)
  await writeFile(join(dir, 'bad.pdf'), BAD)
})
afterEach(() => rm(dir, { recursive: true, force: true }))

function append(file: string) {
  const words = ['ledger', 'append', dir, join(dir, file), '--published', '2016-09-14', '--json']
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const evidence = (content: string) => {
  const digest = createHash('sha256').update(content).digest('hex')
  return { digest, path: join(dir, 'ledger/evidence', digest.slice(0, 2), digest) }
}

describe('truce ledger append', () => {
  it('enters a page with its own bytes as evidence', () => {
    const { status, stdout } = append('page.html')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).appended).toBe(2)
    expect(existsSync(evidence(PAGE).path)).toBe(true)
  })

  it('keeps the bytes of a report that it refuses, and says under which digest', () => {
    append('page.html')
    const { status, stderr } = append('bad.pdf')
    expect(status).toBe(1)
    expect(stderr).toContain('`bad.pdf` cannot be read')
    expect(stderr).toContain(`its bytes are kept as evidence under ${evidence(BAD).digest}`)
    expect(existsSync(evidence(BAD).path)).toBe(true)
  })

  it('begins no record with a report that it refuses', () => {
    expect(append('bad.pdf').status).toBe(1)
    expect(existsSync(join(dir, 'ledger'))).toBe(false)
  })
})
