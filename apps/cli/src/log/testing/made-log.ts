// Logs for tests and for the bench: as many entries as are asked for, in the public files that a ledger has.
import { canonicalText, keyIdOfPublic, possessionMessage } from '@trucekeeper/claims'
import { nodeCrypto } from '@trucekeeper/keys'
import {
  bundled,
  bundlePath,
  formatVerifierKey,
  leafHash,
  rootOf,
  signCheckpoint,
  TILE_WIDTH,
  tilePath,
  verifierKey,
  type NoteSigner,
} from '@trucekeeper/merkle'
import { sign, type KeyObject } from 'node:crypto'

export interface MadeAuthor {
  readonly id: string
  readonly publicKey: Uint8Array
  sign(message: Uint8Array): Uint8Array
}

export function authorFrom({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): MadeAuthor {
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return { id: keyIdOfPublic(raw), publicKey: raw, sign: (message) => sign(null, message, privateKey) }
}

/** A leaf of the log `agreement`, signed by its author. */
export function leafFrom(author: MadeAuthor, agreement: string, entry: Readonly<Record<string, unknown>>): Uint8Array {
  const canonical = canonicalText({ ...entry, agreement, key: author.id })
  const sig = Buffer.from(author.sign(Buffer.from(`trucekeeper entry v1\n${canonical}`))).toString('base64url')
  return Buffer.from(`{"body":${canonical},"sig":"${sig}"}`)
}

/** The entry by which an author's key begins to count, signed with that key itself. */
export function registrationLeaf(author: MadeAuthor, agreement: string): Uint8Array {
  const said = {
    does: 'register',
    key: Buffer.from(author.publicKey).toString('base64url'),
    person: 'a monitor',
    device: 'desk',
    organisation: null,
  } as const
  const proof = Buffer.from(author.sign(possessionMessage(agreement, said))).toString('base64url')
  const body = { ...said, proof, id: 'reg_00000000000000000000' }
  return leafFrom(author, agreement, { type: 'key', received_at: '2016-09-12T08:00+03:00', recorded_by: 'desk', body })
}

/** A claim of the usual length. */
export function claimLeaf(author: MadeAuthor, agreement: string, at: number): Uint8Array {
  return leafFrom(author, agreement, {
    type: 'claim',
    received_at: '2016-09-13T20:00+03:00',
    recorded_by: 'a monitor',
    body: {
      id: `clm_${at.toString(16).padStart(20, '0')}`,
      doc: `report-${at % 1000}.txt`,
      quote: `shelling number ${at} was reported near the crossing in the early hours of the day`,
      start: at % 5000,
      end: (at % 5000) + 80,
      speaker: 'a resident',
      speaker_side: 'unknown',
      via: null,
      outlet: 'a radio station',
      published: '2016-09-13',
      kind: 'shelling',
      modality: 'asserted',
      negated: false,
      places: ['the crossing'],
      date: '2016-09-13',
      date_basis: 'explicit',
      actor_blamed: null,
      target: null,
      figures: [],
    },
  })
}

export function leavesFrom(author: MadeAuthor, agreement: string, count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => claimLeaf(author, agreement, at))
}

export interface LogFiles {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly root: Uint8Array
}

/** The public files of a log: bundles, tiles, head and key. */
export function logFilesOf(leaves: readonly Uint8Array[], signer: NoteSigner): LogFiles {
  const files = new Map<string, Uint8Array>()
  for (let at = 0; at < leaves.length; at += TILE_WIDTH)
    files.set(bundlePath(at / TILE_WIDTH), Buffer.concat(leaves.slice(at, at + TILE_WIDTH).map(bundled)))
  const hashes = leaves.map((leaf) => leafHash(nodeCrypto.hash, leaf))
  for (const [path, tile] of tilesOver(hashes)) files.set(path, tile)
  const root = rootOf(nodeCrypto.hash, hashes)
  for (const [path, bytes] of headFiles(signer, leaves.length, root)) files.set(path, bytes)
  return { files, root }
}

/** Tiles of every level over leaf hashes. */
export function* tilesOver(hashes: readonly Uint8Array[]): Generator<readonly [path: string, bytes: Uint8Array]> {
  let row = hashes
  for (let level = 0; row.length > 0; level++) {
    const above: Uint8Array[] = []
    for (let at = 0; at < row.length; at += TILE_WIDTH) {
      const tile = row.slice(at, at + TILE_WIDTH)
      yield [tilePath(level, at / TILE_WIDTH), Buffer.concat(tile)]
      if (tile.length === TILE_WIDTH) above.push(rootOf(nodeCrypto.hash, tile))
    }
    row = above
  }
}

export function headFiles(
  signer: NoteSigner,
  size: number,
  root: Uint8Array,
): readonly (readonly [string, Uint8Array])[] {
  const key = verifierKey(nodeCrypto.hash, signer.name, 'ed25519', signer.publicKey)
  if (!key.ok) throw new Error(key.message)
  const head = { origin: signer.name, size: BigInt(size), root, extensions: [] }
  return [
    ['verifier-key', Buffer.from(`${formatVerifierKey(key.value)}\n`)],
    ['checkpoint', signCheckpoint(nodeCrypto.hash, head, [signer])],
  ]
}

export function signedHead(leaves: readonly Uint8Array[], signer: NoteSigner): Uint8Array {
  return logFilesOf(leaves, signer).files.get('checkpoint')!
}
