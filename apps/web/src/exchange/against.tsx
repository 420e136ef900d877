// What was passed on against a caveat all the same, in a record from elsewhere, and the reasons why it counts for nothing.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { namesIn } from './queries.ts'
import { exchangeWords as text } from './words.ts'

export function AgainstCaveats({ told, zone }: { readonly told: ExchangeAnswer; readonly zone: string }) {
  const names = namesIn(told)
  if (told.against_caveats.length === 0) return null
  return (
    <section aria-labelledby="exchange-against">
      <h2 id="exchange-against">{text.against}</h2>
      <p className="quiet">{text.againstHelp}</p>
      <ul className="exchange-shares">
        {told.against_caveats.map(({ minute, of, at, refusals }) => (
          <li key={minute} className="panel">
            <p>
              <strong>{names[of] ?? of}</strong> · <Moment iso={at} zone={zone} /> ·{' '}
              <code dir="ltr" className="exchange-id">
                {minute}
              </code>
            </p>
            {refusals.map(({ code, why, help }) => (
              <p key={`${code} ${why}`}>
                <English>{why}</English>{' '}
                <span className="quiet">
                  <English>{help}</English>
                </span>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
