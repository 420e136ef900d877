// The screen of the daily report: which evening, its page, and the same in files for others.
import type { ReportsAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId } from 'react'
import { language, languageName } from '../language.ts'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import type { Lens } from '../url-state.ts'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { fileAddress, pageQuery, reportsQuery } from './ask.ts'
import { Page } from './page.tsx'
import './report.css'
import { reportSearchOf } from './search.ts'
import { reportTitle } from './title.ts'
import { reportWords as text } from './words.ts'

export function ReportScreen() {
  const { lens, record, sight, error, busy, retry } = useSight()
  const reports = useQuery({ ...reportsQuery(lens), enabled: sight !== undefined })
  useEffect(() => {
    document.title = `${reportTitle} · ${words.product}`
  }, [])
  const failed = error ?? reports.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), reports.refetch()])} />
  if (!sight || !record) return <Loading />
  return (
    <div className="report-screen" aria-busy={busy || reports.isPlaceholderData || !reports.data}>
      <p className="quiet report-help">{text.help}</p>
      <LensBar lens={lens} status={sight} record={record} whose={<></>} />
      {!reports.data ? (
        <Loading />
      ) : reports.data.days.length === 0 ? (
        <section className="panel">
          <h1>{text.none}</h1>
          <p>{text.noneHelp}</p>
        </section>
      ) : (
        <Evening reports={reports.data} lens={lens} />
      )}
    </div>
  )
}

function Evening({ reports, lens }: { reports: ReportsAnswer; lens: Lens }) {
  const { day: asked } = reportSearchOf(useSearch({ strict: false }))
  const found = reports.days.findIndex(({ day }) => day === asked)
  const index = found === -1 ? reports.days.length - 1 : found
  const { day } = reports.days[index]!
  const page = useQuery(pageQuery(day, lens))
  return (
    <>
      <Choice reports={reports} index={index} />
      {page.error ? (
        <RefusalNote error={page.error} retry={() => page.refetch()} />
      ) : page.data ? (
        <div aria-busy={page.isPlaceholderData}>
          <Page page={page.data} zone={reports.agreement.zone} />
        </div>
      ) : (
        <Loading />
      )}
      <Files reports={reports} day={day} lens={lens} />
    </>
  )
}

function Choice({ reports: { days, agreement }, index }: { reports: ReportsAnswer; index: number }) {
  const navigate = useNavigate()
  const id = useId()
  const step = (to: number) =>
    void navigate({ to: '.', search: (search) => ({ ...search, day: days[to]!.day }), resetScroll: false })
  return (
    <div className="report-choice field">
      <label htmlFor={id}>{text.day}</label>
      <span className="field-row">
        <select id={id} value={index} onChange={({ target }) => step(Number(target.value))}>
          {days.map(({ day, number }, at) => (
            <option key={day} value={at}>
              {text.number(String(number), longMoment(day, agreement.zone))}
            </option>
          ))}
        </select>
        <button type="button" disabled={index <= 0} onClick={() => step(index - 1)}>
          {text.earlier}
        </button>
        <button type="button" disabled={index >= days.length - 1} onClick={() => step(index + 1)}>
          {text.later}
        </button>
      </span>
    </div>
  )
}

function Files({
  reports: { forms, days, agreement },
  day,
  lens,
}: {
  reports: ReportsAnswer
  day: string
  lens: Lens
}) {
  const [files, follow] = [useId(), useId()]
  const known = days.find((one) => one.day === day)?.made_known ?? []
  const at = lens.at === undefined ? '' : `&at=${encodeURIComponent(lens.at)}`
  return (
    <>
      <section className="panel report-files" aria-labelledby={files}>
        <h2 id={files}>{text.files}</h2>
        <p className="quiet">{text.filesHelp}</p>
        <ul>
          {forms.map((form) => (
            <li key={form}>
              <a href={fileAddress(day, form, lens)} download>
                {text.forms[form] ?? form}
              </a>
            </li>
          ))}
        </ul>
        {known.length > 0 && (
          <>
            <h3>{text.madeKnown}</h3>
            <ul className="report-known">
              {known.map(({ at: made, format, lang, hash }) => (
                <li key={hash}>
                  {text.forms[format] ?? format}, <bdi>{languageName(lang)}</bdi>, {longMoment(made, agreement.zone)}:{' '}
                  <code dir="ltr">{hash}</code>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <button type="button" onClick={() => globalThis.print()}>
            {text.print}
          </button>
        </p>
      </section>
      <section className="panel report-files" aria-labelledby={follow}>
        <h2 id={follow}>{text.follow}</h2>
        <ul>
          <li>
            <a href={`/api/feed.atom?lang=${language}`}>{text.feed}</a>
          </li>
          <li>
            <a href={`/api/calendar.ics?lang=${language}${at}`}>{text.calendar}</a>
          </li>
          <li>
            <a href={fileAddress(day, 'cap', lens)} download>
              {text.alerts}
            </a>
          </li>
        </ul>
      </section>
    </>
  )
}
