// Who is shown which clause, from when, and who said so; what waits for others; what whoever reads is not shown.
import type { PublicationAnswer } from '@trucekeeper/api'
import { namesText } from '../list-text.ts'
import { ClauseLink } from '../parts/clause-link.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Moment } from '../parts/moment.tsx'
import { timeLeft } from '../time-text.ts'
import { words } from '../words.ts'
import { publicationWords as said } from './words.ts'

type Clause = PublicationAnswer['clauses'][number]

/** Clauses of which the same was said at once. */
interface Alike extends Omit<Clause, 'clause' | 'title' | 'heading' | 'held_with'> {
  readonly clauses: readonly Clause[]
}

function alike(clauses: readonly Clause[]): readonly Alike[] {
  const key = ({ set, level, embargo, told_of, published }: Clause) =>
    JSON.stringify([set?.minute, level, embargo, told_of, published])
  return [...Map.groupBy(clauses, key).values()].map((some) => ({ ...some[0]!, clauses: some }))
}

interface Props {
  readonly told: PublicationAnswer
  readonly zone: string
}

export function Levels({ told, zone }: Props) {
  const { clauses, not_shown } = told
  const set = clauses.filter((one) => one.set !== null || one.published.length > 0)
  const rest = clauses.length - set.length
  return (
    <section aria-labelledby="publication-levels">
      <h2 id="publication-levels">{said.levels}</h2>
      {not_shown && <NotShown told={not_shown} at={told.at} zone={zone} />}
      {set.length === 0 ? (
        <p className="quiet">{said.allPublic}</p>
      ) : (
        <>
          <DataTable
            labelledBy="publication-levels"
            columns={columnsOf(told, zone)}
            rows={alike(set)}
            keyOf={({ clauses: [first] }) => first!.clause}
          />
          {rest > 0 && <p className="quiet">{said.rest(rest)}</p>}
        </>
      )}
    </section>
  )
}

function NotShown({
  told,
  at,
  zone,
}: {
  readonly told: NonNullable<PublicationAnswer['not_shown']>
  readonly at: string
  readonly zone: string
}) {
  return (
    <div className="panel">
      <p>{said.notShown(told.passages.length)}</p>
      <ul>
        {told.passages.map(({ level, until }, index) => (
          <li key={index}>
            {said.hidden(said.levelNames[level]!)}
            {until !== null && (
              <>
                {words.comma}
                {said.until} <Moment iso={until} zone={zone} /> ({timeLeft(at, until)})
              </>
            )}
          </li>
        ))}
      </ul>
      {told.undecided.length > 0 && <p className="quiet">{said.undecided(told.undecided.length)}</p>}
    </div>
  )
}

function columnsOf({ names, clause_names: called, at }: PublicationAnswer, zone: string): readonly Column<Alike>[] {
  const named = (id: string) => names[id] ?? id
  return [
    {
      title: said.clause,
      cell: ({ clauses }) => (
        <ul className="publication-clauses">
          {clauses.map(({ clause, held_with }) => (
            <li key={clause}>
              <ClauseLink id={clause} names={called} /> {clause in called && <bdi className="quiet">({clause})</bdi>}
              {held_with && <span className="cell-more quiet">{said.heldWith(held_with)}</span>}
            </li>
          ))}
        </ul>
      ),
    },
    {
      title: said.shownTo,
      cell: ({ level, told_of }) => (
        <>
          <strong>{said.levelNames[level]}</strong>
          {!told_of && <span className="cell-more quiet">{said.untold}</span>}
        </>
      ),
    },
    {
      title: said.setBy,
      cell: ({ set }) =>
        set === null ? (
          <span className="quiet">{said.nobodySet}</span>
        ) : (
          <>
            {namesText(set.of.map(named))}
            {words.comma}
            <Moment iso={set.at} zone={zone} />
            <span className="cell-more quiet" dir="auto">
              {set.reason}
            </span>
          </>
        ),
    },
    {
      title: said.then,
      cell: ({ embargo, published }) =>
        published.length > 0 ? (
          said.stays
        ) : embargo === null ? (
          words.none
        ) : (
          <>
            {said.opens(said.levelNames[embargo.level]!)} <Moment iso={embargo.until} zone={zone} />{' '}
            <span className="quiet">({timeLeft(at, embargo.until)})</span>
          </>
        ),
    },
  ]
}

export function Proposed({ told, zone }: Props) {
  if (told.proposed.length === 0) return null
  const named = (ids: readonly string[]) => namesText(ids.map((id) => told.names[id] ?? id))
  return (
    <section className="panel" aria-labelledby="publication-proposed">
      <h2 id="publication-proposed">{said.proposed}</h2>
      <ul>
        {told.proposed.map(({ minute, at, of, subject, level, waits_for, embargo_until }) => (
          <li key={minute}>
            {said.proposedLine(named(of), nameOf(subject), said.levelNames[level]!)}
            {embargo_until && (
              <>
                {words.comma}
                <Moment iso={embargo_until} zone={zone} />
              </>
            )}{' '}
            <span className="quiet">
              (<Moment iso={at} zone={zone} />
              {words.comma}
              {said.waits(named(waits_for))})
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function nameOf(subject: PublicationAnswer['proposed'][number]['subject']): string {
  if ('clause' in subject) return subject.clause
  return 'article' in subject ? said.article(subject.article) : subject.claim
}
