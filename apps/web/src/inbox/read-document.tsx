// One document: its claims in a list that is worked through from the keyboard, the one looked at, and the text around it.
import type { Inbox } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { splitAt } from '../evidence.ts'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { inboxDocumentQuery, useWrite } from './asking.ts'
import { ClaimCard } from './claim-card.tsx'
import { nextOpen, type Correction, type Proposed } from './claim-fields.ts'
import { Told } from './told.tsx'
import { inboxWords as said } from './words.ts'

interface Props {
  readonly id: string
  readonly fields: Inbox['fields']
}

export function ReadDocument({ id, fields }: Props) {
  const { data, error, refetch } = useQuery(inboxDocumentQuery(id))
  const [asked, setAsked] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const write = useWrite()
  if (error) return <RefusalNote error={error} retry={refetch} />
  if (!data) return <Loading />
  const { claims, text, doc } = data
  const at = claims.find(({ claim }) => claim.id === asked) ?? claims.find(({ state }) => state === 'open') ?? claims[0]

  async function enter(address: string, body: object, of: Proposed): Promise<void> {
    const next = nextOpen(claims, of.claim.id)
    await write.mutateAsync({ address, body })
    setLast(of.claim.id)
    setAsked(next ?? of.claim.id)
    list.current?.querySelector<HTMLElement>(`[data-clause="${next ?? of.claim.id}"]`)?.focus()
  }
  const decide = (
    of: Proposed,
    body: { does: 'accept' | 'reject'; reason?: string; corrections?: readonly Correction[] },
  ) => void enter('/api/decisions', { claim: of.claim.id, ...body }, of).catch(() => undefined)
  const takeBack = (of: Proposed, reason: string) =>
    void enter('/api/withdrawals', { withdraws: of.stands_as, reason }, of).catch(() => undefined)

  // What was just decided is taken back the way that leads from what it is now.
  const undone = claims.find(({ claim, state }) => claim.id === last && state !== 'open')
  async function undo(of: Proposed): Promise<void> {
    const reason = said.undoReason
    const [address, body] =
      of.stands_as === null
        ? ['/api/decisions', { claim: of.claim.id, does: 'accept' }]
        : ['/api/withdrawals', { withdraws: of.stands_as, reason }]
    await write.mutateAsync({ address, body })
    setLast(null)
    setAsked(of.claim.id)
    list.current?.querySelector<HTMLElement>(`[data-clause="${of.claim.id}"]`)?.focus()
  }

  function onKey(event: KeyboardEvent, of: Proposed): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      if (of.state === 'open' && !write.isPending) decide(of, { does: 'accept' })
    } else if (event.key === 'e') card.current?.querySelector<HTMLElement>('select, input')?.focus()
    else if (event.key === 'x') card.current?.querySelector<HTMLElement>('[data-reason]')?.focus()
    else return
    event.preventDefault()
  }

  return (
    <div className="inbox-reading" aria-busy={write.isPending}>
      <h2 className="inbox-name">
        <bdi>{doc}</bdi>
      </h2>
      <section className="panel inbox-claims" aria-labelledby="inbox-claims">
        <h3 id="inbox-claims">{said.claims}</h3>
        <p className="quiet">{said.keys}</p>
        <ol ref={list}>
          {claims.map((one) => (
            <li key={one.claim.id} className={`inbox-${one.state}`}>
              <button
                type="button"
                data-clause={one.claim.id}
                aria-current={one === at}
                onFocus={() => setAsked(one.claim.id)}
                onClick={() => setAsked(one.claim.id)}
                onKeyDown={(event) => onKey(event, one)}
              >
                <span className="inbox-state">{said.states[one.state]}</span>{' '}
                <span className="inbox-words" dir="auto">
                  {one.claim.quote}
                </span>
              </button>
            </li>
          ))}
        </ol>
        <Told
          error={write.error}
          done={write.isSuccess ? (last === null ? said.undone : said.done) : null}
          onUndo={undone && !write.isPending ? () => void undo(undone).catch(() => undefined) : undefined}
        />
      </section>
      {at && (
        <div ref={card}>
          <ClaimCard
            key={at.claim.id + at.state}
            proposed={at}
            fields={fields}
            isBusy={write.isPending}
            onDecide={(body) => decide(at, body)}
            onTakeBack={(reason) => takeBack(at, reason)}
          />
        </div>
      )}
      <section className="panel">
        <h3 id="inbox-text">{said.text}</h3>
        <Around text={text} at={at} />
      </section>
    </div>
  )
}

function Around({ text, at }: { readonly text: string; readonly at: Proposed | undefined }) {
  const mark = useRef<HTMLElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const start = at?.claim.start
  useEffect(() => {
    if (start === undefined) return
    // Within its box only: the list above must not leave the screen.
    if (box.current && mark.current) box.current.scrollTop = mark.current.offsetTop - box.current.clientHeight / 3
  }, [start])
  const passage = splitAt(text, at?.claim.start, at?.claim.end)
  return (
    <div
      ref={box}
      className="document-text inbox-text"
      dir="auto"
      tabIndex={0}
      role="region"
      aria-labelledby="inbox-text"
    >
      {passage ? (
        <>
          {passage.before}
          <mark ref={mark}>{passage.quote}</mark>
          {passage.after}
        </>
      ) : (
        text
      )}
    </div>
  )
}
