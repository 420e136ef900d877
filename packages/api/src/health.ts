// GET /healthz, /readyz and /metrics: for whoever keeps the server running.
import type { Deps } from './deps.ts'
import type { Gauge, Metrics } from './metrics.ts'
import { Noun, text } from './noun.ts'
import { Refused } from './problems.ts'

const UNSTORED = { 'cache-control': 'no-store' }

export function healthRoutes(deps: Deps, metrics: Metrics): Noun {
  const { workspace, gauges: ofProcess, onBug, people, isOperator } = deps
  const unready = ['503.1'] as const
  return new Noun('')
    .get('/healthz', { summary: '`ok` as long as the server runs', gives: text() }, (c) => c.text('ok', 200, UNSTORED))
    .get('/readyz', { summary: '`ready` when the record can be read', gives: text(), problems: unready }, async (c) => {
      await workspace.record().catch((bug: unknown) => {
        onBug(bug)
        throw new Refused('503.1', 'the record cannot be read', 'see what the server wrote')
      })
      return c.text('ready', 200, UNSTORED)
    })
    .get(
      '/metrics',
      { summary: 'counts in OpenMetrics text', gives: text('application/openmetrics-text') },
      async (c) => {
        // How often which route was asked tells each desk what the others do.
        if (people && !isOperator?.(c))
          throw new Refused('404.1', 'there is nothing at `/metrics`', 'ask on the port that `--metrics` names')
        const record = await workspace.record().catch(() => null)
        const gauges: Gauge[] = [
          { name: 'record_readable', help: 'Whether the record can be read.', value: record ? 1 : 0 },
          ...(record && !people
            ? [{ name: 'record_entries', help: 'Entries in the record.', value: record.entries }]
            : []),
          ...(ofProcess?.() ?? []),
        ]
        return c.body(metrics.text(gauges), 200, {
          ...UNSTORED,
          'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8',
        })
      },
    )
}
