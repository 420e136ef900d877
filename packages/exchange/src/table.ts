// The description of a table: its columns, what each may hold and what it is called, from which every format follows.

/**
 * What a cell may hold. `when` is a day or an instant with offset, `moment` an instant or two with `/` between them,
 * `code` one word of a list, or several.
 */
export type Kind =
  | 'text'
  | 'number'
  | 'date'
  | 'instant'
  | 'when'
  | 'moment'
  | 'code'
  | 'yes_no'
  | 'pcode'
  | 'longitude'
  | 'latitude'

export interface Column {
  /** The field's name in files, in snake_case. */
  readonly name: string
  /** HXL 1.1: a hashtag of the core list, and attributes. No other column of the table has the same. */
  readonly tag: string
  readonly kind: Kind
  readonly required?: true
  /** The words of a `code` column. */
  readonly codes?: readonly string[]
  /** Whether a `code` column may hold several words, with `;` between them. */
  readonly several?: true
  /** The column that names the boundary set in which a `pcode` is unique. */
  readonly version?: string
  /** One sentence for whoever fills the column in. */
  readonly help: string
}

export interface Table {
  readonly name: string
  /** One sentence: what a row is. */
  readonly about: string
  readonly columns: readonly Column[]
  /** The folder of an agreement's directory that its file lies in. */
  readonly folder: 'access' | 'ground' | 'incidents'
  /** The column of an error radius in metres, to which exported shapes are rounded. */
  readonly radius?: string
  /** Exact positions that only the desk that owns them may have in a file. */
  readonly staysAtDesk?: true
  /** Rows leave the desk without their exact position, whoever else reads them. */
  readonly positionStaysAtDesk?: true
  /** Whether the place of a row has to be kept from others, because something protected stands there. */
  readonly isProtected?: (row: Row) => boolean
}

/** The column that holds a geohash cell, in tables that have one. */
export const CELL_FIELD = 'cell'

/** Null is what nobody filled in; an empty text is no value. */
export type Value = string | number | null
/** One record: a value for every column of its table. */
export type Row = Readonly<Record<string, Value>>

export function columnOf({ columns }: Table, kind: Kind): Column | null {
  return columns.find((column) => column.kind === kind) ?? null
}
