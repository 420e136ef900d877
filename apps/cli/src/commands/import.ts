// truce import: records and incidents out of files that others made; all of a table, or nothing of it.
import {
  csvGrid,
  incidentsOfEvents,
  incidentsOfInsecurityInsight,
  INCIDENTS,
  readCsv,
  readGeoJson,
  readXlsx,
  tableNamed,
  tableOfCsv,
  tableOfXlsx,
  TABLES,
  type Flaw,
  type Read,
  type Row,
  type Table,
} from '@trucekeeper/exchange'
import { importEvents } from '@trucekeeper/events'
import { Argument, type Command } from 'commander'
import { basename } from 'node:path'
import { bytesAt, collect } from '../arguments.ts'
import { showFlaws } from '../exchange/flaws.ts'
import { addTo } from '../exchange/folder.ts'
import { surroundingsOf } from '../exchange/surroundings.ts'
import { countText } from '../show/count.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

const FORMATS = ['ucdp-ged', 'acled', 'insecurity-insight', 'csv', 'hxl', 'xlsx', 'geojson'] as const
type Format = (typeof FORMATS)[number]

interface Options {
  readonly table?: string
  readonly into?: string
  readonly pcodes?: string[]
  readonly rows?: true
  readonly json?: true
}

/** What came of a file: its records, and what of it could not be used. */
interface Imported {
  readonly table: Table
  readonly rows: readonly Row[]
  readonly skipped: readonly Flaw[]
  /** False where one flaw keeps out all of the file. */
  readonly partly: boolean
  readonly passedOver: readonly string[]
}

const DATA_SETS: Readonly<Partial<Record<Format, string>>> = {
  'ucdp-ged': 'UCDP GED',
  acled: 'ACLED',
  'insecurity-insight': 'Insecurity Insight',
}

export function addImport(program: Command, io: Terminal): void {
  program
    .command('import')
    .description('read records and incidents out of files that others made')
    .addArgument(new Argument('<format>', 'what kind of file it is').choices(FORMATS))
    .argument('<file>', 'the file, or - for standard input')
    .option(
      '--table <name>',
      `the table it holds, told by its head otherwise: ${TABLES.map(({ name }) => name).join(', ')}`,
    )
    .option('--into <dir>', 'add the records to the tables of this folder; without it the file is only checked')
    .option('--pcodes <version=file>', 'P-codes of a boundary set, one a line; may be given several times', collect)
    .option('--rows', 'print the records too, with --json')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Of ucdp-ged, acled and insecurity-insight, rows that cannot be used are left out and named. Of a table of records
(csv, hxl, xlsx, geojson) everything is taken or nothing: ends with 1 where something is wrong.

Examples:
  truce import insecurity-insight attacks.csv --json
  truce import xlsx seals.xlsx --into examples/aleppo-2016`,
    )
    .action((format: Format, file: string, options: Options) => run(io, format, file, options))
}

async function run(io: Terminal, format: Format, file: string, options: Options): Promise<void> {
  const { table, rows, skipped, partly, passedOver } = await importedFrom(format, file, options)
  const sound = partly || skipped.length === 0
  const added = options.into === undefined || !sound ? null : await addTo(options.into, table, rows)
  const flaws = added?.ok === false ? [...skipped, ...added.inFile, ...added.flaws] : skipped
  const taken = added?.ok === false ? [] : rows
  if (options.json)
    printJson(io, {
      format,
      table: table.name,
      imported: taken.length,
      skipped: flaws.map(({ row, place, field, message, help }) => ({ row, place, field, why: message, help })),
      passed_over: passedOver,
      ...(added?.ok ? { added: added.count, file: added.path } : {}),
      ...(options.rows ? { rows: taken } : {}),
    })
  else {
    io.print(`${countText(rows.length, 'record')} of ${table.name} read`)
    if (added?.ok) io.print(`${added.count} added to ${added.path}; ${rows.length - added.count} stood there already`)
    if (passedOver.length > 0) io.print(`columns passed over: ${passedOver.join(', ')}`)
    showFlaws(io, file, added?.ok === false ? [...skipped, ...added.inFile] : skipped)
    if (added?.ok === false) showFlaws(io, added.path, added.flaws)
  }
  if (sound && added?.ok !== false) return
  throw options.json
    ? new Stop('', '', NO)
    : new Stop(`nothing of \`${file}\` was taken`, 'mend the places named above, and import it again', NO)
}

async function importedFrom(format: Format, file: string, options: Options): Promise<Imported> {
  const bytes = await bytesAt(file)
  const source = DATA_SETS[format]
  if (source !== undefined) return incidentsFrom(format, utf8(file, bytes), file, source)
  const around = await surroundingsOf(options.into ?? null, options.pcodes ?? [])
  if (format === 'xlsx') {
    const table = options.table === undefined ? tableOfXlsx(TABLES, bytes) : named(options)
    if (table) return whole(table, await readXlsx(table, bytes, around))
  }
  const text = format === 'xlsx' ? '' : utf8(file, bytes)
  const table = options.table === undefined && format !== 'geojson' ? tableOfCsv(TABLES, text) : named(options)
  if (table === null) throw await untold(format, file, bytes, text)
  return whole(table, (format === 'geojson' ? readGeoJson : readCsv)(table, text, around))
}

/** Why nobody can tell which table a file holds. */
async function untold(format: Format, file: string, bytes: Uint8Array, text: string): Promise<Stop> {
  if (bytes.length === 0) return new Stop(`\`${file}\` is empty`, 'hand over a file with a head and records', NO)
  const read = format === 'xlsx' ? await readXlsx(TABLES[0]!, bytes) : csvGrid(text)
  const flaw = read.ok ? null : 'flaw' in read ? read.flaw : read.flaws.find(({ place }) => place === 'workbook')
  if (flaw) return new Stop(`${file}:${flaw.place}: ${flaw.message}`, flaw.help, NO)
  const help = `name it with --table: ${TABLES.map(({ name }) => name).join(', ')}`
  return new Stop(`the head of \`${file}\` is that of no one table`, help, NO)
}

function incidentsFrom(format: Format, text: string, file: string, source: string): Imported {
  const said = { source, doc: basename(file), recorded_at: new Date().toISOString() }
  if (format === 'insecurity-insight') {
    const read = incidentsOfInsecurityInsight(text, said)
    const [rows, skipped] = read.ok ? [read.rows, read.skipped] : [[], read.flaws]
    return { table: INCIDENTS, rows, skipped, partly: read.ok, passedOver: [] }
  }
  const set = format === 'acled' ? 'acled' : 'ucdp-ged'
  const read = importEvents(text, set)
  const flaw = (line: number, column: number, message: string, help: string): Flaw => ({
    place: `${line}:${column}`,
    row: line,
    field: null,
    message,
    help,
  })
  if (!read.ok) {
    const skipped = [flaw(read.line, read.column, read.message, read.help)]
    return { table: INCIDENTS, rows: [], skipped, partly: false, passedOver: [] }
  }
  const skipped = read.skipped.map(({ row, column, why, help }) => flaw(row, column, why, help))
  return { table: INCIDENTS, rows: incidentsOfEvents(read.table, set, said), skipped, partly: true, passedOver: [] }
}

function named({ table }: Options): Table {
  const names = TABLES.map(({ name }) => name).join(', ')
  if (table === undefined) throw new Stop('it is not said which table the file holds', `name it with --table: ${names}`)
  const found = tableNamed(table)
  if (!found) throw new Stop(`\`${table}\` is no table`, `there are ${names}`)
  return found
}

function whole(table: Table, read: Read): Imported {
  return read.ok
    ? { table, rows: read.rows, skipped: [], partly: false, passedOver: read.passedOver }
    : { table, rows: [], skipped: read.flaws, partly: false, passedOver: [] }
}

function utf8(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Stop(`\`${file}\` is not UTF-8 text`, 'save it again as CSV in UTF-8', NO)
  }
}
