// Rows of comma-separated text (RFC 4180) as it comes in, piece by piece; what is malformed stops the reading at its place.

/** Where something stands in a file; both count from 1, columns in UTF-16 units. */
export interface FilePlace {
  readonly line: number
  readonly column: number
}

export interface CsvFlaw extends FilePlace {
  readonly message: string
  readonly help: string
}

/** The row under way. It is one object for all rows: what is to be kept has to be taken out of it. */
export interface CsvRow {
  readonly line: number
  readonly cells: number
  /** The text of a cell, without its quotation marks. */
  cell(index: number): string
  placeOf(index: number): FilePlace
}

export interface CsvReader {
  /** Takes the next piece of the text, and gives what is wrong with it. After a flaw nothing more is taken. */
  push(text: string): CsvFlaw | null
  end(): CsvFlaw | null
}

const [QUOTE, COMMA, LINE_FEED, RETURN] = [34, 44, 10, 13]
/** A quotation that is never closed would swallow the rest of the file. */
const LONGEST_ROW = 1_000_000
const EXPORT_AGAIN = 'mend the line, or export the file again'

/**
 * Reads rows and hands each to `onRow`, the head first; every row has to have as many cells as the head. `onRow` may
 * refuse a row, which ends the reading. Strict on purpose: a lenient reader would shift cells and say nothing.
 */
export function csvReader(onRow: (row: CsvRow) => CsvFlaw | null): CsvReader {
  let text = ''
  let line = 1
  let headCells = 0
  let flaw: CsvFlaw | null = null
  // Where the row under way and its cells lie in `text`.
  let rowStart = 0
  let cells = 0
  const starts: number[] = []
  const ends: number[] = []
  // Searched for once and remembered: the machine searches faster than a loop over characters does.
  let [nextBreak, nextQuote] = [-1, -1]
  const row = {
    line,
    get cells() {
      return cells
    },
    cell(index: number): string {
      const [start, end] = [starts[index]!, ends[index]!]
      if (text.charCodeAt(start) !== QUOTE) return text.slice(start, end)
      return text.slice(start + 1, end - 1).replaceAll('""', '"')
    },
    placeOf: (index: number) => placeAt(starts[index] ?? ends[cells - 1]!),
  }

  function placeAt(offset: number): FilePlace {
    const before = text.slice(rowStart, offset)
    const breaks = before.split('\n').length - 1
    return { line: line + breaks, column: before.length - (before.lastIndexOf('\n') + 1) + 1 }
  }

  function found(sign: string, from: number): number {
    const at = text.indexOf(sign, from)
    return at === -1 ? text.length : at
  }

  /** The offset after the row that begins at `rowStart`, null while it is not all there, or what is wrong with it. */
  function rowEnd(whole: boolean): number | CsvFlaw | null {
    const { length } = text
    cells = 0
    let at = rowStart
    for (;;) {
      starts[cells] = at
      if (text.charCodeAt(at) === QUOTE) {
        let close = text.indexOf('"', at + 1)
        while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2)
        if (close === -1 || (close + 1 === length && !whole)) {
          if (!whole) return null
          return { ...placeAt(at), message: 'the quotation that begins here is never closed', help: EXPORT_AGAIN }
        }
        at = close + 1
        ends[cells] = at
        if (text.charCodeAt(at) === RETURN && (at + 1 === length || text.charCodeAt(at + 1) === LINE_FEED)) at += 1
        const next = text.charCodeAt(at)
        if (at < length && next !== COMMA && next !== LINE_FEED)
          return {
            ...placeAt(at),
            message: 'after a closing quotation mark comes more text',
            help: 'write a quotation mark inside a cell twice',
          }
      } else {
        if (nextBreak < at) nextBreak = found('\n', at)
        if (nextQuote < at) nextQuote = found('"', at)
        at = Math.min(found(',', at), nextBreak)
        if (nextQuote < at)
          return {
            ...placeAt(nextQuote),
            message: 'a quotation mark stands inside a cell that does not begin with one',
            help: 'put the whole cell in quotation marks, and write the mark inside it twice',
          }
        ends[cells] = at > starts[cells]! && at === nextBreak && text.charCodeAt(at - 1) === RETURN ? at - 1 : at
      }
      cells += 1
      if (text.charCodeAt(at) === COMMA) at += 1
      else if (at < length) return at + 1
      else return whole ? length : null
    }
  }

  function refusal(): CsvFlaw | null {
    if (headCells === 0) headCells = cells
    if (cells === headCells) return onRow(row)
    const surplus = cells > headCells
    return {
      ...(surplus ? row.placeOf(headCells) : placeAt(ends[cells - 1]!)),
      message: `the row has ${cells} cell${cells === 1 ? '' : 's'} where the head has ${headCells}`,
      help: surplus ? 'put a cell that holds a comma in quotation marks' : 'give the row a cell for every column',
    }
  }

  function read(whole: boolean): CsvFlaw | null {
    while (rowStart < text.length) {
      const end = rowEnd(whole)
      if (typeof end === 'object' && end !== null) return end
      if (end === null) {
        if (text.length - rowStart <= LONGEST_ROW) return null
        const message = `the row does not end within ${LONGEST_ROW.toLocaleString('en')} characters`
        return { ...placeAt(rowStart), message, help: 'look for a quotation that is never closed' }
      }
      row.line = line
      const blank = cells === 1 && ends[0] === starts[0]
      const refused = blank ? null : refusal()
      if (refused) return refused
      line += lineBreaks(text, rowStart, end)
      rowStart = end
    }
    return null
  }

  return {
    push(piece) {
      if (flaw) return flaw
      // A file may begin with the mark of its byte order.
      const more = line === 1 && text === '' && headCells === 0 ? piece.replace(/^\uFEFF/, '') : piece
      text = text.slice(rowStart) + more
      rowStart = 0
      ;[nextBreak, nextQuote] = [-1, -1]
      flaw = read(false)
      return flaw
    },
    end() {
      flaw ??= read(true)
      return flaw
    },
  }
}

/** Line feeds of a row whose last character is one, unless the file ends there. */
function lineBreaks(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1
    if (at === to - 1) break
  }
  return count
}
