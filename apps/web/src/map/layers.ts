// How each thing is drawn: soft edges as wide as the ground is uncertain, dotted areas, dashed cells, numbers on top.
import type { LayerSpecification } from 'maplibre-gl'
import { BUBBLE_NAME } from './bubbles.ts'
import type { Colours } from './colours.ts'

export const LAYERS = ['zones', 'bands', 'convoys', 'incidents'] as const
export type LayerName = (typeof LAYERS)[number]

/** Nothing is told so exactly that one should look closer. */
export const MOST_ZOOM = 13
const WIDEST = 2 ** MOST_ZOOM

/** A width in metres: `px` of a feature is its width in pixels at zoom 0. */
const metres = [
  'interpolate',
  ['exponential', 2],
  ['zoom'],
  0,
  ['get', 'px'],
  MOST_ZOOM,
  ['*', ['get', 'px'], WIDEST],
] as unknown as number

/** Beyond so many pixels a soft edge fills the view and shows no edge: then it is left to the table. */
const WIDEST_EDGE = 160
const softest = [
  'step',
  ['zoom'],
  softAt(0),
  ...Array.from({ length: MOST_ZOOM }, (_, zoom) => [zoom + 1, softAt(zoom + 1)]).flat(),
] as unknown as number

function softAt(zoom: number): unknown {
  return ['case', ['>', ['*', ['get', 'px'], 2 ** zoom], WIDEST_EDGE], 0, 0.16]
}

const isOf = (as: string) => ['==', ['get', 'as'], as] as ['==', ['get', string], string]

export function baseLayers(colours: Colours, hasTiles: boolean): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.wash } },
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colours.paper } },
    ...(hasTiles ? [{ id: 'tiles', type: 'raster', source: 'tiles' } as const] : []),
    { id: 'borders', type: 'line', source: 'countries', paint: { 'line-color': colours.strong, 'line-width': 0.7 } },
  ]
}

/** By the thing they belong to, in the order in which they lie on each other. */
export function layersOf(colours: Colours): Readonly<Record<LayerName, readonly LayerSpecification[]>> {
  return {
    zones: [
      {
        id: 'zones-fill',
        type: 'fill',
        source: 'ground',
        filter: isOf('zone'),
        paint: { 'fill-color': colours.link, 'fill-opacity': 0.06 },
      },
      {
        id: 'ground-soft',
        type: 'line',
        source: 'ground',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': colours.link, 'line-opacity': softest, 'line-width': metres, 'line-blur': 2 },
      },
      {
        id: 'zones-edge',
        type: 'line',
        source: 'ground',
        filter: isOf('zone'),
        paint: { 'line-color': colours.link, 'line-width': 1, 'line-dasharray': [4, 2] },
      },
      {
        id: 'lines',
        type: 'line',
        source: 'ground',
        filter: isOf('line'),
        paint: { 'line-color': colours.link, 'line-width': 2 },
      },
    ],
    bands: [
      {
        id: 'bands-fill',
        type: 'fill',
        source: 'bands',
        filter: isOf('band'),
        paint: { 'fill-color': colours.band, 'fill-opacity': 0.16 },
      },
      { id: 'bands-edge', type: 'line', source: 'bands', paint: { 'line-color': colours.band, 'line-width': 1 } },
    ],
    convoys: [
      {
        id: 'convoys-edge',
        type: 'line',
        source: 'convoys',
        paint: { 'line-color': colours.ink, 'line-width': 1.5, 'line-dasharray': [5, 3] },
      },
    ],
    incidents: [
      {
        id: 'spots-fill',
        type: 'fill',
        source: 'spots',
        filter: ['!=', ['get', 'as'], 'line'],
        paint: { 'fill-color': colours.quiet, 'fill-opacity': ['case', ['get', 'chosen'], 0.25, 0.08] },
      },
      {
        id: 'spots-edge',
        type: 'line',
        source: 'spots',
        paint: {
          'line-color': colours.quiet,
          'line-width': ['case', ['get', 'chosen'], 3, 1.2],
          'line-dasharray': [1, 2],
        },
      },
      {
        id: 'bubbles',
        type: 'symbol',
        source: 'happenings',
        layout: { 'icon-image': BUBBLE_NAME as unknown as string, 'icon-allow-overlap': true },
      },
    ],
  }
}
