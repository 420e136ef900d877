// Why something was not entered: each clause that does not allow it, its heading, and what to do instead.
import { Link } from '@tanstack/react-router'
import { Refusal } from '../api.ts'
import { English } from '../parts/english.tsx'
import { useLens } from '../parts/use-view.ts'
import { minutingWords as said } from './words.ts'

export function RefusedByClause({ error }: { readonly error: Error }) {
  const lens = useLens()
  const parts = error instanceof Refusal ? error.parts : []
  const told =
    parts.length > 0 ? parts : [{ code: '', message: error.message, help: error instanceof Refusal ? error.help : '' }]
  return (
    <section className="minuting-refused" role="alert">
      <h4>{said.refused}</h4>
      <ul>
        {told.map((part) => {
          const clause = 'clause' in part ? part.clause : null
          return (
            <li key={`${part.code} ${part.message}`}>
              {clause && (
                <p>
                  {said.refusedBy}{' '}
                  <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
                    <bdi>{clause}</bdi>
                  </Link>
                  {'heading' in part && part.heading && (
                    <>
                      {' '}
                      (<bdi>{part.heading}</bdi>)
                    </>
                  )}
                </p>
              )}
              <p>
                <English>{part.message}</English>
              </p>
              <p className="quiet">
                <English>{part.help}</English>
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
