// A small signed log for tests: entries of the own form, heads of any size, receipts with the entry inside.
import { ed25519 } from '@noble/curves/ed25519.js'
import {
  consistencyProofOf,
  encodeBase64Url,
  formatReceipt,
  hexOf,
  inclusionProofOf,
  leafHash,
  rootOf,
  signCheckpoint,
  withhold,
  type JsonObject,
  type NoteSigner,
} from '../index.ts'
import { hmac, sha256, signer, utf8 } from './crypto.ts'

export const LOG = signer('example.org/truce', 1)
export const WITNESS = signer('example.org/witness', 2, 'cosignature/v1')
const AUTHOR_SEED = new Uint8Array(32).fill(3)
export const AUTHOR: NoteSigner = signer('a-monitor', 3)
export const AUTHOR_ID = `key_${hexOf(sha256(AUTHOR.publicKey)).slice(0, 20)}`

export interface MadeEntry {
  readonly bytes: Uint8Array
  readonly disclosures: readonly string[]
}

/** An entry of the log, with the fields named withheld. Its members stand in canonical order. */
export function entry(quote: string, withheld: readonly string[] = [], origin = LOG.name): MadeEntry {
  return entryOf('claim', { doc: 'report.txt', quote, speaker: 'a nurse' }, withheld, origin)
}

export function entryOf(
  type: string,
  content: JsonObject,
  withheld: readonly string[] = [],
  origin = LOG.name,
): MadeEntry {
  const body: JsonObject = {
    agreement: origin,
    body: content,
    key: AUTHOR_ID,
    received_at: '2016-09-13T20:00+03:00',
    recorded_by: 'a monitor',
    type,
  }
  const entryKey = new Uint8Array(32).fill(9)
  const taken = withhold(body, withheld, { hash: sha256, hmac, entryKey })
  if (!taken.ok) throw new Error(taken.message)
  const { _sd, _sd_alg, ...rest } = taken.value.body
  const digests = _sd === undefined ? {} : { _sd, _sd_alg }
  const canonical = JSON.stringify({ ...digests, ...rest })
  const sig = encodeBase64Url(ed25519.sign(utf8(`trucekeeper entry v1\n${canonical}`), AUTHOR_SEED))
  const disclosures = taken.value.fields.map(({ disclosure }) => disclosure)
  return { bytes: utf8(`{"body":${canonical},"sig":"${sig}"}`), disclosures }
}

const leavesOf = (entries: readonly MadeEntry[]) => entries.map(({ bytes }) => leafHash(sha256, bytes))

export function head(entries: readonly MadeEntry[], { time }: { time?: bigint } = {}): Uint8Array {
  const root = rootOf(sha256, leavesOf(entries))
  const signers = time === undefined ? [LOG] : [LOG, WITNESS]
  return signCheckpoint(sha256, { origin: LOG.name, size: BigInt(entries.length), root, extensions: [] }, signers, time)
}

export function receipt(
  entries: readonly MadeEntry[],
  index: number,
  { time, extra = entries[index]!.bytes }: { time?: bigint; extra?: Uint8Array | null } = {},
): Uint8Array {
  const proof = inclusionProofOf(sha256, index, leavesOf(entries))
  const checkpoint = head(entries, time === undefined ? {} : { time })
  return formatReceipt({ extra, index: BigInt(index), proof, checkpoint })
}

/** The proof that the tree over `entries` begins with the first `oldSize` of them, as JSON. */
export function consistency(entries: readonly MadeEntry[], oldSize: number): Uint8Array {
  const leaves = leavesOf(entries)
  return utf8(
    JSON.stringify({
      oldSize: String(oldSize),
      newSize: String(entries.length),
      oldRoot: hexOf(rootOf(sha256, leaves.slice(0, oldSize))),
      newRoot: hexOf(rootOf(sha256, leaves)),
      proof: consistencyProofOf(sha256, oldSize, leaves).map(hexOf),
    }),
  )
}
