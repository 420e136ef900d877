// The claim looked at: its fields to change before it is confirmed, or what was decided and the way back.
import type { Inbox } from '@trucekeeper/api'
import { useId, useState, type FormEvent } from 'react'
import { correctionsIn, draftOf, SHOWN, type Correction, type Draft, type Proposed } from './claim-fields.ts'
import { words } from '../words.ts'
import { longMoment } from '../time-text.ts'
import { inboxWords as said } from './words.ts'

/** A decision is made where its reader sits. */
const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone

interface Props {
  readonly proposed: Proposed
  readonly fields: Inbox['fields']
  readonly isBusy: boolean
  readonly onDecide: (body: { does: 'accept' | 'reject'; reason?: string; corrections?: readonly Correction[] }) => void
  readonly onTakeBack: (reason: string) => void
}

export function ClaimCard(props: Props) {
  const { proposed } = props
  return (
    <section className="panel inbox-card" aria-label={said.states[proposed.state]}>
      <blockquote dir="auto">{words.quoted(proposed.claim.quote)}</blockquote>
      {proposed.state === 'open' ? <Open {...props} /> : <Decided {...props} />}
    </section>
  )
}

function Open({ proposed, fields, isBusy, onDecide }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(proposed.claim))
  const corrections = correctionsIn(draft, proposed.claim)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDecide({ does: 'accept', corrections })
  }
  return (
    <>
      <form onSubmit={submit}>
        <div className="inbox-fields">
          {SHOWN.map((field) => (
            <FieldOf
              key={field}
              label={said.fields[field]!}
              name={(one) => codeName(field, one)}
              values={fields.find(({ name }) => name === field)?.values ?? null}
              value={draft[field]}
              onChange={(text) => setDraft({ ...draft, [field]: text })}
            />
          ))}
        </div>
        <p className="quiet">{said.severalHelp}</p>
        <p>
          <button type="submit" disabled={isBusy}>
            {corrections.length > 0 ? said.change : said.confirm}
          </button>
        </p>
      </form>
      <Reasoned label={said.reject} isBusy={isBusy} onGiven={(reason) => onDecide({ does: 'reject', reason })} />
    </>
  )
}

function Decided({ proposed, isBusy, onDecide, onTakeBack }: Props) {
  const { state, reason, by, decided_at, stands_as } = proposed
  return (
    <>
      <p>
        <strong>{said.states[state]}</strong>{' '}
        {by && decided_at && <bdi>{said.by(by, longMoment(decided_at, ZONE))}</bdi>}
      </p>
      {reason && (
        <p>
          {said.reason}: <bdi>{reason}</bdi>
        </p>
      )}
      {stands_as === null ? (
        <p>
          <button type="button" disabled={isBusy} onClick={() => onDecide({ does: 'accept' })}>
            {said.again}
          </button>
        </p>
      ) : (
        <Reasoned label={said.undo} isBusy={isBusy} onGiven={onTakeBack} />
      )}
    </>
  )
}

interface ReasonedProps {
  readonly label: string
  readonly isBusy: boolean
  readonly onGiven: (reason: string) => void
}

export function Reasoned({ label, isBusy, onGiven }: ReasonedProps) {
  const id = useId()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() !== '') onGiven(reason.trim())
  }
  return (
    <form className="inbox-reason" onSubmit={submit}>
      <label htmlFor={id}>{said.reason}</label>
      <input
        id={id}
        data-reason
        dir="auto"
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" disabled={isBusy || reason.trim() === ''}>
        {label}
      </button>
    </form>
  )
}

/** What a code is called in the language of the page; what has no name there stays as it is written. */
function codeName(field: string, code: string): string {
  if (field === 'kind') return words.claim.kind[code] ?? code
  if (field === 'speaker_side') return words.side[code] ?? code
  return code === 'yes' ? said.yes : code === 'no' ? said.no : code
}

interface FieldProps {
  readonly label: string
  readonly values: readonly string[] | null
  readonly name: (value: string) => string
  readonly value: string
  readonly onChange: (value: string) => void
}

function FieldOf({ label, values, name, value, onChange }: FieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {values === null ? (
        <input id={id} dir="auto" value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {values.map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
