// json-rules-engine against ours where it has no need of time: conditions on one event, and thresholds on one day.
import { Engine } from 'json-rules-engine'
import { firstOrder, type Formula } from '../../temporal/src/index.ts'
import { CalendarWindow, COUNT, SlidingWindow, wholeUnits } from '../../temporal/src/windows/index.ts'
import { breachesOfDays, masks } from './made-up.ts'
import { falseOnes, Found } from './ours.ts'
import { conditionsOf, formulaOf, madeUpRules } from './rules.ts'
import { count, inTurns, mustAgree, printTable, quickest, rate, ratio } from './table.ts'
import { constant, factsOfMasks, heldOnes } from './theirs.ts'
import { peersInTime } from './windows.ts'

const ATOMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const EVENTS = 2000
const DAYS = 3000
const ZONES = 8
const ALLOWED = 3

export async function peers(): Promise<void> {
  await conditions()
  await thresholds()
  await peersInTime()
}

async function conditions(): Promise<void> {
  const trace = masks(EVENTS, ATOMS.length)
  const facts = factsOfMasks(ATOMS)
  const rows: string[][] = []
  for (const number of [1, 4, 16]) {
    const rules = madeUpRules(number, ATOMS)
    const engine = new Engine(
      rules.map((rule, at) => ({ conditions: conditionsOf(rule), event: { type: String(at) } })),
    )
    const negated = rules.map((rule): Formula => ({ op: 'not', arg: formulaOf(rule) }))
    const theirs = () =>
      heldOnes(
        engine,
        number,
        Array.from(trace, (mask) => facts[mask]!),
      )
    const ours = () => falseOnes(negated, trace, ATOMS)
    mustAgree(`${number} rules`, (await theirs()).join(' '), ours().join(' '))
    const [slow, fast] = await inTurns(2, theirs, ours)
    rows.push([String(number), rate(EVENTS, slow), rate(EVENTS, fast), ratio(slow, fast)])
  }
  printTable({
    title: 'Peers: conditions on one event',
    about: `Eight conditions a rule, put together with all, any and not; ${count(EVENTS)} events of eight facts. Events a
      second at which all rules are decided; json-rules-engine best of 2, ours best of 20.`,
    heads: ['rules', 'json-rules-engine', 'ours', 'ours is faster'],
    rows,
  })
}

async function thresholds(): Promise<void> {
  const days = breachesOfDays(DAYS, ZONES)
  const engine = new Engine(
    Array.from({ length: ZONES }, (_, zone) => ({
      conditions: { all: [{ fact: `zone${zone}`, operator: 'greaterThan', value: ALLOWED }] },
      event: { type: String(zone) },
    })),
  )
  const facts = days.map((zones) =>
    Object.fromEntries(zones.map((breaches, zone) => [`zone${zone}`, constant(`zone${zone}`, breaches)])),
  )
  const points = days.map((zones) => zones.map((breaches, zone) => ({ name: 'breaches', args: [zone, breaches] })))
  const { compileFirstOrder } = await firstOrder()
  const theirs = () => heldOnes(engine, ZONES, facts)
  const handed = () => {
    const found = Array.from({ length: ZONES }, () => new Found())
    const compiled = compileFirstOrder(TOO_MANY)
    if (!compiled.ok) throw new Error(compiled.refusal.message)
    for (const [day, events] of points.entries()) {
      compiled.monitor.push(day, events, (at, _time, verdict) => {
        if (Array.isArray(verdict)) for (const [zone] of verdict) found[Number(zone)]!.add(at)
      })
    }
    return found
  }
  mustAgree('days, counts handed over', (await theirs()).join(' '), handed().join(' '))
  mustAgree('days, counted', handed().join(' '), counted(days).join(' '))
  const slow = await quickest(3, theirs)
  const row = (who: string, seconds: number) => [who, rate(DAYS, seconds), ratio(slow, seconds)]
  printTable({
    title: 'Peers: thresholds on one day',
    about: `Is the count of breaches of a day more than ${ALLOWED}, in each of ${ZONES} zones; ${count(DAYS)} days of none to seven
      breaches a zone. Days a second; json-rules-engine best of 3, ours best of 20. It cannot count: its counts are made
      beforehand, outside the clock. One formula with variables of ours answers for all zones.`,
    heads: ['', 'days/s', 'faster'],
    rows: [
      row('json-rules-engine, counts handed over', slow),
      row('ours, counts handed over', await quickest(20, handed)),
      row('ours, counting every breach itself', await quickest(20, () => counted(days))),
    ],
  })
}

const TOO_MANY: Formula = {
  op: 'and',
  args: [
    {
      op: 'pred',
      name: 'breaches',
      args: [
        { kind: 'var', name: 'zone' },
        { kind: 'var', name: 'n' },
      ],
    },
    { op: 'cmp', rel: '>', left: { kind: 'var', name: 'n' }, right: { kind: 'const', value: ALLOWED } },
  ],
}

/** Every breach goes into the window of its zone at an hour of its day. */
function counted(days: readonly (readonly number[])[]): Found[] {
  const dayOf = (hour: number) => Math.floor(hour / 24)
  return Array.from({ length: ZONES }, (_, zone) => {
    const found = new Found()
    const window = new CalendarWindow(dayOf, new SlidingWindow(wholeUnits(1), COUNT))
    for (const [day, zones] of days.entries()) {
      for (let breach = 0; breach < zones[zone]!; breach++) window.add(24 * day + breach, 1)
      if (window.at(24 * day + 23) > ALLOWED) found.add(day)
    }
    return found
  })
}
