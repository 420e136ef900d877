// A notifier in a process of its own, to be killed: a desk sees one use of a power more with every look, and each is told.
import { readFileSync } from 'node:fs'
import { notifyRound } from '../notifier.ts'
import { Outbox } from '../outbox/outbox.ts'
import { readRules } from '../rules.ts'
import { at, seenAs } from './sights.ts'

const [folder, url, secret, most, counter] = process.argv.slice(2) as [string, string, string, string, string]
const read = readRules(
  JSON.stringify({
    allow: [new URL(url).host],
    rules: [{ name: 'all', desk: 'un', tell: ['act'], webhook: url, secret: 'HOOK' }],
  }),
  { clauses: [], desks: ['un'] },
)
const opened = await Outbox.in(folder)
if (!read.ok || !opened.ok) throw new Error(read.ok ? 'the outbox is taken' : read.message)
const { rules } = read
const { outbox } = opened

/** How many acts there are in the record, which others write: here one more with each line of a file. */
const acts = () => readFileSync(counter, 'utf8').split('\n').length - 1
for (;;) {
  const count = Math.min(acts(), Number(most))
  const now = at(13, '09:00') + count * 60_000
  const seen = async () => seenAs({ acts: Array.from({ length: count }, (_, n) => at(13, '09:00') + n * 1000) })
  await notifyRound({ rules, outbox, seen, environment: { HOOK: secret } }, now)
  if (count === Number(most) && outbox.fates().every(({ state }) => state !== 'waiting')) break
}
await outbox.close()
