// Both sides of it at once: who speaks for, who against, and who looked and could not tell.
import type { QuoteRef, Receipt } from '@trucekeeper/api'
import { quotesIn } from '../evidence.ts'
import { Link } from '@tanstack/react-router'
import { Quote } from '../parts/quote.tsx'
import { toCases } from '../cases/title.ts'
import { useLens } from '../parts/use-view.ts'
import { words } from '../words.ts'

const STANCES = ['for', 'against', 'cannot_confirm', 'undetermined'] as const satisfies QuoteRef['stance'][]

export function Evidence({ receipt, zone }: { receipt: Receipt; zone: string }) {
  const quotes = quotesIn(receipt.tree).filter(({ source }) => source !== 'agreement')
  const columns = STANCES.map((stance) => ({ stance, members: quotes.filter((quote) => quote.stance === stance) }))
  const shown = columns.filter(({ stance, members }) => stance !== 'undetermined' || members.length > 0)
  const enough = new Set(receipt.suffices)
  if (quotes.length === 0) return null
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{words.clause.evidence}</h2>
      <p className="quiet">{words.clause.evidenceHelp}</p>
      {enough.size > 0 && <p>{words.clause.enough(enough.size)}</p>}
      <div className="evidence">
        {shown.map(({ stance, members }) => (
          <section key={stance} aria-labelledby={`evidence-${stance}`} className={`column column-${stance}`}>
            <h3 id={`evidence-${stance}`}>
              {words.stance[stance]} <span className="quiet">{members.length}</span>
            </h3>
            {members.length === 0 && <p className="quiet">{words.clause.noQuotes}</p>}
            {members.length > 0 && (
              <OpenCase clause={receipt.clause} stance={words.stance[stance]} claims={members.map(({ id }) => id)} />
            )}
            {members.map((quote) => (
              <Quote
                key={`${quote.id} ${quote.start}`}
                quote={quote}
                zone={zone}
                clause={receipt.clause}
                isEnough={enough.has(quote.id)}
              />
            ))}
          </section>
        ))}
      </div>
    </section>
  )
}

/** More than these nobody reads in one case. */
const MOST = 20

interface OpenCaseProps {
  readonly clause: string
  readonly stance: string
  readonly claims: readonly string[]
}

function OpenCase({ clause, stance, claims }: OpenCaseProps) {
  const lens = useLens()
  const ids = [...new Set(claims)].slice(0, MOST).join(',')
  return (
    <p>
      <Link to="/cases" search={{ ...lens, clause, claims: ids }} hash="open-case">
        {toCases.open}
        <span className="unseen">: {stance}</span>
      </Link>
    </p>
  )
}
