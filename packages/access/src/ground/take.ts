// The door of the ground desk: tables become positions, depths, waits and sites, or every reason why not.
import { distanceToLine } from '@trucekeeper/geo'
import { LINE_SIDES, MEANS_OF_OBSERVATION, STANCES, WEAPON_CLASSES } from '@trucekeeper/codes'
import { EXAMPLE } from '../said.ts'
import { quoted, type Sheet } from '../sheet.ts'
import type { Line, LonLat, Position, Site, Wait, WeaponClass, Word } from './records.ts'
import { takeRows, type GroundCells, type Taken } from './rows.ts'
import type { DepthRow } from './terms.ts'

/** Names that rows may use. */
export interface GroundNames {
  /** Ids of the parties. */
  readonly parties: readonly string[]
  /** Ids of everyone the agreement names: any of them may observe. */
  readonly actors: readonly string[]
  /** Lines of the agreement, by which swapped coordinates are found out. */
  readonly lines: readonly Line[]
}

const columns = (words: string): readonly string[] => words.split(' ')

export const POSITION_COLUMNS = columns(
  'id party unit weapon_class lon lat error_radius_m observed_at means_of_observation observer stance source doc quote recorded_at',
)
export const DEPTH_COLUMNS = columns('party side weapon_class depth_m reading clause_id source quote')
export const WAIT_COLUMNS = columns('id party waits_for stated_at source doc quote recorded_at')
export const SITE_COLUMNS = columns('id party weapon_class lon lat radius_m source doc quote recorded_at')

/** Who is farther than this from every line, and would be nearer with the two numbers swapped, swapped them. */
const NEAR_M = 25_000
const A_PARTY = 'a party of the agreement'

export function takePositions(sheet: Sheet, names: GroundNames): Taken<Position> {
  return takeRows(sheet, POSITION_COLUMNS, (cells): Position | null => {
    const party = cells.name('party', names.parties, A_PARTY)
    const observer = cells.name('observer', names.actors, 'who observed')
    const stance = cells.code('stance', STANCES)
    const place = placeOf(cells, names.lines)
    const means = cells.maybeCode('means_of_observation', MEANS_OF_OBSERVATION)
    const weaponClass = cells.maybeCode('weapon_class', WEAPON_CLASSES)
    const errorRadius_m = cells.maybeNumber('error_radius_m')
    const observedAt = cells.instant('observed_at')
    const word = wordOf(cells)
    if (place && (stance === 'cannot_confirm' || stance === 'no_comment'))
      cells.refuse('lon', 'word-without-meaning', `who \`${stance}\` gives no place`, 'leave lon, lat and error empty')
    if (place && !errorRadius_m)
      cells.refuse(
        'error_radius_m',
        'missing-cell',
        'the position has no error radius',
        'write the metres by which it may be off, more than 0: no observer is exact',
      )
    for (const column of ['means_of_observation', 'weapon_class'] as const)
      if (place && cells.maybe(column) === null)
        cells.refuse(column, 'missing-cell', `the position has no \`${column}\``, 'write a code of the list')
    if (!place && errorRadius_m !== null)
      cells.refuse('lon', 'missing-cell', 'there is an error radius and no place', 'give lon and lat, or no error')
    if (observedAt > word.recordedAt)
      cells.refuse(
        'observed_at',
        'recorded-too-early',
        'it was recorded before it was observed',
        'correct observed_at or recorded_at',
      )
    if (party === null || observer === null) return null
    const unit = cells.maybe('unit') ?? ''
    return { ...word, party, unit, weaponClass, place, errorRadius_m, observedAt, means, observer, stance }
  })
}

export function takeDepths(sheet: Sheet, names: GroundNames): Taken<DepthRow> {
  return takeRows(sheet, DEPTH_COLUMNS, (cells): DepthRow | null => {
    const party = cells.name('party', names.parties, A_PARTY)
    const side = cells.code('side', LINE_SIDES)
    const weapons = weaponsOf(cells)
    const depth_m = cells.number('depth_m')
    if (depth_m === 0) cells.refuse('depth_m', 'bad-cell', '`0` is no depth', 'write metres, more than 0')
    const [reading, clause, source] = [cells.text('reading'), cells.text('clause_id'), cells.text('source')]
    const quote = source === EXAMPLE ? (cells.maybe('quote') ?? '') : cells.text('quote')
    return party === null ? null : { row: cells.row, party, side, weapons, depth_m, reading, clause, source, quote }
  })
}

export function takeWaits(sheet: Sheet, names: GroundNames): Taken<Wait> {
  return takeRows(sheet, WAIT_COLUMNS, (cells): Wait | null => {
    const party = cells.name('party', names.parties, A_PARTY)
    const waitsFor = cells.name('waits_for', names.parties, 'the party it waits for')
    const statedAt = cells.instant('stated_at')
    if (party !== null && party === waitsFor)
      cells.refuse('waits_for', 'word-without-meaning', `${quoted(party)} waits for itself`, 'name the other party')
    const word = wordOf(cells)
    return party === null || waitsFor === null ? null : { ...word, party, waitsFor, statedAt }
  })
}

export function takeSites(sheet: Sheet, names: GroundNames): Taken<Site> {
  return takeRows(sheet, SITE_COLUMNS, (cells): Site | null => {
    const party = cells.name('party', names.parties, A_PARTY)
    const weapons = weaponsOf(cells)
    const radius_m = cells.number('radius_m')
    const [word, place] = [wordOf(cells), placeOf(cells, names.lines)]
    if (!place) cells.refuse('lon', 'missing-cell', 'the site has no place', 'give lon and lat')
    return party === null || !place ? null : { ...word, party, weapons, place, radius_m }
  })
}

function wordOf(cells: GroundCells): Word {
  const { source, doc, quote, recordedAt } = cells.said()
  return { id: cells.text('id'), source, doc, quote, recordedAt }
}

function weaponsOf(cells: GroundCells): WeaponClass[] {
  const codes = [...WEAPON_CLASSES, 'all']
  const given = cells.list('weapon_class')
  if (given.length === 0) cells.text('weapon_class')
  for (const code of given)
    if (!codes.includes(code))
      cells.refuse(
        'weapon_class',
        'bad-cell',
        `${quoted(code)} is no class of weapon`,
        `the codes: ${codes.join(', ')}`,
      )
  return WEAPON_CLASSES.filter((one) => given.includes('all') || given.includes(one))
}

function placeOf(cells: GroundCells, lines: readonly Line[]): LonLat | null {
  const place = cells.point()
  if (!place) return null
  const swapped: LonLat = [place[1], place[0]]
  if (Math.abs(place[0]) > 90 || near(place, lines) || !near(swapped, lines)) return place
  cells.refuse(
    'lat',
    'swapped-position',
    `latitude \`${place[1]}\` and longitude \`${place[0]}\` lie far from every line of the agreement`,
    'they look swapped: put the latitude into lat and the longitude into lon',
  )
  // Its row is not used; without a place it would be refused for having none as well.
  return place
}

function near(place: LonLat, lines: readonly Line[]): boolean {
  return lines.some(({ positions }) => distanceToLine(place, positions).metres <= NEAR_M)
}
