// One power: who holds it, what it waits for, what was said and done of it, and what would come of its use now.
import type { PowersAnswer } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { spoken } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { useLens } from '../parts/use-view.ts'
import { Mark } from '../parts/verdict.tsx'
import { Trials } from './effect.tsx'
import { Notices } from './notices.tsx'
import { words } from '../words.ts'
import { powerWords as said } from './words.ts'

export type PowerTold = PowersAnswer['powers'][number]

interface Props {
  readonly power: PowerTold
  readonly zone: string
  readonly nameOf: (id: string) => string
  /** What clauses are called, by their ids. */
  readonly clauseNames: PowersAnswer['clause_names']
}

export function PowerPanel({ power, zone, nameOf, clauseNames }: Props) {
  const lens = useLens()
  const { id, title, effect, targets, holders, how, form, expires, waits_for: waits, sentence, notices, trials } = power
  const held = namesText(holders.map(nameOf))
  return (
    <section className="panel power" aria-labelledby={`power-${id}`}>
      <h3 id={`power-${id}`}>
        <Link to="/clauses/$id" params={{ id }} search={lens}>
          <bdi>{title ?? spoken(id)}</bdi>
        </Link>
      </h3>
      <p className="quiet">
        {said.effect[effect] ?? effect}{' '}
        <bdi>{targets.map((target) => clauseNames[target] ?? spoken(target)).join(words.comma)}</bdi>
      </p>
      <dl className="facts">
        <div>
          <dt>{said.holders}</dt>
          <dd>{how === 'jointly' && holders.length > 1 ? said.jointly(held) : held}</dd>
        </div>
        {form !== null && (
          <div>
            <dt>{said.form}</dt>
            <dd>
              <bdi>{form}</bdi>
            </dd>
          </div>
        )}
        {expires !== null && (
          <div>
            <dt>{said.expires}</dt>
            <dd>
              <English>{expires}</English>
            </dd>
          </div>
        )}
        {waits !== null && (
          <div>
            <dt>{said.waitsFor}</dt>
            <dd>
              <ul>
                {waits.parts.map(({ text, verdict }) => (
                  <li key={text}>
                    <span className="verdict">
                      <Mark verdict={verdict} />
                      <span>{said.isSo[verdict]}</span>
                    </span>{' '}
                    <English>{text}</English>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt>{said.says}</dt>
          <dd dir="auto">{sentence}</dd>
        </div>
      </dl>
      <h4>{said.notices}</h4>
      {notices.length === 0 ? (
        <p className="quiet">{said.unused}</p>
      ) : (
        <div className="power-notices">
          <Notices notices={notices} zone={zone} nameOf={nameOf} />
        </div>
      )}
      <Trials trials={trials} nameOf={nameOf} />
    </section>
  )
}
