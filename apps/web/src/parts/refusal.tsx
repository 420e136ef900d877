// A question that could not be answered: what was wrong, and what to do.
import { Refusal } from '../api.ts'
import { words } from '../words.ts'

export function RefusalNote({ error, retry }: { error: Error; retry: () => unknown }) {
  const help = error instanceof Refusal ? error.help : ''
  const code = error instanceof Refusal ? error.code : null
  return (
    <section className="refusal" role="alert">
      <h1>{words.problem.title}</h1>
      <p>
        {error.message}
        {code && <span className="quiet"> [{code}]</span>}
      </p>
      {help && <p className="quiet">{help}</p>}
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
