// A report's page as the page of the app: its words in their language, and each figure a way to what it rests on.
import type { ReportPage } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { Fragment, useId, useMemo } from 'react'
import { ClauseLink } from '../parts/clause-link.tsx'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { readSearch } from '../url-state.ts'
import { reportWords as words } from './words.ts'

type Block = ReportPage['blocks'][number]
type Run = Extract<Block, { kind: 'paragraph' }>['line'][number]
/** What turns the words of a sheet into those of a screen. */
interface Around {
  /** Where receipts lead, by the ids under which figures name them. */
  readonly ways: ReadonlyMap<string, string>
  readonly clauses: ReportPage['clauses']
  readonly zone: string
}

export function Page({ page, zone }: { page: ReportPage; zone: string }) {
  const around = useMemo(() => ({ ways: waysOf(page), clauses: page.clauses, zone }), [page, zone])
  const sections = useMemo(() => sectionsOf(page), [page])
  return (
    <article className="report-page">
      {sections.map(({ heading, blocks }, index) => (
        <Section key={`${index} ${heading}`} heading={heading} blocks={blocks} around={around} isFirst={index === 0} />
      ))}
    </article>
  )
}

function Section({
  heading,
  blocks,
  around,
  isFirst,
}: {
  heading: string
  blocks: readonly Block[]
  around: Around
  isFirst: boolean
}) {
  const id = useId()
  return (
    <section className={isFirst ? 'report-head' : 'panel'} aria-labelledby={id}>
      {isFirst ? <h1 id={id}>{heading}</h1> : <h2 id={id}>{heading}</h2>}
      {blocks.map((block, index) => (
        <BlockOf key={index} block={block} around={around} labelledBy={id} />
      ))}
    </section>
  )
}

function BlockOf({ block, around, labelledBy }: { block: Block; around: Around; labelledBy: string }) {
  switch (block.kind) {
    case 'heading':
      return null
    case 'paragraph':
      return (
        <p>
          <LineOf line={block.line} around={around} />
        </p>
      )
    case 'list':
      return block.small ? (
        <details className="report-small">
          <summary>{words.lookUp(block.items.length)}</summary>
          <ListOf items={block.items} around={around} />
        </details>
      ) : (
        <ListOf items={block.items} around={around} />
      )
    case 'table':
      return <TableOf table={block} around={around} labelledBy={labelledBy} />
  }
}

function ListOf({ items, around }: { items: Extract<Block, { kind: 'list' }>['items']; around: Around }) {
  return (
    <ul>
      {items.map(({ id, line }, index) => (
        <li key={id ?? index} id={id}>
          <LineOf line={line} around={around} />
        </li>
      ))}
    </ul>
  )
}

function TableOf({
  table: { head, rows },
  around,
  labelledBy,
}: {
  table: Extract<Block, { kind: 'table' }>
  around: Around
  labelledBy: string
}) {
  return (
    <table className="data-table" role="table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">
          {head.map((cell, index) => (
            <th key={index} scope="col" role="columnheader">
              <LineOf line={cell} around={around} />
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
                  <LineOf line={cell} around={around} />
                </th>
              ) : (
                <td key={index} role="cell" className={cell.length === 0 ? 'cell-empty' : undefined}>
                  <span className="cell-label" aria-hidden="true">
                    <LineOf line={head[index] ?? []} around={around} />
                  </span>
                  <LineOf line={cell} around={around} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LineOf({ line, around }: { line: readonly Run[]; around: Around }) {
  return line.map((run, index) => (
    <Fragment key={index}>
      <RunOf run={run} around={around} />
    </Fragment>
  ))
}

interface RunProps {
  readonly run: Run
  readonly around: Around
}

function RunOf({ run: { text, to, href, strong, foreign, at, clause }, around: { ways, clauses, zone } }: RunProps) {
  const said =
    at !== undefined ? (
      <Moment iso={at} zone={zone} />
    ) : clause !== undefined && clause in clauses ? (
      <ClauseLink id={clause} names={clauses} />
    ) : foreign ? (
      <English>{text}</English>
    ) : (
      text
    )
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

function waysOf({ blocks }: ReportPage): Around['ways'] {
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
