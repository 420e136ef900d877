// The map in the page: opened when it is first seen, told what to show, and left alone by whoever only reads the list.
import type { Geometry } from 'geojson'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { openChart, type Chart } from './chart.ts'
import type { Counted, Drawn } from './columns.ts'
import type { LayerName } from './layers.ts'
import { mapWords } from './words.ts'

interface PaneProps {
  readonly answer: Drawn
  readonly counted: readonly Counted[]
  readonly chosen: string | null
  readonly layers: Readonly<Record<LayerName, boolean>>
  readonly tiles: string | null
  /** Anew for each time that it is to be looked at. */
  readonly look: { readonly shape: Geometry } | null
  readonly onSpot: (spot: string) => void
}

export function MapPane({ answer, counted, chosen, layers, tiles, look, onSpot }: PaneProps) {
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<Chart | null>(null)
  const [isLost, setLost] = useState(false)
  const choose = useEffectEvent(onSpot)

  useEffect(() => {
    const opened = openChart(box.current!, tiles, {
      onSpot: (spot) => choose(spot),
      onBaseLost: () => setLost(true),
    })
    setChart(opened)
    return () => opened.end()
  }, [tiles])
  const { zones, lines, bands, convoys } = answer
  const ground = useMemo(() => ({ zones, lines, bands, convoys }), [zones, lines, bands, convoys])
  useEffect(() => chart?.draw(ground), [chart, ground])
  useEffect(() => chart?.count(answer, counted, chosen), [chart, answer, counted, chosen])
  useEffect(() => chart?.show(layers), [chart, layers])
  useEffect(() => {
    if (look) chart?.lookAt(look.shape)
  }, [chart, look])

  return (
    <>
      {/* Coordinates have no direction of reading. */}
      <div ref={box} className="map-pane" dir="ltr" />
      {isLost && <p className="quiet">{mapWords.mapLost}</p>}
      <p className="quiet map-attribution">{mapWords.attribution}</p>
    </>
  )
}
