// One row a clause, one column an account. On a narrow screen each row becomes a card with the same roles.
import type { ClauseStatus, Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import {
  accountsInOrder,
  articlesOf,
  clauseName,
  isQuestionOfEvidence,
  partyName,
  sectionOf,
  shortSentence,
} from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { VerdictBadge, VerdictLegend } from '../parts/verdict.tsx'
import { words } from '../words.ts'

interface ClauseTableProps {
  readonly status: Status
  readonly account: string | undefined
}

export function ClauseTable({ status, account }: ClauseTableProps) {
  const accounts = accountsInOrder(status.accounts)
  return (
    <div className="clauses">
      <h2 id="clauses">{words.today.clauses}</h2>
      <details className="legend-box">
        <summary>{words.today.legend}</summary>
        <VerdictLegend />
      </details>
      <div className="scroll" role="region" aria-labelledby="clauses" tabIndex={0}>
        <table className="clause-table" role="table" aria-labelledby="clauses">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {words.today.clause}
              </th>
              <th scope="col" role="columnheader">
                {words.today.standing}
              </th>
              <th scope="col" role="columnheader">
                {words.today.timing}
              </th>
              {accounts.map(({ id, name }) => (
                <th key={id} scope="col" role="columnheader" className={id === account ? 'chosen' : undefined}>
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          {articlesOf(status.clauses).map(({ heading, clauses }) => (
            <tbody key={heading} role="rowgroup">
              <tr role="row" className="article">
                <th scope="rowgroup" role="rowheader" colSpan={3 + accounts.length}>
                  <bdi>{heading}</bdi>
                </th>
              </tr>
              {clauses.map((clause) => (
                <ClauseRow key={clause.id} clause={clause} accounts={accounts} account={account} status={status} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  )
}

interface ClauseRowProps extends ClauseTableProps {
  readonly clause: ClauseStatus
  readonly accounts: Status['accounts']
}

function ClauseRow({ clause, accounts, account, status }: ClauseRowProps) {
  const lens = useLens()
  const section = sectionOf(clause.heading)
  const silent = accounts.every(({ id }) => !clause.verdicts[id]?.verdict)
  return (
    <tr role="row" className={silent ? 'silent' : undefined}>
      <th scope="row" role="rowheader">
        <Link to="/clauses/$id" params={{ id: clause.id }} search={lens} data-clause={clause.id}>
          <bdi>{clauseName(clause)}</bdi>
          {clause.parties.length > 0 && (
            <span className="row-parties">
              {words.comma}
              {namesText(clause.parties.map(partyName))}
            </span>
          )}
        </Link>
        {!silent && (
          <span className="row-sentence own-words" dir="auto">
            {shortSentence(clause.sentence, 120)}
          </span>
        )}
        <span className="clause-id">
          {section && `${words.today.section(section)} · `}
          {words.kind[clause.kind] ?? clause.kind} · <bdi>{clause.id}</bdi>
        </span>
      </th>
      <td role="cell" className="cell-standing">
        <span className={`standing standing-${clause.standing}`}>{words.standing[clause.standing]}</span>
        {clause.ended && <span className="quiet"> {words.ended[clause.ended]}</span>}
      </td>
      <td role="cell" className="cell-timing">
        <Timing clause={clause} zone={status.agreement.zone} />
      </td>
      {silent ? (
        <td role="cell" colSpan={accounts.length} className="cell-silent">
          {isQuestionOfEvidence(clause.kind) ? words.today.nothingDue : words.today.noQuestion}
        </td>
      ) : (
        accounts.map(({ id, name }) => {
          const decides = id === clause.decided_by
          const chosen = id === account
          return (
            <td key={id} role="cell" className={`cell-verdict${chosen ? ' chosen' : ''}${decides ? ' decides' : ''}`}>
              <span className="cell-label" aria-hidden="true">
                <bdi>{name}</bdi>
              </span>
              <VerdictBadge verdict={clause.verdicts[id]?.verdict ?? null} strong={decides} />
              {decides && (
                <span className="decides-note">
                  {words.today.decides}
                  <span className="unseen">: {words.today.decidesLong}</span>
                </span>
              )}
            </td>
          )
        })
      )}
    </tr>
  )
}

function Timing({ clause, zone }: { clause: ClauseStatus; zone: string }) {
  const { timing, due } = clause
  return (
    <>
      <span className={`timing timing-${timing}`}>{words.timing[timing]}</span>
      {due && (
        <span className="quiet">
          {' '}
          {untilOrBy(clause)} <Moment iso={due} zone={zone} form="short" />
        </span>
      )}
    </>
  )
}

/** A ban binds until its span ends; a duty is due at an instant, and overdue since. */
function untilOrBy({ kind, timing }: ClauseStatus): string {
  if (kind === 'ban' || kind === 'leave' || kind === 'term') {
    return timing === 'due' ? words.today.throughout : words.today.until
  }
  return timing === 'overdue' || timing === 'closed' ? words.today.since : words.today.dueBy
}
