// Beginning a witness, opening it again, and what it refuses to begin or open.
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyring, Secret } from '@trucekeeper/keys'
import { formatVerifierKey } from '@trucekeeper/merkle'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf, testSigner } from '../testing/logs.ts'
import { served, valueOf, type Served } from '../testing/served.ts'
import { beginWitness, openWitness, parseLogs, serveWitness } from './index.ts'

const SECRET = new Secret(`trucekeeper-secret-1:${'A'.repeat(43)}`)
let running: Served
let home: string

beforeAll(async () => {
  running = await served([keyOf(testSigner('trucekeeper.example/log'))])
  home = await mkdtemp(join(tmpdir(), 'witness-'))
})

afterAll(async () => {
  await running.end()
  await rm(home, { recursive: true })
})

const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'done' : result.refusal.code

describe('the folder of a witness', () => {
  it('holds the key that it was begun with, and cosigns for the logs in its file', async () => {
    const opened = valueOf(await openWitness(running.dir, running.keyring))
    expect(opened.verifierKey).toBe(formatVerifierKey(running.key))
    expect(opened.signer).toMatchObject({ name: 'witness.example', type: 'cosignature/v1' })
    expect([...opened.logs.keys()]).toEqual(['trucekeeper.example/log'])
  })

  it('is not begun over another, nor with a key that has cosigned elsewhere', async () => {
    const { dir, keyring } = running
    expect(codeOf(await beginWitness({ dir, keyring, name: 'another' }))).toBe('witness-exists')
    const elsewhere = join(home, 'elsewhere')
    expect(codeOf(await beginWitness({ dir: elsewhere, keyring, name: 'witness.example' }))).toBe('key-exists')
    expect(codeOf(await openWitness(elsewhere, keyring))).toBe('no-witness')
  })

  it('is not opened without its key', async () => {
    const other = valueOf(await openKeyring(join(home, 'keys'), SECRET))
    expect(codeOf(await openWitness(running.dir, other))).toBe('key-missing')
    expect(codeOf(await openWitness(home, other))).toBe('no-witness')
  })

  it('is not opened with a doubtful line among its logs', async () => {
    const path = join(running.dir, 'logs')
    const before = await readFile(path)
    await appendFile(path, 'trucekeeper.example/other+00000000+AAAA\n')
    expect(await openWitness(running.dir, running.keyring)).toMatchObject({
      ok: false,
      refusal: { code: 'logs-malformed', message: expect.stringMatching(/^line 3 of the logs: /) },
    })
    await writeFile(path, before)
  })

  it('is served on this machine alone, and on a port that nobody has', async () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const { dir, keyring, url } = running
    const port = Number(new URL(url).port)
    expect(codeOf(await serveWitness({ dir, keyring, port, onBug: () => undefined }))).toBe('port-unusable')
  })
})

describe('the file of logs', () => {
  const log = formatVerifierKey(keyOf(testSigner('trucekeeper.example/log')))
  const rotated = formatVerifierKey(keyOf(testSigner('trucekeeper.example/log')))

  it('has comments, empty lines, and more than one key for a log that changes its key', () => {
    const logs = valueOf(parseLogs(`# logs\n\n${log}\r\n  ${rotated}\n`))
    expect(logs.get('trucekeeper.example/log')?.map(formatVerifierKey)).toEqual([log, rotated])
  })

  it('refuses a key twice, and one that cosigns', () => {
    const cosigner = formatVerifierKey(keyOf(testSigner('witness.example', 'cosignature/v1')))
    expect(codeOf(parseLogs(`${log}\n${log}\n`))).toBe('logs-malformed')
    expect(codeOf(parseLogs(`${cosigner}\n`))).toBe('logs-malformed')
  })
})
