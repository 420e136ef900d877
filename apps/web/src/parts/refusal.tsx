// A question that could not be answered: what was wrong, and what to do.
import { Refusal } from '../api.ts'
import { words } from '../words.ts'
import { English } from './english.tsx'

export function RefusalNote({ error, retry }: { error: Error; retry: () => unknown }) {
  const help = error instanceof Refusal ? error.help : ''
  const code = error instanceof Refusal ? error.code : null
  // The server speaks English; what the page itself has to say is in its own language.
  const said = (text: string) => (code === null ? text : <English>{text}</English>)
  return (
    <section className="refusal" role="alert">
      <h1>{words.problem.title}</h1>
      <p>
        {said(error.message)}
        {code && <span className="quiet"> [{code}]</span>}
      </p>
      {help && <p className="quiet">{said(help)}</p>}
      <button type="button" onClick={() => retry()}>
        {words.problem.retry}
      </button>
    </section>
  )
}

export function Loading() {
  return (
    <p className="loading" role="status">
      {words.loading}
    </p>
  )
}
