// What a log is called in file names and addresses, whatever its origin is made of.
import { nodeCrypto } from '@trucekeeper/keys'
import { hexOf } from '@trucekeeper/merkle'

/** The SHA-256 of its origin, in hex. */
export function originHash(origin: string): string {
  return hexOf(nodeCrypto.hash(new TextEncoder().encode(origin)))
}
