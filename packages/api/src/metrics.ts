// Counts and durations of requests, in a registry of our own; labels name routes, never people, documents or desks.

/** Upper ends in seconds, as Prometheus has them by default, from 1 ms on. */
const EDGES_S = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const

interface Series {
  count: number
  sum_s: number
  /** How many took no longer than the edge at the same index. */
  readonly within: number[]
}

export class Metrics {
  readonly #requests = new Map<string, number>()
  readonly #durations = new Map<string, Series>()
  /** Connections on which changes are told. */
  live = 0

  request(route: string, status: number, seconds: number): void {
    const labels = `route="${label(route)}",status="${Math.floor(status / 100)}xx"`
    this.#requests.set(labels, (this.#requests.get(labels) ?? 0) + 1)
    const series = this.#durations.get(route) ?? { count: 0, sum_s: 0, within: EDGES_S.map(() => 0) }
    this.#durations.set(route, series)
    series.count += 1
    series.sum_s += seconds
    for (const [i, edge] of EDGES_S.entries()) if (seconds <= edge) series.within[i]! += 1
  }

  /** OpenMetrics 1.0 text; `gauges` are measured by whoever asks. */
  text(gauges: readonly Gauge[]): string {
    const lines = ['# TYPE http_requests counter', '# HELP http_requests Answers by route and class of status.']
    for (const [labels, count] of sorted(this.#requests)) lines.push(`http_requests_total{${labels}} ${count}`)
    lines.push(
      '# TYPE http_request_duration_seconds histogram',
      '# UNIT http_request_duration_seconds seconds',
      '# HELP http_request_duration_seconds From the request to the head of its answer.',
    )
    for (const [route, { count, sum_s, within }] of sorted(this.#durations)) {
      const name = 'http_request_duration_seconds'
      const at = `route="${label(route)}"`
      for (const [i, edge] of EDGES_S.entries()) lines.push(`${name}_bucket{${at},le="${edge}"} ${within[i]}`)
      lines.push(
        `${name}_bucket{${at},le="+Inf"} ${count}`,
        `${name}_sum{${at}} ${sum_s}`,
        `${name}_count{${at}} ${count}`,
      )
    }
    for (const { name, help, value, unit } of [
      ...gauges,
      { name: 'live_connections', help: 'Connections on which changes are told.', value: this.live },
    ]) {
      lines.push(`# TYPE ${name} gauge`, ...(unit ? [`# UNIT ${name} ${unit}`] : []), `# HELP ${name} ${help}`)
      lines.push(`${name} ${value}`)
    }
    return `${lines.join('\n')}\n# EOF\n`
  }
}

export interface Gauge {
  readonly name: string
  readonly help: string
  readonly value: number
  readonly unit?: string
}

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1))

function label(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
