// The reports as a feed (Atom, RFC 4287): one entry an evening, with the same id however often it is made.
import type { DailyReport } from '../model/index.ts'
import { articleOf } from '../page/html.ts'
import { pageOf, type PageOptions } from '../page/page.ts'
import { timeText } from '../page/say.ts'
import type { Language } from '../words/index.ts'
import { xmlOf, type Xml } from './xml.ts'

/** The latest first. */
export function atomOf(reports: readonly DailyReport[], language: Language, { baseUrl }: PageOptions = {}): string {
  const latestFirst = reports.toReversed()
  const latest = latestFirst[0]!
  const base = baseUrl?.replace(/\/+$/, '')
  return xmlOf([
    'feed',
    [
      ['id', `urn:trucekeeper:${encodeURIComponent(latest.agreement.id)}:reports`],
      ['title', latest.agreement.title],
      ...(base === undefined ? [] : [['link', [], { rel: 'self', href: `${base}/api/feed.atom` }] as Xml]),
      ['updated', latest.known_at],
      ['author', [['name', latest.agreement.title]]],
      ...latestFirst.map((report): Xml => {
        const page = pageOf(report, language, baseUrl === undefined ? {} : { baseUrl })
        return [
          'entry',
          [
            ['id', reportUrn(report)],
            ['title', `${page.title}, ${timeText(report.cut_off)}`],
            ...(base === undefined
              ? []
              : [['link', [], { rel: 'alternate', href: `${base}/report?day=${report.cut_off.slice(0, 10)}` }] as Xml]),
            ['updated', report.known_at],
            ['published', report.cut_off],
            ['content', articleOf(page), { type: 'html' }],
          ],
        ]
      }),
    ],
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
  ])
}

/** Names a report by its agreement and its cut-off. */
export function reportUrn({ agreement, cut_off }: DailyReport): string {
  return `urn:trucekeeper:${encodeURIComponent(agreement.id)}:report:${cut_off.replaceAll(':', '.')}`
}
