// Whom `truce log verify` trusts: the keys and the policy that its user names.
import { nodeCrypto } from '@trucekeeper/keys'
import { parsePolicy, parseVerifierKey, type Policy, type VerifierKey } from '@trucekeeper/merkle'
import { readFile } from 'node:fs/promises'
import { bytesAt } from '../arguments.ts'
import { Stop } from '../terminal.ts'

const KEY_HELP = 'give a verifier key, `name+id+key`, or a file with one on each line'

/** The keys that options name, each a verifier key itself or a file with one a line. */
export async function keysNamed(named: readonly string[]): Promise<readonly VerifierKey[]> {
  const lines = await Promise.all(named.map(linesNamed))
  return lines.flat().map((line) => {
    const key = parseVerifierKey(nodeCrypto.hash, line)
    if (!key.ok) throw new Stop(key.message, key.help)
    return key.value
  })
}

async function linesNamed(named: string): Promise<readonly string[]> {
  if (/^[^+\s]+\+[0-9a-f]{8}\+/.test(named)) return [named]
  const text = await readFile(named, 'utf8').catch(() => null)
  if (text === null) throw new Stop(`\`${named}\` is neither a verifier key nor a file with keys`, KEY_HELP)
  const lines = text.split('\n').map((line) => line.trim())
  const keys = lines.filter((line) => line !== '')
  if (keys.length === 0) throw new Stop(`\`${named}\` holds no key`, KEY_HELP)
  return keys
}

export async function policyAt(path: string): Promise<Policy> {
  const policy = parsePolicy(nodeCrypto.hash, await bytesAt(path))
  if (!policy.ok) throw new Stop(`\`${path}\`: ${policy.message}`, policy.help)
  return policy.value
}
