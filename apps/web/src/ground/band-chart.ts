// Where the bars of a chart of distance bands stand, in its own units: days as the page is read, here from left to right; metres from the line up.
import type { Band, DepthFinding, GroundTold } from '@trucekeeper/api'

export interface BandChart {
  readonly party: string
  readonly line: string
  readonly weaponClass: Band['weapon_class']
  readonly required: readonly DepthFinding['depth'][]
  readonly bands: readonly Band[]
}

export interface Scale {
  /** Starts of windows, from the first published to the last, none left out. */
  readonly windows: readonly string[]
  readonly edges_m: readonly number[]
  /** Top of the chart: room for the band without end. */
  readonly top_m: number
}

const HOUR = 3_600_000

/** One chart for each party, line and class of weapon of which a band is published or a depth required and a band is. */
export function bandCharts({ published, depths }: Pick<GroundTold, 'published' | 'depths'>): BandChart[] {
  const groups = Map.groupBy(published.bands, ({ party, line, weapon_class }) =>
    JSON.stringify([party, line, weapon_class]),
  )
  return [...groups.values()].map((bands) => {
    const { party, line, weapon_class: weaponClass } = bands[0]!
    const required = depths
      .map(({ depth }) => depth)
      .filter((depth) => depth.party === party && depth.line === line)
      .filter(({ weapons }) => weaponClass === null || weapons.includes(weaponClass))
    return { party, line, weaponClass, required, bands }
  })
}

/** The same for all charts, so that one can be held against another. */
export function scaleOf({ policy, bands }: GroundTold['published']): Scale {
  const starts = bands.map(({ window_from }) => Date.parse(window_from))
  const known = new Map(bands.map(({ window_from }) => [Date.parse(window_from), window_from]))
  const windows: string[] = []
  const step = policy.window_h * HOUR
  for (let start = Math.min(...starts); start <= Math.max(...starts); start += step)
    windows.push(known.get(start) ?? new Date(start).toISOString())
  const last = policy.edges_m.at(-1)!
  return { windows, edges_m: [0, ...policy.edges_m], top_m: last + last / 5 }
}

export interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly isOpen: boolean
}

export const PLOT = { left: 52, top: 8, column: 64, height: 180, bottom: 24 } as const

export function heightOf(metres: number, { top_m }: Scale): number {
  return PLOT.top + PLOT.height * (1 - Math.min(metres, top_m) / top_m)
}

/** Null for a band outside the windows of the scale. */
export function barOf({ window_from, from_m, to_m }: Band, scale: Scale): Bar | null {
  const column = scale.windows.findIndex((start) => Date.parse(start) === Date.parse(window_from))
  if (column === -1) return null
  const y = heightOf(to_m ?? scale.top_m, scale)
  const x = PLOT.left + column * PLOT.column + 10
  return { x, y, width: PLOT.column - 20, height: heightOf(from_m, scale) - y, isOpen: to_m === null }
}

export function sizeOf({ windows }: Scale): { readonly width: number; readonly height: number } {
  return { width: PLOT.left + windows.length * PLOT.column + 8, height: PLOT.top + PLOT.height + PLOT.bottom }
}
