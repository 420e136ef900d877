// Two parties that are to move together: whether they do, who waits for whom, and what would break the wait.
import type { PairFinding } from '@trucekeeper/api'
import { partyName } from '../grouping.ts'
import { textsText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { WordList } from './word-list.tsx'

const text = words.ground.pair

export function Pairs({ pairs, zone }: { pairs: readonly PairFinding[]; zone: string }) {
  if (pairs.length === 0) return null
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{text.title}</h2>
      {pairs.map((pair, index) => (
        <Pair
          key={`${pair.parties.join(' ')} ${pair.state} ${pair.why}`}
          pair={pair}
          id={`pair-${index}`}
          zone={zone}
        />
      ))}
    </section>
  )
}

function Pair({ pair, id, zone }: { pair: PairFinding; id: string; zone: string }) {
  const { parties, readings, state, why, follow_by, would_break, says, tolerance_h } = pair
  const [a, b] = parties.map(partyName)
  return (
    <article className="panel" aria-labelledby={id}>
      <h3 id={id}>{text.of(a!, b!, tolerance_h)}</h3>
      <p className="panel-lead">
        <strong>{text.state[state]}</strong>: <English>{why}</English>
      </p>
      {follow_by && <p>{text.followBy(longMoment(follow_by, zone))}</p>}
      <p className="quiet">{text.readings(textsText(readings.map(([one, other]) => text.reading(one, other))))}</p>
      <dl className="facts">
        {would_break.length > 0 && (
          <div>
            <dt>{text.breaks}</dt>
            <dd>
              <ul>
                {would_break.map((way) => (
                  <li key={way}>
                    <English>{way}</English>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {says.length > 0 && (
        <div className="pair-words">
          <h4>{text.says}</h4>
          <WordList said={says} stance="against" />
        </div>
      )}
    </article>
  )
}
