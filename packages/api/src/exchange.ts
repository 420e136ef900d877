// GET /api/exchange: what members asked of each other and told each other, under which caveats, and the log of it with proofs.
import { exchangeOf } from '@trucekeeper/centre'
import { formatInstant } from '@trucekeeper/time'
import { z } from 'zod'
import { exchangeAnswer, type ExchangeAnswer } from './answers/exchange.ts'
import type { KnownAt, Workspace } from './deps.ts'
import { json, Noun, text } from './noun.ts'
import { SLOW_PACE } from './pace.ts'
import { quoted, Refused } from './problems.ts'
import { whyQuery } from './query.ts'

const { at, known_at } = whyQuery.shape

export function exchangeRoutes(workspace: Workspace): Noun {
  const about = {
    summary: 'what members asked of each other and shared with caveats, and the log of it',
    query: z.strictObject({ at, known_at }),
    gives: json(exchangeAnswer),
    steady: true,
  } as const
  const proof = {
    summary: 'the proof that an entry of the exchange is in the record (C2SP tlog-proof)',
    parts: { index: 'the place of the entry in the record, from 0' },
    gives: text(),
    problems: ['404.9'],
    pace: SLOW_PACE,
  } as const
  return new Noun('/api/exchange')
    .get('/', about, async (c, query) => c.json(await exchangeAt(workspace, query.known_at, query.at)))
    .get('/receipts/:index', proof, async (c) => {
      const name = c.req.param('index')
      const { log } = await exchangeAt(workspace, undefined, Infinity)
      const line = /^\d{1,9}$/.test(name) ? log.find(({ index }) => index === Number(name)) : undefined
      const found = line ? await (await workspace.lookback()).proof(line.index!) : null
      if (!found)
        throw new Refused(
          '404.9',
          `no entry of the exchange is named ${quoted(name)}`,
          'see `/api/exchange` for those there are; a folder without a log has none',
        )
      return c.body(found.slice().buffer, 200, {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="entry-${name}.tlog-proof"`,
      })
    })
}

/** `asked` may be endless, for all that was ever said. */
async function exchangeAt(
  workspace: Workspace,
  knownAt: KnownAt | undefined,
  asked: number | undefined,
): Promise<ExchangeAnswer> {
  const { agreement, record } = await workspace.known(knownAt)
  const { zone } = agreement
  const instants = (await workspace.lookback()).asked({
    ...(asked !== undefined && asked !== Infinity && { at: asked }),
    ...(knownAt !== undefined && { knownAt }),
  })
  const exchange = exchangeOf(agreement, record, asked === Infinity ? asked : instants.at)
  return {
    at: formatInstant(instants.at, zone),
    zone,
    members: agreement.actors.map(({ id, name }) => ({ id, name })),
    ...exchange,
    log: exchange.log.map((line) => {
      const { index = null, recorded_by = null } = record.received.get(line.id) ?? {}
      return { ...line, index, recorded_by }
    }),
  }
}
