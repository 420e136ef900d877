// What else is drawn, as tables: zones and lines with how uncertain they are, published bands, convoys by cell and hour.
import type { MapAnswer } from '@trucekeeper/api'
import { partyName, spoken } from '../grouping.ts'
import { rowText } from '../list-text.ts'
import { numberText } from '../number-text.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { EXAMPLE, MadeUp } from '../parts/made-up.tsx'
import { shortMoment } from '../time-text.ts'
import { words } from '../words.ts'
import { latestBands } from './features.ts'
import { mapWords } from './words.ts'

const bandWords = words.ground.bands

type Ground = MapAnswer['zones'][number] | MapAnswer['lines'][number]
type Band = MapAnswer['bands'][number]
/** What one vehicle did in one cell. */
type Hours = MapAnswer['convoys']

const GROUND: readonly Column<Ground>[] = [
  { title: mapWords.name, cell: ({ name }) => <span dir="auto">{name}</span> },
  { title: mapWords.tolerance, cell: ({ tolerance_m }) => mapWords.metres(numberText(tolerance_m)), isNumber: true },
]

const bandColumns = ({ lines }: Pick<MapAnswer, 'lines'>, zone: string): readonly Column<Band>[] => [
  {
    title: mapWords.party,
    cell: ({ party, line }) => bandWords.party(partyName(party), lines.find(({ id }) => id === line)?.name ?? line),
  },
  { title: bandWords.weapons, cell: weaponText },
  {
    title: bandWords.window,
    cell: ({ window_from, window_to }) => shortMoment(`${window_from}/${window_to}`, zone),
  },
  { title: bandWords.distance, cell: distanceText },
]

const convoyColumns = (zone: string): readonly Column<Hours>[] => [
  { title: mapWords.vehicle, cell: vehicleOf },
  { title: mapWords.cell, cell: ([first]) => <bdi>{first?.cell}</bdi> },
  { title: mapWords.hours, cell: (hours) => rowText(hours.map(({ hour }) => shortMoment(hour, zone))) },
]

export function MapTables({
  answer,
  zone,
}: {
  answer: Pick<MapAnswer, 'zones' | 'lines' | 'bands' | 'convoys' | 'convoy_delay_h'>
  zone: string
}) {
  const bands = latestBands(answer)
  const cells = [...Map.groupBy(answer.convoys, ({ vehicle, cell }) => `${vehicle} ${cell}`).values()]
  return (
    <>
      <section aria-labelledby="map-ground">
        <h2 id="map-ground">{mapWords.ground}</h2>
        <DataTable
          labelledBy="map-ground"
          columns={GROUND}
          rows={[...answer.zones, ...answer.lines]}
          keyOf={({ id }) => id}
        />
      </section>
      <section aria-labelledby="map-bands">
        <h2 id="map-bands">{mapWords.bands}</h2>
        {bands.length === 0 && <p>{mapWords.noBands}</p>}
        {bands.length > 0 && (
          <DataTable
            labelledBy="map-bands"
            columns={bandColumns(answer, zone)}
            rows={bands}
            keyOf={({ line, party, weapon_class, from_m }) => `${line} ${party} ${weapon_class} ${from_m}`}
          />
        )}
      </section>
      <section aria-labelledby="map-convoys">
        <h2 id="map-convoys">{mapWords.convoys}</h2>
        <p className="quiet">{mapWords.convoysHelp(answer.convoy_delay_h)}</p>
        {cells.length === 0 && <p>{mapWords.noConvoys}</p>}
        {cells.length > 0 && (
          <DataTable
            labelledBy="map-convoys"
            columns={convoyColumns(zone)}
            rows={cells}
            keyOf={([first]) => `${first?.vehicle} ${first?.cell}`}
          />
        )}
      </section>
    </>
  )
}

function vehicleOf([first]: Hours) {
  return (
    <>
      <bdi>{first?.vehicle}</bdi> {first?.made_up && <MadeUp sources={[EXAMPLE]} />}
    </>
  )
}

function weaponText({ weapon_class: weapons }: Band): string {
  return weapons === null ? bandWords.anyWeapons : (words.ground.weapon[weapons] ?? spoken(weapons))
}

function distanceText({ from_m, to_m }: Band): string {
  return to_m === null ? bandWords.beyond(numberText(from_m)) : bandWords.between(numberText(from_m), numberText(to_m))
}
