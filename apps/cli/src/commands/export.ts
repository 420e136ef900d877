// truce export: the tables of a folder as files for others, and empty forms that people fill in offline.
import {
  outbound,
  READERS,
  readCsv,
  tableNamed,
  TABLES,
  writeCsv,
  writeGeoJson,
  writeXlsx,
  xlsxTemplate,
  type Flaw,
  type Reader,
  type Row,
  type Table,
  type Written,
} from '@trucekeeper/exchange'
import { Option, type Command } from 'commander'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { showFlaws } from '../exchange/flaws.ts'
import { countText } from '../show/count.ts'
import { MISUSED, NO, Stop, type Terminal } from '../terminal.ts'

const FORMATS = ['csv', 'hxl', 'geojson', 'json', 'xlsx'] as const

interface Options {
  readonly format?: (typeof FORMATS)[number]
  readonly table?: string
  readonly template?: string
  readonly out?: string
  readonly for: Reader
  readonly rtl?: true
}

export function addExport(program: Command, io: Terminal): void {
  program
    .command('export')
    .description('write a table of a folder as a file for others, or an empty form of one')
    .argument('[dir]', 'a folder with access/ and ground/')
    .addOption(new Option('--format <form>', 'the form of the file').choices(FORMATS))
    .addOption(new Option('--json', 'the same as --format json').implies({ format: 'json' }))
    .option('--table <name>', `the table: ${TABLES.map(({ name }) => name).join(', ')}`)
    .option('--template <table>', 'write an empty form of this table instead (.xlsx)')
    .option('--out <file>', 'the file to write; standard output without it')
    .addOption(
      new Option('--for <reader>', 'who will read it; positions of units and trucks leave for the desk alone')
        .choices(READERS)
        .default('public'),
    )
    .option('--rtl', 'a sheet that is read from right to left')
    .addHelpText(
      'after',
      `
Places of protected objects leave in cells of a grid whoever reads the file, and only where five or more lie in one.

Examples:
  truce export examples/aleppo-2016 --format hxl --table requests --out requests.csv
  truce export --template seals --out seals.xlsx`,
    )
    .action((dir: string | undefined, options: Options) => run(io, dir, options))
}

async function run(io: Terminal, dir: string | undefined, options: Options): Promise<void> {
  const { template, out, format, rtl = false } = options
  if (template !== undefined) {
    const form = await xlsxTemplate(known(template), { rightToLeft: rtl })
    if (out === undefined) return io.printFile(form, 'a form')
    await put(out, form)
    io.print(`form of ${template} written to ${out}`)
    return
  }
  if (dir === undefined || format === undefined || options.table === undefined)
    throw new Stop('it is not said what to export', 'give a folder, --format and --table, or --template alone', MISUSED)
  const table = known(options.table)
  const { path, rows } = await rowsIn(io, dir, table)
  const leaving = outbound(table, rows, options.for)
  if (!leaving.ok) throw new Stop(leaving.message, leaving.help, NO)
  const written = await contentOf(format, table, leaving.rows, rtl)
  if (!written.ok) {
    showFlaws(io, path, written.flaws)
    throw new Stop(`\`${path}\` cannot be written as ${format}`, 'mend the records named above', NO)
  }
  if (out === undefined) return io.printFile(written.content, 'a spreadsheet')
  await put(out, written.content)
  const kept = leaving.kept > 0 ? `; the places of ${countText(leaving.kept, 'record')} are kept back` : ''
  io.print(`${countText(rows.length, 'record')} of ${table.name} written to ${out}${kept}`)
}

async function contentOf(
  format: (typeof FORMATS)[number],
  table: Table,
  rows: readonly Row[],
  rightToLeft: boolean,
): Promise<Written<string | Uint8Array>> {
  switch (format) {
    case 'csv':
    case 'hxl':
      return writeCsv(table, rows, { hxl: format === 'hxl' })
    case 'geojson':
      return writeGeoJson(table, rows)
    case 'json':
      return { ok: true, content: JSON.stringify({ table: table.name, rows }, null, 2) }
    case 'xlsx':
      return writeXlsx(table, rows, { rightToLeft })
  }
}

async function rowsIn(io: Terminal, dir: string, table: Table): Promise<{ path: string; rows: readonly Row[] }> {
  const path = join(dir, table.folder, `${table.name}.csv`)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`
    throw new Stop(`\`${path}\`: ${why}`, `a folder has a file for each table that it has records of`)
  })
  const read = readCsv(table, text)
  if (read.ok) return { path, rows: read.rows }
  showFlaws(io, path, read.flaws satisfies readonly Flaw[])
  throw new Stop(`\`${path}\` cannot be read as it stands`, 'mend the places named above', NO)
}

function known(name: string): Table {
  const table = tableNamed(name)
  if (!table) throw new Stop(`\`${name}\` is no table`, `there are ${TABLES.map((one) => one.name).join(', ')}`)
  return table
}

/** Whole or not at all: a reader never finds half a file under the name. */
async function put(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(`${path}.part`, content)
    await rename(`${path}.part`, path)
  } catch (error) {
    throw new Stop(`\`${path}\` cannot be written (${(error as NodeJS.ErrnoException).code})`, 'name another file', NO)
  }
}
