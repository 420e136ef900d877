// Agreements side by side on the terminal, one below the other, and what each makes of an incident.
import type { AgreementOverview, IncidentScopes, NumberTold, ZoneOverview } from '@trucekeeper/engine'
import type { Terminal } from '../terminal.ts'
import { plain, shortInstant } from './verdict.ts'
import { indented } from './wrap.ts'

export function showAgreements(io: Terminal, overviews: readonly AgreementOverview[]): void {
  for (const [at, one] of overviews.entries()) {
    if (at > 0) io.print('')
    showOverview(io, one)
  }
}

function showOverview({ colours, print, width }: Terminal, one: AgreementOverview): void {
  const line = (label: string, text: string) => print(indented(`${label}: ${text}`, width, '    ', '  '))
  print(`${colours.bold(one.id)}  ${one.title}`)
  line('stands', plain(one.standing))
  for (const { id, standing, starts, ends, reason } of one.terms) {
    const from = starts === null ? '' : `, from ${dayOf(starts)}`
    const to = ends === null ? '' : ` to ${dayOf(ends)}`
    line(id, `${plain(standing)}${from}${to} (${reason})`)
  }
  line('parties', one.parties.map(({ name }) => name).join(', '))
  if (one.excluded.length > 0) line('outside it', one.excluded.map(({ name }) => name).join(', '))
  for (const [label, text] of [
    ['made', one.made],
    ['stage', one.stage],
    ['published', one.status],
    ['endorsed', one.endorsed],
  ] as const)
    if (text !== null) line(label, text)
  for (const zone of one.zones) if (zone.strip) line(zone.name, stripText(zone.strip))
  for (const number of one.numbers) line(number.title ?? number.clause, numberText(number))
  if (one.attention.length === 0) return
  print('  needs somebody:')
  for (const { clause, concern, reason } of one.attention)
    print(indented(`${concern} ${clause}: ${reason}`, width, '      ', '    '))
}

/** `79.4 km long (said to be about 80 km), 5.5 km deep on either side, about 873 km²` */
export function stripText(strip: NonNullable<ZoneOverview['strip']>): string {
  const said = strip.said_m === null ? '' : ` (said to be ${strip.said_about ? 'about ' : ''}${km(strip.said_m)})`
  const side = strip.side === 'either' ? 'on either side' : `${strip.side} of its line`
  return `${km(strip.length_m)} long${said}, ${km(strip.depth_m)} deep ${side}, about ${Math.round(strip.area_m2 / 1e6)} km²`
}

function numberText({ asked, low, high }: NumberTold): string {
  const owed = `${asked.about ? 'about ' : ''}${asked.count} ${asked.of}`
  if (low === null) return `${owed}; nobody gives a figure`
  const most = high === null ? ' or more' : high === low ? '' : ` to ${high}`
  return `${owed}; ${low}${most} reported`
}

const km = (metres: number) => `${Math.round(metres / 100) / 10} km`
const dayOf = (iso: string) => `${iso.slice(0, 4)} ${shortInstant(iso)}`

export function showScopes({ colours, print, width }: Terminal, incidents: readonly IncidentScopes[]): void {
  if (incidents.length === 0) print('nothing has happened by then that any of the agreements has a clause about')
  for (const { incident, kind, from, places, under } of incidents) {
    const when = from === null ? 'nobody says when' : dayOf(from)
    print(`${colours.bold(plain(kind))}, ${when}${places.length === 0 ? '' : `, ${places.join(', ')}`}  ${incident}`)
    for (const { agreement, decision, clause, heading, reason } of under) {
      const where = clause === null ? '' : ` under ${clause} (${heading})`
      print(indented(`${agreement}: ${plain(decision)}${where}: ${reason}`, width, '      ', '  '))
    }
  }
}
