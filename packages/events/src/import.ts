// Event files of the field's two large data sets, UCDP GED and ACLED, read into one table.
import { dayNumber } from '@trucekeeper/time'
import { readCsv, type CsvRow } from './csv.ts'
import { tableOf, type EventRow, type EventTable, type Skipped } from './table.ts'

export type Imported =
  | { readonly ok: true; readonly table: EventTable; readonly skipped: readonly Skipped[] }
  | { readonly ok: false; readonly message: string; readonly help: string }

export const EVENT_FORMATS = ['ucdp-ged', 'acled'] as const
export type EventFormat = (typeof EVENT_FORMATS)[number]

interface Format {
  readonly source: string
  readonly needed: readonly string[]
  row(cells: CsvRow['cells']): EventRow
}

const FORMATS: Record<EventFormat, Format> = {
  // Codebook: UCDP GED 19.1; type_of_violence 3 is one-sided, side_a being the one who acted.
  'ucdp-ged': {
    source: 'UCDP GED (Sundberg and Melander 2013; Högbladh 2019)',
    needed: [
      'id',
      'type_of_violence',
      'side_a',
      'side_b',
      'date_start',
      'date_end',
      'latitude',
      'longitude',
      'best',
      'low',
      'high',
    ],
    row: (cells) => ({
      id: cells.id!,
      from: dayNumber(cells.date_start!.slice(0, 10)),
      to: dayNumber(cells.date_end!.slice(0, 10)),
      sideA: named(cells.side_a!),
      sideB: named(cells.side_b!),
      oneSided: cells.type_of_violence === '3',
      longitude: degrees(cells.longitude!),
      latitude: degrees(cells.latitude!),
      placePrecision: Number(cells.where_prec ?? 0) || 0,
      deathsLow: count(cells.low!),
      deathsBest: count(cells.best!),
      deathsHigh: count(cells.high!),
    }),
  },
  // Codebook: ACLED 2023; actor1 acts where the event type says so, otherwise the order means nothing.
  acled: {
    source: 'ACLED, as exported by its user',
    needed: ['event_id_cnty', 'event_date', 'event_type', 'actor1', 'actor2', 'latitude', 'longitude', 'fatalities'],
    row(cells) {
      const day = dayNumber(cells.event_date!)
      const deaths = count(cells.fatalities!)
      return {
        id: cells.event_id_cnty!,
        from: day,
        to: day,
        sideA: named(cells.actor1!),
        sideB: named(cells.actor2!),
        oneSided:
          cells.event_type === 'Violence against civilians' || cells.event_type === 'Explosions/Remote violence',
        longitude: degrees(cells.longitude!),
        latitude: degrees(cells.latitude!),
        placePrecision: Number(cells.geo_precision ?? 0) || 0,
        deathsLow: deaths,
        deathsBest: deaths,
        deathsHigh: deaths,
      }
    },
  },
}

/** Reads the text of an event file. Rows without a day are skipped and named; nothing is guessed. */
export function importEvents(text: string, format: EventFormat): Imported {
  const { source, needed, row } = FORMATS[format]
  const read = readCsv(text, needed)
  if (!read.ok) return read
  const rows: EventRow[] = []
  const skipped: Skipped[] = []
  for (const { line, cells } of read.rows) {
    const event = row(cells)
    const wrong = flaw(event)
    if (wrong === null) rows.push(event)
    else skipped.push({ row: line, why: wrong })
  }
  return { ok: true, table: tableOf(rows, source), skipped }
}

/** The format of a file by its head, or null. */
export function formatOf(text: string): EventFormat | null {
  const head = text.slice(0, 4_000).split('\n', 1)[0]!
  return (
    EVENT_FORMATS.find((format) =>
      FORMATS[format].needed.every((name) => new RegExp(`(?:^|[,"\\uFEFF])${name}(?:[,"\\r]|$)`).test(head)),
    ) ?? null
  )
}

function flaw({ id, from, to }: EventRow): string | null {
  if (id === '') return 'it has no id'
  if (Number.isNaN(from) || Number.isNaN(to)) return 'it has no day that can be read'
  return to < from ? 'it ends before it begins' : null
}

function named(name: string): string | null {
  return name.trim() === '' ? null : name.trim()
}

/** UCDP and ACLED write degrees with a point; anything else is no place. */
function degrees(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

function count(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : 0
}
