// What a spreadsheet program lets people write into a column: the codes of its list, degrees in their range.
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import type { Feature } from 'write-excel-file/universal'
import type { Column, Table } from '../table.ts'

const SHEET = 'xl/worksheets/sheet{id}.xml'

/** Validations on the first sheet; `listOf` gives the range on the sheet of codes in which a column's codes stand. */
export function dropDowns(
  { columns }: Table,
  { first, last, listOf }: { readonly first: number; readonly last: number; listOf(column: Column): string | null },
): Feature<Blob> {
  const rules = columns.map((column, index) => {
    const range = `${getCellAddress(first, index)}:${getCellAddress(last, index)}`
    return ruleOf(column, range, listOf(column))
  })
  const all = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
  return {
    files: {
      transform: {
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0
              ? insertElementMarkupAccordingToOrderOfSiblings(
                  xml,
                  all,
                  getOrderOfSiblings(SHEET, 'worksheet') ?? [],
                  'worksheet',
                )
              : xml,
        },
      },
    },
  }
}

function ruleOf(column: Column, range: string, list: string | null): string {
  const { name, kind, help, several } = column
  const attributes = {
    allowBlank: 1,
    showInputMessage: 1,
    // Several codes in one cell are beyond a spreadsheet's list: it offers one, and takes others.
    showErrorMessage: several ? 0 : 1,
    errorTitle: name,
    error: help.slice(0, 225),
    promptTitle: name,
    prompt: help.slice(0, 255),
    sqref: range,
  }
  const words = Object.entries(attributes).map(([key, value]) => `${key}="${sanitizeAttributeValue(String(value))}"`)
  const rule = (type: string, formulas: string) =>
    `<dataValidation ${type}${words.join(' ')}>${formulas}</dataValidation>`
  if (list !== null) return rule('type="list" ', `<formula1>${sanitizeTextContent(list)}</formula1>`)
  if (kind === 'yes_no') return rule('type="list" ', '<formula1>"yes,no"</formula1>')
  if (kind === 'longitude' || kind === 'latitude') {
    const most = kind === 'longitude' ? 180 : 90
    return rule('type="decimal" operator="between" ', `<formula1>-${most}</formula1><formula2>${most}</formula2>`)
  }
  return rule('', '')
}
