// What came of a back-test: what it cannot tell first, then one row a clause, then the reasons, then what was left out.
import type { BackTest } from '@trucekeeper/engine'
import { Link } from '@tanstack/react-router'
import { clauseName, partyName } from '../grouping.ts'
import { rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { English } from '../parts/english.tsx'
import { useLens } from '../parts/use-view.ts'
import { longMoment, shortMoment } from '../time-text.ts'
import { words } from '../words.ts'
import type { Result } from './messages.ts'

type Clause = BackTest['clauses'][number]

const { backTest: text } = words

export function Results({ result, zone }: { result: Result; zone: string }) {
  const { events, source, clauses, caveats } = result.backTest
  return (
    <div className="back-test-result">
      <h2 id="back-test-result">{text.result}</h2>
      <p>{text.source(numberText(events), source)}</p>
      <div className="panel">
        <h3>{text.caveats}</h3>
        <ul className="caveats">
          {caveats.map((caveat) => (
            <li key={caveat}>
              <English>{caveat}</English>
            </li>
          ))}
        </ul>
      </div>
      <div className="scroll" role="region" aria-labelledby="back-test-result" tabIndex={0}>
        <table className="back-test-table" aria-labelledby="back-test-result">
          <thead>
            <tr>
              {[text.clause, text.inForce, text.breaches, text.first, text.calm, text.windows].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {[text.covered, text.undetermined, text.out].map((name) => (
                <th key={name} scope="col" className="figure">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clauses.map((clause) => (
              <ClauseRow key={clause.id} clause={clause} zone={zone} />
            ))}
          </tbody>
        </table>
      </div>
      {clauses.map((clause) => (
        <Reasons key={clause.id} clause={clause} />
      ))}
      <LeftOut result={result} />
    </div>
  )
}

function nameOf(clause: Clause): string {
  return rowText([clauseName(plain(clause)), ...clause.parties.map(partyName)])
}

/** `cessation` of `cessation.government`. */
function plain({ id, parties }: Clause): { id: string; parties: string[] } {
  return { id, parties: [...parties] }
}

function ClauseRow({ clause, zone }: { clause: Clause; zone: string }) {
  const lens = useLens()
  const { id, from, to, suspended_days, breaches, first_breach, longest_calm: calm, windows, decisions } = clause
  const count = (wanted: (decision: string) => boolean) =>
    numberText(decisions.reduce((sum, one) => sum + (wanted(one.decision) ? one.count : 0), 0))
  return (
    <tr>
      <th scope="row">
        <Link to="/clauses/$id" params={{ id }} search={lens}>
          {nameOf(clause)}
        </Link>
      </th>
      <td>
        {from === null
          ? text.never
          : text.fromTo(longMoment(from, zone), to === null ? text.noEnd : longMoment(to, zone))}
        {suspended_days > 0 && <span className="quiet"> {text.suspended(suspended_days)}</span>}
      </td>
      <td>{text.range(numberText(breaches[0]), numberText(breaches[1]))}</td>
      <td>{first_breach === null ? words.none : longMoment(first_breach, zone)}</td>
      <td>
        {text.days(calm.days)}
        {calm.from && calm.to && (
          <span className="quiet"> {text.fromTo(shortMoment(calm.from, zone), shortMoment(calm.to, zone))}</span>
        )}
      </td>
      <td>
        {windows.length === 0 && words.none}
        {windows.map(({ gate, measure, needed, longest, held }) => (
          <span key={`${gate} ${measure}`} className={`window window-${held}`}>
            {text.window(measure, needed)}: <strong>{text.held[held]}</strong>{' '}
            <span className="quiet">{text.longest(longest[0], longest[1])}</span>
          </span>
        ))}
      </td>
      <td className="figure">{count((decision) => decision === 'covered')}</td>
      <td className="figure">{count((decision) => decision === 'undetermined')}</td>
      <td className="figure">{count((decision) => decision.startsWith('not_covered'))}</td>
    </tr>
  )
}

function Reasons({ clause }: { clause: Clause }) {
  const { id, decisions, begun, deaths } = clause
  return (
    <details className="reasons">
      <summary>{text.reasons(nameOf(clause))}</summary>
      <p>{text.begun(numberText(begun.events), numberText(begun.between_parties))}</p>
      <p>{text.dead(numberText(deaths.best), numberText(deaths.low), numberText(deaths.high))}</p>
      <table aria-label={text.reasons(nameOf(clause))}>
        <thead>
          <tr>
            <th scope="col" className="figure">
              {text.events}
            </th>
            <th scope="col">{text.decision}</th>
            <th scope="col">{text.reason}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map(({ decision, reason, count }) => (
            <tr key={`${id} ${reason}`}>
              <td className="figure">{numberText(count)}</td>
              <td>{words.scope[decision] ?? decision}</td>
              <td>
                <English>{reason}</English>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function LeftOut({ result: { skipped, skippedInAll } }: { result: Result }) {
  if (skippedInAll === 0) return null
  return (
    <section className="left-out" aria-labelledby="left-out">
      <h3 id="left-out">{text.skipped(numberText(skippedInAll))}</h3>
      <p className="quiet">{text.skippedHelp}</p>
      <ul>
        {skipped.map(({ row, column, why, help }) => (
          <li key={`${row} ${column} ${why}`}>
            {text.place(row, column)}:{' '}
            <English>
              {why}. <span className="quiet">{help}</span>
            </English>
          </li>
        ))}
      </ul>
      {skippedInAll > skipped.length && <p>{text.more(numberText(skippedInAll - skipped.length))}</p>}
    </section>
  )
}
