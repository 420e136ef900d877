// The screen of figures: cards of what is claimed and of what the tables hold, to be had for one thing alone.
import type { ClaimedFigure, FigureCard } from '@trucekeeper/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { accessQuery } from '../api.ts'
import { Figures as TableFigures } from '../access/figures.tsx'
import { spoken } from '../grouping.ts'
import { numberText } from '../number-text.ts'
import { LensBar } from '../parts/lens-bar.tsx'
import { Loading, RefusalNote } from '../parts/refusal.tsx'
import { useLens, useView } from '../parts/use-view.ts'
import { longMoment } from '../time-text.ts'
import { figuresQuery } from '../timeline/ask.ts'
import { words } from '../words.ts'
import { whatOf } from './search.ts'
import { figuresWords as text } from './words.ts'

/** So many cards are drawn at once; more are there for the asking. */
const CARDS = 48

export function FiguresScreen() {
  const { lens, record, status, error, busy, retry } = useView()
  const { what } = whatOf(useSearch({ strict: false }))
  const at = status?.at ?? lens.at
  const claimed = useQuery({ ...figuresQuery({ ...lens, at }), enabled: status !== undefined })
  const known = lens.known_at?.startsWith('size:') ? undefined : lens.known_at
  const tables = useQuery({ ...accessQuery({ at, known_at: known }), enabled: status !== undefined })
  useEffect(() => {
    document.title = `${text.title} · ${words.product}`
  }, [])

  const failed = error ?? claimed.error
  if (failed) return <RefusalNote error={failed} retry={() => Promise.all([retry(), claimed.refetch()])} />
  if (!status || !record || !claimed.data) return <Loading />
  const told = tables.data?.tables === 'read' ? tables.data : null
  const isAsked = (thing: string) => what === undefined || what.toLowerCase() === thing.toLowerCase()
  const cards = claimed.data.cards.filter((card) => isAsked(card.what))
  const shown = told && { ...told, figures: told.figures.filter((card) => isAsked(card.what)) }
  const things = [...new Set([...claimed.data.cards, ...(told?.figures ?? [])].map((card) => card.what.toLowerCase()))]
  return (
    <div className="figures" aria-busy={busy || claimed.isPlaceholderData}>
      <h1>{text.title}</h1>
      <p className="quiet figures-help">{text.help}</p>
      <LensBar lens={lens} status={status} record={record} whose={<What chosen={what} things={things.toSorted()} />} />
      {things.length === 0 && (
        <section className="panel">
          <h2>{text.none}</h2>
          <p>{text.noneHelp}</p>
        </section>
      )}
      {cards.length > 0 && <Claimed key={what ?? ''} cards={cards} zone={status.agreement.zone} />}
      {shown && shown.figures.length > 0 && <TableFigures told={shown} zone={status.agreement.zone} />}
    </div>
  )
}

function What({ chosen, things }: { chosen: string | undefined; things: readonly string[] }) {
  const id = useId()
  const navigate = useNavigate()
  const choose = (what: string) =>
    void navigate({ to: '.', search: (search) => ({ ...search, what: what || undefined }), resetScroll: false })
  return (
    <div className="field">
      <label htmlFor={id}>{text.what}</label>
      <select id={id} value={chosen?.toLowerCase() ?? ''} onChange={({ target }) => choose(target.value)}>
        <option value="">{text.everything}</option>
        {things.map((thing) => (
          <option key={thing} value={thing}>
            {spoken(thing)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Claimed({ cards, zone }: { cards: readonly FigureCard[]; zone: string }) {
  const [most, setMost] = useState(CARDS)
  return (
    <section aria-labelledby="claimed-figures">
      <h2 id="claimed-figures">
        {text.claimed} <span className="quiet">{text.shown(cards.length)}</span>
      </h2>
      <div className="cards">
        {cards.slice(0, most).map((card, index) => (
          <Card key={`${card.what} ${card.unit}`} card={card} id={`claimed-${index}`} zone={zone} />
        ))}
      </div>
      {most < cards.length && (
        <p>
          <button type="button" onClick={() => setMost(most + CARDS)}>
            {text.more(cards.length - most)}
          </button>
        </p>
      )}
    </section>
  )
}

function Card({ card: { what, unit, figures }, id, zone }: { card: FigureCard; id: string; zone: string }) {
  const values = figures.flatMap(({ value, low, high }) => [value, low, high].filter((one) => one !== null))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return (
    <article className="panel number-card" aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {spoken(what)}
        {unit.toLowerCase() !== what.toLowerCase() && <span className="quiet"> {unit}</span>}
      </h3>
      {figures.length > 1 && (
        <p className="quiet">
          {text.figures(figures.length)}
          {least < most && `${words.comma}${text.spread(numberText(least), numberText(most))}`}
        </p>
      )}
      <ul>
        {figures.map((figure) => (
          <Figure key={`${figure.claim} ${figure.value} ${figure.low} ${figure.high}`} figure={figure} zone={zone} />
        ))}
      </ul>
    </article>
  )
}

function Figure({ figure, zone }: { figure: ClaimedFigure; zone: string }) {
  const lens = useLens()
  const { speaker, side, outlet, published, date, places, quote, doc, start, end } = figure
  const about = [date && longMoment(date, zone), ...places].filter(Boolean).join(words.comma)
  return (
    <li>
      <strong className="figure-value">{valueText(figure)}</strong>
      <span>
        <bdi>{speaker ?? words.quote.unnamed}</bdi>
        {words.side[side] !== speaker && ` (${words.side[side] ?? side})`}
        {words.comma}
        {longMoment(published, zone)}
      </span>
      <span className="quiet">
        {outlet && <bdi>{outlet}</bdi>} {about}
      </span>
      <blockquote dir="auto" className="words">
        {words.quoted(quote)}{' '}
        <Link to="/documents/$sha" params={{ sha: doc }} search={{ ...lens, start, end }}>
          {words.quote.seeShort}
          <span className="unseen">: {words.quoted(quote.slice(0, 60))}</span>
        </Link>
      </blockquote>
    </li>
  )
}

function valueText({ value, low, high, qualifier }: ClaimedFigure): string {
  const range =
    low !== null && high !== null && low !== high ? words.tables.range(numberText(low), numberText(high)) : null
  const number = value ?? low ?? high
  const said = value === null && range ? range : number === null ? text.noValue : numberText(number)
  return [qualifier, said, value !== null && range && `(${range})`].filter(Boolean).join(' ')
}
