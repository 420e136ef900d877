// What leaves the record and how it is proved elsewhere, as a person does it: receipts, witnesses, copies, withheld words.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../../../examples/aleppo-2016', import.meta.url))
const SAID = 'Government forces shelled Talbiseh on Wednesday, an opposition commander said.\n'

let folder: string
let dir: string
let key: string
let witness: ChildProcess | null = null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'copies-'))
  dir = join(folder, 'desk')
  for (const name of ['agreement.md', 'places.geojson']) await cp(join(EXAMPLE, name), join(dir, name))
  await writeFile(join(folder, 'report.txt'), SAID)
  key = join(dir, 'ledger/verifier-key')
})
afterEach(async () => {
  witness?.kill()
  witness = null
  await rm(folder, { recursive: true, force: true })
})

function truce(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const append = (...more: string[]) =>
  truce('ledger', 'append', dir, join(folder, 'report.txt'), '--published', '2016-09-14', ...more)

const receipt = () => {
  const file = join(folder, 'two.tlog-proof')
  expect(truce('ledger', 'receipt', dir, '--entry', '2', '--out', file).status).toBe(0)
  return file
}

describe('a receipt', () => {
  it('holds with the file and the key alone, and not when a byte of it has changed', async () => {
    append()
    const file = receipt()
    await cp(key, join(folder, 'key'))
    await rm(dir, { recursive: true })
    expect(truce('log', 'verify', file, '--key', join(folder, 'key'))).toMatchObject({ status: 0 })
    const bytes = readFileSync(file)
    bytes[60]! ^= 1
    await writeFile(file, bytes)
    expect(truce('log', 'verify', file, '--key', join(folder, 'key')).status).toBe(1)
  })

  it('is on a head that a witness has seen, once one has been asked', async () => {
    append()
    const home = join(folder, 'witness')
    const verifier = truce('witness', 'init', home, '--name', 'witness.example').stdout.split('\n')[0]!
    await cp(key, join(home, 'logs'))
    const url = await served(home)
    const policy = join(folder, 'policy')
    const log = readFileSync(key, 'utf8').trim()
    await writeFile(policy, `log ${log}\nwitness one ${verifier} ${url}/\nquorum one\n`)
    const before = truce('log', 'verify', receipt(), '--key', key, '--policy', policy)
    expect(before.status).toBe(1)
    expect(truce('ledger', 'witness', dir, '--policy', policy)).toMatchObject({ status: 0 })
    expect(JSON.parse(truce('ledger', 'checkpoint', dir, '--json').stdout)).toMatchObject({ size: 3, witnessed: 3 })
    const after = truce('log', 'verify', receipt(), '--key', key, '--policy', policy)
    expect(after).toMatchObject({ status: 0 })
    expect(after.stdout).toContain('witness.example')
  })
})

describe('a copy', () => {
  it('is put back where the record is gone, and an older one is read and never signed on', async () => {
    append()
    expect(truce('ledger', 'backup', dir, join(folder, 'first')).status).toBe(0)
    await appendFile(join(folder, 'report.txt'), 'The truce is holding in Hama, the army said.\n')
    append()
    // A head of more entries, as a witness that has seen it would give it, shows that the copy is older.
    await cp(join(dir, 'ledger/checkpoint'), join(folder, 'first/witnessed'))
    await rm(join(dir, 'ledger'), { recursive: true })
    const { stdout } = truce('ledger', 'restore', join(folder, 'first'), dir)
    expect(stdout).toContain('3 entries are back')
    expect(stdout).toMatch(/note: witnesses have seen a head of \d+ entries, and this record has 3 of them/)
    expect(truce('ledger', 'fsck', dir).status).toBe(0)
    const { status, stderr } = append()
    expect(status).toBe(1)
    expect(stderr).toContain('entries were signed')
  })
})

describe('words that are withheld', () => {
  it('are looked for in records alone: none is begun where there is none', () => {
    for (const words of [['disclose'], ['erase', '--reason', 'none']]) {
      const { status, stderr } = truce('ledger', words[0]!, dir, '--entry', '0', ...words.slice(1))
      expect(status).toBe(1)
      expect(stderr).toContain('there is no ledger')
    }
    expect(existsSync(join(dir, 'ledger'))).toBe(false)
    expect(existsSync(join(dir, 'ledger-keys'))).toBe(false)
  })

  it('are seen by the holder of the keys, disclosed with their proof, and gone once they were erased', async () => {
    append('--withhold', 'body.quote,body.speaker')
    const cat = () => truce('ledger', 'cat', dir).stdout
    expect(cat()).not.toContain('shelled Talbiseh')
    const shown = join(folder, 'shown.json')
    expect(truce('ledger', 'disclose', dir, '--entry', '2', '--out', shown).status).toBe(0)
    expect(truce('log', 'verify', shown)).toMatchObject({ status: 0 })
    const erased = truce('ledger', 'erase', dir, '--entry', '2', '--reason', 'the source is in danger')
    expect(erased.status).toBe(0)
    expect(erased.stdout).toContain(`\`truce ledger tables ${dir} --rebuild\``)
    expect(truce('ledger', 'disclose', dir, '--entry', '2').status).toBe(1)
    expect(truce('ledger', 'fsck', dir).status).toBe(0)
  })
})

it('lists the key that signs, and builds the tables anew to the same content', () => {
  append()
  const { log, authors } = JSON.parse(truce('ledger', 'keys', dir, '--json').stdout)
  expect(log).toBe(readFileSync(key, 'utf8').trim())
  expect(authors).toMatchObject([{ state: 'active', registered_at: 0 }])
  const built = JSON.parse(truce('ledger', 'tables', dir, '--json').stdout)
  expect(built).toMatchObject({ size: 3, added: 3 })
  expect(JSON.parse(truce('ledger', 'tables', dir, '--rebuild', '--json').stdout)).toEqual(built)
})

/** Starts a witness on a free port and gives its address. */
function served(home: string): Promise<string> {
  const started = spawn(process.execPath, [TRUCE, 'witness', 'serve', home, '--port', '0'])
  witness = started
  return new Promise((resolve) => {
    started.stdout.setEncoding('utf8').on('data', (said: string) => {
      const url = /http:\S+/.exec(said)?.[0]
      if (url) resolve(url.replace(/\/$/, ''))
    })
  })
}
