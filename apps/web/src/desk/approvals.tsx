// What takes two organisations: what waits for one's word, and what one's own desk has asked others.
import type { DeskAnswers } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Said } from '../sign-in/frame.tsx'
import { deskName } from '../sign-in/names.ts'
import type { Seat } from '../sign-in/seat.ts'
import { send } from '../sign-in/session.ts'
import { approvalsWords as said } from './approvals-words.ts'
import { moment } from './clock.ts'
import { approvalsQuery, useChange } from './queries.ts'
import { ConfirmButton, useStepUp, type StepUp } from './step-up.tsx'

type Request = DeskAnswers['approvals']['requests'][number]

const DECIDERS = ['reviewer', 'releaser', 'administrator']

export function Approvals({ seat }: { seat: Seat }) {
  const { data } = useQuery(approvalsQuery())
  const doing = useChange('/api/approvals')
  const stepUp = useStepUp(doing)
  const requests = data?.requests ?? []
  const decides = seat.roles.some((role) => DECIDERS.includes(role))
  const waiting = requests.filter(({ for_me }) => for_me)
  const own = requests.filter(({ desk }) => desk === seat.desk)
  const told = requests.filter((request) => !waiting.includes(request) && !own.includes(request))
  return (
    <section className="panel" aria-labelledby="desk-approvals">
      <h2 id="desk-approvals">{said.title}</h2>
      <p className="quiet">{said.help}</p>
      <Said reason={doing.reason} />
      <ConfirmButton stepUp={stepUp} />
      <h3>{said.forYou(waiting.length)}</h3>
      {waiting.length === 0 && <p>{said.nothing}</p>}
      {waiting.length > 0 && !decides && <p className="quiet">{said.notYours}</p>}
      <ul className="desk-list">
        {waiting.map((request) => (
          <li key={request.id}>
            <div>
              <Told request={request} />
              {decides && <Decide request={request} stepUp={stepUp} />}
            </div>
          </li>
        ))}
      </ul>
      {own.length > 0 && <h3>{said.yours}</h3>}
      <ul className="desk-list">
        {own.map((request) => {
          const isOpen = request.state === 'waiting' || request.state === 'approved'
          const mayWithdraw = isOpen && (request.mine || seat.roles.includes('administrator'))
          return (
            <li key={request.id}>
              <div>
                <Told request={request} />
              </div>
              {mayWithdraw && (
                <button
                  type="button"
                  aria-label={said.withdrawOf(request.subject)}
                  onClick={() => doing.start(() => send('DELETE', `/api/approvals/${request.id}`))}
                >
                  {said.withdraw}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {told.length > 0 && (
        <details>
          <summary>{said.decided(told.length)}</summary>
          <ul className="desk-list">
            {told.map((request) => (
              <li key={request.id}>
                <div>
                  <Told request={request} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Told({ request }: { request: Request }) {
  const { subject, desk, organisation, text, state, approvals, needed, decisions, created_at, expires_at } = request
  return (
    <>
      <strong>
        <bdi>{subject}</bdi>
      </strong>
      <span className="desk-tag">{said.states[state](approvals, needed)}</span>
      <p className="quiet">
        {said.by(deskName(desk), organisation, moment(created_at))}{' '}
        {state === 'waiting' && said.until(moment(expires_at))}
      </p>
      <details open={request.for_me}>
        <summary>{said.exactly}</summary>
        <pre className="desk-words" dir="auto" tabIndex={0}>
          {text}
        </pre>
      </details>
      {decisions.length > 0 && (
        <ul className="desk-decisions">
          {decisions.map(({ desk, organisation, approves, reason, at }) => (
            <li key={organisation}>
              {(approves ? said.approvedBy : said.refusedBy)(deskName(desk), organisation, moment(at))}{' '}
              {reason !== '' && <q dir="auto">{reason}</q>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Decide({ request: { id, digest, subject }, stepUp }: { request: Request; stepUp: StepUp }) {
  const [refusing, setRefusing] = useState(false)
  const refuse = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reason = String(new FormData(event.currentTarget).get('reason')).trim()
    stepUp.start(() => send('POST', `/api/approvals/${id}/refuse`, { digest, reason }))
  }
  if (refusing)
    return (
      <form className="desk-form" onSubmit={refuse}>
        <div className="field">
          <label htmlFor={`reason-${id}`}>{said.reason}</label>
          <input id={`reason-${id}`} name="reason" dir="auto" autoComplete="off" maxLength={1000} required autoFocus />
        </div>
        <button type="submit">{said.refuse}</button>
        <button type="button" onClick={() => setRefusing(false)}>
          {said.back}
        </button>
      </form>
    )
  return (
    <div className="desk-buttons">
      <button
        type="button"
        aria-label={said.approveOf(subject)}
        onClick={() => stepUp.start(() => send('POST', `/api/approvals/${id}/approve`, { digest }))}
      >
        {said.approve}
      </button>
      <button type="button" aria-label={said.refuseOf(subject)} onClick={() => setRefusing(true)}>
        {said.refuse}
      </button>
    </div>
  )
}
