// The forms in which a report leaves: pages for people and files for programs.
import type { Agreement } from '@trucekeeper/agreement'
import {
  alertsOf,
  atomOf,
  calendarOf,
  csvOf,
  geoJsonOf,
  htmlOf,
  markdownOf,
  pageOf,
  provOf,
  stixOf,
  type DailyReport,
  type Language,
} from '@trucekeeper/publish'
import { parseInstant } from '@trucekeeper/time'

/** The end of the name of a file in each form. */
export const EXTENSIONS = {
  md: 'md',
  html: 'html',
  pdf: 'pdf',
  docx: 'docx',
  json: 'json',
  csv: 'csv',
  hxl: 'hxl.csv',
  geojson: 'geojson',
  cap: 'cap.xml',
  ics: 'ics',
  atom: 'atom.xml',
  stix: 'stix.json',
  prov: 'prov.jsonld',
} as const

export type Format = keyof typeof EXTENSIONS
export const FORMATS = Object.keys(EXTENSIONS) as readonly Format[]

/** The last of the reports, or all of them where a form takes several. Null where there is nothing to tell: no alert before any term has begun. */
export async function writtenAs(
  format: Format,
  reports: readonly DailyReport[],
  language: Language,
  agreement: Agreement,
): Promise<string | Uint8Array | null> {
  const report = reports.at(-1)!
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
    case 'csv':
    case 'hxl':
      return csvOf(report, { hxl: format === 'hxl' })
    case 'geojson':
      return geoJsonOf(report, agreement)
    case 'cap':
      return alertsOf(report, language).at(-1) ?? null
    case 'ics':
      return calendarOf(report, language)
    case 'atom':
      return atomOf(reports, language)
    case 'stix':
      return stixOf(report)
    case 'prov':
      return provOf(report)
  }
}
