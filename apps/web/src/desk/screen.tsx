// The screen on one's desk: what waits there, what is written there, who else is there, and how one comes in.
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { rowText } from '../list-text.ts'
import { SpeaksFor } from '../minuting/index.ts'
import { Loading } from '../parts/refusal.tsx'
import { Said } from '../sign-in/frame.tsx'
import { deskName, roleNames } from '../sign-in/names.ts'
import { seatIn, sessionQuery, type Seat } from '../sign-in/seat.ts'
import { send, startAnew } from '../sign-in/session.ts'
import { useDoing } from '../sign-in/use-doing.ts'
import { words } from '../words.ts'
import { Alone } from './alone.tsx'
import { Approvals } from './approvals.tsx'
import { Drafts } from './drafts.tsx'
import { Invitations } from './invitations.tsx'
import { Passkeys } from './passkeys.tsx'
import { People } from './people.tsx'
import { Providers } from './providers.tsx'
import { desksQuery } from './queries.ts'
import { SealedReads } from './sealed-reads.tsx'
import { Sessions } from './sessions.tsx'
import { deskWords } from './words.ts'
import './desk.css'

export function DeskScreen() {
  const { data, isPending } = useQuery(sessionQuery())
  const seat = seatIn(data)
  useEffect(() => {
    document.title = `${deskWords.title} · ${words.product}`
  }, [])
  if (isPending) return <Loading />
  if (!seat) return <Alone />
  return (
    <>
      <h1>{deskWords.title}</h1>
      <Seated seat={seat} />
      <div className="panels">
        <div>
          <Approvals seat={seat} />
          <SealedReads seat={seat} />
          <Sessions seat={seat} />
          <Passkeys />
          <Providers />
        </div>
        <div>
          <Drafts seat={seat} />
          <People seat={seat} />
          {seat.roles.includes('administrator') && <Invitations />}
        </div>
      </div>
    </>
  )
}

function Seated({ seat }: { seat: Seat }) {
  const { data } = useQuery(desksQuery())
  const { reason, start } = useDoing()
  const others = (data?.desks ?? []).filter(({ id }) => id !== seat.desk)
  const goTo = (desk: string) => send('PUT', '/api/session/desk', { desk }).then(() => startAnew('/desk'))
  const signOut = () => send('DELETE', '/api/session').then(() => startAnew('/'))
  return (
    <section className="desk-seat">
      <p className="panel-lead">
        {deskWords.signedIn(rowText([seat.person.name]), deskName(seat.desk), roleNames(seat.roles))}
      </p>
      <SpeaksFor ids={seat.speaks_for} />
      {others.length > 0 && <p className="quiet">{deskWords.switch}</p>}
      <div className="desk-buttons">
        {others.map(({ id }) => (
          <button key={id} type="button" onClick={() => start(() => goTo(id))}>
            {deskWords.goTo(deskName(id))}
          </button>
        ))}
        <button type="button" onClick={() => start(signOut)}>
          {deskWords.signOut}
        </button>
      </div>
      <Said reason={reason} />
    </section>
  )
}
