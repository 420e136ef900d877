// The screen of the timeline: the line, what moves along it, and everything on it as a table.
import type { Status, TimelineAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useView } from '../parts/use-view.ts'
import { VerdictLegend } from '../parts/verdict.tsx'
import { isoOf, longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { timelineQuery } from './ask.ts'
import { Chart } from './chart.tsx'
import { eventsOf, seenIn } from './events.ts'
import { EventTable } from './event-table.tsx'
import { DAY, moved, zoomed, type Stretch } from './scale.ts'
import { stretchSearchOf } from './search.ts'
import './timeline.css'
import { timelineWords as text } from './words.ts'

export function TimelineScreen() {
  const { lens, record, status, error, busy, retry } = useView()
  const asked = { ...lens, at: status?.at ?? lens.at }
  const timeline = useQuery({ ...timelineQuery(asked), enabled: status !== undefined })
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`
  }, [])

  const failed = error ?? timeline.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), timeline.refetch()])} />
  if (!status || !record || !timeline.data) return <Loading />
  return (
    <div className="timeline" aria-busy={busy || timeline.isPlaceholderData}>
      <h1>{text.title}</h1>
      <p className="quiet timeline-help">{text.help(timeline.data.every_days)}</p>
      <LensBar lens={lens} status={status} record={record} />
      <Line told={timeline.data} status={status} />
    </div>
  )
}

function Line({ told, status }: { told: TimelineAnswer; status: Status }) {
  const { zone } = status.agreement
  const navigate = useNavigate()
  const asked = stretchSearchOf(useSearch({ strict: false }))
  const whole = useMemo(() => wholeOf(told), [told])
  const [shown, setShown] = useState<Stretch>(() =>
    asked.from && asked.to
      ? clamped({ from: Date.parse(asked.from), to: Date.parse(asked.to) }, whole)
      : termsOf(told, whole),
  )
  const events = useMemo(() => eventsOf(told), [told])
  const seen = useMemo(() => seenIn(events, shown), [events, shown])

  useEffect(() => {
    const said = { from: isoOf(shown.from, zone), to: isoOf(shown.to, zone) }
    // An address for each frame of a drag would be more than a browser takes.
    const timer = setTimeout(
      () => void navigate({ to: '.', search: (search) => ({ ...search, ...said }), resetScroll: false, replace: true }),
      300,
    )
    return () => clearTimeout(timer)
  }, [shown, zone, navigate])

  const buttons = [
    [text.nearer, () => setShown((now) => zoomed(now, whole, 0.5))],
    [text.farther, () => setShown((now) => zoomed(now, whole, 2))],
    [text.earlier, () => setShown((now) => moved(now, whole, -0.5))],
    [text.later, () => setShown((now) => moved(now, whole, 0.5))],
    [text.terms, () => setShown(termsOf(told, whole))],
    [text.whole, () => setShown(whole)],
  ] as const
  return (
    <>
      <div className="timeline-buttons" role="group" aria-label={text.move}>
        {buttons.map(([name, act]) => (
          <button key={name} type="button" onClick={act}>
            {name}
          </button>
        ))}
        <span className="quiet" aria-live="polite">
          {words.time.span(longMoment(isoOf(shown.from, zone), zone), longMoment(isoOf(shown.to, zone), zone))}
        </span>
      </div>
      <Chart told={told} events={events} shown={shown} whole={whole} onShow={setShown} />
      <p className="quiet timeline-keys" id="timeline-keys">
        {text.keys}
      </p>
      <details className="legend-box">
        <summary>{words.today.legend}</summary>
        <VerdictLegend />
      </details>
      <EventTable events={seen} zone={zone} leftOut={told.incidents_left_out} />
    </>
  )
}

function wholeOf(told: TimelineAnswer): Stretch {
  return { from: Date.parse(told.from) - DAY, to: Date.parse(told.to) + DAY }
}

/** The terms with a day around them; all there is where no term has begun. */
function termsOf(told: TimelineAnswer, whole: Stretch): Stretch {
  const starts = told.terms.flatMap(({ starts }) => (starts === null ? [] : [Date.parse(starts)]))
  if (starts.length === 0) return whole
  const ends = told.terms.flatMap(({ ends }) => (ends === null ? [] : [Date.parse(ends)]))
  return clamped({ from: Math.min(...starts) - DAY, to: Math.max(...ends, Date.parse(told.at)) + DAY }, whole)
}

function clamped({ from, to }: Stretch, whole: Stretch): Stretch {
  const inside = { from: Math.max(from, whole.from), to: Math.min(to, whole.to) }
  return inside.from < inside.to ? inside : whole
}
