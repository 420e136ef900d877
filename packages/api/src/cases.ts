// GET /api/cases, /api/cases/:name and /api/visits: alleged violations on their way through the agreement's procedure.
import { casesOf, spokenFor, visitsOf } from '@trucekeeper/centre'
import { caseAnswer, casesAnswer, type CaseAnswer, type LoggedMinute, type QuotedClaim } from './answers/cases.ts'
import { visitsAnswer } from './answers/guarantors.ts'
import { centreAsked, centreQuery, digestsOf, type CentreAsked } from './centre-asked.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'

export function caseRoutes(workspace: Workspace): Noun {
  const about = { query: centreQuery, steady: true, pace: SLOW_PACE } as const
  return new Noun('/api')
    .get(
      '/cases',
      {
        ...about,
        summary: 'every case: its stage, who is late, what is next; and what was out of order',
        gives: json(casesAnswer),
      },
      async (c, query) => {
        const { agreement, record, instant, answer } = await centreAsked(workspace, query)
        const { cases, out_of_order } = casesOf(agreement, record, instant)
        const breakable = agreement.ruled.flatMap((clause) =>
          clause.kind === 'duty' || clause.kind === 'ban'
            ? [{ clause: clause.id, title: clause.title, debtors: clause.debtors }]
            : [],
        )
        return c.json({ ...answer, cases, out_of_order, breakable })
      },
    )
    .get(
      '/cases/:name',
      {
        ...about,
        summary: 'one case with its minutes, the words that it rests on, and who may do what in it',
        parts: { name: 'the name of the case' },
        gives: json(caseAnswer),
        problems: ['404.13'],
      },
      async (c, query) => {
        const asked = await centreAsked(workspace, query)
        const told = caseIn(asked, c.req.param('name'))
        if (told) return c.json(told)
        const name = quoted(c.req.param('name'))
        throw new Refused('404.13', `there is no case ${name} by then`, 'see `/api/cases` for all there are')
      },
    )
    .get(
      '/visits',
      { ...about, summary: 'visits and patrols, made and denied, and by whom', gives: json(visitsAnswer) },
      async (c, query) => {
        const { agreement, record, instant, answer, writtenAs } = await centreAsked(workspace, query)
        const told = visitsOf(agreement, record, instant)
        const written = Object.fromEntries(told.visits.map(({ id }) => [id, writtenAs(id)]))
        return c.json({ ...answer, ...told, written })
      },
    )
}

function caseIn(asked: CentreAsked, name: string): CaseAnswer | null {
  const { agreement, record, instant, answer } = asked
  const { cases, out_of_order } = casesOf(agreement, record, instant)
  const found = cases.find((one) => one.case === name)
  if (!found) return null
  const log = logOf(asked, name, new Set(out_of_order.map(({ minute }) => minute)))
  const mine = new Set(log.map(({ id }) => id))
  const ids = new Set([
    ...found.claims,
    ...found.findings.flatMap(({ claims }) => claims),
    ...found.proposals.flatMap(({ what }) => ('claims' in what ? what.claims : [])),
    ...found.incidents.flatMap(({ claims }) => claims),
  ])
  const claims = record.claims.filter(({ id }) => ids.has(id)).map(wordsOf)
  const procedure = agreement.ruled.find(({ id }) => id === found.procedure)
  const decides = procedure?.kind === 'procedure' ? procedure.decides : null
  return {
    ...answer,
    case: found,
    out_of_order: out_of_order.filter(({ minute }) => mine.has(minute)),
    log,
    claims: Object.fromEntries(claims.map((claim) => [claim.id, claim])),
    documents: digestsOf(
      record,
      claims.map(({ doc }) => doc),
    ),
    decides: {
      who: decides?.who.map(({ id }) => id) ?? found.assessors,
      together: decides !== null && decides.how !== 'any',
    },
    answered_by: agreement.actors.find(({ id }) => id === found.accused)?.answeredBy ?? null,
    account_names: Object.fromEntries(agreement.accounts.map(({ id, name }) => [id, name])),
  }
}

function logOf({ minutes, writtenAs }: CentreAsked, name: string, without: ReadonlySet<string>): LoggedMinute[] {
  return minutes
    .filter((one) => ('case' in one && one.case === name) || (one.does === 'relate-cases' && one.cases.includes(name)))
    .flatMap((one) => {
      const written = writtenAs(one.id)
      const { id, does, at } = one
      return written ? [{ id, does, at, of: spokenFor(one).ids, has_effect: !without.has(id), ...written }] : []
    })
    .toSorted((a, b) => a.index - b.index)
}

function wordsOf(claim: QuotedClaim): QuotedClaim {
  const { id, doc, quote, start, end, speaker, speaker_side, modality, kind, outlet, published } = claim
  return { id, doc, quote, start, end, speaker, speaker_side, modality, kind, outlet, published }
}
