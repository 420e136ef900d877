// Incidents: what happened where, with what, to whom, and who is said to have done it.
import {
  ACCESS_CONSTRAINTS,
  DATE_PRECISIONS,
  FACILITY_EFFECTS,
  INCIDENT_TYPES,
  MEANS_OF_OBSERVATION,
  PROTECTED_OBJECTS,
  RELIABILITIES,
  VERIFICATION_STATES,
  WEAPON_CLASSES,
  WHERE_PRECISIONS,
} from '@trucekeeper/codes'
import type { Row, Table } from '../table.ts'
import { coded, column, LAT, LON, NUMBER, REQUIRED, SAID } from './columns.ts'

const SEVERAL = { several: true } as const

export const INCIDENTS: Table = {
  name: 'incidents',
  folder: 'incidents',
  about: 'one thing that is said to have happened, by one source',
  radius: 'radius_m',
  isProtected,
  columns: [
    column('incident_id', '#event+id', 'a name that no other incident has', REQUIRED),
    column('occurred_from', '#date+occurred+start', 'when it began, such as 2016-09-19 or 2016-09-19T19:10+03:00', {
      kind: 'when',
      ...REQUIRED,
    }),
    column('occurred_to', '#date+occurred+end', 'when it ended', { kind: 'when' }),
    coded(
      'date_prec',
      '#meta+date+precision',
      DATE_PRECISIONS,
      'how exact the day is: 1 (the day) to 5, as UCDP has it',
    ),
    column('place', '#loc+name', 'the name of the place'),
    column('pcode', '#adm3+code', 'its P-code, such as SY020000', { kind: 'pcode', version: 'cod_version' }),
    column('cod_version', '#meta+adm3+version', 'the version of the boundaries the P-code is from'),
    LAT,
    LON,
    column('radius_m', '#geo+radius', 'how far off the position may be, in metres', NUMBER),
    coded('where_prec', '#geo+precision', WHERE_PRECISIONS, 'how exact the place is: 1 (exact) to 7, as UCDP has it'),
    column('cell', '#geo+geohash', 'the geohash cell it lies in, where its position is kept back'),
    coded('incident_type', '#event+type', INCIDENT_TYPES, 'what kind of incident'),
    coded('weapon_class', '#item+weapon', WEAPON_CLASSES, 'the class of weapon', SEVERAL),
    column('weapon_words', '#item+weapon+reported', 'the weapon in the words of the source'),
    coded('protected_object_type', '#service+type', PROTECTED_OBJECTS, 'what protected was hit', SEVERAL),
    coded('facility_effect', '#impact+type', FACILITY_EFFECTS, 'what it did to the facility', SEVERAL),
    column('facilities_destroyed', '#impact+facility+destroyed', 'how many facilities were destroyed', NUMBER),
    column('facilities_damaged', '#impact+facility+damaged', 'how many facilities were damaged', NUMBER),
    column('transport_destroyed', '#impact+transport+destroyed', 'how many vehicles were destroyed', NUMBER),
    column('transport_damaged', '#impact+transport+damaged', 'how many vehicles were damaged', NUMBER),
    column('transport_taken', '#impact+transport+taken', 'how many vehicles were taken', NUMBER),
    column('actor', '#group+perp+claimed', 'who is said to have done it'),
    column('target', '#group+target', 'against whom'),
    column('fought', '#group+fought', 'the sides of a fight, where nobody says who began, with ; between them'),
    column('deaths_low', '#affected+killed+low', 'how many died at least', NUMBER),
    column('deaths_best', '#affected+killed', 'how many died, the best estimate', NUMBER),
    column('deaths_high', '#affected+killed+high', 'how many died at most', NUMBER),
    column('workers_killed', '#affected+killed+workers', 'how many health or aid workers died', NUMBER),
    column('workers_injured', '#affected+injured+workers', 'how many health or aid workers were injured', NUMBER),
    column('workers_taken', '#affected+detained+workers', 'how many of them were kidnapped or arrested', NUMBER),
    coded('access_constraint', '#access+constraint', ACCESS_CONSTRAINTS, 'how it hinders access', SEVERAL),
    coded('means_of_observation', '#meta+means', MEANS_OF_OBSERVATION, 'how it came to be known'),
    coded('verification_state', '#status+verification', VERIFICATION_STATES, 'how far it has been checked'),
    coded('reliability', '#meta+source+reliability', RELIABILITIES, 'how reliable the source is; F cannot be judged'),
    ...SAID,
  ],
}

function isProtected({ protected_object_type: object, incident_type: type }: Row): boolean {
  return (object ?? null) !== null || type === 'attack_on_protected_object'
}
