// What is drawn in a lane: the window of a term, the days of a gate, dots that fall together, the verdicts of a clause.
import type { TimelineAnswer, Verdict } from '@trucekeeper/api'
import { useLinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { direction } from '../language.ts'
import { Mark } from '../parts/verdict.tsx'
import { useLens } from '../parts/use-view.ts'
import { dayAfter, shortMoment } from '../time-text.ts'
import { words } from '../words.ts'
import type { TimelineEvent } from './events.ts'
import { nameOf } from './events.ts'
import { placeOf, startOf, together, type Stretch } from './scale.ts'
import { eventText } from './event-text.ts'
import { timelineWords as text } from './words.ts'

export interface Frame {
  readonly shown: Stretch
  readonly width: number
  readonly zone: string
}

const [TOP, HEIGHT] = [18, 18]
const MARK = 14

interface BlockProps {
  readonly frame: Frame
  readonly from: number
  readonly to: number
  readonly className: string
  readonly title: string
  readonly verdict?: Verdict | null
}

/** A stretch as a block, cut to what is shown, with the mark of its verdict where there is room. */
function Block({ frame: { shown, width }, from, to, className, title, verdict }: BlockProps) {
  const [cutFrom, cutTo] = [Math.max(from, shown.from), Math.min(to, shown.to)]
  if (cutFrom >= cutTo) return null
  const ends = [placeOf(cutFrom, shown, width, direction), placeOf(cutTo, shown, width, direction)]
  const [left, right] = [Math.min(...ends), Math.max(...ends)]
  const room = right - left
  return (
    <g className={className}>
      <rect x={left} y={TOP} width={Math.max(1.5, room - 1)} height={HEIGHT} />
      {verdict !== undefined && room > MARK + 4 && (
        <svg x={direction === 'rtl' ? right - MARK - 4 : left + 3} y={TOP + 2} width={MARK} height={MARK}>
          <Mark verdict={verdict} />
        </svg>
      )}
      <title>{title}</title>
    </g>
  )
}

export function Window({ frame, term, at }: { frame: Frame; term: TimelineAnswer['terms'][number]; at: string }) {
  if (term.starts === null) return null
  const [from, to] = [Date.parse(term.starts), term.ends === null ? Infinity : Date.parse(term.ends)]
  const x = (instant: number) => placeOf(instant, frame.shown, frame.width, direction)
  const until = term.ends === null ? words.term.open : shortMoment(term.ends, frame.zone)
  return (
    <>
      <Block
        frame={frame}
        from={from}
        to={to}
        className={Date.parse(at) < to ? 'window' : 'window window-ended'}
        title={words.time.span(shortMoment(term.starts, frame.zone), until)}
      />
      {term.steps.map(({ at, what }) => {
        const place = x(Date.parse(at))
        return place < 0 || place > frame.width ? null : (
          <g key={`${at} ${what}`} className="window-step">
            <line x1={place} x2={place} y1={TOP - 3} y2={TOP + HEIGHT + 3} />
            <title>{`${shortMoment(at, frame.zone)}: ${what}`}</title>
          </g>
        )
      })}
    </>
  )
}

export function Days({ frame, gate }: { frame: Frame; gate: TimelineAnswer['gates'][number] }) {
  return gate.days.map(({ day, verdict }) => (
    <Block
      key={day}
      frame={frame}
      from={startOf(day, frame.zone)}
      to={startOf(dayAfter(day), frame.zone)}
      className={`stretch stretch-${verdict}`}
      verdict={verdict}
      title={`${shortMoment(day, frame.zone)}: ${words.verdict[verdict]}`}
    />
  ))
}

export function Dots({ frame, events }: { frame: Frame; events: readonly TimelineEvent[] }) {
  return together(events, frame.shown, frame.width, 18).map((group) => {
    const [first] = group
    const x = placeOf(first!.at, frame.shown, frame.width, direction)
    const title = group
      .slice(0, 12)
      .map((event) => `${shortMoment(event.iso, frame.zone)}: ${eventText(event).what}`)
      .join('\n')
    const dot = (
      <>
        <circle cx={x} cy={TOP + HEIGHT / 2} r={group.length > 1 ? 9 : 5.5} />
        {group.length > 1 && (
          <text className="dot-count" x={x} y={TOP + HEIGHT / 2 + 3.5}>
            {group.length > 99 ? '99+' : group.length}
          </text>
        )}
        <title>{group.length > 12 ? `${title}\n…` : title}</title>
      </>
    )
    return (
      <g key={first!.key} className={`dot dot-${first!.kind}`}>
        {group.length === 1 && first!.kind === 'document' ? (
          <DocumentWay sha={first!.document.sha256}>{dot}</DocumentWay>
        ) : group.length === 1 && first!.kind === 'act' ? (
          <DocumentWay sha={first!.act.doc} start={first!.act.start} end={first!.act.end}>
            {dot}
          </DocumentWay>
        ) : (
          dot
        )}
      </g>
    )
  })
}

export function Strip({ frame, clause }: { frame: Frame; clause: TimelineAnswer['clauses'][number] }) {
  return clause.stretches.map(({ from, to, verdict, standing, timing }) => (
    <ClauseWay key={from} id={clause.id} at={to}>
      <Block
        frame={frame}
        from={Date.parse(from)}
        to={Date.parse(to)}
        className={`stretch stretch-${verdict ?? 'none'}${standing === 'suspended' ? ' stretch-suspended' : ''}`}
        verdict={verdict}
        title={text.stretch(
          nameOf(clause),
          words.verdict[verdict ?? 'none'],
          [words.standing[standing], words.timing[timing]].join(words.comma),
          words.time.span(shortMoment(from, frame.zone), shortMoment(to, frame.zone)),
        )}
      />
    </ClauseWay>
  ))
}

// With a pointer one goes from the drawing; without one the table beneath has the same ways, each once.
const UNSTOPPED = { tabIndex: -1, draggable: false } as const

function ClauseWay({ id, at, children }: { id: string; at: string; children: ReactNode }) {
  const lens = useLens()
  const way = useLinkProps({ to: '/clauses/$id', params: { id }, search: { ...lens, at } })
  return (
    <a href={way.href} onClick={way.onClick as never} {...UNSTOPPED}>
      {children}
    </a>
  )
}

interface DocumentWayProps {
  readonly sha: string
  readonly start?: number
  readonly end?: number
  readonly children: ReactNode
}

function DocumentWay({ sha, start, end, children }: DocumentWayProps) {
  const lens = useLens()
  const passage = start === undefined ? {} : { start, end }
  const way = useLinkProps({ to: '/documents/$sha', params: { sha }, search: { ...lens, ...passage } })
  return (
    <a href={way.href} onClick={way.onClick as never} {...UNSTOPPED}>
      {children}
    </a>
  )
}
