// Somebody's words: what was said, by whom, through whom, where it stands and when it came in.
import type { QuoteRef } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { InARow } from './in-a-row.tsx'
import { useLens } from './use-view.ts'

interface QuoteProps {
  readonly quote: QuoteRef
  readonly zone: string
  readonly clause: string
  /** Whether it is among the few claims that would give the verdict alone. */
  readonly isEnough?: boolean
}

export function Quote({ quote, zone, clause, isEnough = false }: QuoteProps) {
  return (
    <figure className={`quote quote-${quote.stance}`}>
      {quote.quote !== '' && (
        <blockquote dir="auto">
          <p>{words.quoted(quote.quote)}</p>
        </blockquote>
      )}
      <figcaption>
        <SaidBy quote={quote} />
        {isEnough && <span className="enough">{words.quote.enough}</span>}
        <span className="quiet">
          <InARow
            things={[
              quote.via && words.quote.via(quote.via),
              quote.outlet,
              quote.date && longMoment(quote.date, zone),
              quote.entry && words.quote.entry(quote.entry.index),
              quote.entry && words.quote.received(longMoment(quote.entry.received_at, zone)),
              quote.entry && `${words.quote.by} ${quote.entry.recorded_by}`,
            ]}
          />
        </span>{' '}
        {/* A row that is made up for illustration quotes nobody. */}
        {quote.quote === '' ? <span className="quiet">{quote.id}</span> : <PassageLink quote={quote} clause={clause} />}
      </figcaption>
    </figure>
  )
}

export function SaidBy({ quote }: { quote: QuoteRef }) {
  if (quote.source === 'agreement') return <strong>{words.quote.agreement} </strong>
  const side = quote.side === null ? null : (words.side[quote.side] ?? quote.side)
  const speaker = quote.speaker ?? words.quote.unnamed
  return (
    <>
      <strong dir="auto">{speaker}</strong>
      {side && side !== speaker && <span> ({side})</span>}{' '}
    </>
  )
}

/** The way to the words in their place. */
export function PassageLink({ quote, clause }: { quote: QuoteRef; clause: string }) {
  const lens = useLens()
  const search = { ...lens, start: quote.start, end: quote.end, clause }
  const text = (
    <>
      {words.quote.seeShort}
      <span className="unseen">: {words.quoted(quote.quote.slice(0, 60))}</span>
    </>
  )
  return quote.source === 'agreement' ? (
    <Link to="/agreement" search={search}>
      {text}
    </Link>
  ) : (
    <Link to="/documents/$sha" params={{ sha: quote.doc }} search={search}>
      {text}
    </Link>
  )
}
