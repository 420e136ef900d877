// Checks a published version offline: against its proof, and its root against the receipt of the record.
import { nodeCrypto } from '@trucekeeper/keys'
import { rootInReceipt, verifyPublished, type RootInRecord } from '@trucekeeper/merkle'
import { bytesAt } from '../arguments.ts'
import { keysNamed, policyAt } from '../log/trust.ts'
import { countText } from '../show/count.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'

export interface Verifying {
  proof?: string
  record?: string
  key?: string[]
  policy?: string
  json?: true
}

export async function verifyPublication(
  io: Terminal,
  file: string,
  { proof = `${file}.proof.json`, record, key = [], policy: policyFile, json }: Verifying,
): Promise<void> {
  const keys = await keysNamed(key)
  const policy = policyFile === undefined ? undefined : await policyAt(policyFile)
  if (record !== undefined && keys.length === 0 && policy === undefined)
    throw new Stop('nothing says whose record is to be believed', 'give the key of the log with --key, or a policy')
  const text = verifyPublished(await bytesAt(file), await bytesAt(proof), nodeCrypto.hash)
  if (!text.ok) return refuse(io, text, json)
  const found: RootInRecord[] = []
  if (record !== undefined) {
    const [logKey] = keys
    const trust = { ...nodeCrypto, ...(logKey && { logKey }), ...(policy && { policy }) }
    const held = rootInReceipt(text.value, await bytesAt(record), trust)
    if (!held.ok) return refuse(io, held, json)
    found.push(held.value)
  }
  const { version, lang, root, leaves, shown, withheld, silent } = text.value
  const [entry] = found
  if (json) {
    const inRecord = entry ? { ...entry, index: Number(entry.index), size: Number(entry.size) } : null
    printJson(io, { ok: true, version, lang, root, leaves, shown: shown.length, withheld, silent, record: inRecord })
    return
  }
  io.print(
    `holds: ${version} (${lang}), ${countText(shown.length, 'section')} shown as committed to, ${withheld.length} withheld in place`,
  )
  for (const digest of withheld) io.print(`  withheld  sha256:${digest}`)
  io.print(silent === 0 ? 'every section has its place' : `${silent} leaves tell nothing: sections, or nothing`)
  io.print(`root ${root}`)
  if (entry === undefined) io.print('whether that root is in a record was not checked: give its receipt with --record')
  else
    io.print(
      `committed to on ${entry.at}, entry ${entry.index} of ${entry.origin} (${entry.size} entries), received ${entry.received_at}`,
    )
}

function refuse(
  io: Terminal,
  { reason, message, help }: { reason: string; message: string; help: string },
  json: true | undefined,
): never {
  if (json) printJson(io, { ok: false, reason, why: message, help })
  else {
    io.print(`does not hold: ${message}`)
    io.print(`  help: ${help}`)
  }
  throw new Stop('', '', NO)
}
