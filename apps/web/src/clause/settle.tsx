// What would settle the clause, what the clock alone will change, what is left to interpret, what this rests on.
import type { Receipt } from '@trucekeeper/api'
import { partyName } from '../grouping.ts'
import { namesText } from '../list-text.ts'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { timeLeft } from '../time-text.ts'
import { words } from '../words.ts'

interface SettleProps {
  readonly receipt: Receipt
  readonly zone: string
  /** Where the receipt can be fetched as JSON. */
  readonly address: string
}

export function Settle({ receipt, zone, address }: SettleProps) {
  const { residual, next_change: next, open_terms: openTerms } = receipt
  return (
    <div className="panels">
      <section className="panel" aria-labelledby="settle">
        <h2 id="settle">{words.clause.settle}</h2>
        <dl className="facts">
          <Way name={words.clause.settleMet} needs={residual.met} />
          <Way name={words.clause.settleBreached} needs={residual.breached} />
          <div>
            <dt>{words.clause.next}</dt>
            <dd>
              {next ? (
                <>
                  <Moment iso={next.at} zone={zone} /> ({timeLeft(receipt.at, next.at)}): <English>{next.what}</English>
                </>
              ) : (
                words.clause.noChange
              )}
            </dd>
          </div>
        </dl>
      </section>
      {openTerms.length > 0 && <OpenTerms terms={openTerms} />}
      <section className="panel" aria-labelledby="rests">
        <h2 id="rests">{words.clause.rests}</h2>
        <dl className="facts digests">
          <div>
            <dt>{words.clause.agreement}</dt>
            <dd>
              <bdi>{receipt.agreement.id}</bdi> <code>{receipt.agreement.hash}</code>
            </dd>
          </div>
          <div>
            <dt>{words.clause.checkpoint}</dt>
            <dd>
              {words.clause.entries(receipt.checkpoint.size)} <code>{receipt.checkpoint.digest}</code>
            </dd>
          </div>
          <div>
            <dt>{words.clause.engine}</dt>
            <dd>{receipt.engine}</dd>
          </div>
        </dl>
        <p>
          <a className="button" href={address} download={`receipt-${receipt.clause}-${receipt.account}.json`}>
            {words.clause.receipt}
          </a>
        </p>
      </section>
    </div>
  )
}

function Way({ name, needs }: { name: string; needs: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {needs.length === 0 ? (
          words.clause.nothingSettles
        ) : (
          <ul>
            {needs.map((need) => (
              <li key={need}>
                <English>{need}</English>
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  )
}

function OpenTerms({ terms }: { terms: Receipt['open_terms'] }) {
  return (
    <section className="panel" aria-labelledby="open-terms">
      <h2 id="open-terms">{words.clause.openTerms}</h2>
      {terms.map(({ id, words: term, interprets, readings }) => (
        <article key={id}>
          <p className="panel-lead words">{words.quoted(term)}</p>
          <p className="quiet">{words.clause.interprets(namesText(interprets.map(partyName)))}</p>
          {readings.map(({ by, says }) => (
            <p key={says}>
              <strong>{words.clause.reads(namesText(by.map(partyName)))}</strong> <span dir="auto">{says}</span>
            </p>
          ))}
        </article>
      ))}
    </section>
  )
}
