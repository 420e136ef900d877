// The authors of a log's entries: the keys that it registers, and whether each counted where it signed.
import { keyHistory, keySchema, type KeyEvent, type KeyHistory } from '@trucekeeper/claims'
import { nodeCrypto } from '@trucekeeper/keys'
import { readEntry, refusedKey, type Examined } from '@trucekeeper/merkle'
import { keyEntries } from './files.ts'
import type { PartDone, Signed } from './part.ts'

const DOUBT = 'treat what it says as never said by that author'

/** The history of a log's keys from the entries about them. */
export async function historyOf(folder: string, size: number, agreement: string): Promise<KeyHistory> {
  const events: KeyEvent[] = []
  for await (const { index, bytes } of keyEntries(folder, size)) {
    const entry = readEntry(bytes)
    const body = keySchema.safeParse(entry?.body['body'])
    if (entry?.author && entry.body['type'] === 'key' && body.success)
      events.push({ index, author: entry.author, body: body.data })
  }
  return keyHistory(events, { agreement, verify: nodeCrypto.verify, refusedKey })
}

/** What is to be said of the authors; null where the log registers no key at all. */
export function authorsItem(done: readonly PartDone[], history: KeyHistory): Examined | null {
  const [refused] = history.refused
  if (refused !== undefined) {
    const { message, help } = refused.refusal
    const why = `the entry about a key with the index ${refused.index} does not hold: ${message}`
    return { what: 'authors', ok: false, why, help, reason: 'key-entry-refused' }
  }
  if (history.register.keys.size === 0) return null
  const signed = together(done)
  for (const [id, { first, last }] of signed) {
    // A key is unknown, then counts, then is revoked: where it counted at both ends, it did between them.
    const wrong = [first, last].find((index) => ['unknown', 'revoked'].includes(history.stateAt(id, index)))
    if (wrong === undefined) continue
    const why = `the entry with the index ${wrong} is signed with \`${id}\`, which did not count there: it was revoked, or registered only later`
    return { what: 'authors', ok: false, why, help: DOUBT, reason: 'author-not-counting' }
  }
  const doubtful = [...signed]
    .filter(([id, { last }]) => history.stateAt(id, last) === 'doubtful')
    .map(([id]) => `\`${id}\``)
  const unregistered = done.reduce((sum, part) => sum + part.unregistered, 0)
  const count = [...signed.values()].reduce((sum, part) => sum + part.count, 0)
  const why = [
    `${count} entries are signed by ${signed.size} registered ${signed.size === 1 ? 'key' : 'keys'}`,
    ...(doubtful.length > 0 ? [`marked as compromised from some entry on: ${doubtful.join(', ')}`] : []),
    ...(unregistered > 0 ? [`${unregistered} are by keys that the log does not register, and were not checked`] : []),
  ].join('; ')
  return { what: 'authors', ok: true, why }
}

function together(done: readonly PartDone[]): Map<string, Signed> {
  const signed = new Map<string, Signed>()
  for (const [id, part] of done.flatMap((part) => [...part.signed])) {
    const known = signed.get(id)
    signed.set(id, known ? { count: known.count + part.count, first: known.first, last: part.last } : part)
  }
  return signed
}
