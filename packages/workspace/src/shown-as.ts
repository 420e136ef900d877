// The folder's own text as an audience is shown it: every answer is worked out from that, and none from the rest.
import { narrowedBy, shownTo, textShownTo, type Withheld } from '@trucekeeper/centre'
import { parseAgreement, textHash, type Ruled } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import { foldRecord, type LoggedEntry } from '@trucekeeper/ledger'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { isDeepStrictEqual } from 'node:util'
import type { ReadText, Texts } from './agreements.ts'

/** What of the text is not shown, as far as that may be told. */
export interface NotShown {
  readonly passages: readonly Withheld[]
  /** Clauses whose words are shown, and of which nothing is found: they wait for what is hidden. */
  readonly undecided: readonly Ruled[]
}

export interface ShownTexts {
  readonly texts: Texts
  /** Null where everything is shown. */
  readonly not_shown: NotShown | null
}

/** The same object as long as the same is shown. `entries` are all there are: who hides something need not say so to others. */
export type ShowsAs = (texts: Texts, entries: readonly LoggedEntry[]) => ShownTexts

export const showsAll: ShowsAs = (texts) => ({ texts, not_shown: null })

/** `now` is the clock by which an embargo ends. */
export function showsAs(audience: string, now: () => Instant): ShowsAs {
  let looked: Looked | null = null
  let held: Held | null = null
  return (texts, entries) => {
    if (looked?.entries !== entries) looked = lookedAt(entries)
    const { minutes, key } = looked
    const { disclosure = 'public' } = texts.own.agreement
    if (disclosure === 'public' && !minutes.some(({ does }) => does === 'disclose')) return showsAll(texts, entries)
    const at = now()
    if (held?.of === texts && held.key === key && at >= held.from && at < held.until) return held.shown
    const { agreement, file } = texts.own
    const { hidden, withheld } = shownTo(agreement, { minutes }, audience, at)
    const source = textShownTo(file.source, agreement, { minutes }, audience, at)
    const again =
      held?.of === texts && held.source === source && isDeepStrictEqual(held.shown.not_shown?.passages ?? [], withheld)
    const shown = again
      ? held!.shown
      : source === file.source
        ? showsAll(texts, entries)
        : withOwn(texts, narrowedText(texts.own, hidden, source), withheld)
    held = { of: texts, key, source, from: at, until: nextChange(minutes, at), shown }
    return shown
  }
}

interface Looked {
  readonly entries: readonly LoggedEntry[]
  readonly minutes: readonly Minute[]
  readonly key: string
}

interface Held {
  readonly of: Texts
  readonly key: string
  readonly source: string
  /** From when until when nothing of it changes by the clock alone. */
  readonly from: Instant
  readonly until: Instant
  readonly shown: ShownTexts
}

function lookedAt(entries: readonly LoggedEntry[]): Looked {
  const told = entries.filter(({ entry }) => entry.type === 'minute' || entry.type === 'withdrawal')
  const { minutes } = foldRecord(told)
  return { entries, minutes, key: minutes.map(({ id }) => id).join(' ') }
}

function nextChange(minutes: readonly Minute[], at: Instant): Instant {
  const instants = minutes.flatMap((minute) => [
    parseInstant(minute.at)!,
    ...(minute.does === 'disclose' && minute.embargo_until !== null ? [parseInstant(minute.embargo_until)!] : []),
  ])
  return instants.reduce((next, one) => (one > at ? Math.min(next, one) : next), Infinity)
}

function withOwn(
  texts: Texts,
  { own, undecided }: ReturnType<typeof narrowedText>,
  passages: readonly Withheld[],
): ShownTexts {
  const all = [own, ...texts.all.slice(1)]
  return {
    texts: { own, all, agreements: all.map(({ agreement }) => agreement) },
    not_shown: { passages, undecided },
  }
}

function narrowedText(
  own: ReadText,
  hidden: ReadonlySet<string>,
  source: string,
): { readonly own: ReadText; readonly undecided: readonly Ruled[] } {
  const hash = textHash(source)
  const { agreement, undecided } = narrowedBy(own.agreement, hidden, hash)
  const { text } = parseAgreement(source, own.file.file)
  const file = { ...own.file, source, hash, text, agreement, diagnostics: [] }
  return { own: { ...own, agreement, file }, undecided }
}
