// A page of a report on paper: PDF through typst, DOCX through docx.
export { docxOf } from './docx.ts'
export { pdfOf, svgOf } from './pdf.ts'
