// Changes of prose and headings: words weigh nothing in themselves, unless they say something that no clause takes up.
import type { AnyClause } from '../ast.ts'
import { articlePath, type Article, type Passage } from './articles.ts'
import { saidPlainly } from './canonical.ts'
import type { Change, Standing } from './change.ts'
import { tellingWords } from './telling-words.ts'

/** Changes of prose by the first clause that reads it; under `null` those of prose that no clause reads. */
export function proseChanges(
  from: Article | null,
  to: Article | null,
  oldOf: ReadonlyMap<AnyClause, AnyClause>,
  untouched: (clause: AnyClause) => boolean,
  oldFile: string,
  newFile: string,
): ReadonlyMap<AnyClause | null, readonly Change[]> {
  const changes = new Map<AnyClause | null, readonly Change[]>()
  const told = new Set<string>()
  for (const { prose, clauses } of to?.passages ?? []) {
    for (const clause of clauses) {
      const was = oldOf.get(clause)
      if (!was || same(was.prose, prose)) continue
      const twice = JSON.stringify([was.heading, was.prose])
      if (told.has(twice)) continue
      told.add(twice)
      const why = clauses.every(untouched) ? telling(was.prose, prose) : null
      const message =
        why === null
          ? `the prose above \`${clause.id}\` reads otherwise`
          : `the prose above \`${clause.id}\` ${why}, and no clause under it has changed`
      changes.set(clause, [
        {
          ...reworded(clause.id, message, why !== null),
          old: { file: oldFile, range: was.proseAt ?? was.at, heading: was.heading },
          new: { file: newFile, range: clause.proseAt ?? clause.at, heading: clause.heading },
        },
      ])
    }
  }
  const [before, after] = [unread(from), unread(to)]
  if (same(before, after)) return changes
  const article = (to ?? from)!
  const path = articlePath(article)
  const why = telling(before, after)
  const what =
    from === null || before === ''
      ? 'has new prose'
      : to === null || after === ''
        ? 'has lost prose'
        : 'reads otherwise in prose'
  const message = `\`${path}\` ${what} that no clause reads${why === null ? '' : `; it ${why}`}`
  const place = (file: string, { heading }: Article): Standing => ({ file, range: null, heading })
  changes.set(null, [
    {
      ...reworded(path, message, why !== null),
      old: from && place(oldFile, from),
      new: to && place(newFile, to),
    },
  ])
  return changes
}

/** A heading that reads otherwise, its number included. */
export function headingChange(from: Article, to: Article, oldFile: string, newFile: string): Change[] {
  const [was, is] = [from.heading.at(-1) ?? '', to.heading.at(-1) ?? '']
  if (same(was, is)) return []
  return [
    {
      ...reworded(articlePath(to), `the heading \`${was}\` is \`${is}\` now`, false),
      old: { file: oldFile, range: null, heading: from.heading },
      new: { file: newFile, range: null, heading: to.heading },
    },
  ]
}

/** What the new words say that the old did not; null when nothing of weight. */
function telling(old: string, now: string): string | null {
  const [before, after] = [tellingWords(old), tellingWords(now)]
  const gone = less(before, after)
  const come = less(after, before)
  if (gone.length + come.length === 0) return null
  const quoted = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(', ')
  if (come.length === 0) return `no longer says ${quoted(gone)}`
  return gone.length === 0 ? `now says ${quoted(come)}` : `now says ${quoted(come)} where it said ${quoted(gone)}`
}

/** The words of the first that are not in the second, each as often as it is missing there. */
function less(words: readonly string[], from: readonly string[]): string[] {
  const left = [...from]
  return words.filter((word) => {
    const at = left.indexOf(word)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

function reworded(path: string, message: string, weighty: boolean): Omit<Change, 'old' | 'new'> {
  return { path, change: 'reworded', severity: weighty ? 'minor' : 'editorial', message, gains: [], loses: [] }
}

function unread(article: Article | null): string {
  return (article?.passages ?? [])
    .flatMap(({ prose, clauses }: Passage) => (clauses.length === 0 ? [prose] : []))
    .join('\n\n')
}

function same(old: string, now: string): boolean {
  return saidPlainly(old) === saidPlainly(now)
}
