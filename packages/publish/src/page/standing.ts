// How the agreement stands: its terms, the powers under it, and its gates.
import type { DailyReport } from '../model/index.ts'
import type { Words } from '../words/index.ts'
import type { Block, Line } from './blocks.ts'
import { list, paragraph } from './parts.ts'
import { accountName, clause, figure, foreign, namesOf, plain, strong, time } from './say.ts'

export function termsOf({ terms }: DailyReport, words: Words): Block[] {
  const lines = terms.map(({ id, standing, starts, ends, steps }): Line => [
    { ...clause(id), strong: true },
    plain(`: ${words.standings[standing] ?? standing}, ${words.start} `),
    time(starts),
    plain(` ${words.end} `),
    time(ends),
    ...steps.flatMap(({ at, what, stage, without_effect }) => [
      plain('; '),
      time(at),
      plain(' '),
      ...whatWas(what),
      plain(` ${words.actStages[stage] ?? stage}`),
      ...(without_effect === null ? [] : [plain(` (${words.centre.withoutEffect})`)]),
    ]),
  ])
  return [list(lines, words)]
}

/** A power, and for how long it was used: `extend-truce, 48 hours`. */
function whatWas(what: string): Line {
  const [id = '', ...rest] = what.split(', ')
  return [clause(id), ...rest.map((more) => foreign(`, ${more}`))]
}

export function powersOf(report: DailyReport, words: Words): Block[] {
  const lines = report.powers.map(({ id, stage, notices }): Line => [
    { ...clause(id), strong: true },
    plain(`: ${words.actStages[stage] ?? stage}`),
    ...notices.flatMap(({ at, by, quote, without_effect }) => [
      plain('; '),
      time(at),
      plain(' '),
      foreign(`${namesOf(by, report)}: “${quote}”`),
      ...(without_effect === null
        ? []
        : [plain(` (${words.centre.withoutEffect}: `), foreign(without_effect), plain(')')]),
    ]),
  ])
  return [list(lines, words)]
}

export function gatesOf(report: DailyReport, words: Words): Block[] {
  const { gates } = report
  return gates.length === 0
    ? [paragraph([plain(words.none)])]
    : gates.flatMap((gate): Block[] => [
        paragraph([
          { ...clause(gate.id), strong: true },
          plain(`: ${words.gateStates[gate.state] ?? gate.state}, `),
          figure(gate.done),
          plain(` ${words.daysOf} ${gate.needed} ${words.days}. ${words.earliest}: `),
          time(gate.earliest),
          plain('. '),
          foreign(
            Object.entries(gate.days_by_account)
              .map(([account, days]) => `${accountName(account, report)} ${days}`)
              .join(', '),
          ),
        ]),
        ...(gate.missing.length > 0
          ? [
              {
                kind: 'list' as const,
                items: gate.missing.map((what) => ({ line: [strong(`${words.missing}: `), foreign(what)] })),
              },
            ]
          : []),
        ...(gate.resets.length > 0
          ? [
              {
                kind: 'list' as const,
                items: gate.resets.map(({ at, why }) => ({
                  line: [strong(`${words.resets}: `), time(at), plain(' '), foreign(why)],
                })),
              },
            ]
          : []),
      ])
}
