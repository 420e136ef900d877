// What a spreadsheet file holds beside values: hidden parts, merged cells, formulas, errors.
import type { Refused } from '../values.ts'
import type { Parts } from './archive.ts'

export interface Oddity extends Refused {
  /** `F7`, a range `F7:G7`, a row `7` or a column `F`. */
  readonly cell: string
}

export interface SheetLook {
  readonly name: string
  readonly hidden: boolean
  readonly oddities: readonly Oddity[]
}

/** In markup only, `<` begins a tag: what stands in comments and verbatim sections is taken out before. */
const VERBATIM = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g
const TAGS = /<(?:\w+:)?(\w+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g
const ATTRIBUTES = /(?:[\w]+:)?([\w]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

interface Tag {
  readonly name: string
  /** Looked up when it is asked for: a sheet has a tag for every cell, and few of them are of interest. */
  of(attribute: string): string | undefined
}

/** The sheets in their order, or null where the parts are no workbook. */
export function lookInto(parts: Parts): SheetLook[] | null {
  const [book, links] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'].map((path) => markup(parts, path))
  if (!book || !links) return null
  const targets = new Map(
    [...tags(links)].flatMap(({ name, of }) => (name === 'Relationship' ? [[of('Id'), of('Target')]] : [])),
  )
  const sheets = [...tags(book)].filter(({ name }) => name === 'sheet')
  const looks = sheets.map(({ of }): SheetLook | null => {
    const target = targets.get(of('id')) ?? ''
    const sheet = markup(parts, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (sheet === null) return null
    const hidden = (of('state') ?? 'visible') !== 'visible'
    return { name: unescaped(of('name') ?? ''), hidden, oddities: odditiesIn(sheet) }
  })
  return looks.length > 0 && looks.every((look) => look !== null) ? looks : null
}

function odditiesIn(sheet: string): Oddity[] {
  const found: Oddity[] = []
  let cell = ''
  for (const { name, of } of tags(sheet)) {
    const at = of('r') ?? cell
    if (name === 'c') cell = at
    if (name === 'c' && of('t') === 'e')
      found.push({ cell, message: 'the cell holds an error', help: 'write the value itself' })
    else if (name === 'f')
      found.push({ cell, message: 'the cell holds a formula', help: 'put its value there: copy it, paste values only' })
    else if (name === 'mergeCell')
      found.push({
        cell: of('ref') ?? '',
        message: 'the cells are merged',
        help: 'take them apart, and fill in each: nobody can tell which rows one value is for',
      })
    else if (name === 'row' && isYes(of('hidden')))
      found.push({
        cell: at,
        message: 'the row is hidden',
        help: 'show all rows, take off any filter, and look at them',
      })
    else if (name === 'col' && isYes(of('hidden')))
      found.push({
        cell: letters(Number(of('min'))),
        message: 'the column is hidden',
        help: 'show it, and look at it',
      })
  }
  return found
}

function markup(parts: Parts, path: string): string | null {
  if (!Object.hasOwn(parts, path)) return null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(parts[path])
    return text.includes('<!DOCTYPE') ? null : text.replace(VERBATIM, '')
  } catch {
    return null
  }
}

function* tags(text: string): Generator<Tag> {
  for (const [, name, rest] of text.matchAll(TAGS))
    yield {
      name: name!,
      of(attribute) {
        for (const [, key, one, other] of rest!.matchAll(ATTRIBUTES)) if (key === attribute) return one ?? other
        return undefined
      },
    }
}

function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name]!)
}

/** `A` of 1, `AA` of 27. */
function letters(column: number): string {
  return column < 1 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}
