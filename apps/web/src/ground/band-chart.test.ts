import type { Band } from '@trucekeeper/api'
import { describe, expect, it } from 'vitest'
import { bandCharts, barOf, heightOf, PLOT, scaleOf } from './band-chart.ts'

const policy = { edges_m: [500, 1000, 5000], window_h: 24, delay_h: 72 }

function band(day: number, more: Partial<Band> = {}): Band {
  const base = { line: 'road', party: 'north-party', weapon_class: 'tank', from_m: 500, to_m: 1000 } as const
  const window = { window_from: `2016-09-${day}T03:00:00+03:00`, window_to: `2016-09-${day + 1}T03:00:00+03:00` }
  return { ...base, ...window, ...more }
}

describe('a chart of bands', () => {
  it('leaves a day without a report empty instead of closing the gap', () => {
    const scale = scaleOf({ policy, bands: [band(14), band(16)] })
    expect(scale.windows.map((start) => Date.parse(start))).toEqual(
      [14, 15, 16].map((day) => Date.parse(`2016-09-${day}T03:00:00+03:00`)),
    )
    expect(barOf(band(16), scale)!.x - barOf(band(14), scale)!.x).toBe(2 * PLOT.column)
  })

  it('puts what is farther from the line higher up, and ends the band without end at the top', () => {
    const bands = [band(14), band(14, { from_m: 5000, to_m: null })]
    const scale = scaleOf({ policy, bands })
    const [near, far] = bands.map((one) => barOf(one, scale)!)
    expect(far!.y + far!.height).toBeLessThan(near!.y)
    expect([far!.y, far!.isOpen, near!.isOpen]).toEqual([PLOT.top, true, false])
    expect(near!.y + near!.height).toBe(heightOf(500, scale))
  })

  it('is one for each party and class of weapon, on one scale', () => {
    const bands = [band(14), band(15), band(15, { party: 'south-party' }), band(15, { weapon_class: 'mortar' })]
    const charts = bandCharts({ published: { policy, bands }, depths: [] })
    expect(charts.map((chart) => [chart.party, chart.weaponClass, chart.bands.length])).toEqual([
      ['north-party', 'tank', 2],
      ['south-party', 'tank', 1],
      ['north-party', 'mortar', 1],
    ])
  })
})
