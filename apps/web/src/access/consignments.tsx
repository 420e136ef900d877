// Every consignment: where it is by whose word, where it waited, what befell it, its seals and its goods.
import type { AccessTold } from '@trucekeeper/api'
import { spoken } from '../grouping.ts'
import { rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MadeUp } from '../parts/made-up.tsx'
import { words } from '../words.ts'
import { SealChains } from './seals.tsx'
import { codeText, momentText, rangeText, toldText } from './told-text.ts'

type Consignment = AccessTold['consignments'][number]
type Item = Consignment['items'][number]

const text = words.access.consignment

export function Consignments({ consignments, zone }: { consignments: readonly Consignment[]; zone: string }) {
  return (
    <section aria-labelledby="consignments">
      <h2 id="consignments">{text.title}</h2>
      {consignments.length === 0 && <p className="quiet">{text.none}</p>}
      <div className="consignments">
        {consignments.map((one) => (
          <ConsignmentPanel key={one.consignment_id} one={one} zone={zone} />
        ))}
      </div>
    </section>
  )
}

function ConsignmentPanel({ one, zone }: { one: Consignment; zone: string }) {
  const id = `consignment-${one.consignment_id}`
  const facts: [string, string][] = [
    [text.destination, toldText(one.destination, spoken)],
    [text.people, toldText(one.people, numberText)],
    [text.vehicles, one.vehicles.length > 0 ? rowText(one.vehicles) : text.noVehicles],
  ]
  return (
    <article className="panel consignment" aria-labelledby={id}>
      <header>
        <h3 id={id}>
          {one.consignment_id} <MadeUp sources={one.sources} />
        </h3>
        <p className="panel-lead">
          <strong>{codeText('reached', one.reached)}</strong>
        </p>
        {one.status && (
          <p>
            {text.lastWord}: {codeText('status', one.status.status)}
            {words.comma}
            {momentText(one.status.at, zone)}
            {words.comma}
            <bdi>{one.status.source}</bdi>
            {one.status.rec24 && <span className="quiet"> ({text.rec24(one.status.rec24)})</span>}
          </p>
        )}
      </header>
      <dl className="facts consignment-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Happened one={one} zone={zone} />
      <SealChains chains={one.seals} zone={zone} />
      <Goods items={one.items} labelledBy={id} />
    </article>
  )
}

function Happened({ one, zone }: { one: Consignment; zone: string }) {
  const lists: [string, string[]][] = [
    [text.byEach, one.accounts.length > 1 ? one.accounts.map((word) => wordText(word, zone)) : []],
    [text.attacks, one.attacks.map(({ at, place, sources }) => attackText(at, place, sources, zone))],
    [text.waits, one.waits.filter(({ hours }) => hours.high > 0).map((wait) => waitText(wait, zone))],
    [
      text.corridor,
      one.tracks.map(({ vehicle_id, corridor, window }) =>
        text.track(vehicle_id, codeText('track', corridor), codeText('track', window)),
      ),
    ],
  ]
  return (
    <dl className="facts">
      {lists
        .filter(([, items]) => items.length > 0)
        .map(([name, items]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <ul>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      {one.contradictions.length > 0 && (
        <div>
          <dt>{words.verdict.contested}</dt>
          <dd>{text.contradictions(one.contradictions.length)}</dd>
        </div>
      )}
    </dl>
  )
}

function wordText({ source, status, at }: Consignment['accounts'][number], zone: string): string {
  return text.word(source, codeText('status', status), momentText(at, zone))
}

function attackText(
  at: Consignment['attacks'][number]['at'],
  place: string | null,
  sources: readonly string[],
  zone: string,
): string {
  return text.attack(place ?? words.access.delays.noPoint, momentText(at, zone), rowText(sources))
}

function waitText({ place, since, hours, ended }: Consignment['waits'][number], zone: string): string {
  const end = ended ? text.until(codeText('status', ended.status), momentText(ended.at, zone)) : text.stillWaiting
  const length = words.access.amount.hours(rangeText(hours))
  return text.wait(place ?? words.access.delays.noPoint, momentText(since, zone), length, end)
}

const GOODS: Column<Item>[] = [
  { title: text.goods, cell: ({ item, unit }) => text.good(item, unit) },
  { title: text.listed, cell: ({ listed }) => toldText(listed, numberText), isNumber: true },
  { title: text.loaded, cell: ({ loaded }) => toldText(loaded, numberText), isNumber: true },
  { title: text.arrived, cell: ({ arrived }) => toldText(arrived, numberText), isNumber: true },
  { title: text.handedOut, cell: ({ distributed }) => toldText(distributed, numberText), isNumber: true },
]

function Goods({ items, labelledBy }: { items: readonly Item[]; labelledBy: string }) {
  if (items.length === 0) return null
  return (
    <DataTable labelledBy={labelledBy} columns={GOODS} rows={items} keyOf={({ item, unit }) => `${item} ${unit}`} />
  )
}
