// Records from a filled spreadsheet; what is wrong is named by sheet and cell.
import readSheets from 'read-excel-file/universal'
import { getCellAddress } from 'write-excel-file/utility'
import type { Surroundings } from '../checks.ts'
import { quoted, type Flaw, type Read } from '../flaw.ts'
import { readGrid } from '../grid.ts'
import type { Table } from '../table.ts'
import type { Raw, Refused } from '../values.ts'
import { partsOf, stored } from './archive.ts'
import { lookInto, type SheetLook } from './look.ts'
import { CODES_SHEET } from './write.ts'

const DAY_MS = 86_400_000
const NOT_A_BOOK = {
  message: 'the file is an archive, but no spreadsheet that can be read',
  help: 'open it in a spreadsheet program and save it again as .xlsx',
}

/** Records of a table from an .xlsx file, places as `positions!F7`; all of them, or every flaw. */
export async function readXlsx(table: Table, bytes: Uint8Array, around: Surroundings = {}): Promise<Read> {
  const opened = partsOf(bytes)
  if (!opened.ok) return refuse(opened)
  const looks = lookInto(opened.parts)
  if (looks === null) return refuse(NOT_A_BOOK)
  const chosen = sheetFor(table, looks)
  if ('message' in chosen) return refuse(chosen, chosen.place)
  if (chosen.oddities.length > 0)
    return {
      ok: false,
      flaws: chosen.oddities.map(({ cell, message, help }): Flaw => {
        const row = Number(/\d+/.exec(cell)?.[0] ?? 0)
        return { place: `${chosen.name}!${cell}`, row, field: null, message, help }
      }),
    }
  const sheets = await sheetsOf(stored(opened.parts).buffer)
  const data = sheets?.find(({ sheet }) => sheet === chosen.name)?.data
  if (!data) return refuse(NOT_A_BOOK)
  const grid = data.map((cells, index) => ({
    number: index + 1,
    cells: cells.map(rawOf),
    place: (column: number) => `${chosen.name}!${getCellAddress(index, column)}`,
  }))
  return readGrid(table, grid, around)
}

/** Under the library’s hands malformed parts throw; that is the file’s fault. */
async function sheetsOf(bytes: ArrayBuffer) {
  try {
    return await readSheets(bytes, { trim: false })
  } catch {
    return null
  }
}

/** The sheet of that name, or the only one; others are refused, since what stands there would be left behind unseen. */
function sheetFor({ name }: Table, looks: readonly SheetLook[]): SheetLook | (Refused & { place: string }) {
  const hidden = looks.find((look) => look.hidden)
  if (hidden)
    return {
      place: hidden.name,
      message: `the sheet ${quoted(hidden.name)} is hidden`,
      help: 'show it, look at it, and delete it where it is not needed',
    }
  const others = looks.filter((look) => look.name !== CODES_SHEET)
  const chosen = others.find((look) => look.name === name) ?? (others.length === 1 ? others[0] : undefined)
  if (!chosen)
    return {
      place: looks[0]!.name,
      message: `no sheet is called \`${name}\``,
      help: `give this name to the sheet with the records; there are ${looks.map((look) => quoted(look.name)).join(', ')}`,
    }
  const other = others.find((look) => look !== chosen)
  if (!other) return chosen
  const help = 'keep it in a file of its own: only one table is read from a file'
  return { place: other.name, message: `the sheet ${quoted(other.name)} is not read`, help }
}

/** The library gives dates at midnight UTC of the day they name. */
function rawOf(value: unknown): Raw {
  if (value instanceof Date) {
    const milliseconds = value.getTime()
    if (Number.isNaN(milliseconds)) return 'no date'
    return { day: value.toISOString().slice(0, 10), hasTime: milliseconds % DAY_MS !== 0 }
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function refuse({ message, help }: Refused, place = 'workbook'): Read {
  return { ok: false, flaws: [{ place, row: 0, field: null, message, help }] }
}
