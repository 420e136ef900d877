// What else may go wrong in a life besides power: an error, a full disk, a flipped bit, another writer.
import { changesDisk, type Operation, type Trouble } from './fault-storage.ts'
import { upTo, type Random } from './random.ts'

export type TroubleKind = 'none' | 'error' | 'full' | 'flip' | 'other writer'

export interface Plan {
  readonly kind: TroubleKind
  /** Asked for every operation; says what goes wrong with it. */
  trouble(operation: Operation): Trouble | null
  /** Whether it has happened, and nothing more will come of it. */
  isOver(): boolean
  /** How it went wrong, for the refusal that must follow. */
  happened(): Trouble | null
  /** From here on there is space again. */
  free(): void
}

const KINDS: readonly TroubleKind[] = ['none', 'none', 'error', 'full', 'flip', 'other writer']

export function planBy(random: Random): Plan {
  const kind = KINDS[upTo(random, KINDS.length)]!
  let left = kind === 'error' ? upTo(random, 160) : upTo(random, 30)
  let happened: Trouble | null = null
  let isFull = false

  function trouble(operation: Operation): Trouble | null {
    const { bytes } = operation
    if (kind === 'none' || kind === 'other writer') return null
    if (kind === 'flip' && !isReadBack(operation)) return null
    if (kind === 'full' && (bytes === undefined || !changesDisk(operation))) return null
    if (happened !== null) return isFull ? { code: 'ENOSPC', written: 0 } : null
    if (left-- > 0) return null
    if (kind === 'error') happened = { code: 'EIO', ...(bytes && { written: upTo(random, bytes.length) }) }
    else if (kind === 'flip') happened = { bytes: flipped(random() < 0.5 ? bytes! : Uint8Array.from(bytes!), random) }
    else {
      happened = { code: 'ENOSPC', written: upTo(random, bytes!.length) }
      isFull = true
    }
    return happened
  }

  return {
    kind,
    trouble,
    isOver: () => happened !== null && !isFull,
    happened: () => happened,
    free() {
      isFull = false
    },
  }
}

/** A lock, and ids that can be had from the entries, are not read back; what becomes of them changes no answer. */
function isReadBack({ path, bytes }: Operation): boolean {
  return bytes !== undefined && bytes.length > 0 && !path.includes('/lock') && !path.includes('/private/')
}

/** In the bytes given: of a copy on its way to the disk, or of what the writer itself has in memory. */
function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  bytes[upTo(random, bytes.length)]! ^= 1 << upTo(random, 8)
  return Uint8Array.from(bytes)
}
