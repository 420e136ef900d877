// The screen on access: what was asked for, what was let through, what arrived, and by whose word.
import type { AccessTold, Status } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId } from 'react'
import { accessQuery } from '../api.ts'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { TablesAbsent, TablesRefused } from '../parts/tables-state.tsx'
import { useView } from '../parts/use-view.ts'
import { longMoment, zoneName } from '../time-text.ts'
import { sourceOf } from '../url-state.ts'
import { words } from '../words.ts'
import { Consignments } from './consignments.tsx'
import { Delays } from './delays.tsx'
import { Field } from './field.tsx'
import { Figures } from './figures.tsx'
import { Funnel } from './funnel.tsx'
import { Indicators } from './indicators.tsx'
import { Parity } from './parity.tsx'
import { Requests } from './requests.tsx'
import { Sentences } from './sentences.tsx'
import { rangeText } from './told-text.ts'

const FOLDER = 'access'

export function AccessScreen() {
  const { lens, record, status, error, busy, retry } = useView()
  const { source } = sourceOf(useSearch({ strict: false }))
  const asked = { at: status?.at, known_at: status?.known_at ?? undefined, source }
  const access = useQuery({ ...accessQuery(asked), enabled: status !== undefined })
  useEffect(() => {
    document.title = `${words.access.title} · ${words.product}`
  }, [])

  const failed = error ?? access.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), access.refetch()])} />
  const answer = access.data
  if (!status || !record || !answer) return <Loading />
  return (
    <div className="access" aria-busy={busy || access.isPlaceholderData}>
      <h1>{words.access.title}</h1>
      {answer.tables === 'read' && <Summary told={answer} status={status} />}
      {answer.tables === 'read' && (
        <LensBar
          lens={lens}
          status={status}
          record={record}
          whose={<Source chosen={source} sources={answer.sources} />}
        />
      )}
      {answer.tables === 'absent' && (
        <TablesAbsent folder={FOLDER}>
          {words.access.absent.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </TablesAbsent>
      )}
      {answer.tables === 'refused' && (
        <TablesRefused folder={FOLDER} flaws={answer.flaws} command={words.access.command} />
      )}
      {answer.tables === 'read' && <Told told={answer} zone={status.agreement.zone} />}
      <Field at={status.at} zone={status.agreement.zone} />
    </div>
  )
}

function Told({ told, zone }: { told: AccessTold; zone: string }) {
  return (
    <>
      <p className="quiet">{words.tables.madeUpHelp}</p>
      <Contents />
      <Sentences told={told} />
      <Funnel funnel={told.funnel} />
      <Delays told={told} />
      <Requests requests={told.requests} />
      <Consignments consignments={told.consignments} zone={zone} />
      <Parity parity={told.parity} zone={zone} />
      <Indicators indicators={told.indicators} />
      <Figures told={told} zone={zone} />
    </>
  )
}

function Summary({ told, status }: { told: AccessTold; status: Status }) {
  const { zone } = status.agreement
  const sure = told.requests.filter(({ approved }) => approved === 'yes').length
  const contested = told.requests.filter(({ approved }) => approved === 'contested').length
  const reached = told.consignments.filter((one) => one.reached === 'reached').length
  return (
    <div className="summary" aria-live="polite">
      <p>
        <span className="summary-when">{words.access.asOf(longMoment(status.at, zone), zoneName(zone))}:</span>{' '}
        {words.access.summary(
          told.requests.length,
          rangeText({ low: sure, high: sure + contested }),
          told.consignments.length,
          reached === 0 ? words.access.none : `${reached}`,
        )}
      </p>
    </div>
  )
}

function Source({ chosen, sources }: { chosen: string | undefined; sources: readonly string[] }) {
  const id = useId()
  const navigate = useNavigate()
  const choose = (source: string) => {
    const change = { source: source || undefined }
    void navigate({ to: '.', search: (search) => ({ ...search, ...change }), resetScroll: false })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{words.access.whose}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{words.access.everyone}</option>
        {sources.map((source) => (
          <option key={source} value={source}>
            {source}
          </option>
        ))}
      </select>
    </div>
  )
}

function Contents() {
  const { sentences, funnel, delays, request, consignment, parity, indicator, figure } = words.access
  const places = {
    sentences,
    funnel,
    delays,
    requests: request,
    consignments: consignment,
    parity,
    indicators: indicator,
  }
  return (
    <nav className="contents" aria-label={words.access.contents}>
      <ul>
        {Object.entries({ ...places, figures: figure }).map(([id, { title }]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
