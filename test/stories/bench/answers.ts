// What the server takes for the map and the tally of a long record, in milliseconds and as a multiple of the example's.
//   node test/stories/bench/answers.ts [incidents | FOLDER]
import { createApp } from '@trucekeeper/api'
import { liveWorkspace } from '@trucekeeper/workspace'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { writeFolder } from './many-incidents.ts'

const [asked = '200000'] = process.argv.slice(2)
const EXAMPLE = resolve(import.meta.dirname, '../../../examples/aleppo-2016')
const DAY = 86_400_000
const TIMES = 15

type Took = ReadonlyMap<string, { readonly first: number; readonly middle: number; readonly most: number }>

/** The first question of each kind, then the same at an instant a day earlier each time, so that nothing is kept. */
async function taken(dir: string, last: string, account: string): Promise<Took> {
  const page = { get: async () => null }
  const onBug = (bug: unknown) => console.error(bug)
  // Nothing is asked so often that it is slowed down: each comes from an address of its own.
  let client = 0
  const clientsOf = () => [`client ${(client += 1)}`]
  const app = createApp({ workspace: liveWorkspace(dir), page, hosts: ['localhost'], onBug, clientsOf })
  const ask = async (path: string) => {
    const begun = performance.now()
    const answer = await app.request(`http://localhost${path}`)
    const { byteLength } = await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
    return { ms: performance.now() - begun, byteLength }
  }
  const at = (days: number) => encodeURIComponent(new Date(Date.parse(last) - days * DAY).toISOString())
  const questions: readonly (readonly [string, (days: number) => string])[] = [
    ['lens', (days) => `/api/lens?at=${at(days)}`],
    ['ground', (days) => `/api/map?at=${at(days)}`],
    ['columns', (days) => `/api/map/columns?at=${at(days)}`],
    ['columns, account', (days) => `/api/map/columns?at=${at(days)}&account=${account}`],
    ['one place', (days) => `/api/map/incidents?at=${at(days)}&limit=25`],
    ['tally', (days) => `/api/tally?at=${at(days)}`],
  ]
  const took = new Map<string, { first: number; middle: number; most: number }>()
  for (const [name, addressAt] of questions) {
    const first = await ask(addressAt(0))
    const others: number[] = []
    for (let days = 1; days <= TIMES; days += 1) others.push((await ask(addressAt(days / 3))).ms)
    const sorted = others.toSorted((a, b) => a - b)
    took.set(name, { first: first.ms, middle: sorted[TIMES >> 1]!, most: sorted.at(-1)! })
  }
  return took
}

const isNumber = /^\d+$/.test(asked)
const dir = isNumber ? await mkdtemp(join(tmpdir(), 'many-')) : asked
try {
  if (isNumber) await writeFolder(dir, { incidents: Number(asked) })
  const few = await taken(EXAMPLE, '2016-09-18T00:00:00+03:00', 'monitors')
  const many = await taken(dir, '2030-12-20T00:00:00+03:00', 'monitors')
  console.log('                    first    another instant: middle    most    beside the example')
  for (const [name, { first, middle, most }] of many) {
    const ms = (number: number, wide: number) => `${number.toFixed(number < 10 ? 1 : 0)} ms`.padStart(wide)
    const times = (middle / few.get(name)!.middle).toFixed(1)
    console.log(`${name.padEnd(18)}${ms(first, 10)}${ms(middle, 24)}${ms(most, 11)}${`${times} times`.padStart(18)}`)
  }
} finally {
  if (isNumber) await rm(dir, { recursive: true })
}
