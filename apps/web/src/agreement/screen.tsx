// The screen on which the agreement is written: its text, and beside it what is found and what follows.
import type { AgreementPlaces, AgreementText } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { agreementPlacesQuery, agreementQuery } from '../api.ts'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { words } from '../words.ts'
import { Beside } from './beside.tsx'
import { FixesDialog, RenameDialog } from './dialogs.tsx'
import { Head, KeysOfText } from './head.tsx'
import { useWriting } from './use-writing.ts'
import { editorWords } from './words.ts'
import './beside.css'
import './agreement.css'

export function AgreementEditorScreen() {
  const agreement = useQuery(agreementQuery())
  const places = useQuery(agreementPlacesQuery())
  useEffect(() => {
    document.title = `${editorWords.title} · ${words.product}`
  }, [])
  const error = agreement.error ?? places.error
  if (error) return <RefusalNote error={error} retry={() => Promise.all([agreement.refetch(), places.refetch()])} />
  if (!agreement.data || !places.data) return <Loading />
  // Another text in the folder has drafts of its own.
  return <Writing key={agreement.data.hash} agreement={agreement.data} places={places.data} />
}

function Writing({ agreement, places }: { agreement: AgreementText; places: AgreementPlaces }) {
  const host = useRef<HTMLDivElement>(null)
  const writing = useWriting(host, agreement, places)
  const { text, said, dialog } = writing
  return (
    <div className="agreement">
      <Head agreement={agreement} writing={writing} />
      <div className="agreement-both">
        <section className="agreement-text" aria-label={editorWords.text(agreement.file)}>
          <div ref={host} className="agreement-host" />
          <KeysOfText />
          <p className="agreement-said" role="status">
            {said}
          </p>
        </section>
        <Beside writing={writing} />
      </div>
      {/* The editor holds only what is in view; on paper the whole text stands in its place. */}
      <pre className="agreement-print" dir="auto">
        {text}
      </pre>
      {dialog?.kind === 'rename' && <RenameDialog {...dialog} writing={writing} />}
      {dialog?.kind === 'fixes' && <FixesDialog {...dialog} writing={writing} />}
    </div>
  )
}
