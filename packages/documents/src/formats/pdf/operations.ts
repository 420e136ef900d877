// The drawing operations of a page that matter for its words, by the numbers the PDF parser gives them.
import { getResolvedPDFJS } from 'unpdf'

export const { OPS } = await getResolvedPDFJS()
