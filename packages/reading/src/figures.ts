// Numbers: what is counted, how many, and the words that soften it.
import type { Figure, Kind } from '@trucekeeper/claims'
import type { Document } from './document.ts'
import { amountsIn } from './amounts.ts'
import { figurePatterns } from './figure-patterns.ts'
import { amountWordsOf } from './lexicon/amounts.ts'
import type { FigureNoun, Language } from './lexicon/language.ts'
import { figure, numberOf } from './numbers.ts'
import { everyMatch } from './pattern.ts'
import type { Span } from './span.ts'

/** The figures of a clause, in the order of their words. Dates and hours of the clock are none. */
export function figuresIn(document: Document, clause: Span, kind: Kind): Figure[] {
  const { language } = document.lexicon
  const { any, counted, times, toll, nouns } = figurePatterns(language)
  const said = document.folded.slice(withHundreds(document, clause), clause.end)
  if (!any.test(said)) return []
  const found: { readonly at: number; readonly figure: Figure }[] = []
  const add = (at: number, one: Figure) => {
    if (!found.some(({ figure: other }) => sameFigure(other, one))) found.push({ at, figure: one })
  }
  if (kind === 'truce_violation') {
    for (const { index, groups } of everyMatch(times, said))
      add(index, figure(language, groups!, { what: 'truce violations', unit: 'violations' }))
  }
  let after = 0
  for (const match of everyMatch(counted, said)) {
    const groups = match.groups!
    const noun = nouns.find(({ pattern }) => pattern.test(groups.noun!))?.noun
    if (
      !noun ||
      isDated(said, match.index) ||
      isVague(said, match.index, language) ||
      (noun.unit === 'violations' && !/violat|breach|infring|infract/.test(said))
    )
      continue
    const end = match.index + match[0].length
    const what = noun.what ?? whatOf(groups, noun, kind, { said, after, start: match.index, end }, language)
    // One count of what a clause speaks of, the dead and the hurt apart; a second one is of another thing or a repetition.
    if (noun.unit === 'violations' || !found.some(({ figure: other }) => other.what === what))
      add(match.index, figure(language, groups, { what, unit: noun.unit }))
    for (const more of secondsAfter(said, end, language)) add(end, figure(language, more, { what, unit: noun.unit }))
    after = end
  }
  for (const { index, groups } of everyMatch(toll, said)) {
    const what = /wounded|injured/.test(groups!.noun!) ? 'injured' : 'killed'
    if (!found.some(({ figure: other }) => other.what === what))
      add(index, figure(language, groups!, { what, unit: 'people' }))
  }
  for (const { at, figure: one } of amountsIn(language, said)) {
    if (!found.some((other) => other.at === at || (other.figure.what === one.what && other.figure.unit === one.unit)))
      add(at, one)
  }
  return found.toSorted((a, b) => a.at - b.at).map(({ figure: one }) => one)
}

type Groups = Readonly<Record<string, string | undefined>>

function sameFigure(a: Figure, b: Figure): boolean {
  return a.what === b.what && a.unit === b.unit && a.value === b.value && a.low === b.low && a.high === b.high
}

/** `One hundred and twenty people`: a clause that begins behind `and` begins with the hundreds before it. */
function withHundreds({ folded, lexicon }: Document, { start }: Span): number {
  const before = folded.slice(Math.max(0, start - 60), start)
  const found = figurePatterns(lexicon.language).hundreds.exec(before)
  return found ? start - found[0].length : start
}

/** `23 violations on Tuesday and 37 on Wednesday`: numbers whose noun stands with the one before. */
function secondsAfter(said: string, end: number, language: Language): Groups[] {
  const { elliptic } = figurePatterns(language)
  const rest = /^[^.;]{0,120}/.exec(said.slice(end))![0]
  return everyMatch(elliptic, rest)
    .filter(({ groups }) => numberOf(language, groups!.first!) > 1)
    .map(({ groups }) => groups!)
}

interface Around {
  readonly said: string
  /** Where the figure before ended. */
  readonly after: number
  readonly start: number
  readonly end: number
}

function whatOf(groups: Groups, noun: FigureNoun, kind: Kind, around: Around, language: Language): string {
  if (noun.unit === 'hours' || noun.unit === 'days' || noun.unit === 'weeks') {
    return kind === 'truce_extension' ? 'truce extension' : kind === 'humanitarian_pause' ? 'pause' : 'duration'
  }
  if (noun.unit === 'people') {
    const fate = fateOf(groups.noun!, around, language)
    if (fate !== null) return fate
    if (kind === 'civilians_besieged') return /trap/.test(around.said) ? 'civilians trapped' : 'civilians under siege'
    if (kind === 'evacuation') return 'people evacuated'
  }
  return `${groups.adjective ?? ''}${groups.noun}`.trim().replace(/\s+/g, ' ')
}

/** Killed or injured: by the noun itself, else by the nearest word that tells, between the figures on either side. */
function fateOf(noun: string, { said, after, start, end }: Around, language: Language): 'killed' | 'injured' | null {
  const words = amountWordsOf(language)
  if (!words) return null
  const [killed, injured] = [new RegExp(words.killed, 'g'), new RegExp(words.injured, 'g')]
  if (injured.test(noun)) return 'injured'
  if (killed.test(noun)) return 'killed'
  const next = said.slice(end).search(/\d/)
  const before = said.slice(after, start)
  const behind = said.slice(end, next < 0 ? undefined : end + next)
  // The verb before governs unless `and` or a comma parts it from the number: "died and 30 others were injured".
  const governing = (pattern: RegExp): number => {
    const last = [...before.matchAll(pattern)].at(-1)
    return last && !new RegExp(`,|\\b${words.and}\\b`).test(before.slice(last.index)) ? last.index : -1
  }
  const [byKilled, byInjured] = [governing(new RegExp(words.killed, 'g')), governing(new RegExp(words.injured, 'g'))]
  if (byKilled !== byInjured) return byInjured > byKilled ? 'injured' : 'killed'
  const follows = (pattern: string): number => {
    const at = behind.search(new RegExp(pattern))
    return at < 0 ? Infinity : at
  }
  const [toKilled, toInjured] = [follows(words.killed), follows(words.injured)]
  if (toKilled === Infinity && toInjured === Infinity)
    return new RegExp(words.killed).test(said) ? 'killed' : new RegExp(words.injured).test(said) ? 'injured' : null
  return toInjured < toKilled ? 'injured' : 'killed'
}

/** `Several dozen` is an amount of its own, not twelve. */
function isVague(said: string, index: number, language: Language): boolean {
  const vague = Object.keys(amountWordsOf(language)?.vague ?? {})
  return vague.some((words) => words.includes(' ') && said.startsWith(words, index - words.lastIndexOf(' ') - 1))
}

function isDated(said: string, index: number): boolean {
  return /(?:\d:|\$|covid-|page |no\. ?|resolution )$/.test(said.slice(Math.max(0, index - 11), index))
}
