// The forms in which a report leaves: pages for people and files for programs.
import type { Printer } from '@trucekeeper/print'
import {
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

export interface Writing {
  readonly language: Language
  readonly baseUrl?: string
  /** Open where a PDF is asked for. */
  readonly printer: Printer | null
}

/** The last of the reports, or all of them where a form takes several. Alerts are several files: `alertsOf`. */
export async function writtenAs(
  format: Exclude<Format, 'cap'>,
  reports: readonly DailyReport[],
  { language, baseUrl, printer }: Writing,
): Promise<string | Uint8Array> {
  const report = reports.at(-1)!
  const page = () => pageOf(report, language, baseUrl === undefined ? {} : { baseUrl })
  switch (format) {
    case 'md':
      return markdownOf(page())
    case 'html':
      return htmlOf(page())
    case 'pdf':
      return printer!.pdf(page(), parseInstant(report.known_at)!)
    case 'docx': {
      // What writes DOCX is loaded only when one is wanted.
      const { docxOf } = await import('@trucekeeper/print')
      return docxOf(page())
    }
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'csv':
    case 'hxl':
      return csvOf(report, { hxl: format === 'hxl' })
    case 'geojson':
      return geoJsonOf(report)
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
