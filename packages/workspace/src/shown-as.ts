// The folder's own text, and its claims, as an audience is shown them: every answer is worked out from these, none from the rest.
import {
  claimsHiddenFrom,
  namingOf,
  narrowedBy,
  sectionsShownTo,
  shownTo,
  textShown,
  type SectionShown,
  type Withheld,
} from '@trucekeeper/centre'
import { parseAgreement, textHash, type Ruled } from '@trucekeeper/agreement'
import type { Minute } from '@trucekeeper/claims'
import { foldRecord, type LoggedEntry } from '@trucekeeper/ledger'
import type { Place } from '@trucekeeper/geo'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { isDeepStrictEqual } from 'node:util'
import type { ReadText, Texts } from './agreements.ts'
import type { Hidden } from './not-shown.ts'
import { withoutHidden } from './shown-entries.ts'
import { minutesUnder } from './under.ts'

/** What of the text is not shown, as far as that may be told. */
export interface NotShown {
  readonly passages: readonly Withheld[]
  /** Clauses whose words are shown, and of which nothing is found: they wait for what is hidden. */
  readonly undecided: readonly Ruled[]
}

export interface ShownTexts {
  readonly texts: Texts
  /** Without what is not shown and what names it, before anything else is left out. */
  readonly entries: readonly LoggedEntry[]
  /** Null where everything is shown. */
  readonly not_shown: NotShown | null
}

/** The same object as long as the same is shown. `entries` are all there are: who hides something need not say so to others. */
export type ShowsAs = (texts: Texts, entries: readonly LoggedEntry[]) => ShownTexts

export const showsAll: ShowsAs = (texts, entries) => ({ texts, entries, not_shown: null })

/** `now` is the clock by which an embargo ends. */
export function showsAs(audience: string, now: () => Instant): ShowsAs {
  let looked: Looked | null = null
  let held: Held | null = null
  let answered: { readonly held: Held; readonly of: readonly LoggedEntry[]; readonly shown: ShownTexts } | null = null
  const without = withoutHidden()
  return (texts, entries) => {
    if (looked?.entries !== entries) looked = lookedAt(entries, looked)
    const { minutes, key } = looked
    const isOpen = texts.agreements.every(({ disclosure = 'public' }) => disclosure === 'public')
    if (isOpen && !minutes.some(({ does }) => does === 'disclose')) return showsAll(texts, entries)
    const at = now()
    const isHeld = held?.of === texts && held.key === key && at >= held.from && at < held.until
    if (!isHeld) held = heldAt(texts, minutes, key, at, held)
    if (answered?.held !== held || answered?.of !== entries)
      answered = { held: held!, of: entries, shown: { ...held!.shown, entries: without(entries, held!.left_out) } }
    return answered!.shown
  }

  function heldAt(texts: Texts, minutes: readonly Minute[], key: string, at: Instant, before: Held | null): Held {
    const { agreement, file } = texts.own
    const { hidden, withheld } = shownTo(agreement, { minutes }, audience, at)
    const sections = sectionsShownTo(file.source, agreement, { minutes }, audience, at)
    const { text: source } = textShown(sections)
    const open = openBeside(texts, minutes, audience, at)
    const beside = open.map(({ agreement: { id } }) => id).join(' ')
    const isSame = before?.of === texts && before.source === source && before.beside === beside
    const again = isSame && isDeepStrictEqual(before.shown.not_shown?.passages ?? [], withheld) ? before.shown : null
    const isWhole = source === file.source
    const all = open.length < texts.all.length - 1 ? textsOf(texts.own, open, texts) : texts
    const shown =
      again ??
      (isWhole ? { texts: all, not_shown: null } : withOwn(all, narrowedText(texts.own, hidden, sections), withheld))
    const naming = namingOf(texts.agreements, new Set([...hidden, ...closedBeside(texts, open)]))
    const left_out = { audience, naming, claims: claimsHiddenFrom(agreement, { minutes }, audience, at) }
    return { of: texts, key, source, beside, from: at, until: nextChange(minutes, at), shown, left_out }
  }
}

interface Looked {
  readonly entries: readonly LoggedEntry[]
  /** Those among them that can say something of levels. */
  readonly told: readonly LoggedEntry[]
  readonly minutes: readonly Minute[]
  readonly key: string
}

interface Held {
  readonly of: Texts
  readonly key: string
  readonly source: string
  /** Ids of the other texts that are shown. */
  readonly beside: string
  /** From when until when nothing of it changes by the clock alone. */
  readonly from: Instant
  readonly until: Instant
  readonly shown: Omit<ShownTexts, 'entries'>
  readonly left_out: Hidden
}

/** Of entries that have grown only what came in is looked at. */
function lookedAt(entries: readonly LoggedEntry[], before: Looked | null): Looked {
  const known = before?.entries ?? []
  const hasGrown = entries.length >= known.length && entries[known.length - 1] === known.at(-1)
  const isTold = ({ entry }: LoggedEntry) => entry.type === 'minute' || entry.type === 'withdrawal'
  const fresh = entries.slice(hasGrown ? known.length : 0).filter(isTold)
  if (before && hasGrown && fresh.length === 0) return { ...before, entries }
  const told = [...(hasGrown ? (before?.told ?? []) : []), ...fresh]
  const { minutes } = foldRecord(told)
  return { entries, told, minutes, key: minutes.map(({ id }) => id).join(' ') }
}

function nextChange(minutes: readonly Minute[], at: Instant): Instant {
  const instants = minutes.flatMap((minute) => [
    parseInstant(minute.at)!,
    ...(minute.does === 'disclose' && minute.embargo_until !== null ? [parseInstant(minute.embargo_until)!] : []),
  ])
  return instants.reduce((next, one) => (one > at ? Math.min(next, one) : next), Infinity)
}

/** Of the texts beside the folder's own those that are shown whole; one of which anything is hidden is not there at all. */
function openBeside(texts: Texts, minutes: readonly Minute[], audience: string, at: Instant): readonly ReadText[] {
  return texts.all.slice(1).filter(({ agreement }) => {
    const own = minutesUnder(agreement, texts.agreements, minutes)
    return shownTo(agreement, { minutes: own }, audience, at).hidden.size === 0
  })
}

/** Ids of clauses of the texts that are not there. */
function closedBeside({ agreements }: Texts, open: readonly ReadText[]): readonly string[] {
  const closed = agreements.slice(1).filter((one) => !open.some(({ agreement }) => agreement === one))
  return closed.flatMap(({ ruled, measures, anchors, openTerms }) =>
    [...ruled, ...measures, ...anchors, ...openTerms].map(({ id }) => id),
  )
}

function textsOf(own: ReadText, beside: readonly ReadText[], { agreements: known, hidden: before = [] }: Texts): Texts {
  const all = [own, ...beside]
  const agreements = all.map(({ agreement }) => agreement)
  const hidden = [...before, ...known.slice(1).filter((one) => !agreements.includes(one))]
  return { own, all, agreements, hidden }
}

function withOwn(
  texts: Texts,
  { own, undecided }: ReturnType<typeof narrowedText>,
  passages: readonly Withheld[],
): Omit<ShownTexts, 'entries'> {
  return {
    texts: textsOf(own, texts.all.slice(1), texts),
    not_shown: { passages, undecided },
  }
}

function narrowedText(
  own: ReadText,
  hidden: ReadonlySet<string>,
  sections: readonly SectionShown[],
): { readonly own: ReadText; readonly undecided: readonly Ruled[] } {
  const { text: source, at } = textShown(sections)
  const hash = textHash(source)
  const declared = sections.flatMap(({ way, clauses }) => (way === 'shown' ? [] : clauses))
  const { agreement, undecided } = narrowedBy(own.agreement, { hidden, declared, hash, at })
  const { text } = parseAgreement(source, own.file.file)
  // A place that the text named where it is hidden, and nowhere else.
  const names = (whole: string, { id }: Place) => new RegExp(`#${RegExp.escape(id)}(?![\\w-])`).test(whole)
  const isShown = (place: Place) => names(source, place) || !names(own.file.source, place)
  const places = new Map([...own.file.places].map(([name, all]) => [name, all.filter(isShown)]))
  const file = { ...own.file, source, hash, text, agreement, places, diagnostics: [] }
  return { own: { ...own, agreement: { ...agreement, places: agreement.places.filter(isShown) }, file }, undecided }
}
