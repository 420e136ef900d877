// Attacks on health care, as Insecurity Insight exports them, to incidents on protected objects with their effects.
import type { FacilityEffect, ProtectedObject } from '@trucekeeper/codes'
import { dayNumber } from '@trucekeeper/time'
import { csvGrid } from '../csv/read.ts'
import type { Flaw } from '../flaw.ts'
import { quoted } from '../flaw.ts'
import type { Row } from '../table.ts'
import { INCIDENTS } from '../tables/incidents.ts'
import { rowRefusal, type ImportedIncidents, type Provenance } from './imported.ts'
import { weaponClasses } from './weapons.ts'

const COLUMNS = {
  day: 'Date',
  words: 'Event Description',
  region: 'Admin 1',
  lat: 'Latitude',
  lon: 'Longitude',
  precision: 'Geo Precision',
  actor: 'Reported Perpetrator Name',
  weapon: 'Weapon Carried/Used',
  site: 'Location',
  destroyed: 'Number of Attacks on Health Facilities Reporting Destruction',
  damaged: 'Number of Attacks on Health Facilities Reporting Damaged',
  entered: 'Forceful Entry into Health Facility',
  occupied: 'Occupation of Health Facility',
  vehiclesDestroyed: 'Health Transportation Destroyed',
  vehiclesDamaged: 'Health Transportation Damaged',
  vehiclesTaken: 'Health Transportation Stolen/Hijacked',
  looted: 'Looting/Theft/Robbery/Burglary of Health Supplies',
  denied: 'Access Denied or Obstructed',
  killed: 'Health Workers Killed',
  injured: 'Health Workers Injured',
  kidnapped: 'Health Workers Kidnapped',
  arrested: 'Health Workers Arrested',
  id: 'SiND Event ID',
} as const
type Field = keyof typeof COLUMNS

/** Columns that an export must have; of others, what is missing is not known. */
const NEEDED: readonly Field[] = ['day', 'words', 'lat', 'lon', 'weapon', 'id']
/** The publisher's words for what it does not know. */
const UNKNOWN = new Set(['', 'No Information'])

/** A row that cannot be used, thrown where it is read and caught where its place is known. */
class Unusable extends Error {
  readonly field: Field
  readonly help: string

  constructor(field: Field, message: string, help: string) {
    super(message)
    this.field = field
    this.help = help
  }
}

/** Incidents of an export; each row that cannot be used is named with its place. A file of another form gives a flaw. */
export function incidentsOfInsecurityInsight(
  text: string,
  said: Provenance,
): ImportedIncidents | { readonly ok: false; readonly flaws: readonly Flaw[] } {
  const grid = csvGrid(text)
  if (!grid.ok) return { ok: false, flaws: [grid.flaw] }
  const [head, ...rows] = grid.rows
  const names = (head?.cells ?? []).map((cell) => String(cell).trim())
  const missing = NEEDED.filter((field) => !names.includes(COLUMNS[field]))
  if (missing.length > 0) {
    const message = `the file has no column ${missing.map((field) => `\`${COLUMNS[field]}\``).join(', ')}`
    const help = 'export the attacks on health care with all columns, as CSV'
    return { ok: false, flaws: [{ place: '1:1', row: 1, field: null, message, help }] }
  }
  const incidents: Row[] = []
  const skipped: Flaw[] = []
  for (const { number, cells, place } of rows) {
    const at = (field: Field) => names.indexOf(COLUMNS[field])
    const skip = (field: Field | null, message: string, help: string) =>
      skipped.push({ place: place(field ? at(field) : 0), row: number, field: null, message, help })
    try {
      const row = incidentOf((field) => String(cells[at(field)] ?? ''), said)
      const flaw = rowRefusal(INCIDENTS, row)
      if (flaw) skip(null, flaw.message, flaw.help)
      else incidents.push(row)
    } catch (error) {
      if (!(error instanceof Unusable)) throw error
      skip(error.field, error.message, error.help)
    }
  }
  return { ok: true, rows: incidents, skipped }
}

function incidentOf(cell: (field: Field) => string, { source, doc, recorded_at }: Provenance): Row {
  const count = (field: Field): number | null => {
    const text = cell(field).trim()
    if (text === '') return null
    if (/^\d{1,9}$/.test(text)) return Number(text)
    throw new Unusable(field, `\`${COLUMNS[field]}\`: ${quoted(text)} is no count`, 'write a whole number')
  }
  const known = (field: Field): string | null => (UNKNOWN.has(cell(field).trim()) ? null : cell(field).trim())
  const day = cell('day').trim()
  if (Number.isNaN(dayNumber(day)))
    throw new Unusable('day', `\`Date\`: ${quoted(day)} is no day`, 'write it as 2016-09-12')
  const id = known('id')
  if (id === null) throw new Unusable('id', 'it has no id', 'give it the id that its source gives it')
  const counts = {
    facilities_destroyed: count('destroyed'),
    facilities_damaged: count('damaged'),
    transport_destroyed: count('vehiclesDestroyed'),
    transport_damaged: count('vehiclesDamaged'),
    transport_taken: count('vehiclesTaken'),
    workers_killed: count('killed'),
    workers_injured: count('injured'),
    workers_taken: sum(count('kidnapped'), count('arrested')),
  }
  const effects: [FacilityEffect, boolean][] = [
    ['destroyed', (counts.facilities_destroyed ?? 0) > 0],
    ['damaged', (counts.facilities_damaged ?? 0) > 0],
    ['occupied', (count('occupied') ?? 0) > 0],
    ['armed_entry', (count('entered') ?? 0) > 0],
    ['supplies_taken', (count('looted') ?? 0) > 0],
    ['access_denied', /^true$/i.test(cell('denied').trim())],
  ]
  const facility = effects.some(([effect, is]) => is && effect !== 'supplies_taken' && effect !== 'access_denied')
  const transport = [counts.transport_destroyed, counts.transport_damaged, counts.transport_taken]
  const workers = [counts.workers_killed, counts.workers_injured, counts.workers_taken]
  const objects: [ProtectedObject, boolean][] = [
    ['health_facility', facility || cell('site').trim() === 'Health Building'],
    ['health_transport', transport.some((number) => (number ?? 0) > 0)],
    ['health_worker', workers.some((number) => (number ?? 0) > 0)],
  ]
  return {
    ...Object.fromEntries(INCIDENTS.columns.map(({ name }) => [name, null])),
    ...counts,
    incident_id: `sind-${id}`,
    occurred_from: day,
    occurred_to: day,
    date_prec: '1',
    place: known('region'),
    ...position(cell),
    where_prec: /^\(([1-7])\)/.exec(cell('precision').trim())?.[1] ?? null,
    incident_type: 'attack_on_protected_object',
    weapon_class: weaponClasses(cell('weapon')),
    weapon_words: known('weapon'),
    protected_object_type: listed(objects),
    facility_effect: listed(effects),
    actor: known('actor'),
    verification_state: 'reported',
    source,
    doc,
    quote: cell('words') === '' ? null : cell('words'),
    recorded_at,
  }
}

function position(cell: (field: Field) => string): { lat: number | null; lon: number | null } {
  const [lat, lon] = (['lat', 'lon'] as const).map((field) => {
    const text = cell(field).trim()
    if (text !== '' && !/^-?\d+(\.\d+)?$/.test(text))
      throw new Unusable(field, `${quoted(text)} is no ${COLUMNS[field].toLowerCase()}`, 'write degrees with a point')
    return text === '' ? null : Number(text)
  })
  return { lat: lat ?? null, lon: lon ?? null }
}

function listed(words: readonly (readonly [string, boolean])[]): string | null {
  return words.flatMap(([word, is]) => (is ? word : [])).join(';') || null
}

function sum(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0)
}
