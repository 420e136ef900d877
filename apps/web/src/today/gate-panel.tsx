// A gate: how many of its days are done by each account, what each day showed, what is missing, when it may open.
import type { GateDay, GateReading, GateStatus, Status } from '@trucekeeper/api'
import { accountsInOrder, spoken } from '../grouping.ts'
import { English } from '../parts/english.tsx'
import { Moment } from '../parts/moment.tsx'
import { Mark } from '../parts/verdict.tsx'
import { dayAfter, dayLabels, longMoment } from '../time-text.ts'
import { words } from '../words.ts'

export function GatePanel({ gate, status }: { gate: GateStatus; status: Status }) {
  const { zone } = status.agreement
  const accounts = accountsInOrder(status.accounts).filter(({ id }) => gate.accounts[id])
  return (
    <section className="panel gate" aria-labelledby={`gate-${gate.id}`}>
      <header>
        <p className="panel-kind">{words.gate.title(spoken(gate.opens))}</p>
        <h2 id={`gate-${gate.id}`}>
          <bdi>{gate.title ?? spoken(gate.id)}</bdi>
        </h2>
        <p className={`gate-state gate-${gate.state}`}>
          <strong>{words.gate.state[gate.state]}</strong>, {words.gate.progress(gate.done, gate.needed)}
        </p>
      </header>
      <dl className="facts">
        <div>
          <dt>{words.gate.missing}</dt>
          <dd>{gate.missing.length > 0 ? <List items={gate.missing} /> : words.gate.nothingMissing}</dd>
        </div>
        <div>
          <dt>{words.gate.earliest}</dt>
          <dd>{gate.earliest ? <Moment iso={gate.earliest} zone={zone} /> : words.gate.never}</dd>
        </div>
        {gate.resets.length > 0 && (
          <div>
            <dt>{words.gate.resets}</dt>
            <dd>
              <ul>
                {gate.resets.map(({ at, why }) => (
                  <li key={`${at} ${why}`}>
                    <Moment iso={at} zone={zone} />: <English>{why}</English>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      <ul className="gate-accounts">
        {accounts.map(({ id, name }) => (
          <li key={id}>
            <span className="gate-account">
              <bdi>{name}</bdi>
              {id === gate.decided_by && <span className="decides-note"> {words.today.decides}</span>}
              <span className="quiet"> {words.gate.progress(gate.accounts[id]!.done, gate.accounts[id]!.needed)}</span>
            </span>
            <Days reading={gate.accounts[id]!} />
          </li>
        ))}
      </ul>
      <p className="quiet">{words.gate.countHelp}</p>
    </section>
  )
}

function Days({ reading }: { reading: GateReading }) {
  return (
    <ol className="days">
      {reading.days.map((day) => (
        <DayBox key={day.day} day={day} />
      ))}
      {daysAhead(reading).map((day) => (
        <li key={day} className="day day-ahead">
          <span aria-hidden="true">{dayLabels(day).number}</span>
          <span className="unseen">{words.gate.ahead(longMoment(day, 'UTC'))}</span>
        </li>
      ))}
    </ol>
  )
}

function DayBox({ day: { day, verdict, count } }: { day: GateDay }) {
  const [verified, alleged] = count
  return (
    <li className={`day day-${verdict}`}>
      <span className="unseen">
        {words.gate.day(longMoment(day, 'UTC'), words.verdict[verdict], verified, alleged)}
      </span>
      <span aria-hidden="true">{dayLabels(day).number}</span>
      <Mark verdict={verdict} />
      <span aria-hidden="true" className="day-count">
        <bdi>{verified}</bdi>/<bdi>{alleged}</bdi>
      </span>
    </li>
  )
}

/** The days still to come before as many have been listed as are needed. */
function daysAhead({ days, needed }: GateReading): string[] {
  const ahead: string[] = []
  const last = days.at(-1)
  for (let day = last && dayAfter(last.day); day && days.length + ahead.length < needed; day = dayAfter(day)) {
    ahead.push(day)
  }
  return ahead
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>
          <English>{item}</English>
        </li>
      ))}
    </ul>
  )
}
