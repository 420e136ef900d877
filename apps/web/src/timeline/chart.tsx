// The line drawn: a lane each for terms, gates, acts, incidents and documents, and a strip for every clause.
import type { TimelineAnswer } from '@trucekeeper/api'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { partyName, spoken } from '../grouping.ts'
import { direction } from '../language.ts'
import { shortMoment } from '../time-text.ts'
import { words } from '../words.ts'
import type { TimelineEvent } from './events.ts'
import { nameOf } from './events.ts'
import { Days, Dots, Strip, Window } from './lanes.tsx'
import { moved, placeOf, ticksOf, zoomed, type Stretch } from './scale.ts'
import { timelineWords as text } from './words.ts'

const [HEAD, LANE] = [22, 42]
const TICK_ROOM = 74
/** Lanes further than this from what the window shows are not drawn. */
const BEYOND = 600

interface ChartProps {
  readonly told: TimelineAnswer
  readonly events: readonly TimelineEvent[]
  readonly shown: Stretch
  readonly whole: Stretch
  readonly onShow: (change: (now: Stretch) => Stretch) => void
}

export function Chart({ told, events, shown, whole, onShow }: ChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const seen = useSeen(box)
  const lanes = lanesOf(told, events, shown, width)
  const x = (instant: number) => placeOf(instant, shown, width, direction)
  const ticks = ticksOf(shown, told.zone, Math.max(2, Math.floor(width / TICK_ROOM)))
  const height = HEAD + lanes.length * LANE
  const now = x(Date.parse(told.at))
  const start = direction === 'rtl' ? width - 2 : 2
  return (
    <div
      ref={box}
      className="timeline-chart"
      role="application"
      aria-label={text.chart}
      aria-describedby="timeline-keys"
      tabIndex={0}
      onKeyDown={(event) => onKey(event, whole, onShow)}
      {...useDrag(width, whole, onShow)}
    >
      <svg width={width} height={height} aria-hidden="true" focusable="false">
        <defs>
          <pattern id="timeline-hatch" width="6" height="6" patternUnits="userSpaceOnUse">
            <path className="hatch" d="M-1 7 7-1M-1 1 1-1M5 7 7 5" />
          </pattern>
        </defs>
        {ticks.map(({ at, day, hour }) => (
          <g key={at} className={day ? 'tick tick-day' : 'tick'}>
            <line x1={x(at)} x2={x(at)} y1={HEAD - 6} y2={height} />
            <text x={x(at) + (direction === 'rtl' ? -3 : 3)} y={HEAD - 9}>
              {day ? shortMoment(day, told.zone) : hour}
            </text>
          </g>
        ))}
        {lanes.map(({ key, name, draw }, index) => {
          const top = HEAD + index * LANE
          const isSeen = top + LANE > seen.from - BEYOND && top < seen.to + BEYOND
          return (
            <g key={key} className="lane" transform={`translate(0 ${top})`}>
              <line className="lane-line" x1={0} x2={width} y1={LANE - 1} y2={LANE - 1} />
              {isSeen && draw}
              {isSeen && (
                <text className="lane-name" x={start} y={13}>
                  {name}
                </text>
              )}
            </g>
          )
        })}
        <line className="now" x1={now} x2={now} y1={0} y2={height} />
      </svg>
    </div>
  )
}

interface Lane {
  readonly key: string
  readonly name: string
  readonly draw: ReactNode
}

function lanesOf(told: TimelineAnswer, events: readonly TimelineEvent[], shown: Stretch, width: number): Lane[] {
  const frame = { shown, width, zone: told.zone }
  const dots = (kind: TimelineEvent['kind'], name: string): Lane[] => {
    const own = events.filter((event) => event.kind === kind)
    return own.length === 0 ? [] : [{ key: kind, name, draw: <Dots frame={frame} events={own} /> }]
  }
  return [
    ...told.terms.map((term) => ({
      key: term.id,
      name: `${words.kind.term}: ${term.title ?? spoken(term.id)}`,
      draw: <Window frame={frame} term={term} at={told.at} />,
    })),
    ...told.gates.map((gate) => ({
      key: gate.id,
      name: `${words.kind.gate}: ${gate.title ?? spoken(gate.id)}`,
      draw: <Days frame={frame} gate={gate} />,
    })),
    ...dots('act', text.acts),
    ...dots('incident', text.incidents),
    ...dots('document', text.documents),
    ...told.clauses.map((clause) => ({
      key: clause.id,
      name: [nameOf(clause), ...clause.parties.map(partyName)].join(words.comma),
      draw: <Strip frame={frame} clause={clause} />,
    })),
  ]
}

function onKey(event: KeyboardEvent, whole: Stretch, onShow: ChartProps['onShow']): void {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  const acts: Readonly<Record<string, (now: Stretch) => Stretch>> = {
    [forward]: (now) => moved(now, whole, 0.1),
    [back]: (now) => moved(now, whole, -0.1),
    '+': (now) => zoomed(now, whole, 0.7),
    '=': (now) => zoomed(now, whole, 0.7),
    '-': (now) => zoomed(now, whole, 1 / 0.7),
    Home: () => whole,
  }
  const act = acts[event.key]
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  onShow(act)
}

/** Dragging moves along the line; the wheel zooms about the pointer while Ctrl is held, as a pinch does. */
function useDrag(width: number, whole: Stretch, onShow: ChartProps['onShow']) {
  const last = useRef<number | null>(null)
  const sign = direction === 'rtl' ? 1 : -1
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button === 0 && event.pointerType !== 'touch') last.current = event.clientX
    },
    onPointerMove: (event: PointerEvent) => {
      if (last.current === null || event.buttons === 0) return
      const by = ((event.clientX - last.current) / width) * sign
      last.current = event.clientX
      onShow((now) => moved(now, whole, by))
    },
    onPointerUp: () => {
      last.current = null
    },
    onWheel: (event: React.WheelEvent) => {
      if (!event.ctrlKey) return
      const box = event.currentTarget.getBoundingClientRect()
      const across = (event.clientX - box.x) / box.width
      const about = direction === 'rtl' ? 1 - across : across
      onShow((now) => zoomed(now, whole, event.deltaY > 0 ? 1.25 : 0.8, about))
    },
  }
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(900)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(240, Math.floor(entry!.contentRect.width))))
    observer.observe(box.current!)
    return () => observer.disconnect()
  }, [box])
  return width
}

/** The part of the chart, from its top, that the window shows. */
function useSeen(box: React.RefObject<HTMLDivElement | null>): Stretch {
  const [seen, setSeen] = useState<Stretch>({ from: 0, to: 2_000 })
  useEffect(() => {
    const look = () => {
      const { top } = box.current!.getBoundingClientRect()
      setSeen({ from: -top, to: window.innerHeight - top })
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    // On paper all of it is seen.
    const all = () => setSeen({ from: 0, to: Infinity })
    window.addEventListener('beforeprint', all)
    return () => {
      window.removeEventListener('scroll', look)
      window.removeEventListener('beforeprint', all)
    }
  }, [box])
  return seen
}
