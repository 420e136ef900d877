// The first screen, from the answer in one sentence down to every power and count.
import { useEffect } from 'react'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useView } from '../parts/use-view.ts'
import { SinceLastLook } from '../since/index.ts'
import { words } from '../words.ts'
import { ClauseTable } from './clause-table.tsx'
import { Deadlines } from './deadlines.tsx'
import { GatePanel } from './gate-panel.tsx'
import { Parties } from './parties.tsx'
import { Powers } from './powers.tsx'
import { Summary } from './summary.tsx'
import { Tallies } from './tallies.tsx'
import { Terms } from './terms.tsx'

export function Today() {
  const { lens, record, status, error, busy, retry } = useView()
  const title = status?.agreement.title
  useEffect(() => {
    document.title = title ? `${title} · ${words.product}` : words.product
  }, [title])

  if (error) return <RefusalNote error={error} retry={retry} />
  if (!status || !record) return <Loading />
  return (
    <div className="today" aria-busy={busy}>
      <h1 dir="auto">{status.agreement.title}</h1>
      <Summary status={status} account={lens.account} />
      <LensBar lens={lens} status={status} record={record} />
      <SinceLastLook status={status} record={record} lens={lens} />
      <div className="lead">
        <Parties status={status} account={lens.account} />
        <Deadlines status={status} />
      </div>
      <ClauseTable status={status} account={lens.account} />
      <div className="panels">
        <div>
          {status.gates.map((gate) => (
            <GatePanel key={gate.id} gate={gate} status={status} />
          ))}
          <Powers status={status} />
        </div>
        <div>
          <Tallies status={status} />
          <Terms status={status} />
        </div>
      </div>
    </div>
  )
}
