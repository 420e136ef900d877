// Numbers: what is counted, how many, and the words that soften it.
import type { Figure, Kind } from '@trucekeeper/claims'
import type { Document } from './document.ts'
import type { FigureNoun, Language } from './lexicon/language.ts'
import type { Span } from './span.ts'

const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'

interface FigurePatterns {
  readonly counted: RegExp
  readonly times: RegExp
  /** `the number of dead at 20`. */
  readonly toll: RegExp
  readonly nouns: readonly { readonly noun: FigureNoun; readonly pattern: RegExp }[]
}

const prepared = new WeakMap<Language, FigurePatterns>()

/** The figures of a clause. Dates, hours of the clock and percentages are none. */
export function figuresIn(document: Document, clause: Span, kind: Kind): Figure[] {
  const { language } = document.lexicon
  const { counted, times, toll, nouns } = patterns(language)
  const said = document.folded.slice(clause.start, clause.end)
  const figures: Figure[] = []
  for (const { groups } of said.matchAll(times)) {
    if (kind !== 'truce_violation') break
    figures.push(figure(language, groups!, { what: 'truce violations', unit: 'violations' }))
  }
  for (const found of said.matchAll(counted)) {
    const { groups } = found
    const noun = nouns.find(({ pattern }) => pattern.test(groups!.noun!))?.noun
    if (!noun || isDated(said, found.index)) continue
    const what = noun.what ?? whatOf(groups!, noun, kind, said)
    if (noun.unit === 'violations' || !figures.some((other) => other.what === what)) {
      if (noun.unit !== 'violations' || /violat|breach/.test(said))
        figures.push(figure(language, groups!, { what, unit: noun.unit }))
    }
  }
  for (const { groups } of said.matchAll(toll)) {
    const what = /wounded|injured/.test(groups!.noun!) ? 'injured' : 'killed'
    if (!figures.some((other) => other.what === what)) figures.push(figure(language, groups!, { what, unit: 'people' }))
  }
  return figures
}

type Groups = Readonly<Record<string, string | undefined>>

function figure(language: Language, groups: Groups, { what, unit }: { what: string; unit: string }): Figure {
  const value = numberOf(language, groups.first!)
  const second = groups.second === undefined ? null : numberOf(language, groups.second)
  const qualifier = groups.qualifier?.trim().replace(/\s+/g, ' ') ?? null
  const bound = qualifier === null ? null : language.figures.qualifiers[qualifier]
  if (second !== null)
    return { what, value: null, low: Math.min(value, second), high: Math.max(value, second), unit, qualifier }
  return { what, value, low: bound === 'low' ? value : null, high: bound === 'high' ? value : null, unit, qualifier }
}

function numberOf({ figures }: Language, said: string): number {
  let total = 0
  let group = 0
  for (const word of said.trim().split(/[\s-]+/)) {
    const value = /^\d/.test(word) ? Number(word.replaceAll(',', '')) : (figures.words[word] ?? 0)
    if (value >= 1000 && !/^\d/.test(word)) {
      total += Math.max(1, group) * value
      group = 0
    } else if (value === 100 && word === 'hundred') group = Math.max(1, group) * 100
    else group += value
  }
  return total + group
}

function whatOf(groups: Groups, noun: FigureNoun, kind: Kind, said: string): string {
  if (noun.unit === 'hours' || noun.unit === 'days' || noun.unit === 'weeks') {
    return kind === 'truce_extension' ? 'truce extension' : kind === 'humanitarian_pause' ? 'pause' : 'duration'
  }
  if (noun.unit === 'people') {
    if (/\b(?:kill|dead|died|death|slain)/.test(said))
      return /wounded|injured/.test(groups.noun!) ? 'injured' : 'killed'
    if (/\b(?:wounded|injured)/.test(said)) return 'injured'
    if (kind === 'civilians_besieged') return /trap/.test(said) ? 'civilians trapped' : 'civilians under siege'
    if (kind === 'evacuation') return 'people evacuated'
  }
  return `${groups.adjective ?? ''}${groups.noun}`.trim().replace(/\s+/g, ' ')
}

function isDated(said: string, index: number): boolean {
  return /(?:\d:|\$|covid-|page |no\. ?|resolution )$/.test(said.slice(Math.max(0, index - 11), index))
}

function patterns(language: Language): FigurePatterns {
  const known = prepared.get(language)
  if (known) return known
  const { words, qualifiers, nouns } = language.figures
  const word = Object.keys(words).join('|')
  const number = `(?:(?:${NUMBER})(?: (?:hundred|thousand|million|billion))?|(?:${word})(?:[\\s-](?:and )?(?:${word}))*)`
  const softened = `(?:(?<qualifier>${Object.keys(qualifiers)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})\\s+)?(?:another\\s+|a further\\s+|other\\s+)?(?:the\\s+)?`
  const range = `(?<first>${number})(?:\\s?(?:-|to|or)\\s?(?<second>${number}))?`
  const noun = nouns.map(({ words: one }) => one).join('|')
  const made: FigurePatterns = {
    counted: new RegExp(
      `(?<![\\p{L}\\p{N}.:])${softened}${range}(?:\\s+of\\s+(?:the|its|their)\\b)?[\\s-](?<adjective>(?:(?!and\\b|to\\b|in\\b|of\\b|were\\b|was\\b|times\\b)[\\p{L}'-]+\\s){0,3}?)(?<noun>${noun})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    times: new RegExp(`(?<![\\p{L}\\p{N}.:])${softened}${range}\\stimes(?![\\p{L}])`, 'gu'),
    toll: new RegExp(
      `\\b(?<noun>dead|deaths|killed|toll|wounded|injured)\\s(?:[\\p{L}]+\\s){0,2}?at\\s${softened}${range}(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    nouns: nouns.map((one) => ({ noun: one, pattern: new RegExp(`^(?:${one.words})$`, 'u') })),
  }
  prepared.set(language, made)
  return made
}
