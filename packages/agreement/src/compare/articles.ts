// The articles of a text: each heading with its prose, and which stretch of it is read by which clauses.
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { AgreementText, AnyClause } from '../ast.ts'
import { BLOCKS_ONLY } from '../blocks.ts'
import { plain } from '../markdown.ts'
import { paired } from './pairing.ts'
import { saidPlainly } from './canonical.ts'

/** Paragraphs that stand together, with the clauses right below them; without any, nobody reads them. */
export interface Passage {
  readonly prose: string
  readonly clauses: readonly AnyClause[]
}

export interface Article {
  /** Its own heading and those above it, outermost first; empty before the first heading. */
  readonly heading: readonly string[]
  readonly passages: readonly Passage[]
}

export function articlesOf({ blocks }: Pick<AgreementText, 'blocks'>): Article[] {
  const articles: { heading: string[]; passages: Passage[] }[] = [{ heading: [], passages: [] }]
  const path: { depth: number; title: string }[] = []
  let open: string[] = []
  const close = (clauses: readonly AnyClause[]) => {
    if (open.length > 0 || clauses.length > 0) articles.at(-1)!.passages.push({ prose: open.join('\n\n'), clauses })
    open = []
  }
  for (const block of blocks) {
    if (block.kind === 'clauses') {
      close(block.clauses)
      continue
    }
    for (const node of fromMarkdown(block.text, { extensions: [BLOCKS_ONLY] }).children) {
      // The parser drops a byte order mark and does not count it.
      const skipped = block.text.startsWith('\ufeff') ? 1 : 0
      const text = block.text.slice(node.position!.start.offset! + skipped, node.position!.end.offset! + skipped)
      if (node.type !== 'heading') {
        open.push(text)
        continue
      }
      close([])
      while (path.length > 0 && path.at(-1)!.depth >= node.depth) path.pop()
      path.push({ depth: node.depth, title: plain(text) })
      articles.push({ heading: path.map(({ title }) => title), passages: [] })
    }
  }
  close([])
  return articles
}

export function proseOf({ passages }: Article): string {
  return passages
    .map(({ prose }) => prose)
    .filter((prose) => prose !== '')
    .join('\n\n')
}

/** The name of an article in a path: its number where it has one. */
export function articlePath({ heading }: Article): string {
  const own = heading.at(-1)
  return own === undefined ? 'article before the first heading' : `article ${numberOf(own) ?? own}`
}

/**
 * Which article of the new text is which of the old, by places in the lists: the one under the same headings, else the
 * one that shares its clauses, its words or its number.
 */
export function pairedArticles(
  old: readonly Article[],
  now: readonly Article[],
  clausePairs: ReadonlyMap<AnyClause, AnyClause>,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const free = new Map<string, number[]>()
  const key = ({ heading }: Article) => JSON.stringify(heading.map(saidPlainly))
  for (const [index, article] of old.entries()) free.set(key(article), [...(free.get(key(article)) ?? []), index])
  for (const [index, article] of now.entries()) {
    const found = free.get(key(article))?.shift()
    if (found !== undefined) pairs.set(found, index)
  }
  const taken = new Set(pairs.values())
  const home = new Map(now.flatMap((article, index) => clausesOf(article).map((clause) => [clause, index] as const)))
  const oldLeft = old.keys().filter((index) => !pairs.has(index))
  const newLeft = [...now.keys()].filter((index) => !taken.has(index))
  const candidates = [...oldLeft].flatMap((from) => {
    const shared = new Map<number, number>()
    for (const clause of clausesOf(old[from]!)) {
      const at = home.get(clausePairs.get(clause)!)
      if (at !== undefined) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    return newLeft.flatMap((to) => {
      const likeness = 10 * (shared.get(to) ?? 0) + headingLikeness(old[from]!, now[to]!)
      return likeness > 0 ? [{ from, to, likeness }] : []
    })
  })
  for (const [from, to] of paired(candidates)) pairs.set(from, to)
  return pairs
}

export function clausesOf({ passages }: Article): readonly AnyClause[] {
  return passages.flatMap(({ clauses }) => clauses)
}

/** Words weigh more than a number, for articles are renumbered whenever one comes between. */
function headingLikeness(old: Article, now: Article): number {
  const [before, after] = [old.heading.at(-1), now.heading.at(-1)]
  if (before === undefined || after === undefined || old.heading.length !== now.heading.length) return 0
  const words = (heading: string) => saidPlainly(heading.replace(/^[\d.]+\s*/, ''))
  const number = numberOf(before)
  return (words(before) === words(after) ? 2 : 0) + (number !== null && number === numberOf(after) ? 1 : 0)
}

function numberOf(heading: string): string | null {
  return /^(\d+(?:\.\d+)*)\b/.exec(heading)?.[1] ?? null
}
