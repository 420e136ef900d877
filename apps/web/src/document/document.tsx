// A text as it was read, with the quoted passage marked and in view.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { agreementQuery, documentQuery, recordQuery, statusQuery } from '../api.ts'
import { splitAt } from '../evidence.ts'
import { InARow } from '../parts/in-a-row.tsx'
import { Original } from './original.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useLens } from '../parts/use-view.ts'
import { longMoment } from '../time-text.ts'
import { passageOf } from '../url-state.ts'
import { words } from '../words.ts'

export function DocumentScreen() {
  const { sha } = useParams({ from: '/documents/$sha' })
  const { data, error, refetch } = useQuery(documentQuery(sha))
  const zone = useZone()
  if (error) return <RefusalNote error={error} retry={refetch} />
  if (!data) return <Loading />
  const facts = [data.outlet, data.published && words.document.published(longMoment(data.published, zone))]
  return (
    <Passage name={data.doc} facts={facts} digest={data.sha256} text={data.text}>
      <Original sha256={data.sha256} name={data.doc} />
    </Passage>
  )
}

export function AgreementScreen() {
  const { data, error, refetch } = useQuery(agreementQuery(useLens()))
  if (error) return <RefusalNote error={error} retry={refetch} />
  if (!data) return <Loading />
  return <Passage name={words.document.agreement} facts={[data.file]} digest={data.hash} text={data.text} />
}

/** The agreement's zone; UTC until it is known. */
function useZone(): string {
  const lens = useLens()
  const { data: record } = useQuery(recordQuery())
  const at = lens.at ?? record?.suggested_at
  const { data: status } = useQuery({ ...statusQuery({ ...lens, at }), enabled: at !== undefined })
  return status?.agreement.zone ?? 'UTC'
}

interface PassageProps {
  readonly name: string
  readonly facts: readonly (string | null)[]
  readonly digest: string
  readonly text: string
  readonly children?: ReactNode
}

function Passage({ name, facts, digest, text, children }: PassageProps) {
  const { start, end, clause } = passageOf(useSearch({ strict: false }))
  const lens = useLens()
  const mark = useRef<HTMLElement>(null)
  const passage = splitAt(text, start, end)
  useEffect(() => {
    document.title = `${name} · ${words.product}`
  }, [name])
  const quoted = passage?.quote
  useEffect(() => {
    if (quoted !== undefined) mark.current?.scrollIntoView({ block: 'center' })
  }, [quoted])
  return (
    <article className="document">
      <p className="crumbs">
        {clause ? (
          <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
            {words.document.back}
          </Link>
        ) : (
          <Link to="/" search={lens}>
            {words.document.backAll}
          </Link>
        )}
      </p>
      <h1 dir="auto">{name}</h1>
      <p className="quiet">
        <InARow things={facts} />
      </p>
      {start !== undefined && !passage && <p role="alert">{words.document.noQuote}</p>}
      <div className="document-text" dir="auto">
        {passage ? (
          <>
            {passage.before}
            <mark ref={mark}>
              <span className="unseen">{words.document.quoted}: </span>
              {passage.quote}
            </mark>
            {passage.after}
          </>
        ) : (
          text
        )}
      </div>
      <p className="quiet digests">
        {words.document.digest} <code>{digest}</code>
      </p>
      {children}
    </article>
  )
}
