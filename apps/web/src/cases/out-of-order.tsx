// Minutes that the agreement did not allow when they were made: each with the clause and why; they have no effect.
import type { CasesAnswer } from '@trucekeeper/api'
import { Link } from '@tanstack/react-router'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { useLens } from '../parts/use-view.ts'
import { caseWords as said } from './words.ts'

export function OutOfOrder({ told, zone }: { readonly told: CasesAnswer['out_of_order']; readonly zone: string }) {
  const lens = useLens()
  if (told.length === 0) return null
  return (
    <section className="panel" aria-labelledby="out-of-order">
      <h2 id="out-of-order">{said.outOfOrder}</h2>
      <ul className="out-of-order">
        {told.map(({ minute, does, at, refusals }) => (
          <li key={minute}>
            <p>
              <strong>{said.does[does] ?? does}</strong> <Moment iso={at} zone={zone} />
            </p>
            {refusals.map(({ code, clause, heading, why }) => (
              <p key={`${code} ${why}`} className="quiet">
                <English>{why}</English>
                {clause && (
                  <>
                    {' '}
                    <Link to="/clauses/$id" params={{ id: clause }} search={lens}>
                      <bdi>{clause}</bdi>
                    </Link>
                    {heading && (
                      <>
                        {' '}
                        (<bdi>{heading}</bdi>)
                      </>
                    )}
                  </>
                )}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
