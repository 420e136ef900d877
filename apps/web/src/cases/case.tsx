// One case: where it stands, who is late, what each finds, what is said of it, what was done, and what comes next.
import type { CaseAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ClauseLink } from '../parts/clause-link.tsx'
import { English } from '../parts/english.tsx'
import { LensBar } from '../parts/lens-bar.tsx'
import { Moment } from '../parts/moment.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import { rowText } from '../list-text.ts'
import { timeLeft } from '../time-text.ts'
import { words } from '../words.ts'
import { Findings } from './findings.tsx'
import { CaseGoOn } from './go-on.tsx'
import { CaseLink } from './list.tsx'
import { Log } from './log.tsx'
import { OutOfOrder } from './out-of-order.tsx'
import { Proposals } from './proposals.tsx'
import { caseQuery } from './queries.ts'
import { Replies } from './replies.tsx'
import { Steps } from './steps.tsx'
import { Told } from './told.tsx'
import { caseWords as said } from './words.ts'
import './cases.css'

export function CaseScreen() {
  const { name } = useParams({ from: '/cases/$name' })
  const { lens, record, sight, error, busy, retry } = useSight()
  const asked = useQuery({ ...caseQuery(name, lens), enabled: lens.at !== undefined })
  useEffect(() => {
    document.title = `${name} · ${said.title} · ${words.product}`
  }, [name])
  if (error) return <RefusalNote error={error} retry={retry} />
  if (!sight || !record) return <Loading />
  const { zone } = sight.agreement
  return (
    <div className="case" aria-busy={busy || asked.isPending}>
      <p className="crumbs">
        <Link to="/cases" search={lens}>
          {said.title}
        </Link>{' '}
        <span aria-hidden="true">›</span> <bdi>{name}</bdi>
      </p>
      {asked.data && <Heading told={asked.data} zone={zone} />}
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      {asked.error && <RefusalNote error={asked.error} retry={asked.refetch} />}
      {asked.isPending && <Loading />}
      {asked.data && <Parts told={asked.data} zone={zone} />}
    </div>
  )
}

interface PartProps {
  readonly told: CaseAnswer
  readonly zone: string
}

function Parts({ told, zone }: PartProps) {
  const { case: one } = told
  return (
    <>
      <Standing told={told} zone={zone} />
      <Proposals told={told} zone={zone} />
      <Steps told={told} zone={zone} />
      <Findings told={told} zone={zone} />
      <Told told={told} />
      <Replies told={told} zone={zone} />
      {one.related.length > 0 && (
        <section className="panel" aria-labelledby="related">
          <h2 id="related">{said.related}</h2>
          <ul>
            {one.related.map(({ case: other, reason }) => (
              <li key={other}>
                <CaseLink name={other} />: <span dir="auto">{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <OutOfOrder told={told.out_of_order} zone={zone} />
      {one.closed === null && <CaseGoOn told={told} zone={zone} />}
      <Log told={told} zone={zone} />
    </>
  )
}

function Heading({ told, zone }: PartProps) {
  const { case: one, names } = told
  const nameOf = (id: string) => names[id] ?? id
  return (
    <header>
      <h1 dir="auto">{one.summary}</h1>
      <dl className="facts">
        <div>
          <dt>{said.clause}</dt>
          <dd>
            <ClauseLink id={one.clause} names={told.clause_names} />{' '}
            <span className="quiet">
              (<bdi>{one.heading.split(' › ').at(-1)}</bdi>)
            </span>
          </dd>
        </div>
        <div>
          <dt>{said.accused}</dt>
          <dd>{nameOf(one.accused)}</dd>
        </div>
        <div>
          <dt>{said.openedBy}</dt>
          <dd>
            <bdi>{nameOf(one.opened_by)}</bdi>
            {words.comma}
            <Moment iso={one.opened_at} zone={zone} />
          </dd>
        </div>
        <div>
          <dt>{said.stage}</dt>
          <dd>
            <strong>{said.stages[one.stage]}</strong>
          </dd>
        </div>
      </dl>
    </header>
  )
}

/** What a reader comes for: closed with its reason, or who is late and what is next. */
function Standing({ told: { case: one, names, at }, zone }: PartProps) {
  const nameOf = (id: string) => names[id] ?? id
  if (one.closed)
    return (
      <section className="panel" aria-labelledby="closed">
        <h2 id="closed">{said.closedBy(rowText(one.closed.of.map(nameOf)))}</h2>
        <p>
          <Moment iso={one.closed.at} zone={zone} />
        </p>
        <p dir="auto">
          <strong>{one.closed.outcome}</strong>
        </p>
        <p dir="auto">{one.closed.reason}</p>
      </section>
    )
  return (
    <>
      {one.late.length > 0 && (
        <section className="panel case-late" aria-labelledby="late">
          <h2 id="late">{said.late}</h2>
          <ul>
            {one.late.map(({ who, step, does, due }) => (
              <li key={`${who} ${step}`}>
                <strong>{said.lateBy(nameOf(who), timeLeft(at, due))}</strong> <English>{does}</English>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel case-next" aria-labelledby="next">
        <h2 id="next">{said.next}</h2>
        {one.next ? (
          <p>
            <English>{one.next.does}</English>: <strong>{rowText(one.next.who.map(nameOf))}</strong>
            {one.next.due && (
              <>
                {words.comma}
                <Moment iso={one.next.due} zone={zone} /> ({timeLeft(at, one.next.due)})
              </>
            )}
          </p>
        ) : (
          <p>{said.nothingNext}</p>
        )}
      </section>
    </>
  )
}
