// The same clause by every account: where the accounts part, and the way to look through another.
import type { ClauseStatus, Status } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { accountsInOrder } from '../grouping.ts'
import { English } from '../parts/english.tsx'
import { VerdictBadge } from '../parts/verdict.tsx'
import { words } from '../words.ts'

interface AccountsProps {
  readonly clause: ClauseStatus
  readonly status: Status
  readonly chosen: string
}

export function Accounts({ clause, status, chosen }: AccountsProps) {
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{words.clause.accounts}</h2>
      <table className="accounts" role="table" aria-labelledby="accounts">
        <thead role="rowgroup">
          <tr role="row">
            {[words.clause.account, words.clause.verdict, words.clause.reason, words.clause.claims].map((heading) => (
              <th key={heading} scope="col" role="columnheader">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {accountsInOrder(status.accounts).map(({ id, name }) => {
            const answer = clause.verdicts[id]
            if (!answer) return null
            return (
              <tr key={id} role="row" className={id === chosen ? 'chosen' : undefined}>
                <th scope="row" role="rowheader">
                  <Link
                    to="."
                    search={(search) => ({ ...search, account: id })}
                    resetScroll={false}
                    aria-current={id === chosen ? 'true' : undefined}
                  >
                    <bdi>{name}</bdi>
                  </Link>
                  {id === clause.decided_by && <span className="decides-note">{words.today.decides}</span>}
                </th>
                <td role="cell">
                  <VerdictBadge verdict={answer.verdict} strong={id === clause.decided_by} />
                </td>
                <td role="cell">
                  <English>{answer.reason}</English>
                </td>
                <td role="cell" className="quiet">
                  {words.clause.claimsOf(answer.for.length, answer.against.length, answer.cannot_confirm.length)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
