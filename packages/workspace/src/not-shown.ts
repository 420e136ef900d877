// Which entries an audience is not shown, or not with all their words, because of what is hidden from it.
import type { ClaimsHidden, Naming } from '@trucekeeper/centre'
import { namedByMinute, type Entry, type Minute } from '@trucekeeper/claims'
import type { LoggedEntry } from '@trucekeeper/ledger'
import { HiddenWords } from './hidden-words.ts'
import type { Open } from './masked.ts'

export interface Hidden {
  /** Whatever it holds itself it is shown. */
  readonly audience: string
  readonly claims: ClaimsHidden
  readonly naming: Naming
}

export interface NotShownEntries {
  readonly gone: ReadonlySet<LoggedEntry>
  /** Fields of claims that are closed. */
  readonly fields: ReadonlyMap<LoggedEntry, readonly Open[]>
  /** What quotes are shown as in which words of a closed field stand. */
  readonly quotes: ReadonlyMap<LoggedEntry, string>
}

/**
 * An entry that rests on what is not shown, or names it, is not there: a claim with the same words, a ruling, an act, the case
 * that was opened for it and all that was done in that, the minute that set its level. Nor is the document it was read from: its
 * digest, which is in the record for ever, is that of all its words, so that none of them can be cut out without whoever has the
 * others being able to try what they were. Null where everything is shown.
 */
export function notShown(
  entries: readonly LoggedEntry[],
  { audience, claims, naming }: Hidden,
): NotShownEntries | null {
  if (claims.whole.size === 0 && claims.fields.size === 0 && naming.hidesNothing) return null
  const texts = new HiddenWords(entries, claims)
  const gone = new Set<LoggedEntry>()
  const fields = new Map<LoggedEntry, readonly Open[]>()
  const quotes = new Map<LoggedEntry, string>()
  /** Ids of what is gone, and cases. What is named came in before. */
  const names = new Set<string>()
  const isGone = (entry: Entry): boolean => {
    switch (entry.type) {
      case 'document':
        return texts.isClosed(entry.body.doc, entry.body.sha256)
      case 'claim':
        return texts.areHidden(entry.body)
      case 'act':
        return naming.isHidden(entry.body.power) || texts.areHidden(entry.body)
      case 'ruling':
        return entry.body.claims.some((id) => names.has(id))
      case 'withdrawal':
        return names.has(entry.body.withdraws)
      case 'minute':
        return (
          naming.isAboutHidden(entry.body) ||
          restsOn(entry.body, claims, names) ||
          (entry.body.does === 'undertaking' && texts.areHidden(entry.body))
        )
      default:
        return false
    }
  }
  for (const logged of entries) {
    const { entry } = logged
    if (entry.held_by === audience || (entry.type === 'claim' && !texts.touches(entry.body))) continue
    if (isGone(entry)) {
      gone.add(logged)
      names.add(entry.body.id)
      if (entry.type === 'minute' && entry.body.does === 'open-case') names.add(nameOfCase(entry.body.case))
      continue
    }
    if (entry.type === 'claim') {
      const closed = texts.fieldsOf(entry.body)
      if (closed.length > 0) fields.set(logged, closed)
    }
    if (!('quote' in entry.body)) continue
    const shown = texts.quoteOf(entry.body)
    if (shown !== entry.body.quote) quotes.set(logged, shown)
  }
  return { gone, fields, quotes }
}

const nameOfCase = (name: string) => `case ${name}`

function restsOn(minute: Minute, { whole, fields }: ClaimsHidden, gone: ReadonlySet<string>): boolean {
  const { claims, minutes, acts } = namedByMinute(minute)
  if ([...claims, ...minutes, ...acts].some((id) => gone.has(id))) return true
  if (minute.does === 'disclose')
    return 'claim' in minute.subject && (whole.has(minute.subject.claim) || fields.has(minute.subject.claim))
  if (minute.does === 'relate-cases') return minute.cases.some((name) => gone.has(nameOfCase(name)))
  return 'case' in minute && minute.case !== null && gone.has(nameOfCase(minute.case))
}
