// The tally of one kind of period as a table that others read: comma-separated, with a row of HXL tags below the names.
import type { TallyPeriods } from '@trucekeeper/api'

const COLUMNS = [
  ['period_from', '#date+start'],
  ['period_to', '#date+end'],
  ['clause', '#meta+id+clause'],
  ['party', '#group+party'],
  ['told_low', '#event+told+min+num'],
  ['told_high', '#event+told+max+num'],
  ['claimed_low', '#event+claimed+min+num'],
  ['claimed_high', '#event+claimed+max+num'],
  ['verified_low', '#event+verified+min+num'],
  ['verified_high', '#event+verified+max+num'],
  ['days_in_force', '#indicator+days+in_force+num'],
  ['days_reported', '#indicator+days+reported+num'],
] as const

/** Figures in bulk are in what is claimed, as bounds; a clause that was not in force in a period has no line for it. */
export function tallyCsv({ periods, rows }: TallyPeriods): string {
  const lines = periods.flatMap(({ from, to }, index) =>
    rows.flatMap(({ clause, party, cells }) => {
      const cell = cells[index]
      if (!cell) return []
      const { told, claimed, verified, days_in_force, days_reported } = cell
      const ranges = [told, claimed, verified].flatMap(({ low, high }) => [low, high])
      return [[from, to, clause, party, ...ranges, days_in_force, days_reported]]
    }),
  )
  const table = [COLUMNS.map(([name]) => name), COLUMNS.map(([, tag]) => tag), ...lines]
  return table.map((cells) => `${cells.map((cell) => written(`${cell}`)).join(',')}\r\n`).join('')
}

function written(cell: string): string {
  // A spreadsheet would work out what begins like a formula.
  const safe = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
