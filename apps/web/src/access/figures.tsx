// Number cards: everybody's own figure with its definition, source and date, side by side and never merged.
import type { AccessTold } from '@trucekeeper/api'
import { spoken } from '../grouping.ts'
import { PassageWay } from '../parts/passage.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { amountText, figureText } from './told-text.ts'

type Card = AccessTold['figures'][number]

const text = words.access.figure

export function Figures({ told: { figures, passages }, zone }: { told: AccessTold; zone: string }) {
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{text.title}</h2>
      <p className="quiet">{figures.length === 0 ? text.none : text.help}</p>
      <div className="cards">
        {figures.map((card) => (
          <NumberCard key={`${card.what} ${card.about} ${card.unit}`} card={card} passages={passages} zone={zone} />
        ))}
      </div>
    </section>
  )
}

function NumberCard({ card, passages, zone }: { card: Card; zone: string } & Pick<AccessTold, 'passages'>) {
  const { what, about, unit, spread, differ, figures } = card
  const id = `figure-${what}-${about}`
  return (
    <article className="panel number-card" aria-labelledby={id}>
      <h3 id={id}>{text.card(spoken(what), about)}</h3>
      {differ && (
        <p className="quiet">
          {text.differ}: {text.spread(amountText(spread.low, unit), amountText(spread.high, unit))}
        </p>
      )}
      <ul>
        {figures.map((figure) => {
          const passage = passages[figure.row]
          return (
            <li key={figure.row}>
              <strong className="figure-value">{figureText(figure, unit)}</strong>
              <span>
                <bdi>{figure.source}</bdi>
                {words.comma}
                {longMoment(figure.as_of, zone)}
              </span>
              <span className="quiet">
                {text.definition}: <bdi>{figure.definition ?? text.noDefinition}</bdi>
              </span>
              {figure.quote !== null && (
                <blockquote dir="auto" className="words">
                  {words.quoted(figure.quote)} {passage && <PassageWay passage={passage} quote={figure.quote} />}
                </blockquote>
              )}
            </li>
          )
        })}
      </ul>
    </article>
  )
}
