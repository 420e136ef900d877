// The screen of notices: the rules of one's desk, what was told last, and why something was not taken.
import type { NoticeRule, NoticesAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { about } from '../api.ts'
import { rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { deskName } from '../sign-in/names.ts'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { noticeWords as said } from './words.ts'
import './notices.css'

type Notice = NoticesAnswer['notices'][number]

const MINUTE_MS = 60_000

export function NoticesScreen() {
  const told = useQuery({ ...about<NoticesAnswer>('/api/notices'), refetchInterval: MINUTE_MS })
  useEffect(() => {
    document.title = `${said.title} · ${words.product}`
  }, [])
  if (told.error) return <RefusalNote error={told.error} retry={() => told.refetch()} />
  if (!told.data) return <Loading />
  const { zone, tells, rules, notices } = told.data
  return (
    <div className="notices">
      <h1>{said.title}</h1>
      <p className="quiet notices-help">{said.help}</p>
      {!tells && (
        <section className="panel">
          <h2>{said.off}</h2>
          <p>{said.offHelp}</p>
        </section>
      )}
      {tells && (
        <section aria-labelledby="notice-rules">
          <h2 id="notice-rules">{said.rules}</h2>
          {rules.length === 0 ? (
            <p>{said.noRules}</p>
          ) : (
            <DataTable
              labelledBy="notice-rules"
              columns={RULES}
              rows={rules}
              keyOf={({ desk, name }) => `${desk} ${name}`}
            />
          )}
        </section>
      )}
      {tells && (
        <section aria-labelledby="notice-last">
          <h2 id="notice-last">{said.last}</h2>
          {notices.length === 0 ? (
            <p>{said.nothing}</p>
          ) : (
            <DataTable labelledBy="notice-last" columns={noticesIn(zone)} rows={notices} keyOf={({ id }) => id} />
          )}
        </section>
      )}
    </div>
  )
}

const RULES: readonly Column<NoticeRule>[] = [
  { title: said.name, cell: ({ name }) => <bdi>{name}</bdi> },
  { title: said.desk, cell: ({ desk }) => (desk === 'desks' ? said.desks : deskName(desk)) },
  { title: said.of, cell: ({ tell }) => rowText(tell.map((kind) => said.kinds[kind] ?? kind)) },
  { title: said.about, cell: ({ clauses }) => (clauses === null ? said.every : rowText(clauses)) },
  {
    title: said.to,
    cell: ({ how, to }) => (
      <>
        {said.how[how]}: {rowText(to)}
      </>
    ),
  },
  { title: said.when, cell: (rule) => whenText(rule) },
  { title: said.language, cell: ({ language }) => <bdi>{language}</bdi> },
]

function whenText({ digest, quiet, tell, lead_hours }: NoticeRule): string {
  return [
    digest === null ? said.atOnce : said.digest(digest),
    ...(quiet ? [said.quiet(quiet.from, quiet.until)] : []),
    ...(tell.includes('deadline') ? [said.lead(numberText(lead_hours))] : []),
  ].join(words.comma)
}

function noticesIn(zone: string): readonly Column<Notice>[] {
  return [
    {
      title: said.subject,
      cell: ({ subject, text }) => (
        <>
          <span dir="auto">{subject}</span>
          <details>
            <summary>
              {said.read}
              <span className="unseen">: {subject}</span>
            </summary>
            <p className="notice-text" dir="auto">
              {text}
            </p>
          </details>
        </>
      ),
    },
    { title: said.name, cell: ({ rule }) => <bdi>{rule}</bdi> },
    { title: said.to, cell: ({ to }) => <bdi>{to}</bdi> },
    { title: said.made, cell: ({ made_at }) => <Moment iso={made_at} zone={zone} /> },
    { title: said.state, cell: (notice) => <Became notice={notice} zone={zone} /> },
  ]
}

function Became({ notice: { state, tries, why, next_at }, zone }: { readonly notice: Notice; readonly zone: string }) {
  return (
    <>
      <strong>{said.states[state]}</strong>
      {tries > 0 && ` (${said.tries(tries)})`}
      {why !== null && (
        <span className="notice-why">
          {said.why}: <English>{why}</English>
          {next_at !== null && `${words.semicolon}${said.next(longMoment(next_at, zone))}`}
        </span>
      )}
    </>
  )
}
