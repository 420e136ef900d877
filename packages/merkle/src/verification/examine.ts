// Whether a file holds, whatever it is: receipt, head, proof, entry, disclosures, cases.
import { parseNote, parseVerifierKey, openParsedNote } from '../notes/index.ts'
import { parsePolicy } from '../policy/index.ts'
import { parseReceipt } from '../receipts/index.ts'
import { sameBytes } from '../bytes.ts'
import { shown } from '../result.ts'
import { caseItems } from './cases.ts'
import { authorItems, readEntry, type ReadEntry } from './entry.ts'
import { headItems } from './heads.ts'
import { disclosureItem, disclosuresIn, receiptItems } from './receipts.ts'
import { sortOf } from './sorts.ts'
import { fails, holds, NO_KEY_HELP, type Examination, type Examined } from './types.ts'
import { listOf } from './wording.ts'

/**
 * What holds of a file and what does not, each with one sentence that says why. Takes anything: never throws on what is in
 * a file. At least one item; the file holds when all are ok.
 */
export function examine(bytes: Uint8Array, name: string, examination: Examination): readonly Examined[] {
  const file = sortOf(bytes)
  if (file.sort === 'receipt') return receiptItems(bytes, name, examination)
  if (file.sort === 'note') return noteItems(bytes, name, examination)
  if (file.sort === 'entry') return entryItems(bytes, examination)
  if (file.sort === 'disclosures') return [disclosedItem(file.disclosures, examination)]
  if (file.sort === 'keys') return file.keys.map((text) => keyItem(text, examination))
  if (file.sort === 'policy') return [policyItem(bytes, examination)]
  const items = file.sort === 'json' ? caseItems(file.json, examination) : []
  return items.length > 0 ? items : [unknown(name)]
}

function unknown(name: string): Examined {
  const why = `${shown(name)} is no receipt, head, proof, entry or disclosure that is known here`
  return fails('file', 'unknown', why, 'give the file as it was handed out: saved as text, byte for byte')
}

function noteItems(bytes: Uint8Array, name: string, examination: Examination): readonly Examined[] {
  const note = parseNote(bytes)
  if (!note.ok) return [fails('signed note', note.reason, note.message, note.help)]
  const head = headItems(note.value, name, examination)
  if (head !== null) return head
  if (examination.keys.length === 0) return [fails('signed note', 'no-key', 'not proved: no key given', NO_KEY_HELP)]
  const opened = openParsedNote(note.value, examination.keys, examination.verify)
  if (!opened.ok) return [fails('signed note', opened.reason, opened.message, opened.help)]
  return [holds('signed note', `signed by ${listOf(opened.value.verified.map(({ name }) => name))}`)]
}

/** An entry by itself proves nothing: a receipt among the other files may, and its author's key says who wrote it. */
function entryItems(bytes: Uint8Array, examination: Examination): readonly Examined[] {
  const entry = readEntry(bytes)
  if (entry === null) {
    const why = 'the file is no entry in its canonical form: it was changed, or written again by another program'
    return [fails('entry', 'malformed', why, 'get the entry again, byte for byte')]
  }
  const receipts = (examination.others ?? []).filter((file) => isReceiptFor(bytes, file.bytes))
  const proved = receipts.some(({ bytes: receipt, name }) =>
    receiptItems(receipt, name, { ...examination, entry: bytes, others: [] }).every(({ ok }) => ok),
  )
  const inLog = proved
    ? holds(
        'entry',
        `the entry is the one that the receipt ${listOf(receipts.map(({ name }) => name))} is for, and that holds`,
      )
    : fails(
        'entry',
        'no-receipt',
        'not proved: no receipt that holds says that a log has this entry',
        'give its receipt as well',
      )
  const disclosures = disclosuresIn(examination)
  const opened = disclosures.length > 0 ? [disclosureItem(entry, disclosures, examination)] : []
  return [inLog, ...authorItems(entry, examination), ...opened]
}

function isReceiptFor(entry: Uint8Array, file: Uint8Array): boolean {
  const receipt = sortOf(file).sort === 'receipt' ? parseReceipt(file) : null
  return receipt?.ok === true && (receipt.value.extra === null || sameBytes(receipt.value.extra, entry))
}

/** Disclosures, held against the entries in the other files. */
function disclosedItem(disclosures: readonly string[], examination: Examination): Examined {
  const entries = entriesIn(examination)
  if (entries.length === 0) {
    const why = 'not proved: no entry was given that they could be of'
    return fails('disclosures', 'entry-missing', why, 'give the receipt or the entry as well')
  }
  const items = entries.map((entry) => disclosureItem(entry, disclosures, examination))
  return items.find(({ ok }) => ok) ?? items[0]!
}

function entriesIn({ entry, others = [] }: Examination): readonly ReadEntry[] {
  const all = others.flatMap(({ bytes }) => {
    const { sort } = sortOf(bytes)
    const receipt = sort === 'receipt' ? parseReceipt(bytes) : null
    if (receipt?.ok === true) return receipt.value.extra ?? []
    return sort === 'entry' ? [bytes] : []
  })
  return [...(entry === undefined ? [] : [entry]), ...all].flatMap((bytes) => readEntry(bytes) ?? [])
}

function keyItem(text: string, { hash }: Examination): Examined {
  const key = parseVerifierKey(hash, text)
  if (!key.ok) return fails('key', key.reason, key.message, key.help)
  return holds(
    'key',
    `it is a key of ${shown(key.value.name)}, and its id is right; whether it is theirs, no file can say`,
  )
}

function policyItem(bytes: Uint8Array, { hash }: Examination): Examined {
  const policy = parsePolicy(hash, bytes)
  if (!policy.ok) return fails('policy', policy.reason, policy.message, policy.help)
  const { logs, witnesses } = policy.value
  return holds('policy', `it is a policy with ${logs.length} logs and ${witnesses.length} witnesses`)
}
