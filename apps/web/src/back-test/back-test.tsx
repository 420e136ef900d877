// The screen on which a reader holds the agreement against a file of past events.
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { backTestQuery } from '../api.ts'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { words } from '../words.ts'
import { MINE, textOf, useOwnText, WhichText } from './own-text.tsx'
import { WorkProgress } from './progress.tsx'
import { Results } from './results.tsx'
import { useBackTest } from './use-back-test.ts'

export function BackTestScreen() {
  const { data: basis, error, refetch } = useQuery(backTestQuery())
  const { work, start, cancel } = useBackTest()
  const [file, setFile] = useState<File | null>(null)
  const own = useOwnText()
  const { text } = textOf(useSearch({ strict: false }))
  const isOwn = own !== null && text === MINE
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    document.title = `${words.backTest.title} · ${words.product}`
  }, [])

  if (error) return <RefusalNote error={error} retry={refetch} />
  if (!basis) return <Loading />
  const running = work.step === 'reading' || work.step === 'judging'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (running) cancel()
    else if (file) start(file, basis, isOwn ? own : null)
    // One button starts and stops, so that whoever pressed it still stands on it.
    button.current?.focus()
  }
  return (
    <div className="back-test">
      <h1>{words.backTest.title}</h1>
      <p className="back-test-intro">{words.backTest.intro}</p>
      <form className="lens" onSubmit={submit}>
        {own && <WhichText />}
        <div className="lens-fields">
          <div className="field">
            <label htmlFor="events-file">{words.backTest.file}</label>
            <input
              id="events-file"
              type="file"
              accept=".csv,text/csv"
              aria-describedby="events-help"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </div>
          <button ref={button} type="submit" disabled={!running && file === null}>
            {running ? words.backTest.cancel : words.backTest.start}
          </button>
        </div>
        <p id="events-help" className="quiet">
          {words.backTest.fileHelp} {words.backTest.stays}
        </p>
        <WorkProgress work={work} />
      </form>
      {work.step === 'refused' && (
        <section className="panel back-test-refused" role="alert">
          <h2>{words.backTest.refused}</h2>
          <p>
            {work.message}
            {work.place && <span className="quiet"> ({work.place})</span>}
          </p>
          <p className="quiet">{work.help}</p>
        </section>
      )}
      {work.step === 'done' && <Results result={work.result} zone={work.result.zone} />}
    </div>
  )
}
