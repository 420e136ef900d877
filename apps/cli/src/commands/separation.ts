// truce separation: how far points and areas lie from a line, on which side of it, and from which place of it.
import {
  areaSeparationFrom,
  prepareArea,
  prepareLine,
  readLine,
  readPoints,
  separations,
  sideOf,
  swappedSuspected,
  type Line,
  type PlacedShape,
  type Position,
  type ShapeProblem,
  type Side,
} from '@trucekeeper/geo'
import type { Command } from 'commander'
import { textOf } from '../bytes.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

interface Options {
  line: string
  feature?: string
  points: string
  json?: true
}

interface Row {
  readonly id: string | number
  readonly metres: number
  readonly side: Side
  readonly nearest: Position
}

/** Problems shown; a file with more is wrong as a whole. */
const MOST_SHOWN = 20
/** Places of a degree: a tenth of a millimetre on the ground. */
const DIGITS = 9

export function addSeparation(program: Command, io: Terminal): void {
  program
    .command('separation')
    .description('how far points and areas lie from a line, in metres, and on which side')
    .requiredOption('--line <file>', 'GeoJSON with one line; - for standard input')
    .option('--feature <id>', 'the feature that is the line, where the file has several')
    .requiredOption('--points <file>', 'GeoJSON with points and areas; - for standard input')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Distances are geodesics of WGS 84, and so is the line between its positions. Sides are those of somebody who walks
the line from its first position to its last; \`on\` it; unknown dead ahead of an end. An area lies as far away as its
nearest place.

Example:
  truce separation --line examples/aleppo-2016/places.geojson --feature castello-road --points positions.geojson`,
    )
    .action(async (options: Options) => run(io, options))
}

async function run(io: Terminal, options: Options): Promise<void> {
  const drawn = readLine(await textOf(options.line), options.feature)
  if (!drawn.ok) return refuse(io, options.line, drawn.problems)
  const read = readPoints(await textOf(options.points))
  if (!read.ok) return refuse(io, options.points, read.problems)
  const line = prepareLine(drawn.value.parts)
  const rows = separated(line, read.value)
  warnOfSwapped(io, line, read.value, rows, options)
  if (options.json) return printJson(io, rows)
  for (const { id, metres, side, nearest } of rows) {
    const told = side === 'on' ? 'on the line' : `${metres.toFixed(2)} m ${side ?? 'side unknown'}`
    io.print(`${id}  ${told}  from ${nearest[0]}, ${nearest[1]}`)
  }
}

function separated(line: Line, shapes: readonly PlacedShape[]): Row[] {
  const points = shapes.flatMap(({ shape }) => (shape.type === 'Point' ? [shape.coordinates] : []))
  const bulk = separations(line, Float64Array.from(points.flatMap(([lon, lat]) => [lon, lat])))
  const ofArea = areaSeparationFrom(line)
  let at = -1
  return shapes.map(({ id, shape }): Row => {
    if (shape.type !== 'Point') {
      const { metres, side, nearest } = ofArea(prepareArea(shape))
      return { id, metres: rounded(metres, 3), side, nearest: placed(nearest) }
    }
    at += 1
    const nearest: Position = [bulk.nearest[at * 2]!, bulk.nearest[at * 2 + 1]!]
    return { id, metres: rounded(bulk.metres[at]!, 3), side: sideOf(bulk.sides[at]!), nearest: placed(nearest) }
  })
}

function placed([lon, lat]: Position): Position {
  return [rounded(lon, DIGITS), rounded(lat, DIGITS)]
}

function rounded(number: number, digits: number): number {
  return Number(number.toFixed(digits))
}

function warnOfSwapped(
  io: Terminal,
  line: Line,
  shapes: readonly PlacedShape[],
  rows: readonly Row[],
  options: Options,
): void {
  const points = shapes.flatMap(({ shape }, at) =>
    shape.type === 'Point' ? [{ position: shape.coordinates, metres: rows[at]!.metres, id: rows[at]!.id }] : [],
  )
  const positions = points.map(({ position }) => position)
  const suspects = swappedSuspected(
    line,
    positions,
    Float64Array.from(points, ({ metres }) => metres),
  )
  if (suspects.length === 0) return
  const { id, position } = points[suspects[0]!]!
  const many = suspects.length === 1 ? 'a point lies' : `${suspects.length} of ${points.length} points lie`
  io.notice(
    `warning: \`${options.points}\`: ${many} more than ten times nearer to the line with longitude and latitude swapped, first feature \`${id}\` at \`${JSON.stringify(position)}\`\n` +
      `  help: look at both files: GeoJSON has longitude first, then latitude; the numbers are used as they stand`,
  )
}

function refuse(io: Terminal, file: string, problems: readonly ShapeProblem[]): never {
  const [first, ...others] = problems.slice(0, MOST_SHOWN)
  for (const { message } of others) io.fail(`\`${file}\`: ${message}`, '')
  if (problems.length > MOST_SHOWN)
    io.fail(`\`${file}\`: ${problems.length - MOST_SHOWN} more features are not sound`, '')
  throw new Stop(`\`${file}\`: ${first!.message}`, first!.help, NO)
}
