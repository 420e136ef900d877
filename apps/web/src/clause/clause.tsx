// One clause at an instant, by one account, with the others beside it.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ClauseStatus, Receipt, Status } from '@trucekeeper/api'
import { useEffect } from 'react'
import { receiptAddress, receiptQuery } from '../api.ts'
import { toCases } from '../cases/title.ts'
import { clauseName } from '../grouping.ts'
import { bearers } from '../parts/bearers.ts'
import { English } from '../parts/english.tsx'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useView } from '../parts/use-view.ts'
import { VerdictBadge } from '../parts/verdict.tsx'
import type { Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { Accounts } from './accounts.tsx'
import { Evidence } from './evidence.tsx'
import { Settle } from './settle.tsx'
import { Tree } from './tree.tsx'

export function ClauseScreen() {
  const { id } = useParams({ from: '/clauses/$id' })
  const { lens, record, status, error, busy, retry } = useView()
  const clause = status?.clauses.find((one) => one.id === id)
  const asked = { ...lens, account: lens.account ?? clause?.decided_by }
  const receipt = useQuery({ ...receiptQuery(id, asked), enabled: status !== undefined })
  const title = clause ? clauseName(clause) : id
  useEffect(() => {
    document.title = `${title} · ${words.product}`
  }, [title])

  const failed = error ?? receipt.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), receipt.refetch()])} />
  if (!status || !record || !receipt.data) return <Loading />
  return (
    <div className="clause" aria-busy={busy || receipt.isPlaceholderData}>
      <Heading receipt={receipt.data} clause={clause} lens={lens} />
      <Why receipt={receipt.data} status={status} />
      <LensBar lens={lens} status={status} record={record} />
      {clause && <Accounts clause={clause} status={status} chosen={receipt.data.account} />}
      <Evidence receipt={receipt.data} zone={status.agreement.zone} />
      <Tree receipt={receipt.data} zone={status.agreement.zone} />
      <Settle receipt={receipt.data} zone={status.agreement.zone} address={receiptAddress(id, asked)} />
    </div>
  )
}

interface HeadingProps {
  readonly receipt: Receipt
  readonly clause: ClauseStatus | undefined
  readonly lens: Lens
}

function Heading({ receipt, clause, lens }: HeadingProps) {
  const bound = clause && bearers(clause)
  return (
    <header className="clause-heading">
      <p className="crumbs">
        <Link to="/" search={lens}>
          {words.clause.back}
        </Link>{' '}
        <span aria-hidden="true">›</span> <bdi>{receipt.heading}</bdi>
      </p>
      <h1>
        <span className="unseen">{words.clause.says}: </span>
        <span className="own-words" dir="auto">
          {receipt.sentence}
        </span>
      </h1>
      <p className="clause-id">
        <bdi>{receipt.clause}</bdi>
        {bound && ` · ${bound}`} ·{' '}
        <Link to="/cases" search={{ ...lens, clause: receipt.clause }}>
          {toCases.ofClause}
        </Link>
      </p>
    </header>
  )
}

function Why({ receipt, status }: { receipt: Receipt; status: Status }) {
  const name = status.accounts.find(({ id }) => id === receipt.account)?.name ?? receipt.account
  return (
    <section className="why" aria-labelledby="why" aria-live="polite">
      <h2 id="why">{words.clause.why(name)}</h2>
      <p className="why-verdict">
        <VerdictBadge verdict={receipt.verdict} strong />
        <English>{receipt.reason}</English>
      </p>
      <dl className="facts">
        <div>
          <dt>{words.today.standing}</dt>
          <dd>
            <strong>{words.standing[receipt.standing]}</strong>: <English>{receipt.standing_reason}</English>
          </dd>
        </div>
        <div>
          <dt>{words.today.timing}</dt>
          <dd>
            <strong>{words.timing[receipt.timing]}</strong>: <English>{receipt.timing_reason}</English>
          </dd>
        </div>
      </dl>
    </section>
  )
}
