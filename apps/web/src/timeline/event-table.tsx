// Everything that is shown on the line, one row each, with the way to the clause or the document at that instant.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { eventText } from './event-text.ts'
import type { TimelineEvent } from './events.ts'
import { timelineWords as text } from './words.ts'

/** So many rows are drawn at once; more are there for the asking. */
const ROWS = 60

interface TableProps {
  readonly events: readonly TimelineEvent[]
  readonly zone: string
  readonly leftOut: number
}

export function EventTable({ events, zone, leftOut }: TableProps) {
  const [rows, setRows] = useState(ROWS)
  return (
    <section className="timeline-table" aria-labelledby="timeline-events">
      <h2 id="timeline-events">{text.table(events.length)}</h2>
      {leftOut > 0 && <p className="quiet">{text.leftOut(leftOut)}</p>}
      {events.length === 0 && <p>{text.nothing}</p>}
      {events.length > 0 && (
        <DataTable
          labelledBy="timeline-events"
          rows={events.slice(0, rows)}
          keyOf={({ kind, key }) => `${kind} ${key}`}
          columns={columnsIn(zone)}
        />
      )}
      {rows < events.length && (
        <button type="button" onClick={() => setRows(rows + 5 * ROWS)}>
          {text.rest(events.length - rows)}
        </button>
      )}
    </section>
  )
}

const columnsIn = (zone: string): Column<TimelineEvent>[] => [
  { title: text.when, cell: ({ iso }) => <Moment iso={iso} zone={zone} /> },
  { title: text.kind, cell: (event) => eventText(event).kind },
  { title: text.what, cell: (event) => <What event={event} /> },
  { title: text.more, cell: (event) => <span dir="auto">{eventText(event).more}</span> },
]

function What({ event }: { event: TimelineEvent }) {
  const lens = useLens()
  const { what } = eventText(event)
  switch (event.kind) {
    case 'verdict':
      return (
        <Link to="/clauses/$id" params={{ id: event.clause.id }} search={{ ...lens, at: event.now.to }}>
          {what}
        </Link>
      )
    case 'step':
    case 'reset': {
      const id = event.kind === 'step' ? event.term.id : event.gate.id
      return (
        <Link to="/clauses/$id" params={{ id }} search={{ ...lens, at: event.iso }}>
          {what}
        </Link>
      )
    }
    case 'act':
      return (
        <Link
          to="/documents/$sha"
          params={{ sha: event.act.doc }}
          search={{ ...lens, start: event.act.start, end: event.act.end }}
        >
          {what}
        </Link>
      )
    case 'document':
      return (
        <Link to="/documents/$sha" params={{ sha: event.document.sha256 }} search={lens} dir="auto">
          {what}
        </Link>
      )
    case 'incident': {
      const [clause] = event.incident.clauses
      if (clause === undefined) return <span>{what}</span>
      return (
        <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
          {what}
        </Link>
      )
    }
  }
}
