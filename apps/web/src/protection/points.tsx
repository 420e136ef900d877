// One exact point: asked for by one person with a purpose and a window, seen once the owner and a guarantor consent.
import type { PointShown } from '@trucekeeper/api'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent } from 'react'
import { Moment } from '../parts/moment.tsx'
import { Said } from '../sign-in/frame.tsx'
import { send } from '../sign-in/session.ts'
import { useDoing } from '../sign-in/use-doing.ts'
import { instantOfLocal, zoneName } from '../time-text.ts'
import type { Open } from './screen.tsx'
import { protectionWords as text } from './words.ts'

interface PointsProps {
  readonly open: Open
  readonly zone: string
}

export function Points({ open, zone }: PointsProps) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{text.points}</h2>
      <p className="quiet protection-help">{text.pointsHelp}</p>
      {open.points.length === 0 ? (
        <p>{text.noPoints}</p>
      ) : (
        <ul className="protection-points">
          {open.points.map((point) => (
            <Point key={point.request} point={point} zone={zone} />
          ))}
        </ul>
      )}
      {open.desk !== 'public' && (
        <details>
          <summary>{text.askPoint}</summary>
          <AskPoint zone={zone} />
        </details>
      )}
    </section>
  )
}

function Point({ point, zone }: { readonly point: Open['points'][number]; readonly zone: string }) {
  const client = useQueryClient()
  const { busy, reason, start } = useDoing()
  const [shown, setShown] = useState<PointShown | null>(null)
  const address = `/api/protection/points/${point.request}`
  const again = () => client.invalidateQueries({ queryKey: ['/api/protection'] })
  return (
    <li>
      <p>
        <strong>{point.own ? text.yours : text.theirs(point.person)}</strong> <code dir="ltr">{point.site}</code>
      </p>
      <p dir="auto">{point.purpose}</p>
      <p>
        <Moment iso={point.from} zone={zone} /> – <Moment iso={point.to} zone={zone} />
      </p>
      <p className="quiet">
        {text.owner[point.owner_consents ? 'yes' : 'no']} {text.guarantor[point.guarantor_consents ? 'yes' : 'no']}
      </p>
      <Said reason={reason} />
      {point.consented && <p>{text.consented}</p>}
      {point.may_consent && (
        <button
          type="button"
          disabled={busy}
          onClick={() => start(() => send('POST', `${address}/consent`, {}).finally(again))}
        >
          {text.consent}
        </button>
      )}
      {point.own && !point.may_look && <p>{text.notYet}</p>}
      {point.may_look && (
        <button
          type="button"
          disabled={busy}
          onClick={() => start(async () => setShown(await send<PointShown>('POST', `${address}/look`, {})))}
        >
          {text.look}
        </button>
      )}
      <div role="status">
        {shown && (
          <p>
            <code dir="ltr">{shown.place.map((degrees) => degrees.toFixed(5)).join(' ')}</code> · {text.mark}{' '}
            <code dir="ltr">{shown.mark}</code>
          </p>
        )}
      </div>
    </li>
  )
}

function AskPoint({ zone }: { readonly zone: string }) {
  const id = useId()
  const client = useQueryClient()
  const { busy, reason, start } = useDoing()
  const [fields, setFields] = useState({ site: '', purpose: '', from: '', to: '' })
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<typeof fields>) => {
    setAsked(false)
    setFields((before) => ({ ...before, ...change }))
  }
  const [from, to] = [instantOfLocal(fields.from, zone), instantOfLocal(fields.to, zone)]

  function submit(event: FormEvent): void {
    event.preventDefault()
    start(async () => {
      await send('POST', '/api/protection/points', { ...fields, from, to })
      setAsked(true)
      await client.invalidateQueries({ queryKey: ['/api/protection'] })
    })
  }

  return (
    <form className="protection-form" onSubmit={submit}>
      <label htmlFor={`${id}-site`}>{text.site}</label>
      <input
        id={`${id}-site`}
        dir="ltr"
        required
        autoComplete="off"
        spellCheck={false}
        value={fields.site}
        onChange={({ target }) => set({ site: target.value })}
      />
      <label htmlFor={`${id}-purpose`}>{text.purpose}</label>
      <input
        id={`${id}-purpose`}
        dir="auto"
        required
        maxLength={500}
        autoComplete="off"
        value={fields.purpose}
        onChange={({ target }) => set({ purpose: target.value })}
      />
      <label htmlFor={`${id}-from`}>
        {text.from} <span className="quiet">{zoneName(zone)}</span>
      </label>
      <input
        id={`${id}-from`}
        type="datetime-local"
        required
        value={fields.from}
        onChange={({ target }) => set({ from: target.value })}
      />
      <label htmlFor={`${id}-to`}>
        {text.to} <span className="quiet">{zoneName(zone)}</span>
      </label>
      <input
        id={`${id}-to`}
        type="datetime-local"
        required
        value={fields.to}
        onChange={({ target }) => set({ to: target.value })}
      />
      <Said reason={reason} />
      {asked && <p role="status">{text.pointAsked}</p>}
      <p>
        <button type="submit" disabled={busy || !from || !to}>
          {text.askPointNow}
        </button>
      </p>
    </form>
  )
}
