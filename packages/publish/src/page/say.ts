// Figures, times and codes as runs of words.
import type { DailyReport, Figure, Span } from '../model/index.ts'
import type { Line, Run } from './blocks.ts'

export const plain = (text: string): Run => ({ text })
export const strong = (text: string): Run => ({ text, strong: true })
export const foreign = (text: string): Run => ({ text, foreign: true })

/** `3–5`, or `4` where both ends are alike. */
export function spanText({ low, high }: Span): string {
  return low === high ? grouped(low) : `${grouped(low)}–${grouped(high)}`
}

/** Thousands stand apart by a narrow space that does not break, in every language alike. */
function grouped(count: number): string {
  return `${count}`.replaceAll(/\B(?=(\d{3})+$)/g, '\u202F')
}

/** A figure that leads to its receipt. */
export function figure(one: Figure): Run {
  return { text: spanText(one), to: one.receipt, foreign: true }
}

/** `2016-09-16 18:00 +03:00`: the order of the standard, so that no two languages read it differently. */
export function time(text: string | null): Run {
  return text === null ? foreign('–') : { ...foreign(timeText(text)), at: text }
}

export const clause = (id: string): Run => ({ ...foreign(id), clause: id })

export function timeText(text: string): string {
  return text.replace('T', ' ').replace(/(\d{2}:\d{2})(?::00)?(?=[+-]\d{2}:\d{2}$|Z$)/, '$1 ')
}

/** Actors by their names; one that the agreement does not name, as the record has it. */
export function namesOf(ids: readonly string[], { names }: Pick<DailyReport, 'names'>): string {
  return ids.map((id) => names[id] ?? id).join(', ')
}

/** Who reads ids in the JSON reads names on the page. */
export function accountName(account: string, { accounts }: Pick<DailyReport, 'accounts'>): string {
  return accounts.find(({ id }) => id === account)?.name ?? account
}

/** Lines one after another, with something between them. */
export function joined(lines: readonly Line[], between: string): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [plain(between), ...line]))
}
