// What was found out about whom a report means: each word on it, what it rests on, and the next one to be said.
import type { TravelTold } from '@trucekeeper/api'
import { isolate } from '../bidi.ts'
import type { Speakers } from '../minuting/index.ts'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { DecideForm } from './forms.tsx'
import { watchWords as said } from './words.ts'

interface Props {
  readonly told: TravelTold
  readonly names: Readonly<Record<string, string>>
  readonly zone: string
  readonly speakers: Speakers
}

export function Listings({ told, names, zone, speakers }: Props) {
  return (
    <>
      {told.listings.map((listing) => {
        const { reference, state, list_date, grounds, words: steps } = listing
        return (
          <section key={reference} className={`watch-listing watch-${state}`} aria-label={reference}>
            <h3>
              <bdi>{reference}</bdi>: {said.state[state]}
            </h3>
            <p className="quiet">
              {said.listDate}: <bdi>{list_date}</bdi>
            </p>
            <ul>
              {steps.map((one) => (
                <li key={one.minute}>
                  <strong>{said.said(isolate(names[one.of] ?? one.of), said.state[one.state])}</strong>{' '}
                  <span dir="auto">{one.reason}</span>{' '}
                  <span className="quiet">
                    <Moment iso={one.at} zone={zone} />
                  </span>
                </li>
              ))}
            </ul>
            <Grounds grounds={grounds} />
            {speakers.mayWrite && state !== 'refuted' && (
              <details>
                <summary>{said.decide}</summary>
                <p className="quiet">{said.twoHave}</p>
                <DecideForm
                  key={steps.length}
                  claim={told.claim}
                  listing={listing}
                  names={names}
                  zone={zone}
                  speakers={speakers}
                />
              </details>
            )}
          </section>
        )
      })}
    </>
  )
}

/** A sentence for each word; they are worked out in English, and hold words of other scripts. */
export function Grounds({ grounds }: { readonly grounds: readonly string[] }) {
  if (grounds.length === 0) return null
  return (
    <>
      <p>{said.grounds}</p>
      <ul>
        {grounds.map((ground) => (
          <li key={ground}>
            <English>{ground}</English>
          </li>
        ))}
      </ul>
    </>
  )
}
