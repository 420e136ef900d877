// The screen of the protection check: what may be asked, what was answered, points by consent, and what was asked before.
import type { ProtectionAnswer } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { about } from '../api.ts'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useSight } from '../parts/use-view.ts'
import { words } from '../words.ts'
import { Ask } from './ask.tsx'
import { Asked, Looks } from './asked.tsx'
import { Points } from './points.tsx'
import { protectionWords as text } from './words.ts'
import './protection.css'

const protectionQuery = () => ({ ...about<ProtectionAnswer>('/api/protection'), staleTime: 0, retry: false })

export type Open = Extract<ProtectionAnswer, { readonly service: 'open' }>

export function ProtectionScreen() {
  const { sight, error } = useSight()
  const found = useQuery(protectionQuery())
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`
  }, [])
  const failed = found.error ?? error
  if (failed) return <RefusalNote error={failed} retry={() => found.refetch()} />
  if (!found.data || !sight) return <Loading />
  const answer = found.data
  return (
    <div className="protection">
      <h1>{text.title}</h1>
      <p className="quiet protection-help">{text.help}</p>
      {answer.service === 'absent' && <Absent />}
      {answer.service === 'closed' && <Closed ids={answer.ids} />}
      {answer.service === 'open' && (
        <>
          {answer.example && <p className="made-up protection-example">{text.example}</p>}
          <Ask open={answer} />
          <Points open={answer} zone={sight.agreement.zone} />
          <Looks open={answer} zone={sight.agreement.zone} />
          <Asked open={answer} zone={sight.agreement.zone} />
        </>
      )}
    </div>
  )
}

function Absent() {
  return (
    <section className="panel">
      <h2>{text.absent}</h2>
      <p>{text.absentHelp}</p>
      <Commands of={['truce protect serve DIR', 'truce serve FOLDER --protect DIR/page/door']} />
    </section>
  )
}

function Closed({ ids: { person, organisation } }: { readonly ids: Open['ids'] }) {
  return (
    <section className="panel">
      <h2>{text.closed}</h2>
      <p>{text.closedHelp}</p>
      <Commands of={[`truce protect enrol DIR ${person} --organisation ${organisation} --desk party --called NAME`]} />
    </section>
  )
}

function Commands({ of }: { readonly of: readonly string[] }) {
  return of.map((command) => (
    <p key={command}>
      <code dir="ltr" className="protection-command">
        {command}
      </code>
    </p>
  ))
}
