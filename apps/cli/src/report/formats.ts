// The forms in which a report leaves: pages for people and files for programs.
import type { Agreement } from '@trucekeeper/agreement'
import { htmlOf, markdownOf, pageOf, type DailyReport, type Language } from '@trucekeeper/publish'

export const FORMATS = ['md', 'html', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const EXTENSIONS: Readonly<Record<Format, string>> = { md: 'md', html: 'html', json: 'json' }

export async function writtenAs(
  format: Format,
  report: DailyReport,
  language: Language,
  _agreement: Agreement,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'md':
      return markdownOf(pageOf(report, language))
    case 'html':
      return htmlOf(pageOf(report, language))
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
  }
}
