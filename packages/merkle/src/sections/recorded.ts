// Whether the root of a text is in a record: the minute that committed to it, and the receipt of that minute.
import { isObject, type JsonObject } from '../disclosure/json.ts'
import { verifyReceipt, type ReceiptTrust } from '../receipts/index.ts'
import { parsed, refused, shown, type Parsed } from '../result.ts'
import { readEntry } from '../verification/entry.ts'
import type { VerifiedText } from './verify.ts'

export interface RootInRecord {
  /** The place of the minute in the record. */
  readonly index: bigint
  /** Of the log. */
  readonly origin: string
  readonly size: bigint
  /** When it was committed to and when that came in, as the entry says. */
  readonly at: string
  readonly received_at: string
}

const HELP = 'get the receipt of the entry that committed to this version, or do not rely on the document'

/** `receipt` is the C2SP tlog-proof of a minute `commit-text`; nothing but the trust says whose record that is. */
export function rootInReceipt(
  text: Pick<VerifiedText, 'version' | 'lang' | 'root' | 'leaves'>,
  receipt: Uint8Array,
  trust: ReceiptTrust,
): Parsed<RootInRecord> {
  const verified = verifyReceipt(receipt, trust)
  if (!verified.ok) return verified
  const { entry, index, checkpoint } = verified.value
  const read = readEntry(entry)?.body
  const minute = read?.['type'] === 'minute' && isObject(read['body']) ? read['body'] : null
  if (read === undefined || minute === null || minute['does'] !== 'commit-text')
    return refused('no-commitment', `the entry at ${index} commits to no text`, HELP)
  const differs = differing(minute, text)
  if (differs !== null)
    return refused(
      'commitment-differs',
      `the entry at ${index} commits to another ${differs}: ${shown(String(minute[differs]))}`,
      HELP,
    )
  const { origin, size } = checkpoint
  return parsed({ index, origin, size, at: String(minute['at']), received_at: String(read['received_at']) })
}

function differing(
  minute: JsonObject,
  text: Pick<VerifiedText, 'version' | 'lang' | 'root' | 'leaves'>,
): keyof typeof text | null {
  const fields = ['version', 'lang', 'root', 'leaves'] as const
  return fields.find((field) => minute[field] !== text[field]) ?? null
}
