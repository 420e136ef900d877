// The ground: where weapons stood by somebody's word, how far they have to stay away, who waits and where they are to go.
import { LINE_SIDES, MEANS_OF_OBSERVATION, STANCES, WEAPON_CLASSES } from '@trucekeeper/codes'
import type { Table } from '../table.ts'
import { coded, column, INSTANT, LAT, LON, NUMBER, REQUIRED, SAID } from './columns.ts'

const ID = column('id', '#meta+id', 'a name that no other row has', REQUIRED)
const PARTY = column('party', '#group+party', 'the id of the party, as the agreement has it', REQUIRED)
const CLASSES = [...WEAPON_CLASSES, 'all']

export const POSITIONS: Table = {
  name: 'positions',
  folder: 'ground',
  about: 'somebody’s word on where weapons stood',
  radius: 'error_radius_m',
  staysAtDesk: true,
  columns: [
    ID,
    PARTY,
    column('unit', '#group+unit', 'the unit, where it is named'),
    coded('weapon_class', '#item+weapon', WEAPON_CLASSES, 'the class of weapon'),
    LON,
    LAT,
    column('error_radius_m', '#geo+error+m', 'how far off the position may be, in metres', NUMBER),
    column('observed_at', '#date+observed', 'when, such as 2016-09-14T10:00+03:00', { ...INSTANT, ...REQUIRED }),
    coded('means_of_observation', '#meta+means', MEANS_OF_OBSERVATION, 'how it came to be known'),
    column('observer', '#meta+observer', 'who observed, as the agreement names them', REQUIRED),
    coded('stance', '#meta+stance', STANCES, 'what is said of it', REQUIRED),
    ...SAID,
  ],
}

export const DEPTHS: Table = {
  name: 'depths',
  folder: 'ground',
  about: 'one reading of how far weapons have to stay from a line',
  columns: [
    PARTY,
    coded('side', '#geo+side', LINE_SIDES, 'on which side of the line', REQUIRED),
    coded('weapon_class', '#item+weapon', CLASSES, 'which weapons', { ...REQUIRED, several: true }),
    column('depth_m', '#indicator+depth+m', 'how far, in metres', { ...NUMBER, ...REQUIRED }),
    column('reading', '#meta+reading', 'whose or which reading', REQUIRED),
    column('clause_id', '#meta+clause', 'the id of the duty', REQUIRED),
    ...SAID.filter(({ name }) => name === 'source' || name === 'quote'),
  ],
}

export const WAITS: Table = {
  name: 'waits',
  folder: 'ground',
  about: 'a party’s word that it does not move before another',
  columns: [
    ID,
    PARTY,
    column('waits_for', '#group+party+awaited', 'the id of the party it waits for', REQUIRED),
    column('stated_at', '#date+stated', 'when it said so, such as 2016-09-15T23:20+03:00', { ...INSTANT, ...REQUIRED }),
    ...SAID,
  ],
}

export const SITES: Table = {
  name: 'sites',
  folder: 'ground',
  about: 'where weapons of a party are to go',
  radius: 'radius_m',
  staysAtDesk: true,
  columns: [
    ID,
    PARTY,
    coded('weapon_class', '#item+weapon', CLASSES, 'which weapons', { ...REQUIRED, several: true }),
    { ...LON, ...REQUIRED },
    { ...LAT, ...REQUIRED },
    column('radius_m', '#geo+radius', 'the radius of the site, in metres', { ...NUMBER, ...REQUIRED }),
    ...SAID,
  ],
}
