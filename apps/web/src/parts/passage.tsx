// Somebody's words from a row of a table, and the way to where they stand.
import type { Passage } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { words } from '../words.ts'
import { useLens } from './use-view.ts'

interface RowQuoteProps {
  readonly quote: string
  readonly by: string
  readonly doc: string | null
  readonly passage: Passage | null
  /** How they speak to what is asked. */
  readonly stance?: 'for' | 'against' | 'cannot_confirm'
}

export function RowQuote({ quote, by, doc, passage, stance = 'for' }: RowQuoteProps) {
  return (
    <figure className={`quote quote-${stance}`}>
      <blockquote dir="auto">
        <p>{words.quoted(quote)}</p>
      </blockquote>
      <figcaption>
        <strong dir="auto">{by}</strong> {doc && <span className="quiet">{doc}</span>}{' '}
        {passage && <PassageWay passage={passage} quote={quote} />}
      </figcaption>
    </figure>
  )
}

export function PassageWay({ passage, quote }: { passage: Passage; quote: string }) {
  const lens = useLens()
  const { sha256, start, end } = passage
  return (
    <Link to="/documents/$sha" params={{ sha: sha256 }} search={{ ...lens, start, end }}>
      {words.tables.see}
      <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
    </Link>
  )
}
