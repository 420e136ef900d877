// What is due next as a calendar (iCalendar, RFC 5545): the same deadline keeps its UID, so that a calendar moves it.
import { sha256Hex } from '@trucekeeper/claims'
import { printable } from '@trucekeeper/diagnostics'
import { addDays, formatInstant, parseInstant } from '@trucekeeper/time'
import { cutOffOf, type DailyReport, type DeadlineLine } from '../model/index.ts'
import { WORDS, type Language, type Words } from '../words/index.ts'

/** A calendar has at least one event: the cut-off of the next report. */
export function calendarOf(report: DailyReport, language: Language): string {
  const words = WORDS[language]
  const stamp = utc(report.known_at)
  const events = report.deadlines.flatMap((deadline) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uidOf(deadline, report))}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${utc(deadline.at)}`,
    `SUMMARY:${escaped(summaryOf(deadline, words))}`,
    `DESCRIPTION:${escaped(report.agreement.title)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Trucekeeper//Daily report//EN',
    ...events,
    'BEGIN:VEVENT',
    `UID:${escaped(`next-report@${report.agreement.id}`)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${utc(nextCutOff(report))}`,
    `SUMMARY:${escaped(`${words.report}${report.number === null ? '' : ` ${report.number + 1}`}: ${words.cutOff}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function nextCutOff({ cut_off, agreement }: DailyReport): string {
  const next = cutOffOf(addDays(cut_off.slice(0, 10), 1), cut_off.slice(11, 16), agreement.zone)
  return formatInstant(next, agreement.zone)
}

function uidOf({ of, id, what }: DeadlineLine, { agreement }: DailyReport): string {
  const name = of === 'case' ? `${id}.${sha256Hex(what).slice(0, 16)}` : of === 'clause' ? `${id}.${what}` : id
  return `${name.replaceAll(' ', '-')}@${agreement.id}`
}

function summaryOf({ of, id, what, who }: DeadlineLine, words: Words): string {
  const said = of === 'clause' ? `${id}: ${words.deadline[what] ?? what}` : `${words.centre.deadlines[of]}: ${what}`
  return who.length === 0 ? said : `${said} (${who.join(', ')})`
}

function utc(at: string): string {
  return new Date(parseInstant(at)!).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

/** TEXT of RFC 5545 has no place for control characters but the tab. */
function escaped(text: string): string {
  const lines = printable(text.replaceAll(/\r\n?/g, '\n'))
  return lines.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** Lines are at most 75 octets; a character is never parted. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > 74) {
      parts.push(part)
      part = ''
      octets = 0
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
