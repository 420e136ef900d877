// GET /api/undertakings, /api/calls and /api/hotline: what guarantors undertook, whom they pressed, what they said of their calls.
import { callsOf, hotlineLog, proposedUndertakings, undertakingsOf } from '@trucekeeper/centre'
import { callsAnswer, hotlineAnswer, undertakingsAnswer, type UndertakingsAnswer } from './answers/guarantors.ts'
import { centreAsked, centreQuery, digestsOf, type CentreAsked } from './centre-asked.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'

export function guarantorRoutes(workspace: Workspace): Noun {
  const about = { query: centreQuery, steady: true, pace: SLOW_PACE } as const
  return new Noun('/api')
    .get(
      '/undertakings',
      {
        ...about,
        summary:
          'what each guarantor undertook, when it pressed its party, what came of it; and what it said it would do',
        gives: json(undertakingsAnswer),
      },
      async (c, query) => c.json(undertakingsTold(await centreAsked(workspace, query))),
    )
    .get(
      '/calls',
      {
        ...about,
        summary: 'calls and meetings with what each made public of them, sentence beside sentence',
        gives: json(callsAnswer),
      },
      async (c, query) => {
        const asked = await centreAsked(workspace, query)
        const calls = callsOf(asked.agreement, asked.record, asked.instant)
        const docs = calls.flatMap(({ read_outs }) => read_outs.map(({ doc }) => doc))
        return c.json({
          ...asked.answer,
          calls,
          documents: digestsOf(asked.record, docs),
          written: writtenOf(
            asked,
            calls.map(({ id }) => id),
          ),
        })
      },
    )
    .get(
      '/hotline',
      { ...about, summary: 'what went over the hotline, in order', gives: json(hotlineAnswer) },
      async (c, query) => {
        const asked = await centreAsked(workspace, query)
        const log = hotlineLog(asked.agreement, asked.record, asked.instant)
        return c.json({
          ...asked.answer,
          log,
          written: writtenOf(
            asked,
            log.map(({ id }) => id),
          ),
        })
      },
    )
}

function undertakingsTold(asked: CentreAsked): UndertakingsAnswer {
  const { agreement, record, instant, answer } = asked
  const told = undertakingsOf(agreement, record, instant)
  const proposed = proposedUndertakings(agreement, record, instant)
  const { undertakings } = told
  const minutes = undertakings.flatMap(({ id, pressed, outcomes }) => [
    id,
    ...[...pressed, ...outcomes].map((one) => one.id),
  ])
  return {
    ...answer,
    guarantors: agreement.actors.flatMap(({ id, kind }) =>
      kind === 'guarantor'
        ? [{ id, answers_for: agreement.actors.flatMap((one) => (one.answeredBy === id ? [one.id] : [])) }]
        : [],
    ),
    ...told,
    proposed,
    documents: digestsOf(record, [...undertakings.map(({ words }) => words.doc), ...proposed.map(({ doc }) => doc)]),
    written: writtenOf(asked, minutes),
  }
}

function writtenOf({ writtenAs }: CentreAsked, ids: readonly string[]) {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const found = writtenAs(id)
      return found ? [[id, found] as const] : []
    }),
  )
}
