// Distance through time as it may be published: bars between the ends of bands, and the same as a table beneath.
import type { Band, GroundTold } from '@trucekeeper/api'
import { partyName, spoken } from '../grouping.ts'
import { textsText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { shortMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { bandCharts, barOf, heightOf, PLOT, scaleOf, sizeOf, type BandChart, type Scale } from './band-chart.ts'

const text = words.ground.bands

export function Bands({ told, zone }: { told: GroundTold; zone: string }) {
  const { policy, bands } = told.published
  const charts = bandCharts(told)
  return (
    <section aria-labelledby="bands">
      <h2 id="bands">{text.title}</h2>
      <p className="quiet">{text.help(policy.window_h, policy.delay_h)}</p>
      {bands.length === 0 && <p>{text.none}</p>}
      {[...Map.groupBy(charts, ({ party, line }) => JSON.stringify([party, line]))].map(([key, own]) => (
        <PartyBands key={key} charts={own} told={told} zone={zone} />
      ))}
    </section>
  )
}

const columnsOf = (zone: string): Column<Band>[] => [
  {
    title: text.window,
    cell: ({ window_from, window_to }) => shortMoment(`${window_from}/${window_to}`, zone),
  },
  { title: text.weapons, cell: ({ weapon_class }) => weaponText(weapon_class) },
  { title: text.distance, cell: distanceText },
]

function PartyBands({ charts, told, zone }: { charts: readonly BandChart[]; told: GroundTold; zone: string }) {
  const { party, line } = charts[0]!
  const id = `bands-${party}-${line}`
  const scale = scaleOf(told.published)
  const rows = charts.flatMap(({ bands }) => bands)
  const keyOf = ({ weapon_class, window_from, from_m }: Band) => `${weapon_class} ${window_from} ${from_m}`
  return (
    <section className="party-bands" aria-labelledby={id}>
      <h3 id={id}>{text.party(partyName(party), told.lines.find((one) => one.id === line)?.name ?? line)}</h3>
      <div className="band-charts">
        {charts.map((chart) => (
          <Chart key={chart.weaponClass} chart={chart} scale={scale} />
        ))}
      </div>
      <DataTable labelledBy={id} columns={columnsOf(zone)} rows={rows} keyOf={keyOf} />
    </section>
  )
}

function Chart({ chart: { weaponClass, required, bands }, scale }: { chart: BandChart; scale: Scale }) {
  const { width, height } = sizeOf(scale)
  /** Where something stands that is `x` from the side at which reading begins. */
  const across = (x: number, length = 0) => (words.dir === 'rtl' ? width - x - length : x)
  const depths = required.map(({ depth_m, side, reading }) =>
    text.requiredDepth(numberText(depth_m), words.ground.side[side]!, reading),
  )
  return (
    <figure className="band-chart">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img">
        <title>{text.chart(weaponText(weaponClass))}</title>
        {scale.edges_m.map((edge) => (
          <g key={edge}>
            <path className="chart-edge" d={`M${across(PLOT.left)} ${heightOf(edge, scale)}H${across(width)}`} />
            <text x={across(PLOT.left - 6)} y={heightOf(edge, scale) + 4} textAnchor="end">
              {text.metres(numberText(edge))}
            </text>
          </g>
        ))}
        {scale.windows.map((start, column) => (
          <text key={start} x={across(PLOT.left + (column + 0.5) * PLOT.column)} y={height - 6} textAnchor="middle">
            {shortMoment(start.slice(0, 10), 'UTC')}
          </text>
        ))}
        {bands.map((band) => {
          const bar = barOf(band, scale)
          if (!bar) return null
          const { isOpen, ...box } = bar
          return (
            <rect
              key={`${band.window_from} ${band.from_m}`}
              className={`chart-band${isOpen ? ' chart-open' : ''}`}
              {...box}
              x={across(box.x, box.width)}
            />
          )
        })}
        {[...new Set(required.map(({ depth_m }) => depth_m))].map((depth) => (
          <path
            key={depth}
            className="chart-required"
            d={`M${across(PLOT.left)} ${heightOf(depth, scale)}H${across(width)}`}
          />
        ))}
      </svg>
      <figcaption>
        <strong>{weaponText(weaponClass)}</strong>
        {depths.length > 0 && <span className="quiet">{text.required(textsText(depths))}</span>}
      </figcaption>
    </figure>
  )
}

function weaponText(weaponClass: Band['weapon_class']): string {
  return weaponClass === null ? text.anyWeapons : (words.ground.weapon[weaponClass] ?? spoken(weaponClass))
}

function distanceText({ from_m, to_m }: Band): string {
  return to_m === null ? text.beyond(numberText(from_m)) : text.between(numberText(from_m), numberText(to_m))
}
