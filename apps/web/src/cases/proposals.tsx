// What one proposes to do jointly: who has until when to join in, joining in and taking back, and what became of earlier ones.
import type { CaseAnswer } from '@trucekeeper/api'
import { useState } from 'react'
import { rowText } from '../list-text.ts'
import { Words } from '../minuting/fields.tsx'
import { MinuteForm, useSpeakers } from '../minuting/index.ts'
import { Moment } from '../parts/moment.tsx'
import { words } from '../words.ts'
import { Quoted } from './told.tsx'
import { waitingText, type Proposal } from './waiting-text.ts'
import { caseWords as said } from './words.ts'

interface Props {
  readonly told: CaseAnswer
  readonly zone: string
}

export function Proposals({ told, zone }: Props) {
  const { proposals } = told.case
  const open = proposals.filter(({ state }) => state === 'open')
  const over = proposals.filter(({ state }) => state !== 'open')
  if (proposals.length === 0) return null
  return (
    <section className="panel case-proposals" aria-labelledby="proposals">
      <h2 id="proposals">{said.proposedTitle}</h2>
      {open.map((one) => (
        <Open key={one.minute} proposal={one} told={told} zone={zone} />
      ))}
      {over.length > 0 && (
        <ul>
          {over.map((one) => (
            <li key={one.minute}>
              <Proposed proposal={one} told={told} zone={zone} />
              <p>
                <strong>{said.proposalStates[one.state]}</strong>
                {one.ended && (
                  <span className="quiet">
                    {' '}
                    (<bdi>{rowText(one.ended.of.map((id) => told.names[id] ?? id))}</bdi>
                    {words.comma}
                    <Moment iso={one.ended.at} zone={zone} />)
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Open({ proposal, told, zone }: Props & { readonly proposal: Proposal }) {
  const { ids, mayWrite } = useSpeakers(told.names)
  const { wanted, minute, what, of, joined } = proposal
  const able = mayWrite ? ids : []
  const joining = able.filter((id) => wanted.includes(id))
  const standing = able.filter((id) => id === of || joined.some((one) => one.of === id))
  return (
    <article>
      <Proposed proposal={proposal} told={told} zone={zone} />
      <p className="case-waits">
        <strong>{waitingText(proposal, (id) => told.names[id] ?? id, told.at, zone)}</strong>
      </p>
      {joining.map((id) => (
        <Folded key={id} title={said.joinAs(told.names[id] ?? id)}>
          <MinuteForm zone={zone} enter={said.join} minute={{ ...what, case: told.case.case, of: id, joins: minute }} />
        </Folded>
      ))}
      {joining.length > 0 && <p>{said.orAnswer}</p>}
      {standing.map((id) => (
        <Folded key={id} title={said.takeBackAs(told.names[id] ?? id)}>
          <TakeBack told={told} zone={zone} minute={{ of: id, proposal: minute }} />
        </Folded>
      ))}
    </article>
  )
}

function Folded({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function TakeBack({ told, zone, minute }: Props & { readonly minute: Readonly<Record<string, string>> }) {
  const [reason, setReason] = useState('')
  return (
    <MinuteForm
      zone={zone}
      enter={said.takeBack}
      minute={{ does: 'take-back', case: told.case.case, ...minute, reason }}
    >
      <Words label={said.because} value={reason} onChange={setReason} />
    </MinuteForm>
  )
}

/** By whom, what, and in which words: everything that is joined in. */
function Proposed({ proposal: { of, at, what }, told, zone }: Props & { readonly proposal: Proposal }) {
  const nameOf = (id: string) => told.names[id] ?? id
  return (
    <>
      <h3>{said.proposes[what.does](nameOf(of))}</h3>
      <p className="quiet">
        <Moment iso={at} zone={zone} />
        {'step' in what && what.step !== null && (
          <>
            {words.comma}
            {said.ofStep(String(what.step))}
          </>
        )}
      </p>
      {what.does === 'joint-finding' && (
        <>
          <p>
            <strong>{said.findings[what.finding]}</strong>
          </p>
          {what.actor !== null && <p>{said.actorNamed(nameOf(what.actor))}</p>}
        </>
      )}
      {what.does === 'joint-closing' && (
        <p dir="auto">
          <strong>{what.outcome}</strong>
        </p>
      )}
      <p dir="auto">{what.does === 'joint-measure' ? what.measure : what.reason}</p>
      {what.does === 'joint-finding' && what.claims.length > 0 && (
        <details>
          <summary>
            {said.restsOn} ({what.claims.length})<span className="unseen">: {nameOf(of)}</span>
          </summary>
          <ul className="case-words">
            {what.claims.map((id) => (
              <Quoted key={id} id={id} told={told} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
