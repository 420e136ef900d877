// What somebody speaks of has to be seen by those for whom it is said.
import type { Entry } from '@trucekeeper/claims'
import type { Known } from './known.ts'
import type { Sights } from './offered-claims.ts'
import type { Wrong } from './shapes.ts'
import { heldHere } from './wrong.ts'

type Types = ReadonlySet<Entry['type'] | undefined>

export const RULED: Types = new Set(['claim'])
export const ACTED: Types = new Set(['act'])
export const WITHDRAWN: Types = new Set(['claim', 'act', 'ruling', 'minute'])

/** What is wrong with speaking of `id`: those for whom it is said see nothing of these types that is called so. */
export function unseen(
  { there, own }: Pick<Sights, 'there' | 'own'>,
  id: string,
  path: string,
  types: Types,
): readonly Wrong[] {
  const typeIn = (known: Known) => known.logged(id)?.entry.type
  if (types.has(typeIn(there))) return []
  if (types.has(typeIn(own))) return [heldHere(path, id)]
  const code = types === WITHDRAWN ? 'withdraws-unknown' : 'rules-unknown'
  const message = `\`${id.slice(0, 60)}\` is no ${[...types].join(', ')} of the record`
  return [{ code, path, message, help: 'enter it first, and name it by its id' }]
}
