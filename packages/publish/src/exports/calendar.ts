// What is due next as a calendar (iCalendar, RFC 5545): the same deadline keeps its UID, so that a calendar moves it.
import { sha256Hex } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import type { DailyReport, DeadlineLine } from '../model/index.ts'
import { WORDS, type Language, type Words } from '../words/index.ts'

export function calendarOf(report: DailyReport, language: Language): string {
  const words = WORDS[language]
  const events = report.deadlines.flatMap((deadline) => [
    'BEGIN:VEVENT',
    `UID:${escaped(uidOf(deadline, report))}`,
    `DTSTAMP:${utc(report.known_at)}`,
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
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
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

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
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
