// How long `truce log verify` takes for a whole log, on one thread and on all, with how long the log took to make.
//
// node apps/cli/bench/verify-log.ts [ENTRIES] [FOLDER]
import { nodeCrypto } from '@trucekeeper/keys'
import { bundled, bundlePath, leafHash, rootOf, TILE_WIDTH } from '@trucekeeper/merkle'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { verifyFolder } from '../src/log/folder.ts'
import { authorFrom, claimLeaf, headFiles, registrationLeaf, tilesOver } from '../src/log/testing/made-log.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(process.argv[3] ?? tmpdir(), 'verify-bench-'))

function put(path: string, bytes: Uint8Array): void {
  const whole = join(folder, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, bytes)
}

function made(): number {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signer = {
    name: 'bench.example/truce',
    type: 'ed25519',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    sign: (message: Uint8Array) => sign(null, message, privateKey),
  } as const
  const author = authorFrom(generateKeyPairSync('ed25519'))
  const hashes: Uint8Array[] = []
  let bytes = 0
  for (let from = 0; from < count; from += TILE_WIDTH) {
    const leaves = Array.from({ length: Math.min(TILE_WIDTH, count - from) }, (_, at) =>
      from + at === 0 ? registrationLeaf(author, signer.name) : claimLeaf(author, signer.name, from + at),
    )
    for (const leaf of leaves) hashes.push(leafHash(nodeCrypto.hash, leaf))
    const bundle = Buffer.concat(leaves.map(bundled))
    bytes += bundle.length
    put(bundlePath(from / TILE_WIDTH), bundle)
  }
  for (const [path, tile] of tilesOver(hashes)) put(path, tile)
  for (const [path, file] of headFiles(signer, count, rootOf(nodeCrypto.hash, hashes))) put(path, file)
  return bytes
}

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const before = performance.now()
  const result = await work()
  const seconds = (performance.now() - before) / 1000
  console.log(`${what.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s ${Math.round(count / seconds)} entries/s`)
  return result
}

const bytes = await timed(`make ${count} entries`, made)
console.log(`${(bytes / count).toFixed(0)} bytes an entry, ${(bytes / 1e6).toFixed(0)} MB`)
const threads = availableParallelism()
const items = await timed(`verify, ${threads} threads`, () => verifyFolder(folder, { keys: [] }, threads))
for (const { ok, what, why } of items) console.log(`  ${ok ? 'holds' : 'does not hold'}: ${what}: ${why}`)
if (count <= 100_000) await timed('verify, 1 thread', () => verifyFolder(folder, { keys: [] }, 1))
rmSync(folder, { recursive: true })
