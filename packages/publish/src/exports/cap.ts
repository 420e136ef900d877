// A term as a chain of alerts (CAP 1.2): it begins, each extension updates what was said before, its end cancels it.
import { formatInstant, parseInstant } from '@trucekeeper/time'
import type { DailyReport, TermLine } from '../model/index.ts'
import { WORDS, type Language } from '../words/index.ts'
import { xmlOf, type Xml } from './xml.ts'

/** CAP's own word for who may act on it: a `Draft` is nobody's alert until a person issues it. */
export type AlertStatus = 'Actual' | 'Exercise' | 'Test' | 'Draft'

export interface Alert {
  /** Names the alert by what it tells of, so that one that is known later renames none that was issued. */
  readonly identifier: string
  readonly type: 'Alert' | 'Update' | 'Cancel'
  readonly xml: string
}

interface Link {
  readonly type: Alert['type']
  readonly sent: string
  readonly what: string
  readonly until: string | null
}

/** Every alert of every term so far, the earliest sent first: one document each. Empty before any term began. */
export function alertsOf(report: DailyReport, language: Language, status: AlertStatus = 'Draft'): Alert[] {
  return report.terms
    .flatMap((term) => {
      const links = linksOf(term, report)
      const names = namesOf(term, links, report)
      return links.map((link, index) => ({
        identifier: names[index]!,
        type: link.type,
        sent: parseInstant(link.sent)!,
        xml: alertOf(report, term, links.slice(0, index), names, link, language, status),
      }))
    })
    .toSorted((a, b) => a.sent - b.sent)
    .map(({ identifier, type, xml }) => ({ identifier, type, xml }))
}

function linksOf({ starts, ends, standing, steps }: TermLine, { cut_off, agreement }: DailyReport): Link[] {
  if (starts === null || parseInstant(starts)! > parseInstant(cut_off)!) return []
  const begun = steps.find(({ effect }) => effect === 'begins')
  const extensions = steps.filter(({ effect }) => effect === 'extends')
  // What is not lengthened and has no step of its own ends when the term does.
  const first = begun?.until ?? (extensions.length === 0 ? ends : null)
  const changes = extensions.map(({ at, what, until }): Link => ({ type: 'Update', sent: at, what, until }))
  const last = changes.at(-1)?.sent ?? starts
  // What ends without anybody's word ends at its hour; a later word about it comes after that word.
  const end = ends === null ? null : Math.max(parseInstant(ends)!, parseInstant(last)!)
  const how = steps.find(({ effect }) => effect === 'ends')
  const ended: Link[] =
    standing === 'ended' && end !== null
      ? [{ type: 'Cancel', sent: formatInstant(end, agreement.zone), what: how?.what ?? standing, until: null }]
      : []
  return [{ type: 'Alert', sent: starts, what: 'begins', until: first }, ...changes, ...ended]
}

/** `aleppo-2016.truce.20160914T143000Z`: CAP allows neither spaces nor commas in it. */
function namesOf({ id }: TermLine, links: readonly Link[], { agreement }: DailyReport): string[] {
  const plain = (text: string) => text.replaceAll(/[\s,<&]+/g, '-')
  const stamps = links.map(({ sent }) => new Date(parseInstant(sent)!).toISOString().replaceAll(/[-:]|\.\d+/g, ''))
  return stamps.map((stamp, index) => {
    const same = stamps.slice(0, index).filter((one) => one === stamp).length
    return `${plain(agreement.id)}.${plain(id)}.${stamp}${same === 0 ? '' : `.${same + 1}`}`
  })
}

function alertOf(
  { agreement, areas }: DailyReport,
  term: TermLine,
  before: readonly Link[],
  names: readonly string[],
  link: Link,
  language: Language,
  status: AlertStatus,
): string {
  const words = WORDS[language]
  const sender = `trucekeeper.${agreement.id.replaceAll(/[\s,<&]+/g, '-')}`
  const references = before.map(({ sent }, index) => `${sender},${names[index]},${offset(sent)}`).join(' ')
  const { until } = link
  const said = words.standings[link.type === 'Cancel' ? 'ended' : 'in_force']!
  return xmlOf([
    'alert',
    [
      ['identifier', names[before.length]!],
      ['sender', sender],
      ['sent', offset(link.sent)],
      ['status', status],
      ['msgType', link.type],
      ['scope', 'Public'],
      ...(status === 'Draft' ? [['note', words.centre.draft] as Xml] : []),
      ...(references === '' ? [] : [['references', references] as Xml]),
      [
        'info',
        [
          ['language', language],
          ['category', 'Security'],
          ['event', titleOf(term)],
          ['urgency', link.type === 'Cancel' ? 'Past' : 'Immediate'],
          ['severity', 'Unknown'],
          ['certainty', 'Observed'],
          ['effective', offset(link.sent)],
          ...(until === null ? [] : [['expires', offset(until)] as Xml]),
          ['senderName', agreement.title],
          ['headline', `${titleOf(term)}: ${said}${until === null ? '' : ` ${words.end} ${until}`}`],
          ['description', `${agreement.title}: ${link.what}`],
          ['area', [['areaDesc', areas.length === 0 ? agreement.title : areas.join('; ')]]],
        ],
      ],
    ],
    { xmlns: 'urn:oasis:names:tc:emergency:cap:1.2' },
  ])
}

/** As the agreement heads it: `1.1 Forty-eight hours`. */
function titleOf({ id, heading }: TermLine): string {
  return heading.split(' › ').at(-1) || id
}

/** CAP wants an offset in digits, and has no place for parts of a second. */
function offset(at: string): string {
  return at.replace(/\.\d+/, '').replace(/Z$/, '-00:00')
}
