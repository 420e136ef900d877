// What waits for what: a picture from left to right, the circles of waiting in words, and the same as a table.
import type { WaitGraph, WaitNode } from '@trucekeeper/editing'
import { DataTable } from '../parts/data-table.tsx'
import { shortMoment } from '../time-text.ts'
import { layersOf, ownWaits } from './layers.ts'
import { Way, type Jump } from './way.tsx'
import { words } from '../words.ts'
import { editorWords } from './words.ts'

const { waits: said } = editorWords

const [WIDTH, HEIGHT, GAP_X, GAP_Y, EDGE] = [156, 44, 36, 12, 16]
const MOST_LETTERS = 22

interface WaitsProps {
  readonly graph: WaitGraph
  readonly zone: string
  readonly jump: Jump
}

export function Waits({ graph, zone, jump }: WaitsProps) {
  const { edges, circles } = graph
  const nodes = toldApart(graph.nodes)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const shown = nodes.filter(({ id }) => linked.has(id))
  if (shown.length === 0) return <p>{said.none}</p>
  const when = ({ at }: WaitNode) => (at === null ? said.never : shortMoment(at, zone))
  const way = ({ label, start, end }: WaitNode) => (
    <Way start={start} end={end} jump={jump}>
      {label}
    </Way>
  )
  const waitedFor = (id: string) => {
    const waited = edges.filter(({ from }) => from === id).flatMap(({ to }) => byId.get(to) ?? [])
    const inCircle = circles.some((circle) => circle.includes(id))
    return (
      <>
        {waited.length === 0 ? <span className="quiet">{said.nothing}</span> : namesOf(waited)}
        {inCircle && <span className="in-circle"> ↻ {said.circleLabel}</span>}
      </>
    )
  }
  return (
    <>
      <p className="quiet">{said.help}</p>
      {circles.length > 0 && (
        <div className="circles">
          <h3>{said.circles}</h3>
          <ul>
            {circles.map((circle) => (
              <li key={circle.join(' ')}>
                <span className="sign sign-error" aria-hidden="true">
                  ↻
                </span>{' '}
                {said.circle(circle.map((id) => byId.get(id)?.label ?? id).join(' ⇄ '))}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Picture graph={{ nodes, edges, circles }} when={when} jump={jump} />
      <h3 id="waits-table">{said.table}</h3>
      <DataTable
        labelledBy="waits-table"
        rows={shown}
        keyOf={({ id }) => id}
        columns={[
          { title: said.clause, cell: way },
          { title: said.earliest, cell: when },
          {
            title: said.for,
            cell: ({ id }) => waitedFor(id),
          },
        ]}
      />
    </>
  )
}

/** A clause that binds several is as many, under one title: each is called by its part too. */
function toldApart(nodes: readonly WaitNode[]): readonly WaitNode[] {
  const bearers = Map.groupBy(nodes, ({ label }) => label)
  return nodes.map((node) => {
    const { id, label } = node
    return bearers.get(label)!.length === 1 ? node : { ...node, label: `${label}: ${id.slice(id.indexOf('.') + 1)}` }
  })
}

const namesOf = (nodes: readonly WaitNode[]) => [...new Set(nodes.map(({ label }) => label))].join(words.semicolon)

interface PictureProps extends Pick<WaitsProps, 'graph' | 'jump'> {
  readonly when: (node: WaitNode) => string
}

/** For the eye and the mouse; whoever hears the page or has no mouse has the table. */
function Picture({ graph: { nodes, edges, circles }, when, jump }: PictureProps) {
  const placed = layersOf(
    nodes.map(({ id }) => id),
    edges,
    circles,
  )
  const rowsIn = Map.groupBy(placed, ({ column }) => column)
  const most = Math.max(...[...rowsIn.values()].map((column) => column.length))
  const at = new Map(
    placed.map(({ id, column, row }) => {
      const above = (most - rowsIn.get(column)!.length) / 2
      return [id, [EDGE + column * (WIDTH + GAP_X), EDGE + (row + above) * (HEIGHT + GAP_Y)]]
    }),
  )
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const width = 2 * EDGE + rowsIn.size * (WIDTH + GAP_X) - GAP_X
  const height = 2 * EDGE + most * (HEIGHT + GAP_Y) - GAP_Y
  const isMirrored = words.dir === 'rtl'
  const together = (one: string, other: string) =>
    circles.some((circle) => circle.includes(one) && circle.includes(other))
  return (
    <div className="scroll waits-picture" role="region" aria-label={editorWords.panel.waits} tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={said.picture(placed.length, circles.length)}
      >
        <defs>
          {['wait-arrow', 'circle-arrow'].map((id) => (
            <marker key={id} id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8z" className={id} />
            </marker>
          ))}
        </defs>
        <g transform={isMirrored ? `translate(${width} 0) scale(-1 1)` : undefined}>
          {ownWaits(edges, circles).map(({ from, to }) => {
            const isCircle = together(from, to)
            return (
              <path
                key={`${from} ${to}`}
                className={isCircle ? 'wait wait-circle' : 'wait'}
                markerEnd={`url(#${isCircle ? 'circle-arrow' : 'wait-arrow'})`}
                d={wayBetween(at.get(to)!, at.get(from)!)}
              />
            )
          })}
        </g>
        {placed.map(({ id }) => {
          const node = byId.get(id)!
          const [along, y] = at.get(id) as [number, number]
          const x = isMirrored ? width - along - WIDTH : along
          const textX = isMirrored ? x + WIDTH - 8 : x + 8
          const inCircle = circles.some((circle) => circle.includes(id))
          return (
            <g
              key={id}
              className={inCircle ? 'wait-node wait-node-circle' : 'wait-node'}
              onClick={() => jump(node.start, node.end)}
            >
              <title>{`${words.kind[node.kind] ?? node.kind} ${node.id}: ${node.label}`}</title>
              <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="4" />
              <text x={textX} y={y + 19}>
                {short(node.label)}
              </text>
              <text x={textX} y={y + 36} className="wait-when">
                {inCircle ? `↻ ${said.circleLabel}` : when(node)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** From the right edge of what is waited for to the left edge of what waits; round the right side within one column. */
function wayBetween([x1, y1]: readonly number[], [x2, y2]: readonly number[]): string {
  const [fromY, toY] = [y1! + HEIGHT / 2, y2! + HEIGHT / 2]
  if (x1 === x2) {
    const down = toY > fromY
    const [right, off] = [x1! + WIDTH, down ? 8 : -8]
    const bow = down ? 40 : 24
    return `M${right} ${fromY + off}C${right + bow} ${fromY + off} ${right + bow} ${toY - off} ${right + 1} ${toY - off}`
  }
  const [from, to] = [x1! + WIDTH, x2! - 1]
  const middle = Math.max(24, (to - from) / 2)
  return `M${from} ${fromY}C${from + middle} ${fromY} ${to - middle} ${toY} ${to} ${toY}`
}

function short(label: string): string {
  return label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label
}
