// Showing something to others: to every desk, to some, or to the public, which two other organisations have to approve.
import { DESKS } from './desks.ts'
import { useId, useState, type FormEvent } from 'react'
import { useWrite } from '../inbox/asking.ts'
import { Said } from '../sign-in/frame.tsx'
import { deskName } from '../sign-in/names.ts'
import type { Seat } from '../sign-in/seat.ts'
import { send } from '../sign-in/session.ts'
import { useDoing } from '../sign-in/use-doing.ts'
import { Refusal } from '../api.ts'
import { releaseWords as said } from './words.ts'

interface Props {
  readonly seat: Seat
  readonly ids: readonly string[]
  readonly onDone: () => void
}

const TARGETS = ['desks', 'some', 'public'] as const
const UNAPPROVED = '409.1'

export function ReleaseForm({ seat, ids, onDone }: Props) {
  const id = useId()
  const write = useWrite()
  const { busy, reason, start } = useDoing()
  const [to, setTo] = useState<(typeof TARGETS)[number]>('desks')
  const [desks, setDesks] = useState<readonly string[]>([])
  const [why, setWhy] = useState('')
  const [told, setTold] = useState<'asked' | 'approve' | null>(null)
  const others = DESKS.filter((desk) => desk !== seat.desk)
  const asksForDesks = to === 'some' || (to === 'public' && told === 'approve')

  async function release(): Promise<void> {
    const body = { releases: ids, to: to === 'some' ? desks : to, reason: why }
    try {
      await write.mutateAsync({ address: '/api/releases', body })
      onDone()
    } catch (error) {
      if (to !== 'public' || !(error instanceof Refusal) || error.code !== UNAPPROVED) throw error
      setTold('approve')
    }
  }
  async function askFor(): Promise<void> {
    await send('POST', '/api/releases/approvals', { releases: ids, reason: why, desks })
    setTold('asked')
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    start(told === 'approve' ? askFor : release)
  }

  return (
    <form className="release-form" onSubmit={submit}>
      <fieldset>
        <legend>{said.toWhom}</legend>
        {TARGETS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`${id}-to`}
              checked={to === one}
              onChange={() => {
                setTo(one)
                setTold(null)
              }}
            />{' '}
            {said.to[one]}
          </label>
        ))}
      </fieldset>
      {told === 'approve' && <p role="status">{said.needsApproval}</p>}
      {asksForDesks && (
        <fieldset>
          <legend>{to === 'public' ? said.whoApproves : said.which}</legend>
          {others.map((desk) => (
            <label key={desk}>
              <input
                type="checkbox"
                checked={desks.includes(desk)}
                onChange={({ target }) =>
                  setDesks(target.checked ? [...desks, desk] : desks.filter((one) => one !== desk))
                }
              />{' '}
              {deskName(desk)}
            </label>
          ))}
        </fieldset>
      )}
      <label htmlFor={`${id}-why`}>{said.reason}</label>
      <input
        id={`${id}-why`}
        dir="auto"
        required
        maxLength={300}
        autoComplete="off"
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      <p className="quiet">{said.count(ids.length)}</p>
      <Said reason={reason} />
      {told === 'asked' && <p role="status">{said.asked}</p>}
      <p className="release-act">
        <button type="submit" disabled={busy || told === 'asked' || (asksForDesks && desks.length === 0)}>
          {told === 'approve' || told === 'asked' ? said.ask : said.release}
        </button>{' '}
        <button type="button" onClick={onDone}>
          {said.close}
        </button>
      </p>
    </form>
  )
}
