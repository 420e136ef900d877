// What was seen and what could not be: days without word, visits denied, access, seals.
import { addDays } from '@trucekeeper/time'
import type { DailyReport } from '../model/index.ts'
import type { Words } from '../words/index.ts'
import type { Block, Line } from './blocks.ts'
import { list, paragraph } from './parts.ts'
import { clause, figure, foreign, joined, plain, strong, time } from './say.ts'

export function unobservedOf({ unobserved }: DailyReport, words: Words): Block[] {
  const { days, cannot_confirm, visits_denied } = unobserved
  return [
    paragraph([strong(words.unreported)]),
    days.length === 0
      ? paragraph([plain(words.unreportedOn)])
      : list(
          days.map((one): Line => [
            { ...clause(one.clause), strong: true },
            plain(': '),
            ...joined(stretchesOf(one.days), ', '),
          ]),
          words,
        ),
    paragraph([strong(words.cannotConfirm)]),
    list(
      cannot_confirm.map((voice): Line => voiceLine(voice)),
      words,
    ),
    paragraph([strong(words.visitsDenied)]),
    list(
      visits_denied.map((visit): Line => visitLine(visit, words)),
      words,
    ),
  ]
}

/** `2016-09-12 – 2016-09-16` where days follow each other. */
function stretchesOf(days: readonly string[]): Line[] {
  const stretches: { from: string; to: string }[] = []
  for (const day of days) {
    const last = stretches.at(-1)
    if (last && addDays(last.to, 1) === day) last.to = day
    else stretches.push({ from: day, to: day })
  }
  return stretches.map(({ from, to }) => (from === to ? [time(from)] : [time(from), plain(' – '), time(to)]))
}

function visitLine(
  { of, case: name, place, planned_at, outcome, denied_by, reason }: DailyReport['unobserved']['visits_denied'][number],
  { centre }: Words,
): Line {
  return [
    time(planned_at),
    plain(' '),
    { ...strong(of), foreign: true },
    plain(', '),
    ...(place === null ? [plain(centre.placeWithheld)] : [foreign(place)]),
    plain(`: ${centre.visits[outcome]}`),
    ...(denied_by === null ? [] : [plain(` ${centre.by} `), foreign(denied_by)]),
    ...(reason === null ? [] : [plain('. '), foreign(`“${reason}”`)]),
    ...(name === null ? [] : [plain(`, ${centre.deadlines.case} `), foreign(name)]),
  ]
}

export function voiceLine({
  speaker,
  side,
  quote,
  doc,
  claim,
}: DailyReport['replies'][number]['voices'][number]): Line {
  return [foreign(`“${quote}” (${speaker ?? side}, ${doc}, ${claim})`)]
}

export function accessOf({ access, receipts }: DailyReport, words: Words): Block[] {
  if (access === null) return [paragraph([plain(words.noAccess)])]
  const used = new Set([
    ...access.funnel.map(({ requests }) => requests.receipt),
    ...access.seals.map(({ count }) => count.receipt),
    ...access.seals_changed.map(({ receipt }) => receipt),
  ])
  const example = receipts.some((one) => one.example && used.has(one.id))
  return [
    {
      kind: 'table',
      head: [words.stage, words.requests, words.people].map((text) => [plain(text)]),
      rows: access.funnel.map(({ stage, requests, people }) => [
        [plain(words.stages[stage] ?? stage)],
        [figure(requests)],
        [figure(people)],
      ]),
    },
    paragraph([
      strong(`${words.seals}: `),
      ...(access.seals.length === 0
        ? [plain(words.none)]
        : joined(
            access.seals.map(({ state, count }): Line => [
              figure(count),
              plain(` ${words.sealStates[state] ?? state}`),
            ]),
            ', ',
          )),
    ]),
    ...(access.seals_changed.length === 0
      ? []
      : [
          paragraph([strong(`${words.centre.sealsChanged}:`)]),
          list(
            access.seals_changed.map(({ what, consignment, seal, from, found_by, receipt }): Line => [
              { text: seal, to: receipt, foreign: true },
              plain(': '),
              strong(words.centre.sealChanges[what]),
              plain(', '),
              time(from),
              plain(', '),
              foreign(consignment),
              plain(`, ${words.centre.foundBy} `),
              foreign(found_by),
            ]),
            words,
          ),
        ]),
    ...(example ? [paragraph([plain(words.madeUp)])] : []),
  ]
}
