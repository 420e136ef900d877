// The steps of the procedure: whose each is, by when, who did it when, of whom it is still wanted.
import type { CaseAnswer } from '@trucekeeper/api'
import { rowText } from '../list-text.ts'
import { ClauseLink } from '../parts/clause-link.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { words } from '../words.ts'
import { lengthText } from './length-text.ts'
import { caseWords as said } from './words.ts'

type Step = CaseAnswer['case']['steps'][number]

export function Steps({ told, zone }: { readonly told: CaseAnswer; readonly zone: string }) {
  const { case: one, names } = told
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{said.steps}</h2>
      <p className="quiet">
        <ClauseLink id={one.procedure} names={told.clause_names} />
      </p>
      <DataTable
        labelledBy="steps"
        columns={columnsIn(names, zone)}
        rows={one.steps}
        keyOf={({ number }) => String(number)}
      />
    </section>
  )
}

function columnsIn(names: CaseAnswer['names'], zone: string): Column<Step>[] {
  const nameOf = (id: string) => names[id] ?? id
  return [
    {
      title: said.step,
      cell: ({ number, does }) => (
        <>
          {number}. <English>{does}</English>
        </>
      ),
    },
    {
      title: said.who,
      cell: ({ who, needs }) => (
        <>
          {rowText(who.map(nameOf))}
          {who.length > 1 && (
            <span className="quiet case-summary">{needs === 'any' ? said.eitherOf : said.eachOf}</span>
          )}
        </>
      ),
    },
    {
      title: said.due,
      cell: ({ due }) =>
        due ? <Moment iso={due} zone={zone} form="short" /> : <span className="quiet">{said.noDue}</span>,
    },
    {
      title: said.done,
      cell: ({ done, due }) =>
        done.length === 0 ? (
          '–'
        ) : (
          <ul>
            {done.map(({ by, at, late_by_ms }) => (
              <li key={by}>
                <bdi>{nameOf(by)}</bdi>
                {words.comma}
                <Moment iso={at} zone={zone} form="short" />
                {due !== null && (
                  <span className="quiet">
                    {' '}
                    ({late_by_ms > 0 ? said.lateDone(lengthText(late_by_ms)) : said.inTime})
                  </span>
                )}
              </li>
            ))}
          </ul>
        ),
    },
    {
      title: said.wanted,
      cell: ({ wanted }) => (wanted.length === 0 ? '–' : <strong>{rowText(wanted.map(nameOf))}</strong>),
    },
  ]
}
