// Compares two versions of an agreement: clause by clause and field by field, and the prose beside them.
import type { AgreementText, AnyClause } from '../ast.ts'
import { withArticle } from '../diagnostic-codes.ts'
import type { PlaceFiles } from '../resolve.ts'
import { articlesOf, clausesOf, pairedArticles, proseOf, type Article } from './articles.ts'
import { renamed, saidPlainly } from './canonical.ts'
import { flipped, heaviest, type Change, type Materiality, type Standing } from './change.ts'
import { fieldChanges } from './field-changes.ts'
import { pairedClauses } from './pairing.ts'
import { headingChange, proseChanges } from './prose.ts'
import { redline, type RedlinePiece } from './redline.ts'
import { forceOf, versionOf } from './stakes.ts'

/** An article in which something changed. */
export interface ComparedArticle {
  /** Its headings in the new text; in the old one where it is gone. */
  readonly heading: readonly string[]
  /** Its prose with what was taken out and put in; empty where it has none. */
  readonly redline: readonly RedlinePiece[]
  readonly changes: readonly Change[]
}

export interface Comparison {
  /** The weight of the heaviest change; `none` where nothing changed. */
  readonly severity: Materiality
  /** In the order of the new text. */
  readonly changes: readonly Change[]
  readonly articles: readonly ComparedArticle[]
}

export interface PlacesOfBoth {
  readonly old: PlaceFiles
  readonly new: PlaceFiles
}

/** Clauses that weigh little when they come or go: they name things, and whoever uses the name is told of anyway. */
const LIGHT: ReadonlySet<string> = new Set(['zone', 'line', 'anchor', 'account', 'open-term', 'reading', 'accept'])

/**
 * What changed from one text to the other, how much it weighs, and who gains or loses by it. Both should be free of
 * errors: clauses that could not be read are not compared. `places` lets drawn ground be compared too.
 */
export function compareAgreements(
  old: AgreementText,
  now: AgreementText,
  places: PlacesOfBoth | null = null,
): Comparison {
  const { pairs, names } = pairedClauses(old.clauses, now.clauses)
  const alike = new Map(old.clauses.map((clause) => [clause, withNames(clause, names)]))
  const [before, after] = [versionOf([...alike.values()]), versionOf(now.clauses)]
  const [was, is] = [articlesOf(old), articlesOf(now)]
  const articlePairs = pairedArticles(was, is, pairs)
  const oldOf = new Map([...pairs].map(([from, to]) => [to, from]))
  const homeOf = new Map(was.flatMap((article, at) => clausesOf(article).map((clause) => [clause, at] as const)))
  const changesOf = (clause: AnyClause, article: number): Change[] => {
    const from = oldOf.get(clause)
    const here = standing(clause, now)
    if (!from) {
      return [{ ...whole(clause, 'added'), ...forceOf(clause, after), old: null, new: here }]
    }
    const there = standing(from, old)
    const both = { path: clause.id, gains: [], loses: [], old: there, new: here, severity: 'editorial' } as const
    const found: Change[] = []
    if (from.id !== clause.id) {
      const message = `\`${from.id}\` is named \`${clause.id}\` now: it is the clause most like it`
      found.push({ ...both, change: 'renamed', message })
    }
    if (articlePairs.get(homeOf.get(from)!) !== article) {
      found.push({
        ...both,
        change: 'moved',
        message: `\`${clause.id}\` stands under ${under(clause)} now, and stood under ${under(from)}`,
      })
    }
    if (saidPlainly(from.title ?? '') !== saidPlainly(clause.title ?? '')) {
      found.push({
        ...both,
        change: 'reworded',
        message: `\`${clause.id}\` is titled \`${clause.title ?? ''}\` now, and was titled \`${from.title ?? ''}\``,
      })
    }
    const pair = { old: alike.get(from)!, now: clause, before, after, places }
    return [...found, ...fieldChanges(pair, from, old.file, now.file)]
  }
  const gone = (clause: AnyClause): Change => ({
    ...whole(clause, 'removed'),
    ...flipped(forceOf(alike.get(clause)!, before)),
    old: standing(clause, old),
    new: null,
  })
  const compared = (from: Article | null, to: Article | null, at: number): ComparedArticle => {
    const structural = new Map((to ? clausesOf(to) : []).map((clause) => [clause, changesOf(clause, at)]))
    const untouched = (clause: AnyClause) => (structural.get(clause) ?? []).every(({ change }) => change === 'moved')
    const prose = proseChanges(from, to, oldOf, untouched, old.file, now.file)
    const heading = from && to ? headingChange(from, to, old.file, now.file) : []
    const lost = from ? clausesOf(from).filter((clause) => !pairs.has(clause)) : []
    return {
      heading: (to ?? from)!.heading,
      redline: redline(from ? proseOf(from) : '', to ? proseOf(to) : ''),
      changes: [
        ...heading,
        ...inOrder(to, from, structural, new Map(lost.map((clause) => [clause, [gone(clause)]])), oldOf, prose),
      ],
    }
  }
  const formerOf = new Map([...articlePairs].map(([from, to]) => [to, from]))
  const left = [...was.keys()].filter((index) => !articlePairs.has(index))
  const articles: ComparedArticle[] = []
  const leave = (limit: number) => {
    while (left.length > 0 && left[0]! < limit) articles.push(compared(was[left.shift()!]!, null, -1))
  }
  for (const [at, article] of is.entries()) {
    const from = formerOf.get(at)
    // What is gone stands before what came after it in the old text.
    if (from !== undefined) leave(from)
    articles.push(compared(from === undefined ? null : was[from]!, article, at))
  }
  leave(Infinity)
  const place = new Map([...old.clauses, ...now.clauses].map(({ id }, index) => [id, index]))
  const listed = (who: readonly string[]) => who.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  const changed = articles.flatMap((article) => {
    const own = article.changes.map((change) => ({
      ...change,
      gains: listed(change.gains),
      loses: listed(change.loses),
    }))
    return own.length > 0 ? [{ ...article, changes: own }] : []
  })
  const changes = changed.flatMap(({ changes: own }) => own)
  return { severity: heaviest(changes.map(({ severity }) => severity)), changes, articles: changed }
}

/** The changes of an article in the order of its new text, what is gone before what followed it in the old one. */
function inOrder(
  to: Article | null,
  from: Article | null,
  structural: ReadonlyMap<AnyClause, readonly Change[]>,
  lost: ReadonlyMap<AnyClause, readonly Change[]>,
  oldOf: ReadonlyMap<AnyClause, AnyClause>,
  prose: ReadonlyMap<AnyClause | null, readonly Change[]>,
): Change[] {
  const before = from ? clausesOf(from) : []
  const waiting = before.filter((clause) => lost.has(clause))
  const placeOf = new Map(before.map((clause, index) => [clause, index]))
  const changes: Change[] = [...(prose.get(null) ?? [])]
  for (const clause of to ? clausesOf(to) : []) {
    const was = placeOf.get(oldOf.get(clause)!) ?? -1
    const passed = waiting.filter((each) => placeOf.get(each)! < was)
    changes.push(...waiting.splice(0, passed.length).flatMap((each) => lost.get(each)!))
    changes.push(...(prose.get(clause) ?? []), ...structural.get(clause)!)
  }
  return [...changes, ...waiting.flatMap((clause) => lost.get(clause)!)]
}

function withNames(clause: AnyClause, names: ReadonlyMap<string, string>): AnyClause {
  const own = clause.kind !== 'account' && clause.kind !== 'accept' ? (names.get(clause.id) ?? clause.id) : clause.id
  return { ...clause, id: own, fields: renamed(clause.fields, names) } as AnyClause
}

function whole(
  { kind, id, title }: AnyClause,
  change: 'added' | 'removed',
): Pick<Change, 'path' | 'change' | 'severity' | 'message'> {
  const called = title === null ? '' : ` "${title}"`
  const message =
    change === 'added'
      ? `there is ${withArticle(kind)} \`${id}\`${called} now`
      : `the ${kind} \`${id}\`${called} is gone`
  return { path: id, change, severity: LIGHT.has(kind) ? 'minor' : 'major', message }
}

function standing({ at, heading }: AnyClause, { file }: AgreementText): Standing {
  return { file, range: at, heading }
}

function under({ heading }: AnyClause): string {
  return heading.length === 0 ? 'no heading' : `\`${heading.at(-1)}\``
}
