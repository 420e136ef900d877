// A report's page as the page of the app: its words in their language, and each figure a way to what it rests on.
import type { ReportPage } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { Fragment, useId, useMemo } from 'react'
import { English } from '../parts/english.tsx'
import { readSearch } from '../url-state.ts'

type Block = ReportPage['blocks'][number]
type Run = Extract<Block, { kind: 'paragraph' }>['line'][number]
/** Where receipts lead, by the ids under which figures name them. */
type Ways = ReadonlyMap<string, string>

export function Page({ page }: { page: ReportPage }) {
  const ways = useMemo(() => waysOf(page), [page])
  const sections = useMemo(() => sectionsOf(page), [page])
  return (
    <article className="report-page">
      {sections.map(({ heading, blocks }, index) => (
        <Section key={`${index} ${heading}`} heading={heading} blocks={blocks} ways={ways} isFirst={index === 0} />
      ))}
    </article>
  )
}

function Section({
  heading,
  blocks,
  ways,
  isFirst,
}: {
  heading: string
  blocks: readonly Block[]
  ways: Ways
  isFirst: boolean
}) {
  const id = useId()
  return (
    <section className={isFirst ? 'report-head' : 'panel'} aria-labelledby={id}>
      {isFirst ? <h1 id={id}>{heading}</h1> : <h2 id={id}>{heading}</h2>}
      {blocks.map((block, index) => (
        <BlockOf key={index} block={block} ways={ways} labelledBy={id} />
      ))}
    </section>
  )
}

function BlockOf({ block, ways, labelledBy }: { block: Block; ways: Ways; labelledBy: string }) {
  switch (block.kind) {
    case 'heading':
      return null
    case 'paragraph':
      return (
        <p>
          <LineOf line={block.line} ways={ways} />
        </p>
      )
    case 'list':
      return (
        <ul className={block.small ? 'report-small' : undefined}>
          {block.items.map(({ id, line }, index) => (
            <li key={id ?? index} id={id}>
              <LineOf line={line} ways={ways} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <TableOf table={block} ways={ways} labelledBy={labelledBy} />
  }
}

function TableOf({
  table: { head, rows },
  ways,
  labelledBy,
}: {
  table: Extract<Block, { kind: 'table' }>
  ways: Ways
  labelledBy: string
}) {
  return (
    <table className="data-table" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((cell, index) => (
            <th key={index} scope="col" role="columnheader">
              <LineOf line={cell} ways={ways} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells, row) => (
          <tr key={row} role="row">
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={index} scope="row" role="rowheader">
                  <LineOf line={cell} ways={ways} />
                </th>
              ) : (
                <td key={index} role="cell">
                  <span className="cell-label" aria-hidden="true">
                    <LineOf line={head[index] ?? []} ways={ways} />
                  </span>
                  <LineOf line={cell} ways={ways} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LineOf({ line, ways }: { line: readonly Run[]; ways: Ways }) {
  return line.map((run, index) => (
    <Fragment key={index}>
      <RunOf run={run} ways={ways} />
    </Fragment>
  ))
}

function RunOf({ run: { text, to, href, strong, foreign }, ways }: { run: Run; ways: Ways }) {
  const said = foreign ? <English>{text}</English> : text
  const marked = strong ? <strong>{said}</strong> : said
  const way = href ?? (to === undefined ? undefined : ways.get(to))
  return way === undefined ? marked : <Way way={way}>{marked}</Way>
}

/** A link within the app, so that going there and back keeps what was read. */
function Way({ way, children }: { way: string; children: React.ReactNode }) {
  const { pathname, search } = new URL(way, 'http://page.invalid')
  const clause = /^\/clauses\/([^/]+)$/.exec(pathname)
  const lens = readSearch(search)
  return clause ? (
    <Link to="/clauses/$id" params={{ id: decodeURIComponent(clause[1]!) }} search={lens}>
      {children}
    </Link>
  ) : (
    <Link to="/access" search={lens}>
      {children}
    </Link>
  )
}

function waysOf({ blocks }: ReportPage): Ways {
  return new Map(
    blocks.flatMap((block) =>
      block.kind === 'list'
        ? block.items.flatMap(({ id, line }) => {
            const href = line.find((run) => run.href !== undefined)?.href
            return id === undefined || href === undefined ? [] : [[id, href] as const]
          })
        : [],
    ),
  )
}

function sectionsOf({ blocks }: ReportPage): { readonly heading: string; readonly blocks: readonly Block[] }[] {
  const sections: { heading: string; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: block.text, blocks: [] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections
}
