// truce log verify with the real binary: files that logs hand out, and the whole folder of one.
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeCrypto } from '@trucekeeper/keys'
import {
  consistencyProofOf,
  formatReceipt,
  formatVerifierKey,
  hexOf,
  inclusionProofOf,
  leafHash,
  verifierKey,
  type NoteSigner,
} from '@trucekeeper/merkle'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  authorFrom,
  leavesFrom,
  logFilesOf,
  registrationLeaf,
  signedHead,
  type LogFiles,
} from '../log/testing/made-log.ts'

const TRUCE = fileURLToPath(new URL('../../bin/truce.js', import.meta.url))
const COUNT = 300

const LOG = signerNamed('example.org/truce')
const KEY = vkeyOf(LOG)
const AUTHOR = authorFrom(generateKeyPairSync('ed25519'))
const LEAVES = leavesFrom(AUTHOR, LOG.name, COUNT)
const HASHES = LEAVES.map((leaf) => leafHash(nodeCrypto.hash, leaf))

let folder: string
let files: LogFiles
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'))
  files = logFilesOf(LEAVES, LOG)
})
afterAll(() => rm(folder, { recursive: true }))

function signerNamed(name: string): NoteSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return { name, type: 'ed25519', publicKey: raw, sign: (message) => sign(null, message, privateKey) }
}

function vkeyOf({ name, publicKey }: NoteSigner): string {
  const key = verifierKey(nodeCrypto.hash, name, 'ed25519', publicKey)
  if (!key.ok) throw new Error(key.message)
  return formatVerifierKey(key.value)
}

async function put(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  return path
}

function verify(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRUCE, 'log', 'verify', ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const receipt = (index: number) =>
  formatReceipt({
    extra: LEAVES[index]!,
    index: BigInt(index),
    proof: inclusionProofOf(nodeCrypto.hash, index, HASHES),
    checkpoint: signedHead(LEAVES, LOG),
  })

describe('truce log verify FILE', () => {
  it('says that a receipt holds with the key of its log, given itself or in a file', async () => {
    const path = await put('17.tlog-proof', receipt(17))
    for (const key of [KEY, await put('log.vkey', `${KEY}\n`)]) {
      const { status, stdout } = verify(path, '--key', key)
      expect(stdout).toContain(
        'the entry is number 18 of the 300 (index 17) that the log `example.org/truce` had signed',
      )
      expect(status).toBe(0)
    }
  })

  it('proves nothing without a key', async () => {
    const { status, stdout } = verify(await put('17.tlog-proof', receipt(17)))
    expect(status).toBe(1)
    expect(stdout).toContain('not proved: no key given')
  })

  it('says as JSON what of it does not hold, and ends with 1', async () => {
    const bytes = receipt(17)
    const path = await put('bad.tlog-proof', bytes.with(40, bytes[40] === 65 ? 66 : 65))
    const { status, stdout } = verify(path, '--key', KEY, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject([
      { file: path, what: 'head', ok: true },
      { file: path, what: 'entry', ok: false, why: expect.stringContaining('the entry or the proof was changed') },
    ])
  })

  it('judges every case of a file, with its id', async () => {
    const good = {
      id: 'good',
      leafIdx: '17',
      treeSize: '300',
      root: hexOf(files.root),
      leafHash: hexOf(HASHES[17]!),
      proof: inclusionProofOf(nodeCrypto.hash, 17, HASHES).map(hexOf),
    }
    const vectors = [good, { ...good, id: 'other place', leafIdx: '16' }]
    const { status, stdout } = verify(await put('cases.json', JSON.stringify({ vectors })), '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject([
      { id: 'good', what: 'inclusion proof', ok: true },
      { id: 'other place', what: 'inclusion proof', ok: false },
    ])
  })

  it('joins two heads by the proof between them, and tells of a split view', async () => {
    const [old, now] = [
      await put('old', signedHead(LEAVES.slice(0, 200), LOG)),
      await put('new', signedHead(LEAVES, LOG)),
    ]
    const proof = consistencyProofOf(nodeCrypto.hash, 200, HASHES).map(hexOf)
    const roots = [LEAVES.slice(0, 200), LEAVES].map((leaves) => hexOf(logFilesOf(leaves, LOG).root))
    const claim = { oldSize: '200', newSize: '300', oldRoot: roots[0], newRoot: roots[1], proof }
    const joined = verify(old, now, await put('proof.json', JSON.stringify(claim)), '--key', KEY)
    expect(joined.stdout).toContain('are of one history')
    expect(joined.status).toBe(0)
    const other = await put('other', signedHead([...LEAVES.slice(0, 299), LEAVES[0]!], LOG))
    const split = verify(now, other, '--key', KEY)
    expect(split.status).toBe(1)
    expect(split.stdout).toContain('proof of a split view')
  })

  it('ends with 2 when it is used wrongly', async () => {
    const path = await put('17.tlog-proof', receipt(17))
    expect(verify().status).toBe(2)
    expect(verify(join(folder, 'nowhere')).status).toBe(2)
    expect(verify(path, '--key', `${KEY}A`).status).toBe(2)
    expect(verify(path, '--key', 'no-such-file').status).toBe(2)
    expect(verify(path, '--policy', path).status).toBe(2)
  })
})

describe('truce log verify DIR', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(folder, 'ledger-'))
    for (const [path, bytes] of files.files) await put(join(dir.slice(folder.length + 1), path), bytes)
  })

  it('verifies all of a log by a key given, or says that the key lies in the folder itself', () => {
    const given = verify(dir, '--key', KEY)
    expect(given.stdout).toContain('all 300 entries were read, and have the root that the head was signed over')
    expect(given.stdout).toContain('the log registers no key of an author')
    expect(given.stdout).not.toContain('by the key that lies in the folder')
    expect(given.status).toBe(0)
    const own = verify(dir)
    expect(own.stdout).toContain('by the key that lies in the folder itself')
    expect(own.status).toBe(0)
  })

  it('does not hold under the key of another', () => {
    const { status, stdout } = verify(dir, '--key', vkeyOf(signerNamed(LOG.name)))
    expect(status).toBe(1)
    expect(stdout).toContain('has not signed this head with the key given')
  })

  it.each(['tile/entries/000', 'tile/entries/001', 'tile/0/000', 'tile/1/000', 'checkpoint'])(
    'finds a bit turned over in %s',
    async (name) => {
      const path = join(dir, name)
      const bytes = await readFile(path)
      const at = Math.floor(bytes.length / 2)
      await writeFile(path, bytes.with(at, bytes[at]! ^ 4))
      expect(verify(dir, '--key', KEY).status).toBe(1)
    },
  )

  it('finds that the last entries are gone, and entries that were never acknowledged do not matter', async () => {
    const last = join(dir, 'tile/entries/001')
    const bytes = await readFile(last)
    await writeFile(last, Buffer.concat([bytes, Buffer.from([0, 3, 1, 2, 3])]))
    expect(verify(dir, '--key', KEY).status).toBe(0)
    await writeFile(last, bytes.subarray(0, -1))
    expect(verify(dir, '--key', KEY).stdout).toContain('ends before its 44 entries do')
    await rm(last)
    expect(verify(dir, '--key', KEY).stdout).toContain('the last of them are not in this folder')
  })

  it('checks the signatures of authors whose keys the log registers', async () => {
    const stranger = authorFrom(generateKeyPairSync('ed25519'))
    const first = registrationLeaf(AUTHOR, LOG.name)
    const forged = leavesFrom({ ...stranger, id: AUTHOR.id }, LOG.name, 6).at(-1)!
    const logs = {
      sound: [first, ...LEAVES.slice(0, 4), leavesFrom(stranger, LOG.name, 5).at(-1)!],
      forged: [first, ...LEAVES.slice(0, 4), forged],
      early: [...LEAVES.slice(0, 4), first],
    }
    for (const [name, leaves] of Object.entries(logs)) {
      for (const [path, bytes] of logFilesOf(leaves, LOG).files) await put(join(name, path), bytes)
    }
    const sound = verify(join(folder, 'sound'), '--key', KEY)
    expect(sound.stdout).toContain(
      '5 entries are signed by 1 registered key; 1 are by keys that the log does not register',
    )
    expect(sound.status).toBe(0)
    expect(verify(join(folder, 'forged'), '--key', KEY)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('the entry with the index 5 has an author’s signature that does not hold'),
    })
    expect(verify(join(folder, 'early'), '--key', KEY)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('the entry with the index 0 is signed with'),
    })
  })

  it('says when there is no log', () => {
    const { status, stdout } = verify(folder)
    expect(status).toBe(1)
    expect(stdout).toContain('there is no head in this folder')
  })
})
