// GET /api/powers and /api/gates: who may do what, how far each use has gone, what had no effect and why, and what would come
// of it now.
import {
  asksTables,
  gatesCertified,
  powersTried,
  type GateStatus,
  type PowerTried,
  type Status,
} from '@trucekeeper/engine'
import { parseInstant } from '@trucekeeper/time'
import { gatesAnswer, powersAnswer, type GatesAnswer, type PowersAnswer } from './answers/powers.ts'
import { centreAsked, centreQuery, type CentreAnswer } from './centre-asked.ts'
import type { Workspace } from './deps.ts'
import { json, Noun } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import type { z } from 'zod'

export function powerRoutes(workspace: Workspace): Noun {
  const about = { query: centreQuery, steady: true, pace: SLOW_PACE } as const
  return new Noun('/api')
    .get(
      '/powers',
      {
        ...about,
        summary: 'every power: who holds it, what it waits for, every notice, and what would come of its use now',
        gives: json(powersAnswer),
      },
      async (c, query) => {
        const { answer, status, tried } = await everything(workspace, query)
        return c.json(powersTold(answer, status, tried))
      },
    )
    .get(
      '/gates',
      {
        ...about,
        summary:
          'every gate by each account: days done and missing, who may certify, and what a certificate would do now',
        gives: json(gatesAnswer),
      },
      async (c, query) => {
        const { answer, status, tried, certified } = await everything(workspace, query)
        const told = status.gates.map((gate) => gateTold(gate, status, tried, certified))
        return c.json({ ...answer, zone: status.agreement.zone, gates: told } satisfies GatesAnswer)
      },
    )
}

async function everything(workspace: Workspace, query: z.output<typeof centreQuery>) {
  const { agreement, record, answer, instant } = await centreAsked(workspace, query)
  const knownAt = query.known_at
  const status = await workspace.status({ at: instant, ...(knownAt !== undefined && { knownAt }) })
  const until = status.known_at === null ? null : parseInstant(status.known_at)
  const tables = asksTables(agreement) ? { ...(await workspace.tables()), knownAt: until } : null
  const tried = powersTried(agreement, { ...record, tables }, instant)
  return { answer, status, tried, certified: gatesCertified(agreement) }
}

function powersTold(answer: CentreAnswer, status: Status, tried: readonly PowerTried[]): PowersAnswer {
  const powers = status.powers.map((power) => {
    const { power: id, ...found } = tried.find((one) => one.power === power.id)!
    void id
    const { sentence } = status.clauses.find((clause) => clause.id === power.id)!
    return { ...power, ...found, sentence }
  })
  return { ...answer, zone: status.agreement.zone, powers }
}

function gateTold(
  gate: GateStatus,
  status: Status,
  tried: readonly PowerTried[],
  certified: ReturnType<typeof gatesCertified>,
): GatesAnswer['gates'][number] {
  const { certify, reopens, powers } = certified.find((one) => one.gate === gate.id)!
  const { sentence } = status.clauses.find((clause) => clause.id === gate.id)!
  return {
    ...gate,
    sentence,
    certify,
    reopens,
    powers: powers.map(({ power, effect }) => ({
      power,
      effect,
      trials: tried.find((one) => one.power === power)!.trials,
    })),
  }
}
