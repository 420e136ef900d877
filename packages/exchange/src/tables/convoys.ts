// Convoys: consignments with their goods, vehicles and seals, what happened to them on the way, and what came of them.
import { CONVOY_STATUSES, ITEM_STAGES, RECEIPT_CONDITIONS, RECEIPT_STAGES, SEAL_CHECKS } from '@trucekeeper/codes'
import type { Column, Table } from '../table.ts'
import { coded, column, INSTANT, LAT, LON, MOMENT, NAMED, NUMBER, REQUIRED, SAID, YES_NO } from './columns.ts'

const CONSIGNMENT = column('consignment_id', '#delivery+id', 'the consignment', REQUIRED)
const VEHICLE = column('vehicle_id', '#delivery+vehicle+id', 'the vehicle; empty for the consignment as a whole')
const AT = column(
  'at',
  '#date+occurred',
  'when, such as 2016-09-13T16:20+03:00; two with / between for some time between',
  {
    ...MOMENT,
    ...REQUIRED,
  },
)
const BY = column('by', '#org+by', 'who did it or said it')
const MONITOR = column('monitor_present', '#meta+monitor', 'whether a monitor was there: yes or no', YES_NO)
const UNIT = column('unit', '#item+unit', 'the unit of the quantity, such as box', REQUIRED)
const QUANTITY = column('qty', '#item+quantity', 'how many units', { ...NUMBER, ...REQUIRED })

function table(name: string, about: string, columns: readonly Column[]): Table {
  return { name, folder: 'access', about, columns: [...columns, ...SAID, ...NAMED] }
}

export const CONSIGNMENTS = table('consignments', 'goods that go from one to another', [
  column('consignment_id', '#delivery+id', 'a name that no other consignment has', REQUIRED),
  column('destination', '#loc+area+id', 'the id of the area it is for'),
  column('request_id', '#activity+request+id', 'the request it belongs to'),
  column('tracking_no', '#delivery+tracking', 'its tracking number'),
  column('sender', '#org+sender', 'who sends it'),
  column('receiver', '#org+receiver', 'who is to receive it'),
  column('people', '#targeted+people', 'for how many people', NUMBER),
  column('crossing_point', '#loc+crossing', 'where it crosses'),
  column('route', '#loc+route', 'the id of a line among the places'),
  column('corridor_m', '#geo+corridor', 'how far from the line it may be, in metres', NUMBER),
  column('window', '#date+window', 'when it may be on the road, two times with / between them', MOMENT),
  MONITOR,
  column('parity_group_id', '#delivery+parity', 'the group of areas to be served alike'),
])

export const ITEMS = table('items', 'a line of goods, as listed or as loaded', [
  CONSIGNMENT,
  coded('stage', '#status+stage', ITEM_STAGES, 'what was to go, or what was on the truck', REQUIRED),
  column('item', '#item+name', 'what it is', REQUIRED),
  QUANTITY,
  UNIT,
  VEHICLE,
  column('sector', '#sector', 'the sector it is for, such as health'),
  column('kg', '#item+weight', 'how heavy, in kilograms', NUMBER),
])

export const VEHICLES = table('vehicles', 'a vehicle of a consignment', [
  CONSIGNMENT,
  { ...VEHICLE, help: 'a name for the vehicle', ...REQUIRED },
  column('kind', '#delivery+vehicle+type', 'what kind of vehicle'),
  column('capacity_kg', '#capacity+weight', 'how much it carries, in kilograms', NUMBER),
])

export const SEALS = table('seals', 'one check of one seal', [
  column('seal_no', '#delivery+seal+id', 'the number of the seal', REQUIRED),
  CONSIGNMENT,
  { ...VEHICLE, help: 'the vehicle it is on', ...REQUIRED },
  coded('check', '#status+seal', SEAL_CHECKS, 'what was found', REQUIRED),
  column('place', '#loc+name', 'where', REQUIRED),
  AT,
  { ...BY, help: 'who looked', ...REQUIRED },
  column('new_no', '#delivery+seal+id+new', 'the number of the seal that took its place'),
  MONITOR,
])

export const EVENTS: Table = {
  ...table('events', 'where a consignment, or one vehicle of it, was at a time', [
    CONSIGNMENT,
    coded('status', '#delivery+status', CONVOY_STATUSES, 'what happened', REQUIRED),
    AT,
    VEHICLE,
    column('place', '#loc+name', 'where'),
    column('area_id', '#loc+area+id', 'the id of the area, for what is unloaded or delivered'),
    LAT,
    LON,
    { ...BY, help: 'whose doing it is' },
    column('reason', '#description+reason', 'the reason that was given'),
    MONITOR,
  ]),
  positionStaysAtDesk: true,
}

export const RECEIPTS = table('receipts', 'what came of goods, in one condition', [
  CONSIGNMENT,
  coded('stage', '#status+stage', RECEIPT_STAGES, 'received, handed out, or looked at afterwards', REQUIRED),
  AT,
  column('item', '#item+name', 'what it is', REQUIRED),
  UNIT,
  coded('condition', '#status+condition', RECEIPT_CONDITIONS, 'in what state', REQUIRED),
  QUANTITY,
  VEHICLE,
  column('area_id', '#loc+area+id', 'the id of the area'),
  column('people', '#reached+people', 'how many people were reached', NUMBER),
  BY,
])

export const TRACKS: Table = {
  ...table('tracks', 'one point of a vehicle’s track', [
    CONSIGNMENT,
    { ...VEHICLE, help: 'the vehicle', ...REQUIRED },
    column('at', '#date+occurred', 'when, such as 2016-09-13T16:20+03:00', { ...INSTANT, ...REQUIRED }),
    { ...LAT, ...REQUIRED },
    { ...LON, ...REQUIRED },
    column('error_m', '#geo+error+m', 'how far off it may be, in metres', NUMBER),
  ]),
  radius: 'error_m',
  staysAtDesk: true,
}

export const PARITY = table('parity', 'two areas that are to be served alike', [
  column('parity_group_id', '#delivery+parity', 'a name for the group', REQUIRED),
  column('area_a', '#loc+area+id+a', 'the id of one area', REQUIRED),
  column('area_b', '#loc+area+id+b', 'the id of the other', REQUIRED),
  column('within_hours', '#indicator+hours', 'within how many hours of each other', { ...NUMBER, ...REQUIRED }),
  column('people_share', '#indicator+share', 'the most by which people served may differ, as a share', NUMBER),
])
