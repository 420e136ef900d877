// Words of the language that are not names, each with what it says, for completion and hover.
import { actEntry, ACT_WORDS, isKind, KIND_NAMES } from '@trucekeeper/codes'

/** What joins the parts of a field. */
export const JOINTS: Readonly<Record<string, string>> = {
  and: 'and also',
  or: 'or instead',
  not: 'the opposite of what follows',
  jointly: 'all of them together',
  each: 'every one apart: the clause becomes one for each',
  within: 'in how much time',
  term: 'as long as a term runs',
  from: 'from a moment on',
  to: 'up to a moment',
  of: 'of what',
  while: 'it holds while',
  count: 'the number counted in the window',
  breaches: 'breaches of a ban',
  'calendar day,': 'days of a time zone',
  do: 'what is done, in quotation marks',
  by: 'by whom',
  in: 'where',
  continuous: 'in a row',
  cumulative: 'in all',
  'reset on': 'starts again when a power is used',
  everyone: 'whoever says it',
  all: 'every one there is',
  '+': 'moved on by a length of time',
  '<=': 'at most',
  '<': 'fewer than',
  '>=': 'at least',
  '>': 'more than',
  '=': 'exactly',
  minutes: 'an exact length',
  hours: 'an exact length',
  days: 'calendar days, 23 to 25 hours each',
  weeks: 'seven calendar days each',
  m: 'metres',
  km: 'kilometres',
  north: 'side of a line',
  south: 'side of a line',
  east: 'side of a line',
  west: 'side of a line',
  either: 'both sides of a line',
  rapid: 'hours of the slowest consignment',
  safe: 'consignments attacked',
  unhindered: 'hours of the longest wait at one point',
  sustained: 'days of the longest gap between deliveries',
}

/** What each condition says; all are written with parentheses. */
export const ATOMS: Readonly<Record<string, string>> = {
  met: 'a duty is done, a ban kept: `met(first-convoy)`',
  open: 'a gate is open: `open(joint-centre)`',
  'in-force': 'a term runs: `in-force(truce)`',
  exercised: 'a power was used: `exercised(name-the-day)`',
  passed: 'a moment has gone by: `passed(day-d + 48 hours)`',
  held: 'a measure held for so many days: `held(calm, 7 days, continuous)`',
  count: 'the count of the day: `count(calm) <= 3`',
  done: 'an act was done: `done(deliver-aid by lake in valley)`',
  indicator: 'how aid moves: `indicator(rapid) <= 48`',
  parity: 'areas of a group are served alike: `parity(two-banks)`',
  sealed: 'no seal is broken: `sealed(all)`',
  cleared: 'weapons are as far off as a duty asks: `cleared(draw-back)`',
}

/** What an act word or a kind of event stands for, or null for other words. */
export function aboutAct(
  word: string,
): { readonly speaksFor: readonly string[]; readonly against: readonly string[] } | null {
  if (isKind(word)) return { speaksFor: [word], against: [] }
  if (!(ACT_WORDS as readonly string[]).includes(word)) return null
  const { does, opposite, hindered } = actEntry(word)
  return { speaksFor: does, against: [...opposite, ...hindered] }
}

export const ACTIONS: readonly string[] = [...ACT_WORDS, ...KIND_NAMES]
