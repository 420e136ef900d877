// A receipt taken apart: whether its head is the log's, whether the entry is in it, and who saw that head.
import { parseNote } from '../notes/index.ts'
import { verifyInclusion } from '../proofs.ts'
import { parseReceipt } from '../receipts/index.ts'
import { shown } from '../result.ts'
import { leafHash } from '../tree.ts'
import { authorItems, openEntry, readEntry } from './entry.ts'
import { comparedItems, signedHead, witnessItems } from './heads.ts'
import { sortOf } from './sorts.ts'
import { DISTRUST, fails, holds, type Examination, type Examined } from './types.ts'
import { entriesOf, listOf, placeOf } from './wording.ts'

export function receiptItems(bytes: Uint8Array, name: string, examination: Examination): readonly Examined[] {
  const { hash } = examination
  const receipt = parseReceipt(bytes)
  if (!receipt.ok) return [fails('receipt', receipt.reason, receipt.message, receipt.help)]
  const note = parseNote(receipt.value.checkpoint)
  if (!note.ok) return [fails('receipt', note.reason, note.message, note.help)]
  const { extra, index, proof } = receipt.value
  const entry = examination.entry ?? extra
  const head = signedHead(note.value, examination)
  if (!head.ok) return [fails('head', head.reason, head.message, head.help)]
  const { origin, size, root } = head.value
  const items = [
    holds('head', `the log ${shown(origin)} signed this head of ${entriesOf(size)}`),
    ...witnessItems(note.value, examination),
    ...comparedItems({ file: name, checkpoint: head.value }, examination),
  ]
  if (entry === null) {
    const why = 'not proved: the receipt does not hold the entry that it is for'
    return [...items, fails('entry', 'entry-missing', why, 'give the entry as well')]
  }
  if (index >= size) {
    const why = `the head is of ${entriesOf(size)}, and none of them has the index ${index}`
    return [...items, fails('entry', 'index-outside', why, DISTRUST)]
  }
  if (!verifyInclusion(hash, { index, size, leafHash: leafHash(hash, entry), root, proof })) {
    const why = `this entry is not ${placeOf(index, size)} that the log ${shown(origin)} had signed on this head: the entry or the proof was changed`
    return [...items, fails('entry', 'not-included', why, DISTRUST)]
  }
  const why = `the entry is ${placeOf(index, size)} that the log ${shown(origin)} had signed on this head`
  return [...items, holds('entry', why), ...contentItems(entry, origin, examination)]
}

/** What is to be said of an entry that the log has: that it is for this log, who signed it, what the disclosures open. */
function contentItems(bytes: Uint8Array, origin: string, examination: Examination): readonly Examined[] {
  const entry = readEntry(bytes)
  if (entry === null) return []
  const items = [...authorItems(entry, examination)]
  if (entry.agreement !== null && entry.author !== null && entry.agreement !== origin) {
    const why = `the entry was made for the log ${shown(entry.agreement)}, and stands in ${shown(origin)}`
    items.push(fails('entry', 'other-log', why, 'do not take it for an entry of this log'))
  }
  const disclosures = disclosuresIn(examination)
  if (disclosures.length > 0) items.push(disclosureItem(entry, disclosures, examination))
  return items
}

/** The disclosures among the other files, each once. */
export function disclosuresIn({ others = [] }: Pick<Examination, 'others'>): readonly string[] {
  const all = others.flatMap(({ bytes }) => {
    const file = sortOf(bytes)
    return file.sort === 'disclosures' ? file.disclosures : []
  })
  return [...new Set(all)]
}

export function disclosureItem(
  entry: NonNullable<ReturnType<typeof readEntry>>,
  disclosures: readonly string[],
  { hash }: Pick<Examination, 'hash'>,
): Examined {
  const opened = openEntry(entry, disclosures, hash)
  if (!opened.ok) return fails('disclosures', opened.reason, opened.message, opened.help)
  const names = opened.value.disclosed.flatMap(({ name }) => name ?? 'an element of a list')
  const { withheld } = opened.value
  const rest =
    withheld === 0 ? 'nothing else is withheld' : `${withheld} digests stand for what else is withheld, or for nothing`
  if (names.length === 0) return holds('disclosures', `nothing was disclosed; ${rest}`)
  return holds('disclosures', `what was disclosed is the entry's own: it opens ${listOf(names)}; ${rest}`)
}
