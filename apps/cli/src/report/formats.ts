// The forms in which a report leaves: pages for people and files for programs.
import { htmlOf, markdownOf, pageOf, type DailyReport, type Language } from '@trucekeeper/publish'
import { parseInstant } from '@trucekeeper/time'

export const FORMATS = ['md', 'html', 'pdf', 'docx', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const EXTENSIONS: Readonly<Record<Format, string>> = {
  md: 'md',
  html: 'html',
  pdf: 'pdf',
  docx: 'docx',
  json: 'json',
}

export async function writtenAs(format: Format, report: DailyReport, language: Language): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return markdownOf(pageOf(report, language))
    case 'html':
      return htmlOf(pageOf(report, language))
    case 'pdf': {
      // The typesetter is loaded only when something is to be printed.
      const { pdfOf } = await import('@trucekeeper/print')
      return pdfOf(pageOf(report, language), parseInstant(report.known_at)!)
    }
    case 'docx': {
      const { docxOf } = await import('@trucekeeper/print')
      return docxOf(pageOf(report, language))
    }
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
  }
}
