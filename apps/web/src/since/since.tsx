// What changed since the reader last looked, or since an instant of their choice: clauses, and documents that came in.
import type { RecordSummary, Status } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { statusQuery } from '../api.ts'
import { clauseName, partyName } from '../grouping.ts'
import { Moment } from '../parts/moment.tsx'
import { VerdictBadge } from '../parts/verdict.tsx'
import { longMoment } from '../time-text.ts'
import { documentsQuery } from '../timeline/ask.ts'
import type { Lens } from '../url-state.ts'
import { words } from '../words.ts'
import { changesBetween, type Change } from './changes.ts'
import { keepLook, lastLook } from './last-look.ts'
import { sinceOf } from './search.ts'
import { sinceWords as text } from './words.ts'

interface SinceProps {
  readonly status: Status
  readonly record: RecordSummary
  readonly lens: Lens
}

/** So many documents are named; a list of thousands tells nobody what changed. */
const NAMED = 12

export function SinceLastLook({ status, record, lens }: SinceProps) {
  const { agreement, at } = status
  // What was kept before this visit: the visit itself is the next one's last look.
  const [last] = useState(() => lastLook(agreement.id))
  const { since } = sinceOf(useSearch({ strict: false }))
  const entries = record.entries
  useEffect(() => keepLook(agreement.id, { at, entries, seen: new Date().toISOString() }), [agreement.id, at, entries])

  const basis = since
    ? { at: since, known_at: since }
    : last && { at: last.at, known_at: `size:${Math.min(last.entries, entries)}` }
  const before = useQuery({ ...statusQuery(basis ?? {}), enabled: basis !== null })
  return (
    <section className="since panel" aria-labelledby="since">
      <header>
        <h2 id="since">{since ? text.since(longMoment(since, agreement.zone)) : text.title}</h2>
        <Choice record={record} since={since} />
      </header>
      {basis === null && <p>{text.first}</p>}
      {!since && last && (
        <p className="quiet">
          {text.looked(longMoment(last.seen, agreement.zone), longMoment(last.at, agreement.zone))}
        </p>
      )}
      {basis && before.data && <Changes before={before.data} status={status} lens={lens} />}
    </section>
  )
}

function Choice({ record, since }: { record: RecordSummary; since: string | undefined }) {
  const id = useId()
  const navigate = useNavigate()
  const choose = (value: string) =>
    void navigate({ to: '.', search: (search) => ({ ...search, since: value || undefined }), resetScroll: false })
  const isMoment = record.moments.some(({ at }) => at === since)
  return (
    <span className="since-choice">
      <label htmlFor={id}>{text.compare}</label>{' '}
      <select id={id} value={since ?? ''} onChange={({ target }) => choose(target.value)}>
        <option value="">{text.lastLook}</option>
        {since && !isMoment && <option value={since}>{since}</option>}
        {record.moments.map(({ at, label }) => (
          <option key={at} value={at}>
            {longMoment(label, 'UTC')}
          </option>
        ))}
      </select>
    </span>
  )
}

function Changes({ before, status, lens }: { before: Status; status: Status; lens: Lens }) {
  const documents = useQuery(documentsQuery(lens))
  const changes = changesBetween(before, status, lens.account)
  const seen = before.known_at ?? before.at
  const known = before.checkpoint.size
  const fresh = (documents.data?.documents ?? []).filter(({ index, received_at }) =>
    before.known_at === null ? index >= known : Date.parse(received_at) > Date.parse(seen),
  )
  const { zone } = status.agreement
  if (changes.length + fresh.length === 0) return <p>{text.nothing}</p>
  return (
    <>
      {changes.length > 0 && (
        <ul className="since-changes">
          {changes.map((change) => (
            <ClauseChange key={change.clause.id} change={change} lens={lens} />
          ))}
        </ul>
      )}
      {fresh.length > 0 && (
        <details>
          <summary>{text.documents(fresh.length)}</summary>
          <ul className="since-documents">
            {fresh.slice(-NAMED).map(({ sha256, doc, outlet, received_at }) => (
              <li key={`${sha256} ${doc}`}>
                <Link to="/documents/$sha" params={{ sha: sha256 }} search={lens} dir="auto">
                  {doc}
                </Link>{' '}
                <span className="quiet">
                  {outlet && <bdi>{outlet}</bdi>} <Moment iso={received_at} zone={zone} form="short" />
                </span>
              </li>
            ))}
          </ul>
          {fresh.length > NAMED && <p className="quiet">{text.moreDocuments(fresh.length - NAMED)}</p>}
        </details>
      )}
    </>
  )
}

function ClauseChange({ change: { clause, verdict, timing, standing }, lens }: { change: Change; lens: Lens }) {
  return (
    <li>
      <Link to="/clauses/$id" params={{ id: clause.id }} search={lens}>
        {clauseName(clause)}
        {clause.parties.length > 0 && (
          <span className="row-parties">, {clause.parties.map(partyName).join(words.comma)}</span>
        )}
      </Link>
      <span className="since-pairs">
        {verdict && (
          <span>
            <VerdictBadge verdict={verdict[0]} /> <Became /> <VerdictBadge verdict={verdict[1]} />
          </span>
        )}
        {standing && (
          <span>
            {words.standing[standing[0]]} <Became /> {words.standing[standing[1]]}
          </span>
        )}
        {timing && (
          <span className="quiet">
            {words.timing[timing[0]]} <Became /> {words.timing[timing[1]]}
          </span>
        )}
      </span>
    </li>
  )
}

function Became() {
  return (
    <>
      <span aria-hidden="true">{words.dir === 'rtl' ? '←' : '→'}</span>
      <span className="unseen">{text.became}</span>
    </>
  )
}
