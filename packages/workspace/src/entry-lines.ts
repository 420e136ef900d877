// Entries of the record told in a line each, page by page, in the order in which they came in.
import type { Entry, Minute } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'

export interface EntryLine {
  readonly index: number
  readonly type: Entry['type']
  readonly id: string
  readonly received_at: string
  /** The words themselves where somebody is quoted, cut short; nothing of whoever entered them. */
  readonly summary: string
}

export interface EntriesAsked {
  /** Entries after this index; null for those from the first on. */
  readonly after: number | null
  readonly limit: number
}

export interface EntryPage {
  readonly entries: readonly EntryLine[]
  /** The index to ask on after; null where no more has come in. */
  readonly next: number | null
}

const LONGEST = 160

/** `entries` in the order of their indexes, which may have gaps. Those of one index, released together, stay on one page. */
export function pageOfEntries(entries: readonly LoggedEntry[], { after, limit }: EntriesAsked): EntryPage {
  const from = after === null ? 0 : firstAfter(entries, after)
  let to = Math.min(from + limit, entries.length)
  while (to > from && to < entries.length && entries[to]!.index === entries[to - 1]!.index) to += 1
  const page = entries.slice(from, to)
  return {
    entries: page.map(lineOf),
    next: to < entries.length ? page.at(-1)!.index : null,
  }
}

export function lineOf({ index, entry }: LoggedEntry): EntryLine {
  const { type, received_at, body } = entry
  return { index, type, id: body.id, received_at, summary: cut(summaryOf(entry)) }
}

function firstAfter(entries: readonly LoggedEntry[], after: number): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (entries[middle]!.index > after) high = middle
    else low = middle + 1
  }
  return low
}

function summaryOf(entry: Entry): string {
  switch (entry.type) {
    case 'document':
      return [entry.body.outlet, entry.body.published, entry.body.doc].filter((part) => part !== null).join(' · ')
    case 'claim':
    case 'act':
      return entry.body.quote
    case 'ruling':
    case 'withdrawal':
    case 'release':
      return entry.body.reason
    case 'minute':
      return minuteLine(entry.body)
    case 'key':
      return entry.body.id
  }
}

/** What is done, and the words that say most of it. */
function minuteLine(minute: Minute): string {
  const parts = [minute.does.replaceAll('-', ' ')]
  if ('case' in minute && minute.case !== null) parts.push(minute.case)
  for (const field of [
    'summary',
    'text',
    'measure',
    'to_do',
    'about',
    'answer',
    'outcome',
    'finding',
    'reason',
  ] as const) {
    const words: unknown = field in minute ? minute[field as keyof Minute] : null
    if (typeof words === 'string') parts.push(words)
  }
  return parts.join(' · ')
}

function cut(text: string): string {
  const words = text.replaceAll(/\s+/gu, ' ').trim()
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words
}
