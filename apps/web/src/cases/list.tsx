// The screen of all cases: where each stands, who is late, what is next; visits denied; opening one.
import type { CasesAnswer, VisitsAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rowText } from '../list-text.ts'
import { ClauseLink } from '../parts/clause-link.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { English } from '../parts/english.tsx'
import { LensBar } from '../parts/lens-bar.tsx'
import { Moment } from '../parts/moment.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useLens, useSight } from '../parts/use-view.ts'
import { longMoment, timeLeft, zoneName } from '../time-text.ts'
import { words } from '../words.ts'
import { listed } from './listed.ts'
import { OpenCase } from './open-case.tsx'
import { OutOfOrder } from './out-of-order.tsx'
import { casesQuery, visitsQuery } from './queries.ts'
import { casesSearchOf, SHOWN, type CasesSearch } from './search.ts'
import { Visits } from './visits.tsx'
import { waitingText } from './waiting-text.ts'
import { caseWords as said } from './words.ts'
import './cases.css'

export function CasesScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const search = casesSearchOf(useSearch({ strict: false }))
  const cases = useQuery({ ...casesQuery(lens), enabled: lens.at !== undefined })
  const visits = useQuery({ ...visitsQuery(lens), enabled: lens.at !== undefined })
  useEffect(() => {
    document.title = `${said.title} · ${words.product}`
  }, [])
  const failed = error ?? cases.error ?? visits.error
  if (failed)
    return <RefusalNote error={failed} retry={() => Promise.all([retry(), cases.refetch(), visits.refetch()])} />
  if (!sight || !record || !cases.data || !visits.data) return <Loading />
  const { zone } = sight.agreement
  return (
    <div className="cases" aria-busy={busy || cases.isPlaceholderData || visits.isPlaceholderData}>
      <h1>{said.title}</h1>
      <p>{words.today.asOf(longMoment(sight.at, zone), zoneName(zone))}</p>
      <p className="quiet cases-help">{said.help}</p>
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      <All told={cases.data} search={search} zone={zone} />
      <OutOfOrder told={cases.data.out_of_order} zone={zone} />
      <OpenCase told={cases.data} zone={zone} search={search} />
      <Denied told={visits.data} zone={zone} />
    </div>
  )
}

interface AllProps {
  readonly told: CasesAnswer
  readonly search: CasesSearch
  readonly zone: string
}

function All({ told, search, zone }: AllProps) {
  if (told.cases.length === 0)
    return (
      <section className="panel">
        <h2>{said.none}</h2>
        <p>{said.noneHelp}</p>
      </section>
    )
  const rows = listed(told.cases, search)
  return (
    <section aria-labelledby="all-cases">
      <h2 id="all-cases">{said.show}</h2>
      <ul className="moments" aria-labelledby="all-cases">
        {SHOWN.map((show) => (
          <li key={show}>
            <Link
              to="/cases"
              search={(before) => ({ ...before, show: show === 'all' ? undefined : show })}
              resetScroll={false}
              activeOptions={{ explicitUndefined: true }}
              aria-current={(search.show ?? 'all') === show ? 'true' : undefined}
            >
              {said.shown[show]}
            </Link>
          </li>
        ))}
      </ul>
      {search.clause && (
        <p>
          {said.aboutClause(search.clause)}{' '}
          <Link to="/cases" search={(before) => ({ ...before, clause: undefined })}>
            {said.allClauses}
          </Link>
        </p>
      )}
      {rows.length === 0 ? (
        <p>{said.noneLike}</p>
      ) : (
        <DataTable labelledBy="all-cases" columns={columnsIn(told, zone)} rows={rows} keyOf={(one) => one.case} />
      )}
    </section>
  )
}

function columnsIn(
  { names, clause_names: clauseNames, at }: CasesAnswer,
  zone: string,
): Column<CasesAnswer['cases'][number]>[] {
  const nameOf = (id: string) => names[id] ?? id
  return [
    {
      title: said.case,
      cell: (one) => (
        <>
          <CaseLink name={one.case} />
          <span className="case-summary quiet" dir="auto">
            {one.summary}
          </span>
        </>
      ),
    },
    {
      title: said.clause,
      cell: (one) => (
        <>
          <ClauseLink id={one.clause} names={clauseNames} />
          <span className="quiet case-summary">{nameOf(one.accused)}</span>
        </>
      ),
    },
    { title: said.stage, cell: (one) => said.stages[one.stage] },
    {
      title: said.late,
      cell: (one) =>
        one.late.length === 0 ? (
          <span className="quiet">{said.nobodyLate}</span>
        ) : (
          <ul>
            {one.late.map(({ who, step, does, due }) => (
              <li key={`${who} ${step}`}>
                <strong>{said.lateBy(nameOf(who), timeLeft(at, due))}</strong>
                <span className="quiet case-summary">
                  <English>{does}</English>
                </span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      title: said.next,
      cell: ({ next, closed, proposals }) => {
        if (closed) return <span className="quiet">{said.stages.closed}</span>
        const waiting = proposals.filter(({ state }) => state === 'open')
        if (!next && waiting.length === 0) return <span className="quiet">{said.nothingNext}</span>
        return (
          <>
            {waiting.map((one) => (
              <span key={one.minute} className="case-summary">
                {said.proposes[one.what.does](nameOf(one.of))}
                {words.semicolon}
                {waitingText(one, nameOf, at, zone)}
              </span>
            ))}
            {next && <Next next={next} nameOf={nameOf} zone={zone} />}
          </>
        )
      },
    },
  ]
}

type Case = CasesAnswer['cases'][number]

function Next({
  next,
  nameOf,
  zone,
}: {
  readonly next: NonNullable<Case['next']>
  readonly nameOf: (id: string) => string
  readonly zone: string
}) {
  return (
    <>
      <bdi>{rowText(next.who.map(nameOf))}</bdi>
      {next.due && (
        <>
          {words.comma}
          <Moment iso={next.due} zone={zone} form="short" />
        </>
      )}
      <span className="quiet case-summary">
        <English>{next.does}</English>
      </span>
    </>
  )
}

export function CaseLink({ name }: { readonly name: string }) {
  const lens = useLens()
  return (
    <Link to="/cases/$name" params={{ name }} search={lens}>
      <bdi>{name}</bdi>
    </Link>
  )
}

function Denied({ told, zone }: { readonly told: VisitsAnswer; readonly zone: string }) {
  const nameOf = (id: string | null) => (id === null ? said.notSaid : (told.names[id] ?? id))
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">{said.visits}</h2>
      {told.denied_by.length > 0 && (
        <ul>
          {told.denied_by.map(({ who, denied, turned_back }) => (
            <li key={String(who)}>{said.tally(nameOf(who), String(denied), String(turned_back))}</li>
          ))}
        </ul>
      )}
      {told.visits.length === 0 ? (
        <p className="quiet">{said.noVisits}</p>
      ) : (
        <Visits labelledBy="visits" visits={told.visits} names={told.names} zone={zone} />
      )}
    </section>
  )
}
