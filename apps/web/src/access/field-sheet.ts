// What a form of the field says, read back from the document that it became (`record-field/form-record.ts` writes it).

export interface FieldSheet {
  readonly title: string
  readonly rows: readonly (readonly [label: string, value: string])[]
  readonly words: string
  /** Where the words stand in the text. */
  readonly start: number
}

/** Seal checks and steps of access by the names of their documents. */
export const isAccessSheet = (doc: string): boolean => /^field-(?:seal|access)-/.test(doc)

/** Null where the text is not built as a form is. */
export function fieldSheetOf(text: string): FieldSheet | null {
  const end = text.indexOf('\n\n')
  const last = text.trimEnd().lastIndexOf('\n\n')
  if (end <= 0 || last <= end) return null
  const [title = '', ...lines] = text.slice(0, end).split('\n')
  const rows = lines.map((line) => {
    const at = line.indexOf(': ')
    return [line.slice(0, Math.max(0, at)), line.slice(at + 2)] as const
  })
  if (rows.some(([label]) => label === '')) return null
  return { title, rows, words: text.slice(end + 2, last), start: end + 2 }
}
