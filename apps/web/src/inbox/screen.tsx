// The inbox: documents with claims that wait for a person, or what belongs together.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Refusal } from '../api.ts'
import { Ticked } from '../parts/ticked.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { words } from '../words.ts'
import { inboxQuery } from './asking.ts'
import { Documents, Upload } from './documents.tsx'
import { ReadDocument } from './read-document.tsx'
import { inboxTitle } from './title.ts'
import { Together } from './together.tsx'
import { inboxWords as said } from './words.ts'
import './inbox.css'

const PARTS = ['read', 'together'] as const

export function InboxScreen() {
  const { data, error, refetch } = useQuery(inboxQuery())
  const [part, setPart] = useState<(typeof PARTS)[number]>('read')
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    document.title = `${inboxTitle} · ${words.product}`
  }, [])
  if (error instanceof Refusal && error.code?.startsWith('404')) return <ReadOnly />
  if (error) return <RefusalNote error={error} retry={refetch} />
  if (!data) return <Loading />
  // Those with something open come first; one that is decided stays, so that it can be taken back.
  const id = asked ?? data.documents[0]?.id ?? null
  return (
    <div className="inbox">
      <h1>{inboxTitle}</h1>
      <p>{said.intro}</p>
      <p className="inbox-parts">
        {PARTS.map((one) => (
          <button key={one} type="button" aria-pressed={part === one} onClick={() => setPart(one)}>
            {said.parts[one]}
          </button>
        ))}
      </p>
      {part === 'together' ? (
        <Together />
      ) : (
        <div className="inbox-columns">
          <Documents inbox={data} chosen={id} onChoose={setAsked} />
          <div className="inbox-main">
            {id === null ? <Empty /> : <ReadDocument key={id} id={id} fields={data.fields} />}
          </div>
          <Upload onTaken={setAsked} />
        </div>
      )}
    </div>
  )
}

function Empty() {
  return (
    <section className="panel inbox-empty">
      <h2>{said.empty.title}</h2>
      <p>
        <Ticked text={said.empty.text} />
      </p>
    </section>
  )
}

function ReadOnly() {
  return (
    <section className="panel inbox-empty">
      <h1>{inboxTitle}</h1>
      <p>
        <Ticked text={said.readOnly} />
      </p>
    </section>
  )
}
