// Receipts as files (C2SP tlog-proof): an entry's place, the way to the root, and the head, in one text.
import { decodeBase64, encodeBase64 } from '../base64.ts'
import { joinBytes, utf8, utf8Text } from '../bytes.ts'
import { decimal, isUint64 } from '../decimal.ts'
import { parsed, refused, shown, type Parsed, type Refused } from '../result.ts'

export interface Receipt {
  /** Opaque, and signed by nobody. */
  readonly extra: Uint8Array | null
  /** Of the entry in the log, from 0. */
  readonly index: bigint
  /** From the leaf's sibling up, SHA-256. */
  readonly proof: readonly Uint8Array[]
  /** The head as the log published it, signatures included. */
  readonly checkpoint: Uint8Array
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1'
const HASH_LENGTH = 32
/** A tree has at most 2^64 leaves. */
const LONGEST_PROOF = 64
const MOST_BYTES = 4_000_000
const HELP = 'get the receipt again from who handed it out, byte for byte'

/** Reads a receipt without believing any of it: `verifyReceipt` says whether it holds. */
export function parseReceipt(bytes: Uint8Array): Parsed<Receipt, 'malformed'> {
  if (bytes.length > MOST_BYTES) return malformed(`the receipt has ${bytes.length} bytes, more than a receipt may have`)
  const whole = utf8Text(bytes)
  if (whole === null) return malformed('the receipt is not UTF-8 text')
  const split = whole.indexOf('\n\n')
  if (split < 0) return malformed('the receipt has no empty line before its head')
  const lines = whole.slice(0, split).split('\n')
  if (lines.shift() !== FIRST_LINE) return malformed(`the receipt does not begin with the line \`${FIRST_LINE}\``)

  const extraText = after('extra ', lines)
  const extra = extraText === null ? null : decodeBase64(extraText)
  if (extraText !== null && (extra === null || extra.length === 0)) {
    return malformed(`${shown(extraText)} is no extra data in base64`)
  }
  const indexText = after('index ', lines)
  const index = indexText === null ? null : decimal(indexText)
  if (index === null) return malformed('the receipt has no line `index <number>` where it belongs')

  if (lines.length > LONGEST_PROOF)
    return malformed(`the proof has ${lines.length} hashes, more than any tree asks for`)
  const proof: Uint8Array[] = []
  for (const line of lines) {
    const digest = decodeBase64(line)
    if (digest?.length !== HASH_LENGTH) return malformed(`${shown(line)} is no SHA-256 hash in base64`)
    proof.push(digest)
  }
  return parsed({ extra, index, proof, checkpoint: utf8(whole.slice(split + 2)) })
}

/** Takes the first line away when it begins with `start`, and gives the rest of it. */
function after(start: string, lines: string[]): string | null {
  return lines[0]?.startsWith(start) ? lines.shift()!.slice(start.length) : null
}

/** The bytes of a receipt. Throws a RangeError for one that `parseReceipt` would not take. */
export function formatReceipt({ extra, index, proof, checkpoint }: Receipt): Uint8Array {
  if (!isUint64(index)) throw new RangeError(`no entry has the index ${index}`)
  if (proof.length > LONGEST_PROOF || proof.some(({ length }) => length !== HASH_LENGTH)) {
    throw new RangeError('a proof has at most 64 hashes of 32 bytes')
  }
  if (extra?.length === 0) throw new RangeError('extra data is left out when there is none')
  const lines = [
    FIRST_LINE,
    ...(extra === null ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(encodeBase64),
  ]
  return joinBytes(utf8(`${lines.join('\n')}\n\n`), checkpoint)
}

function malformed(message: string): Refused<'malformed'> {
  return refused('malformed', message, HELP)
}
