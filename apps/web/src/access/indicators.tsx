// The four indicators: what each counts, what was found, the threshold, and whose reading it is.
import type { AccessTold } from '@trucekeeper/api'
import { numberText } from '../number-text.ts'
import { English } from '../parts/english.tsx'
import { VerdictBadge } from '../parts/verdict.tsx'
import { words } from '../words.ts'
import { rangeText } from './told-text.ts'

type Indicator = AccessTold['indicators'][number]

const text = words.access.indicator

export function Indicators({ indicators }: { indicators: readonly Indicator[] }) {
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{text.title}</h2>
      <p className="quiet">{text.help}</p>
      <div className="cards">
        {indicators.map((one) => (
          <Card key={one.id} one={one} />
        ))}
      </div>
    </section>
  )
}

function Card({ one }: { one: Indicator }) {
  const { id, verdict, value, threshold, unit, counts, source } = one
  const facts: [string, string][] = [
    [text.value, value === null ? text.nothing : text.amount[unit](rangeText(value), value.high)],
    [text.threshold, text.amount[unit](numberText(threshold), threshold)],
    [text.counts, counts],
    [text.source, source],
  ]
  return (
    <article className="panel" aria-labelledby={`indicator-${id}`}>
      <h3 id={`indicator-${id}`}>{text.name[id]}</h3>
      <p>
        <VerdictBadge verdict={verdict} strong />
      </p>
      <dl className="facts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{name === text.counts ? <English>{fact}</English> : fact}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
