// The head of a table in a file: which of its columns is which, by its headings, by its HXL tags, or by both.
import { didYouMean } from '@trucekeeper/diagnostics'
import { quoted, type Flaw } from './flaw.ts'
import { hxlTag, isTagRow, ROWS_SEARCHED } from './hxl.ts'
import type { Column, Table } from './table.ts'

export interface HeadRow {
  /** The line of the file, or the row of the sheet. */
  readonly number: number
  readonly cells: readonly string[]
  place(index: number): string
}

export interface Head {
  /** The column of the table for each column of the file; null for those passed over. */
  readonly columns: readonly (Column | null)[]
  /** How many rows belong to the head or stand above it. */
  readonly rows: number
  /** The headings as they stand in the file, none where only tags say what is what. */
  readonly headings: readonly string[]
  readonly passedOver: readonly string[]
}

/** Finds the head among the first rows: a row of headings, with a row of tags before or after it, or one of both alone. */
export function headOf(table: Table, rows: readonly HeadRow[]): Head | Flaw[] {
  const searched = rows.slice(0, ROWS_SEARCHED)
  const tagsAt = searched.findIndex(({ cells }) => isTagRow(cells))
  const headingsAt = tagsAt === -1 ? bestRow(table, searched) : beside(table, searched, tagsAt)
  if (tagsAt === -1 && headingsAt === -1) return [noHead(table, rows)]
  const [tags, headings] = [searched[tagsAt], searched[headingsAt]]
  const flaws: Flaw[] = []
  const passedOver: string[] = []
  const seen = new Set<Column>()
  const columns = Array.from({ length: Math.max(tags?.cells.length ?? 0, headings?.cells.length ?? 0) }, (_, index) => {
    const [heading, tag] = [headings?.cells[index]?.trim() ?? '', tags?.cells[index]?.trim() ?? '']
    const found = identified(table, heading, tag, headings !== undefined)
    if (found === null) {
      if (heading !== '' || tag !== '') passedOver.push(tag || heading)
      return null
    }
    const inTags = heading === '' || ('message' in found && found.inTags)
    const at = (inTags ? (tags ?? headings) : headings)!
    const say = (message: string, help: string) => {
      flaws.push({ place: at.place(index), row: at.number, field: null, message, help })
      return null
    }
    if ('message' in found) return say(found.message, found.help)
    if (seen.has(found)) return say(`the column \`${found.name}\` stands twice`, 'delete one of them')
    seen.add(found)
    return found
  })
  const at = (headings ?? tags)!
  for (const { name, tag, help, required } of table.columns)
    if (required && ![...seen].some((column) => column.name === name))
      flaws.push({
        place: at.place(0),
        row: at.number,
        field: name,
        message: `the file has no column \`${name}\``,
        help: `add it${headings ? '' : ` with the tag \`${tag}\``}: ${help}`,
      })
  if (flaws.length > 0) return flaws
  return { columns, rows: Math.max(tagsAt, headingsAt) + 1, headings: headings?.cells ?? [], passedOver }
}

/** The column that a heading and a tag stand for; null for one that is none of the table's, where that is no flaw. */
function identified(
  { name, columns }: Table,
  heading: string,
  tag: string,
  hasHeadings: boolean,
): Column | { readonly message: string; readonly help: string; readonly inTags?: true } | null {
  const spelt = tag === '' ? null : hxlTag(tag)
  if (tag !== '' && spelt === null)
    return {
      inTags: true,
      message: `${quoted(tag)} is no HXL tag`,
      help: 'write a hashtag of letters, digits and _, then attributes with +, such as #date+occurred+start',
    }
  const byName = columns.find((column) => column.name === heading.toLowerCase())
  const byTag = columns.find((column) => hxlTag(column.tag) === spelt)
  if (byName && byTag && byName !== byTag)
    return {
      inTags: true,
      message: `the heading says \`${byName.name}\`, the tag \`${tag}\` says \`${byTag.name}\``,
      help: `give it the tag \`${byName.tag}\`, or the heading \`${byTag.name}\``,
    }
  const found = byName ?? byTag
  if (found || !hasHeadings || heading === '') return found ?? null
  const meant = didYouMean(
    heading,
    columns.map((column) => column.name),
  )
  return {
    message: `${quoted(heading)} is no column of \`${name}\``,
    help: `${meant ? `did you mean \`${meant}\`? ` : ''}it has ${columns.map((column) => column.name).join(', ')}`,
  }
}

/** The row of headings before or after the tags, -1 where neither names a field: the tags alone then say all. */
function beside(table: Table, rows: readonly HeadRow[], tagsAt: number): number {
  const [before, after] = [rows[tagsAt - 1], rows[tagsAt + 1]].map((row) => (row ? namesIn(table, row) : 0))
  if (before === 0 && after === 0) return -1
  return before! >= after! ? tagsAt - 1 : tagsAt + 1
}

function bestRow(table: Table, rows: readonly HeadRow[]): number {
  const counts = rows.map((row) => namesIn(table, row))
  const most = Math.max(0, ...counts)
  return most === 0 ? -1 : counts.indexOf(most)
}

function namesIn({ columns }: Table, { cells }: HeadRow): number {
  return columns.filter(({ name }) => cells.some((cell) => cell.trim().toLowerCase() === name)).length
}

function noHead({ name, columns }: Table, rows: readonly HeadRow[]): Flaw {
  return {
    place: rows[0]?.place(0) ?? '1:1',
    row: rows[0]?.number ?? 1,
    field: null,
    message: rows.length === 0 ? 'there are no rows' : `no row names a column of \`${name}\``,
    help: `the first row has to be ${columns.map((column) => column.name).join(',')}`,
  }
}
