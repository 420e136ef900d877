// Gives every zone its ground: an area from a file of places, or a strip of some depth along a line.
import { didYouMean, type Diagnostic } from '@trucekeeper/diagnostics'
import { lineLength, type Place, type Position } from '@trucekeeper/geo'
import { isKind, type AnyClause, type Clause } from './ast.ts'
import { diagnostic, type DiagnosticCode } from './diagnostic-codes.ts'
import type { Ground, Zone } from './model.ts'
import type { PlaceFiles } from './resolve.ts'
import type { GeometryRef, Reach } from './values.ts'

export function zonesOf(
  clauses: readonly AnyClause[],
  files: PlaceFiles,
  file: string,
): { zones: Zone[]; diagnostics: Diagnostic[] } {
  const zones: Zone[] = []
  const diagnostics: Diagnostic[] = []
  const lines = new Map(clauses.filter((clause) => isKind(clause, 'line')).map((line) => [line.id, line]))
  const say = (
    { heading, at, fieldAt }: AnyClause,
    field: string,
    code: DiagnosticCode,
    message: string,
    help: string,
  ) => diagnostics.push(diagnostic(code, file, { range: fieldAt[field] ?? at, heading }, message, help))
  const placeOf = (clause: AnyClause, geometry: GeometryRef): Place | null => {
    const inFile = files.get(geometry.file)
    if (!inFile) {
      const meant = didYouMean(geometry.file, files.keys())
      say(
        clause,
        'geometry',
        'geometry-file-missing',
        `there is no file \`${geometry.file}\` beside the agreement`,
        meant ? `did you mean \`${meant}\`?` : 'put a GeoJSON file of that name beside it',
      )
      return null
    }
    const place = inFile.find(({ id }) => id === geometry.feature)
    if (place) return place
    const meant = didYouMean(
      geometry.feature,
      inFile.map(({ id }) => id),
    )
    say(
      clause,
      'geometry',
      'zone-without-geometry',
      `\`${geometry.file}\` has no sound feature \`${geometry.feature}\`, so \`${clause.id}\` has no geometry`,
      meant ? `did you mean \`${meant}\`?` : `add a feature with the id \`${geometry.feature}\` to it`,
    )
    return null
  }
  const lineOf = (line: Clause<'line'>): readonly Position[] | null => {
    if (!line.fields.geometry) {
      say(
        line,
        'geometry',
        'line-without-geometry',
        `the line \`${line.id}\` has no geometry`,
        'add `geometry`, such as `places.geojson#NAME`',
      )
      return null
    }
    const geometry = placeOf(line, line.fields.geometry)?.geometry
    if (!geometry) return null
    if (geometry.type === 'LineString') return geometry.coordinates
    say(
      line,
      'geometry',
      'line-without-geometry',
      `\`${line.fields.geometry.feature}\` is a ${geometry.type}, and a line is needed`,
      'refer to a LineString',
    )
    return null
  }
  const drawn = new Map([...lines].map(([id, line]) => [id, lineOf(line)]))
  const groundOf = (zone: Clause<'zone'>): Ground | null => {
    const { geometry, along, depth, side } = zone.fields
    if (geometry) {
      const place = placeOf(zone, geometry)
      if (!place) return null
      if (place.geometry.type === 'Polygon' || place.geometry.type === 'MultiPolygon') return { kind: 'area', place }
      say(
        zone,
        'geometry',
        'zone-without-geometry',
        `\`${geometry.feature}\` is a ${place.geometry.type}, and a zone needs an area`,
        'refer to a Polygon, or say `along` a line and `depth`',
      )
      return null
    }
    if (!along) {
      say(
        zone,
        'geometry',
        'zone-without-geometry',
        `the zone \`${zone.id}\` has no geometry`,
        'add `geometry places.geojson#NAME`, or `along` a line with a `depth`',
      )
      return null
    }
    if (depth === undefined) {
      say(
        zone,
        'along',
        'zone-without-depth',
        `the zone \`${zone.id}\` lies along a line and has no depth`,
        'add `depth`, such as `3500 m`',
      )
      return null
    }
    const line = drawn.get(along.id)
    return line ? { kind: 'strip', line, side: side ?? 'either', depth_m: depth } : null
  }
  for (const zone of clauses) {
    if (!isKind(zone, 'zone')) continue
    const ground = groundOf(zone)
    if (!ground) continue
    const { fields } = zone
    const place = ground.kind === 'area' ? ground.place : null
    zones.push({
      id: zone.id,
      name: fields.name ?? place?.name ?? zone.id,
      ground,
      tolerance_m: fields.tolerance ?? place?.tolerance_m ?? 0,
      names: [
        ...new Set([
          zone.id,
          fields.name,
          place?.name,
          ...(place?.also ?? []),
          ...(fields['known-as'] ?? []),
          ...(fields.places ?? []),
        ]),
      ].filter((name) => name !== undefined),
      within: fields.within?.map(({ id }) => id) ?? [],
      ...(fields.length && { length: fields.length }),
    })
    if (fields.length) {
      const wrong = lengthWrong(ground, fields.length)
      if (wrong) say(zone, 'length', 'length-differs', `\`${zone.id}\` ${wrong.message}`, wrong.help)
    }
  }
  return { zones, diagnostics }
}

/** What `about` leaves open, and what rounding does. */
const [LOOSE, EXACT] = [0.1, 0.01]

/** What is wrong with the length that a text gives a zone, measured along its line; null where it fits. */
function lengthWrong(ground: Ground, { metres, about }: Reach): { message: string; help: string } | null {
  if (ground.kind === 'area')
    return {
      message: 'is drawn as an area, and only along a line is there a length',
      help: 'take `length` away, or say `along` a line',
    }
  const measured = lineLength(ground.line)
  if (Math.abs(measured - metres) <= metres * (about ? LOOSE : EXACT)) return null
  const km = (value: number) => `${Math.round(value / 100) / 10} km`
  return {
    message: `is said to be ${about ? 'about ' : ''}${km(metres)} long, and its line measures ${km(measured)}`,
    help: `draw the line as long as the text says${about ? ' to a tenth' : ' to a hundredth'}, or write \`length about ${km(measured)}\``,
  }
}
