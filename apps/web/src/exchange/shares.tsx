// What one member told others: the words, how exactly in place and time, and what may be done with them.
import type { ExchangeAnswer } from '@trucekeeper/api'
import { namesText } from '../list-text.ts'
import { MadeUp } from '../parts/made-up.tsx'
import { Moment } from '../parts/moment.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { namesIn, writersIn, type Share } from './queries.ts'
import { exchangeWords as text } from './words.ts'

export function Shares({ told, zone }: { readonly told: ExchangeAnswer; readonly zone: string }) {
  const [names, writers] = [namesIn(told), writersIn(told)]
  return (
    <section aria-labelledby="exchange-shares">
      <h2 id="exchange-shares">{text.shares}</h2>
      {told.shares.length === 0 ? (
        <p className="quiet">{text.noShares}</p>
      ) : (
        <ul className="exchange-shares">
          {told.shares.map((share) => (
            <li key={share.id} className="panel">
              <ShareNote share={share} names={names} zone={zone} />
              <MadeUp sources={writers(share.id)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface NoteProps {
  readonly share: Share
  readonly names: Readonly<Record<string, string>>
  readonly zone: string
}

function ShareNote({ share, names, zone }: NoteProps) {
  const { of, to, matter, shared_at, text: said, time, caveats, state, passes_on } = share
  const named = (ids: readonly string[]) => namesText(ids.map((id) => names[id] ?? id))
  return (
    <>
      <h3>{text.told(names[of] ?? of, named(to.map(({ member }) => member)))}</h3>
      <p className="quiet">
        {text.matters[matter]} · <Moment iso={shared_at} zone={zone} />
        {passes_on && ` · ${text.passedOn}`}
      </p>
      <blockquote dir="auto">{words.quoted(said)}</blockquote>
      <p>
        {placeText(share)}
        {words.semicolon}
        {timeText(time, zone)}
      </p>
      <p>
        <strong>{text.caveat}</strong>{' '}
        {caveats.pass_to.length === 0 ? text.toNobody : text.toThese(named(caveats.pass_to))}{' '}
        {caveats.until && text.until(longMoment(caveats.until, zone))}{' '}
        {caveats.pass_to.length > 0 && text.noFiner(text.places[caveats.place], text.times[caveats.time])}
      </p>
      <p className={state === 'run_out' ? 'exchange-out' : 'quiet'}>{text.shareStates[state]}</p>
    </>
  )
}

const months = new Intl.DateTimeFormat(words.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const MONTH = '2016-09'.length

function timeText(time: string | null, zone: string): string {
  if (time === null) return text.noTime
  return time.length === MONTH ? months.format(Date.parse(`${time}-15`)) : longMoment(time, zone)
}

function placeText({ place, precision }: Share): string {
  if (place === null) return text.noPlace
  const name = 'cell' in place ? place.cell : 'district' in place ? place.district : place.governorate
  return `${text.places[precision.place]}: ${name}`
}
