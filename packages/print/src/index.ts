// A page of a report on paper: PDF through typst, DOCX through docx.
import type { Page } from '@trucekeeper/publish'

export { pdfOf, svgOf } from './pdf.ts'
export { openPrinter, type Printer } from './printer.ts'

/** What writes DOCX takes a while to load, and most who print want none. */
export async function docxOf(page: Page): Promise<Uint8Array> {
  const { docxOf: write } = await import('./docx.ts')
  return write(page)
}
