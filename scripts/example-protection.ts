// The protection check of the example, in a process of its own: every site in it is made up, and it says so of itself.
import { join } from 'node:path'
import { secretFrom } from '../packages/keys/src/index.ts'
import {
  madeUpSites,
  openEntries,
  openOperatorDoor,
  openPageDoor,
  Protection,
  type Result,
} from '../packages/protect/src/index.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('a folder is needed')

/** Sites count from the week after they were verified: they came some time ago. */
const AGE_MS = 14 * 86_400_000
const SITES = 80
const SEED = 2016

const keys = join(folder, 'keys')
const secret = await secretFrom({ HOME: folder, XDG_CONFIG_HOME: keys })
if (!secret.ok) throw new Error(secret.refusal.message)
const store = valueOf(await openEntries(join(folder, 'store'), keys, secret.value.secret))
const isNew = store.entries.length === 0
let age = isNew ? AGE_MS : 0
const service = valueOf(await Protection.over(store, () => Date.now() - age, undefined, { example: true }))
if (isNew) await madeUp()
age = 0

const path = join(folder, 'store', 'page', 'door')
const doors = [
  await openPageDoor(service, path),
  await openOperatorDoor(service, join(folder, 'store', 'operator', 'door')),
]
process.stdout.write(`${path}\n`)

async function stop(): Promise<void> {
  await Promise.all(doors.map((door) => door.close()))
  await service.close()
  process.exit(0)
}
// Whoever started this holds its input open, and it ends with them.
process.stdin.resume().once('end', () => void stop())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

async function madeUp(): Promise<void> {
  for (const [id, organisation, desk, called] of [
    ['example-owner', 'example-health', 'owner', 'An owner of made-up sites'],
    ['example-owner-2', 'example-relief', 'owner', 'Another owner of made-up sites'],
    ['example-guarantor', 'example-guarantor', 'guarantor', 'A made-up guarantor'],
    ['this-machine', 'this-machine', 'party', 'The one person of this machine'],
  ] as const)
    valueOf(await service.enrol({ id, organisation, desk, called }))
  for (const place of madeUpSites(SEED, SITES)) {
    const site = valueOf(await service.register('example-owner', { kind: 'health_facility', place }))
    for (const by of ['example-owner-2', 'example-guarantor']) valueOf(await service.verify(by, site))
  }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
