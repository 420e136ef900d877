// Each party against each account: where the accounts part is seen at a glance.
import type { Status } from '@trucekeeper/api'
import { VERDICTS, accountsInOrder, partyName, partyRows, type Counts } from '../grouping.ts'
import { Mark } from '../parts/verdict.tsx'
import { words } from '../words.ts'

export function Parties({ status, account }: { status: Status; account: string | undefined }) {
  const rows = partyRows(status)
  if (rows.length === 0) return null
  const accounts = accountsInOrder(status.accounts)
  return (
    <div className="parties-box">
      <h2 id="parties">{words.today.parties}</h2>
      <p className="quiet">{words.today.partiesHelp}</p>
      <div className="scroll" role="region" aria-labelledby="parties" tabIndex={0}>
        <table className="parties" role="table" aria-labelledby="parties">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {words.today.party}
              </th>
              {accounts.map(({ id, name, decides }) => (
                <th
                  key={id}
                  scope="col"
                  role="columnheader"
                  className={id === account || (!account && decides) ? 'chosen' : undefined}
                >
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map(({ party, accounts: counts }) => (
              <tr key={party} role="row">
                <th scope="row" role="rowheader">
                  <bdi>{partyName(party)}</bdi>
                </th>
                {accounts.map(({ id, name, decides }) => (
                  <td key={id} role="cell" className={id === account || (!account && decides) ? 'chosen' : undefined}>
                    <span className="cell-label" aria-hidden="true">
                      <bdi>{name}</bdi>
                    </span>
                    <CountsOf counts={counts[id]!} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function CountsOf({ counts }: { counts: Counts }) {
  const shown = VERDICTS.filter((verdict) => counts[verdict] > 0)
  if (shown.length === 0) return <span className="quiet">–</span>
  return (
    <ul className="counts">
      {shown.map((verdict) => (
        <li key={verdict} className={`count-${verdict}`}>
          <Mark verdict={verdict} />
          {counts[verdict]}
          <span className="unseen"> {words.verdict[verdict]}</span>
        </li>
      ))}
    </ul>
  )
}
