// A verdict as a sign and a word, so that colour never says anything alone.
import type { Verdict } from '@trucekeeper/engine'
import type { Colours } from '../terminal.ts'

const SIGNS: Record<Verdict, string> = { met: '✓', breached: '✗', contested: '≠', unknown: '?' }

export function verdictText(verdict: Verdict | null, colours: Colours): string {
  if (verdict === null) return colours.dim('–')
  const paint = { met: colours.green, breached: colours.red, contested: colours.yellow, unknown: colours.dim }[verdict]
  return paint(`${SIGNS[verdict]} ${verdict}`)
}

/** `not_yet_due` as people say it. */
export function plain(word: string): string {
  return word.replaceAll('_', ' ')
}

/** `16 Sep 23:00` of an ISO instant, on its own clock. */
export function shortInstant(iso: string): string {
  const [date, time] = iso.split('T')
  const [, month, day] = date!.split('-')
  return `${Number(day)} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1]} ${time!.slice(0, 5)}`
}
