// What a level can be set for, and whether a clause or a section of the text is it.
import type { Agreement, Source } from '@trucekeeper/agreement'
import type { MinuteOf } from '@trucekeeper/claims'

export type Subject = MinuteOf<'disclose'>['subject']

/** A clause as the agreement has it, or a stretch of its text. */
export interface Thing {
  /** Ids by which it can be named: its own, and the one under which it was written. */
  readonly ids: readonly string[]
  /** Ids of the clauses that read the same words, its own among them: none is shown or left out without the others. */
  readonly passage: readonly string[]
  /** Headings above it, outermost first, its own among them. */
  readonly heading: readonly string[]
}

export interface NamedClause extends Thing {
  readonly id: string
  readonly title: string | null
  readonly source: Source
}

/** Every clause that has a place in the text, in its order. */
export function clausesOf({ ruled, measures, anchors, openTerms }: Agreement): readonly NamedClause[] {
  const named = [...ruled, ...measures, ...anchors, ...openTerms]
    .filter(({ source }) => source.clauseEnd > source.clauseStart)
    .map((clause) => ({
      id: clause.id,
      title: clause.title,
      source: clause.source,
      ids: 'base' in clause && clause.base !== clause.id ? [clause.id, clause.base] : [clause.id],
      heading: clause.source.heading,
    }))
    .toSorted((a, b) => a.source.clauseStart - b.source.clauseStart)
  const passages = Map.groupBy(named, ({ source }) => `${source.start} ${source.end}`)
  return named.map((clause) => ({
    ...clause,
    passage: passages.get(`${clause.source.start} ${clause.source.end}`)!.flatMap(({ ids }) => ids),
  }))
}

export function isAbout(subject: Subject, { ids, heading }: Thing): boolean {
  if ('clause' in subject) return ids.some((id) => id === subject.clause)
  return 'article' in subject && heading.some((one) => isArticle(one, subject.article))
}

/** Whether a version says that it leaves this out: by the id of a clause of its passage, or by a heading above it. */
export function isLeftOut(withholds: readonly string[], { passage, heading }: Thing): boolean {
  return withholds.some((name) => passage.includes(name) || heading.some((one) => isArticle(one, name)))
}

/** `2.1 Pull-back` is named so, or by its number alone. */
export function isArticle(heading: string, name: string): boolean {
  const wanted = name.trim()
  return heading === wanted || (/^\d+(?:\.\d+)*$/.test(wanted) && numberOf(heading) === wanted)
}

function numberOf(heading: string): string | null {
  return /^(\d+(?:\.\d+)*)\.?\s/.exec(heading)?.[1] ?? null
}

/** One form for each subject, to tell whether two speak of the same. */
export function keyOf(subject: Subject): string {
  if ('clause' in subject) return `clause ${subject.clause}`
  return 'article' in subject ? `article ${subject.article.trim()}` : `claim ${subject.claim} ${subject.field ?? ''}`
}
