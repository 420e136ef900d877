// Withheld fields: reading one for a purpose, and what the desk has read.
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Said } from '../sign-in/frame.tsx'
import type { Seat } from '../sign-in/seat.ts'
import { send } from '../sign-in/session.ts'
import { moment } from './clock.ts'
import { peopleQuery, sealedReadsQuery, useChange } from './queries.ts'
import { sealedWords as said } from './sealed-words.ts'
import { ConfirmButton, useStepUp } from './step-up.tsx'

interface Shown {
  readonly entry: number
  readonly field: string
  readonly value: unknown
}

export function SealedReads({ seat }: { seat: Seat }) {
  const { data } = useQuery(sealedReadsQuery())
  const { data: people } = useQuery(peopleQuery())
  const doing = useChange('/api/sealed-reads')
  const stepUp = useStepUp(doing)
  const [shown, setShown] = useState<Shown | null>(null)
  const reads = (data?.reads ?? []).toReversed()
  const nameOf = (id: string) => people?.people.find((one) => one.id === id)?.name ?? said.somebody
  if (seat.roles.every((role) => role === 'reader')) return null

  const read = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name)).trim()
    const wanted = { entry: Number(given.get('entry')), field: text('field'), purpose: text('purpose') }
    setShown(null)
    stepUp.start(async () => setShown(await send<Shown>('POST', '/api/sealed-reads', wanted)))
  }

  return (
    <section className="panel" aria-labelledby="desk-sealed">
      <h2 id="desk-sealed">{said.title}</h2>
      <p className="quiet">{said.help}</p>
      <details>
        <summary>{said.read}</summary>
        <form className="desk-form" onSubmit={read}>
          <div className="field">
            <label htmlFor="sealed-entry">{said.entry}</label>
            <input id="sealed-entry" name="entry" type="number" min={0} step={1} required />
          </div>
          <div className="field">
            <label htmlFor="sealed-field">{said.field}</label>
            <input id="sealed-field" name="field" dir="ltr" defaultValue="body.speaker" maxLength={200} required />
          </div>
          <div className="field">
            <label htmlFor="sealed-purpose">{said.purpose}</label>
            <input id="sealed-purpose" name="purpose" dir="auto" autoComplete="off" maxLength={500} required />
          </div>
          <button type="submit">{said.show}</button>
        </form>
        <Said reason={doing.reason} />
        <ConfirmButton stepUp={stepUp} />
        <div role="status">
          {shown && (
            <pre className="desk-words" dir="auto" tabIndex={0}>
              {typeof shown.value === 'string' ? shown.value : JSON.stringify(shown.value)}
            </pre>
          )}
        </div>
      </details>
      {data && reads.length === 0 && <p>{said.none}</p>}
      <ul className="desk-list">
        {reads.map(({ person, field, purpose, read_at }) => (
          <li key={`${field} ${read_at}`}>
            <div>
              <strong>
                <bdi dir="ltr">{field}</bdi>
              </strong>
              <p className="quiet">
                {said.by(nameOf(person), moment(read_at))} <q dir="auto">{purpose}</q>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
