// A term as a chain of alerts (CAP 1.2): it begins, each extension updates what was said before, its end cancels it.
import { formatInstant, parseInstant } from '@trucekeeper/time'
import type { DailyReport, TermLine } from '../model/index.ts'
import { WORDS, type Language } from '../words/index.ts'
import { xmlOf, type Xml } from './xml.ts'

/** CAP's own word for who may act on it: a `Draft` is nobody's alert until a person issues it. */
export type AlertStatus = 'Actual' | 'Exercise' | 'Test' | 'Draft'

interface Link {
  readonly type: 'Alert' | 'Update' | 'Cancel'
  readonly sent: string
  readonly what: string
}

/** Every alert of every term so far, in order: one document each. Empty before any term began. */
export function alertsOf(report: DailyReport, language: Language, status: AlertStatus = 'Draft'): string[] {
  return report.terms.flatMap((term) => {
    const links = linksOf(term, report)
    return links.map((link, index) =>
      alertOf(report, term, links.slice(0, index), link, index === links.length - 1, language, status),
    )
  })
}

function linksOf({ starts, ends, standing, steps }: TermLine, { cut_off, agreement }: DailyReport): Link[] {
  if (starts === null || parseInstant(starts)! > parseInstant(cut_off)!) return []
  const extensions = steps.filter(({ at, stage }) => stage === 'exercised' && parseInstant(at)! > parseInstant(starts)!)
  const changes = extensions.map(({ at, what }): Link => ({ type: 'Update', sent: at, what }))
  const last = changes.at(-1)?.sent ?? starts
  // What ends without anybody's word ends at its hour; a later word about it comes after that word.
  const end = ends === null ? null : Math.max(parseInstant(ends)!, parseInstant(last)!)
  const ended: Link[] =
    standing === 'ended' && end !== null
      ? [{ type: 'Cancel', sent: formatInstant(end, agreement.zone), what: standing }]
      : []
  return [{ type: 'Alert', sent: starts, what: 'begins' }, ...changes, ...ended]
}

function alertOf(
  { agreement }: DailyReport,
  term: TermLine,
  before: readonly Link[],
  link: Link,
  isLast: boolean,
  language: Language,
  status: AlertStatus,
): string {
  const words = WORDS[language]
  const sender = `trucekeeper.${agreement.id}`
  const name = (index: number) => `${agreement.id}.${term.id}.${index + 1}`
  const references = before.map(({ sent }, index) => `${sender},${name(index)},${sent}`).join(' ')
  const until = isLast && link.type !== 'Cancel' && term.ends !== null ? term.ends : null
  const said = words.standings[link.type === 'Cancel' ? 'ended' : 'in_force']!
  return xmlOf([
    'alert',
    [
      ['identifier', name(before.length)],
      ['sender', sender],
      ['sent', offset(link.sent)],
      ['status', status],
      ['msgType', link.type],
      ['scope', 'Public'],
      ...(references === '' ? [] : [['references', references] as Xml]),
      [
        'info',
        [
          ['language', language],
          ['category', 'Security'],
          ['event', term.id],
          ['urgency', link.type === 'Cancel' ? 'Past' : 'Immediate'],
          ['severity', 'Unknown'],
          ['certainty', 'Observed'],
          ['effective', offset(link.sent)],
          ...(until === null ? [] : [['expires', offset(until)] as Xml]),
          ['headline', `${term.id}: ${said}`],
          ['description', `${agreement.title}: ${link.what}`],
          ['area', [['areaDesc', agreement.title]]],
        ],
      ],
    ],
    { xmlns: 'urn:oasis:names:tc:emergency:cap:1.2' },
  ])
}

/** CAP wants an offset in digits, and has no place for parts of a second. */
function offset(at: string): string {
  return at.replace(/\.\d+/, '').replace(/Z$/, '-00:00')
}
