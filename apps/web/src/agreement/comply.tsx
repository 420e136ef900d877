// The run in which everybody complies: a line of time with its events, and the same as a list by day.
import { Moment } from '../parts/moment.tsx'
import { longMoment, shortMoment } from '../time-text.ts'
import type { Panels } from './messages.ts'
import { Ticked } from './ticked.tsx'
import { Way, type Jump } from './way.tsx'
import { words } from '../words.ts'
import { editorWords } from './words.ts'

const { comply: said } = editorWords

const [WIDTH, FLOOR, EDGE, ROOM] = [640, 92, 48, 96]
const HOUR_MS = 3_600_000

interface ComplyProps {
  readonly events: Panels['comply']
  readonly zone: string
  readonly jump: Jump
}

export function Comply({ events, zone, jump }: ComplyProps) {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return <p>{said.none}</p>
  const instants = [...Map.groupBy(events, ({ at }) => at)]
  return (
    <>
      <p className="quiet">{said.help}</p>
      <Line
        instants={instants.map(([at, all]) => ({ at: Date.parse(at), many: all.length }))}
        zone={zone}
        label={said.picture(events.length, longMoment(first.at, zone), longMoment(last.at, zone))}
      />
      <ol className="comply">
        {instants.map(([at, all]) => (
          <li key={at}>
            <h3>
              <Moment iso={at} zone={zone} />
            </h3>
            <ul>
              {all.map(({ text, start, end }) => (
                <li key={text}>
                  <Way start={start} end={end} jump={jump}>
                    <Ticked text={text} />
                  </Way>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

interface LineProps {
  readonly instants: readonly { readonly at: number; readonly many: number }[]
  readonly zone: string
  readonly label: string
}

function Line({ instants, zone, label }: LineProps) {
  const [start, end] = [instants[0]!.at, Math.max(instants.at(-1)!.at, instants[0]!.at + HOUR_MS)]
  const most = Math.max(...instants.map(({ many }) => many))
  const along = (at: number) => EDGE + ((at - start) / (end - start)) * (WIDTH - 2 * EDGE)
  const x = (at: number) => (words.dir === 'rtl' ? WIDTH - along(at) : along(at))
  const named = spaced(instants.map(({ at }) => along(at)))
  return (
    <svg className="comply-line" viewBox={`0 0 ${WIDTH} ${FLOOR + 20}`} role="img" aria-label={label}>
      <path className="axis" d={`M${EDGE} ${FLOOR}H${WIDTH - EDGE}`} />
      {instants.map(({ at, many }, index) => {
        const height = Math.max(3, (many / most) * (FLOOR - 18))
        return (
          <g key={at}>
            <rect x={x(at) - 5} y={FLOOR - height} width="10" height={height} />
            <text x={x(at)} y={FLOOR - height - 4} textAnchor="middle">
              {many}
            </text>
            {named.has(index) && (
              <text x={x(at)} y={FLOOR + 15} textAnchor="middle">
                {shortMoment(new Date(at).toISOString(), zone)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

/** Which of the places have room for words below them. */
function spaced(places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>()
  let last = -Infinity
  for (const [index, place] of places.entries()) {
    if (place - last < ROOM) continue
    found.add(index)
    last = place
  }
  return found
}
