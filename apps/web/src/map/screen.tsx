// The screen of the map: the lens, time, the map where the browser can draw one, and beside it the list that says the same.
import type { RecordSummary } from '@trucekeeper/api'
import type { Geometry } from 'geojson'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import { isoOf, longMoment, zoneName } from '../time-text.ts'
import { words } from '../words.ts'
import { hasWebGl } from './chart.ts'
import { columnsQuery, groundQuery } from './ask.ts'
import { countedBySpot, sinceOf, WINDOWS, type Drawn, type Happened, type Window } from './columns.ts'
import { drawable } from './features.ts'
import { LAYERS } from './layers.ts'
import { Legend, TilesSetting } from './legend.tsx'
import { IncidentList } from './list.tsx'
import './map.css'
import { MapPane } from './pane.tsx'
import { Scrubber } from './scrubber.tsx'
import { MapTables } from './tables.tsx'
import { keepTiles, keptTiles } from './tiles.ts'
import { mapWords } from './words.ts'

/** A slider that is still moving asks nothing. */
const SETTLED_MS = 250

export function MapScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  // After what is there at once: a server at work on the first question to a long record answers no other.
  const enabled = sight !== undefined
  const ground = useQuery({ ...groundQuery(lens), enabled })
  const columns = useQuery({ ...columnsQuery(lens), enabled })
  const happened = columns.data
  const drawn = useMemo(
    (): Drawn | null =>
      ground.data && happened
        ? { ...ground.data, at: happened.at, account: happened.account, spots: happened.spots }
        : null,
    [ground.data, happened],
  )
  useEffect(() => {
    document.title = `${mapWords.title} · ${words.product}`
  }, [])

  const failed = error ?? ground.error ?? columns.error
  if (failed)
    return <RefusalNote error={failed} retry={() => Promise.all([retry(), ground.refetch(), columns.refetch()])} />
  if (!sight || !record) return <Loading />
  const isBusy = busy || ground.isPlaceholderData || columns.isPlaceholderData || !drawn
  const { zone } = sight.agreement
  const account = sight.accounts.find(({ id }) => id === happened?.account)?.name ?? null
  return (
    <div className="map" aria-busy={isBusy}>
      <h1>{mapWords.title}</h1>
      <div className="summary" aria-live="polite">
        <p>
          <span className="summary-when">
            {mapWords.asOf(longMoment(happened?.at ?? sight.at, zone), zoneName(zone))}
            {words.comma}
            {mapWords.by(account)}:
          </span>{' '}
          {happened ? mapWords.summary(happened.size, placedIn(happened)) : words.loading}
        </p>
      </div>
      <LensBar lens={lens} status={sight} record={record} />
      {drawn && happened ? (
        <Shown answer={drawn} happened={happened} record={record} zone={zone} isBusy={isBusy} addressed={lens.at} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

function placedIn({ size, spot, spots }: Happened): number {
  let placed = 0
  for (let row = 0; row < size; row += 1) if (spot[row]! < spots.length) placed += 1
  return placed
}

interface ShownProps {
  readonly answer: Drawn
  readonly happened: Happened
  readonly record: RecordSummary
  readonly zone: string
  readonly isBusy: boolean
  /** The instant that the address names. */
  readonly addressed: string | undefined
}

const ALL_LAYERS = { zones: true, incidents: true, bands: true, convoys: true } as const

function Shown({ answer, happened, record, zone, isBusy, addressed }: ShownProps) {
  const [window, setWindow] = useState<Window>('all')
  const [layers, setLayers] = useState<Readonly<Record<keyof typeof ALL_LAYERS, boolean>>>(ALL_LAYERS)
  const [chosen, setChosen] = useState<string | null>(null)
  const [tiles, setTiles] = useState(keptTiles)
  const [look, setLook] = useState<{ readonly shape: Geometry } | null>(null)
  const canDraw = useMemo(() => hasWebGl(), [])
  const { at, move } = useScrub(answer.at, addressed, zone)

  const counted = useMemo(() => countedBySpot(happened, happened.spots.length, at, window), [happened, at, window])
  const since = sinceOf(at, window)
  const shapeOf = (id: string) => answer.spots.find((spot) => spot.id === id)?.shape
  const chooseTiles = (address: string | null) => {
    keepTiles(address)
    setTiles(address)
  }
  const openInList = (spot: string) => {
    setChosen(spot)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#spot-${CSS.escape(spot)} > summary`)?.focus())
  }
  const [first, last] = spanOf(record, answer)
  return (
    <>
      <Scrubber at={at} first={first} last={last} zone={zone} isWaiting={isBusy} onMove={move} />
      <div className="map-controls">
        <label>
          {mapWords.shown}{' '}
          <select value={window} onChange={(event) => setWindow(event.target.value as Window)}>
            {WINDOWS.map((one) => (
              <option key={one} value={one}>
                {mapWords.window[one]}
              </option>
            ))}
          </select>
        </label>
        {canDraw && (
          <fieldset>
            <legend>{mapWords.layers}</legend>
            {LAYERS.map((name) => (
              <label key={name}>
                <input
                  type="checkbox"
                  checked={layers[name]}
                  onChange={(event) => setLayers({ ...layers, [name]: event.target.checked })}
                />{' '}
                {mapWords.layer[name]}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <div className={canDraw ? 'map-sides' : undefined}>
        <div className="map-drawn">
          {canDraw ? (
            <MapPane
              answer={answer}
              counted={counted}
              chosen={chosen}
              layers={layers}
              tiles={tiles}
              look={look}
              onSpot={openInList}
            />
          ) : (
            <p className="panel">{mapWords.noMap}</p>
          )}
          <Legend answer={answer} />
          {canDraw && <TilesSetting tiles={tiles} onChoose={chooseTiles} />}
        </div>
        <IncidentList
          answer={answer}
          counted={counted}
          since={since === undefined ? undefined : isoOf(since, zone)}
          until={isoOf(at, zone)}
          chosen={chosen}
          onChoose={setChosen}
          onLook={
            canDraw
              ? (id) => {
                  const shape = shapeOf(id)
                  if (shape) setLook({ shape: drawable(shape) })
                }
              : null
          }
          zone={zone}
        />
      </div>
      <MapTables answer={answer} zone={zone} />
    </>
  )
}

/** The instant under the slider at once, and the address when the slider has come to rest. */
function useScrub(answered: string, addressed: string | undefined, zone: string) {
  const navigate = useNavigate()
  const [moved, setMoved] = useState<{ readonly at: number; readonly from: string | undefined } | null>(null)
  const iso = moved && isoOf(moved.at, zone)
  // An address that is neither where the slider came from nor where it went was chosen by other means.
  const isOurs = moved !== null && (addressed === moved.from || addressed === iso)
  useEffect(() => {
    if (!isOurs || iso === addressed) return
    const settled = setTimeout(() => {
      void navigate({ to: '.', search: (search) => ({ ...search, at: iso! }), replace: true, resetScroll: false })
    }, SETTLED_MS)
    return () => clearTimeout(settled)
  }, [isOurs, iso, addressed, navigate])
  return {
    at: isOurs ? moved.at : Date.parse(answered),
    move: (to: number) => setMoved({ at: to, from: addressed }),
  }
}

/** From the first thing worth looking at to the last receipt. */
function spanOf({ moments, first_received_at, last_received_at }: RecordSummary, { at }: Drawn): [number, number] {
  const known = [...moments.map((moment) => moment.at), first_received_at, last_received_at, at].flatMap((iso) =>
    iso === null ? [] : [Date.parse(iso)],
  )
  return [Math.min(...known), Math.max(...known)]
}
