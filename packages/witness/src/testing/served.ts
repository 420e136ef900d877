// A witness for tests, served on a free port of this machine.
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeCrypto, openKeyring, Secret, type Keyring } from '@trucekeeper/keys'
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '@trucekeeper/merkle'
import { beginWitness, serveWitness } from '../server/index.ts'

export interface Served {
  readonly url: string
  readonly dir: string
  readonly keyring: Keyring
  readonly key: VerifierKey
  readonly bugs: readonly unknown[]
  end(): Promise<void>
}

export async function served(logs: readonly VerifierKey[], name = 'witness.example'): Promise<Served> {
  const home = await mkdtemp(join(tmpdir(), 'witness-'))
  const dir = join(home, 'witness')
  const keyring = valueOf(await openKeyring(join(home, 'keys'), new Secret(`trucekeeper-secret-1:${'A'.repeat(43)}`)))
  const verifierKey = valueOf(await beginWitness({ dir, keyring, name }))
  await appendFile(join(dir, 'logs'), logs.map((key) => `${formatVerifierKey(key)}\n`).join(''))
  const bugs: unknown[] = []
  const running = valueOf(await serveWitness({ dir, keyring, port: 0, onBug: (bug) => bugs.push(bug) }))
  const key = parseVerifierKey(nodeCrypto.hash, verifierKey)
  if (!key.ok) throw new Error(key.message)
  return {
    url: running.url,
    dir,
    keyring,
    key: key.value,
    bugs,
    async end() {
      await running.close()
      await rm(home, { recursive: true })
    },
  }
}

export function valueOf<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusal: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.refusal.message)
  return result.value
}
