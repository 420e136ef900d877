// Events of UCDP GED and ACLED, as their reader gives them in columns, to incidents.
import type { EventTable } from '@trucekeeper/events'
import { dayOfNumber } from '@trucekeeper/time'
import type { Row } from '../table.ts'
import { INCIDENTS } from '../tables/incidents.ts'
import type { Provenance } from './imported.ts'

export type EventSet = 'ucdp-ged' | 'acled'

/** UCDP's codes of the place are ours; ACLED's 1 to 3 are the place, a near one, the region. */
const WHERE: Readonly<Record<EventSet, readonly (string | null)[]>> = {
  'ucdp-ged': [null, '1', '2', '3', '4', '5', '6', '7'],
  acled: [null, '1', '2', '4'],
}

/**
 * One incident for each event. What kind of incident it was is left open, since these sets count deaths and name sides,
 * not weapons; who acted is said only where the set does.
 */
export function incidentsOfEvents(events: EventTable, set: EventSet, { source, doc, recorded_at }: Provenance): Row[] {
  const none = Object.fromEntries(INCIDENTS.columns.map(({ name }) => [name, null] as const))
  const named = (index: number) => (index === -1 ? null : events.names[index]!)
  return Array.from({ length: events.size }, (_, at): Row => {
    const [lat, lon] = [events.latitude[at]!, events.longitude[at]!]
    const hasPlace = !Number.isNaN(lat)
    const [a, b] = [named(events.sideA[at]!), named(events.sideB[at]!)]
    const acted = events.oneSided[at] === 1
    return {
      ...none,
      incident_id: `${set}-${events.ids[at]}`,
      occurred_from: dayOfNumber(events.from[at]!),
      occurred_to: dayOfNumber(events.to[at]!),
      lat: hasPlace ? lat : null,
      lon: hasPlace ? lon : null,
      where_prec: WHERE[set][events.placePrecision[at]!] ?? null,
      actor: acted ? a : null,
      target: acted ? b : null,
      fought: acted ? null : [a, b].filter((side) => side !== null).join(';') || null,
      deaths_low: events.deathsLow[at]!,
      deaths_best: events.deathsBest[at]!,
      deaths_high: events.deathsHigh[at]!,
      verification_state: 'reported',
      source,
      doc,
      recorded_at,
    }
  })
}
