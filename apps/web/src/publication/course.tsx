// What became of the text, in order: made, committed to, endorsed, leaked, published.
import type { PublicationAnswer } from '@trucekeeper/api'
import { languageName } from '../language.ts'
import { apart, namesText, rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { Ticked } from '../parts/ticked.tsx'
import { longMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { publicationWords as said } from './words.ts'

type Step = PublicationAnswer['course'][number]

interface Props {
  readonly told: PublicationAnswer
  readonly zone: string
}

export function Course({ told, zone }: Props) {
  const { made, course, written, own_text: isOwn } = told
  return (
    <section aria-labelledby="publication-course">
      <h2 id="publication-course">{said.course}</h2>
      {!isOwn && <p className="quiet">{said.ownAlone}</p>}
      {isOwn && made === null && course.length === 0 && (
        <p className="quiet">
          <Ticked text={said.nothing} />
        </p>
      )}
      <ul className="publication-course">
        {inOrder(told).map((step) => {
          if (step === null)
            return (
              <li key="made">
                <time dateTime={made!}>{longMoment(made!, zone)}</time>
                {words.comma}
                {said.made}
              </li>
            )
          const place = written[step.id]
          const day = dayOf(step)
          return (
            <li key={step.id} className={step.does === 'leak' ? 'publication-leak' : undefined}>
              <time dateTime={day}>{longMoment(day, zone)}</time>
              {words.comma}
              <strong>
                <Said step={step} told={told} />
              </strong>{' '}
              <More step={step} told={told} />{' '}
              {place && <span className="quiet">({said.entry(numberText(place.index))})</span>}
            </li>
          )
        })}
      </ul>
      {course.some(({ does }) => does === 'leak') && <p className="quiet">{said.leakHelp}</p>}
    </section>
  )
}

const dayOf = (step: Step) => ('date' in step ? step.date : step.at)

/** The day on which it was made, as null, among what became of it. */
function inOrder({ made, course }: PublicationAnswer): readonly (Step | null)[] {
  if (made === null) return course
  const before = course.filter((step) => dayOf(step) < made)
  return [...before, null, ...course.filter((step) => dayOf(step) >= made)]
}

function Said({ step, told: { names } }: { readonly step: Step; readonly told: PublicationAnswer }) {
  const named = (id: string) => names[id] ?? id
  switch (step.does) {
    case 'commit-text':
      return said.committed(apart(step.version), namesText(step.of.map(named)))
    case 'publish-version':
      return said.published(apart(step.version), apart(named(step.published_by)))
    case 'leak':
      return said.leaked(apart(step.of))
    case 'endorse':
      return said.endorsed(apart(step.body), apart(step.reference))
  }
}

function More({ step, told: { names } }: { readonly step: Step; readonly told: PublicationAnswer }) {
  switch (step.does) {
    case 'commit-text':
      return <code>{step.root}</code>
    case 'publish-version':
      return (
        <span className="quiet">
          {rowText([
            languageName(step.lang),
            ...(names[step.published_by] === undefined ? [said.outside] : []),
            ...(step.withholds.length > 0 ? [said.without(rowText(step.withholds))] : []),
          ])}
        </span>
      )
    case 'leak':
      return <span className="quiet">{step.by === null ? said.leakUnsaid : said.leakedBy(apart(step.by))}</span>
    case 'endorse':
      return step.version === null ? null : <span className="quiet">{said.ofVersion(apart(step.version))}</span>
  }
}
