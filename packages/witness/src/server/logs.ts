// Which logs a witness cosigns for: a file of their verifier keys, one a line.
import { given, nodeCrypto, refused, type Refusal, type Result } from '@trucekeeper/keys'
import { hexOf, parseVerifierKey, type VerifierKey } from '@trucekeeper/merkle'

/** The keys a log may sign with, by its origin, which is the name of each of them. */
export type KnownLogs = ReadonlyMap<string, readonly VerifierKey[]>

/** Reads the file; empty lines and those that begin with `#` are skipped, and one doubtful line refuses all of it. */
export function parseLogs(text: string): Result<KnownLogs, Refusal<'logs-malformed'>> {
  const logs = new Map<string, VerifierKey[]>()
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const written = line.trim()
    if (written === '' || written.startsWith('#')) continue
    const key = parseVerifierKey(nodeCrypto.hash, written)
    if (!key.ok) return malformed(at, key.message, key.help)
    const { name, type, keyId } = key.value
    if (type !== 'ed25519')
      return malformed(
        at,
        `the key of \`${name}\` cosigns, and does not sign a log`,
        'give the verifier key of the log',
      )
    const others = logs.get(name) ?? []
    if (others.some((other) => hexOf(other.keyId) === hexOf(keyId)))
      return malformed(at, `the key of \`${name}\` stands above already`, 'take one of the two lines out')
    logs.set(name, [...others, key.value])
  }
  return given(logs)
}

function malformed(at: number, message: string, help: string) {
  return refused('logs-malformed', `line ${at + 1} of the logs: ${message}`, help)
}
