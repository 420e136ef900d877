// A page as PDF: typeset in this process, so that nothing of the record leaves it.
import { typstOf, type Page } from '@trucekeeper/publish'
import { pdfFrom, svgFrom } from './typesetter.ts'

/** A PDF. `madeAt`, in milliseconds since 1970, is the date it bears: the same page and date give the same bytes. */
export function pdfOf(page: Page, madeAt: number): Uint8Array {
  return pdfFrom(typstOf(page), madeAt)
}

/** Its sheets one below the other as one SVG, to be looked at on a screen. */
export function svgOf(page: Page): string {
  return svgFrom(typstOf(page))
}
