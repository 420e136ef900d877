// The map itself in its element: sources and layers, what is chosen, and what a click means.
import {
  Map as MapLibre,
  Marker,
  NavigationControl,
  setWorkerUrl,
  type GeoJSONSource,
  type StyleSpecification,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { FeatureCollection, Geometry } from 'geojson'
import { BASE_FILES, countriesFrom } from './base.ts'
import { bubbleOf, PIXELS } from './bubbles.ts'
import { coloursOf } from './colours.ts'
import { FINDINGS, type Counted, type Drawn, type Ground } from './columns.ts'
import {
  bandFeatures,
  boxAround,
  boxOfShape,
  convoyFeatures,
  drawable,
  groundFeatures,
  happeningFeatures,
  NOTHING,
  spotFeatures,
  type Box,
} from './features.ts'
import { baseLayers, LAYERS, layersOf, MOST_ZOOM, type LayerName } from './layers.ts'
import { mapWords } from './words.ts'

setWorkerUrl(workerUrl)

/** Screen pixels within which numbers are added up to one. */
const CLUSTER_PIXELS = 44
const MARGIN = 48
/** What is smaller on the screen, in pixels, is not named. */
const LEAST_NAMED = 56
const SOURCES = ['ground', 'bands', 'convoys', 'spots'] as const

export interface Chart {
  /** What does not change while time is moved through. */
  draw(ground: Ground): void
  count(answer: Drawn, counted: readonly Counted[], chosen: string | null): void
  show(layers: Readonly<Record<LayerName, boolean>>): void
  lookAt(shape: Geometry): void
  end(): void
}

export interface Told {
  onSpot(id: string): void
  onBaseLost(): void
}

export function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

export function openChart(container: HTMLElement, tiles: string | null, told: Told): Chart {
  const map = new MapLibre({
    container,
    style: styleOf(container, tiles),
    attributionControl: false,
    maxZoom: MOST_ZOOM,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': mapWords.view,
      'NavigationControl.ZoomIn': mapWords.zoomIn,
      'NavigationControl.ZoomOut': mapWords.zoomOut,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }))
  map.setMissingStyleImageResolver((id) => {
    const picture = bubbleOf(id, coloursOf(container))
    if (picture && !map.hasImage(id)) map.addImage(id, picture, { pixelRatio: PIXELS })
  })
  // For print and for whoever waits: everything that is known of is in the picture.
  map.on('idle', () => container.setAttribute('data-drawn', ''))
  listenForClicks(map, told)

  const held = new Map<string, FeatureCollection>()
  const put = (source: string, data: FeatureCollection) => {
    held.set(source, data)
    ;(map.getSource(source) as GeoJSONSource | undefined)?.setData(data)
  }
  let shown: Readonly<Record<LayerName, boolean>> | null = null
  const applyShown = () => {
    if (!shown) return
    for (const name of LAYERS)
      for (const { id } of layersOf(coloursOf(container))[name])
        if (map.getLayer(id)) map.setLayoutProperty(id, 'visibility', shown[name] ? 'visible' : 'none')
  }
  map.on('style.load', () => {
    for (const [source, data] of held) put(source, data)
    applyShown()
  })
  void loadBase(put, told)

  const dark = matchMedia('(prefers-color-scheme: dark)')
  const recolour = () => map.setStyle(styleOf(container, tiles), { diff: false })
  dark.addEventListener('change', recolour)

  let labels: readonly Label[] = []
  map.on('moveend', () => arrange(map, labels))
  let isFitted = false
  let outlined: string | null = null
  return {
    draw(ground) {
      put('ground', groundFeatures(ground))
      put('bands', bandFeatures(ground))
      put('convoys', convoyFeatures(ground))
      for (const { marker } of labels) marker.remove()
      labels = labelsOf(ground)
      for (const { marker } of labels) marker.addTo(map)
      arrange(map, labels)
    },
    count(answer, counted, chosen) {
      const box = isFitted ? null : boxAround(answer)
      if (box) fit(map, box)
      isFitted ||= box !== null
      const drawn = [chosen, ...answer.spots.flatMap(({ id }, at) => ((counted[at]?.all ?? 0) > 0 ? [id] : []))].join(
        ' ',
      )
      // Outlines are most of what is to be drawn, and another instant most often has the same.
      if (drawn !== outlined) put('spots', spotFeatures(answer, counted, chosen))
      outlined = drawn
      put('happenings', happeningFeatures(answer, counted))
    },
    show(layers) {
      shown = layers
      container.classList.toggle('map-without-names', !layers.zones)
      applyShown()
    },
    lookAt(shape) {
      const box = boxOfShape(shape)
      if (box) fit(map, box)
    },
    end() {
      dark.removeEventListener('change', recolour)
      map.remove()
    },
  }
}

function fit(map: MapLibre, [west, south, east, north]: Box): void {
  map.fitBounds([west, south, east, north], { padding: MARGIN, maxZoom: MOST_ZOOM - 1, animate: false })
}

function styleOf(container: Element, tiles: string | null): StyleSpecification {
  const colours = coloursOf(container)
  const own = layersOf(colours)
  const source = { type: 'geojson', data: NOTHING } as const
  const sums = FINDINGS.map((finding) => [finding, ['+', ['get', finding]]])
  return {
    version: 8,
    sources: {
      countries: source,
      ...Object.fromEntries(SOURCES.map((name) => [name, source])),
      happenings: {
        ...source,
        cluster: true,
        clusterRadius: CLUSTER_PIXELS,
        // Several at one place stay one number however close one looks.
        clusterMaxZoom: MOST_ZOOM,
        clusterProperties: { all: ['+', ['get', 'all']], ...Object.fromEntries(sums) },
      },
      ...(tiles !== null && {
        tiles: {
          type: 'raster',
          tiles: [new URL(tiles, location.href).href.replaceAll(/%7B|%7D/g, braces)],
          tileSize: 256,
        },
      }),
    },
    layers: [...baseLayers(colours, tiles !== null), ...LAYERS.flatMap((name) => own[name])],
  } as StyleSpecification
}

const braces = (escaped: string) => (escaped === '%7B' ? '{' : '}')

async function loadBase(put: (source: string, data: FeatureCollection) => void, { onBaseLost }: Told): Promise<void> {
  try {
    for (const url of BASE_FILES) put('countries', await countriesFrom(url))
  } catch {
    onBaseLost()
  }
}

interface Label {
  readonly marker: Marker
  readonly box: Box
}

/** Names stand in the page and not in the picture, so that every script is written as it should be. */
function labelsOf({ zones, lines }: Ground): Label[] {
  const named = [
    ...zones.flatMap(({ name, shape }) => (shape ? [{ name, shape: drawable(shape) }] : [])),
    ...lines.map(({ name, positions }) => ({ name, shape: drawable({ type: 'LineString', coordinates: positions }) })),
  ]
  return named.flatMap(({ name, shape }) => {
    const box = boxOfShape(shape)
    if (!box) return []
    const element = document.createElement('span')
    element.className = 'map-name'
    element.dir = 'auto'
    element.textContent = name
    element.setAttribute('aria-hidden', 'true')
    return [{ marker: new Marker({ element, anchor: 'bottom' }).setLngLat([(box[0] + box[2]) / 2, box[3]]), box }]
  })
}

/** Shows the names of what is large enough to be seen, and of two that would lie on each other the first. */
function arrange(map: MapLibre, labels: readonly Label[]): void {
  for (const { marker } of labels) marker.getElement().hidden = false
  const taken: DOMRect[] = []
  for (const { marker, box } of labels) {
    const [left, right] = [map.project([box[0], box[1]]), map.project([box[2], box[3]])]
    const rect = marker.getElement().getBoundingClientRect()
    const isSmall = Math.max(right.x - left.x, left.y - right.y) < LEAST_NAMED
    marker.getElement().hidden = isSmall || taken.some((other) => overlap(rect, other))
    if (!marker.getElement().hidden) taken.push(rect)
  }
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function listenForClicks(map: MapLibre, { onSpot }: Told): void {
  map.on('click', 'bubbles', async ({ features, lngLat }) => {
    const [found] = features ?? []
    if (!found) return
    const { spot, cluster_id: cluster } = found.properties as { spot?: string; cluster_id?: number }
    if (spot !== undefined) return onSpot(spot)
    const source = map.getSource('happenings') as GeoJSONSource
    const [zoom, leaves] = await Promise.all([
      source.getClusterExpansionZoom(cluster!),
      source.getClusterLeaves(cluster!, 1, 0),
    ])
    if (zoom <= MOST_ZOOM) map.jumpTo({ center: lngLat, zoom })
    else onSpot(String(leaves[0]?.properties?.spot))
  })
  map.on('mouseenter', 'bubbles', () => map.getCanvas().classList.add('map-on-bubble'))
  map.on('mouseleave', 'bubbles', () => map.getCanvas().classList.remove('map-on-bubble'))
}
