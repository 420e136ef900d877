// Whether each entry was signed by a key that counted where it stands: asked of many at once, answered in order.
import { EMPTY_REGISTER, type Entry, type KeyRegister } from '@trucekeeper/claims'
import type { Verify } from '@trucekeeper/merkle'
import { authorFault, keyChecks, withAuthor } from './author-keys.ts'
import type { Leaf } from './entry-form/index.ts'
import { nodeVerify, verifyApart } from './sha256.ts'

export interface AuthorFault {
  readonly at: string
  readonly code: 'author-unknown' | 'author-signature' | 'key-refused'
  readonly message: string
}

export class ExaminedAuthors {
  private register: KeyRegister = EMPTY_REGISTER
  private readonly faults: AuthorFault[] = []
  private asked: Promise<void>[] = []
  private readonly origin: string
  private readonly verify: Verify

  constructor(origin: string, verify: Verify) {
    this.origin = origin
    this.verify = verify
  }

  /** Takes the next entry of the log; null for one that withholds something. */
  next(leaf: Leaf, entry: Entry | null, index: number, at: string): void {
    const fault = entry?.type === 'key' ? this.turn(leaf, entry, index) : authorFault(this.register, leaf.key, index)
    if (fault) this.faults.push({ at, code: fault.code as AuthorFault['code'], message: fault.message })
    const key = this.register.keys.get(leaf.key)
    if (!key) return
    this.asked.push(
      this.holds(key.publicKey, leaf).then((holds) => {
        const message = `the signature of \`${leaf.key}\` does not hold`
        if (!holds) this.faults.push({ at, code: 'author-signature', message })
      }),
    )
  }

  /** What was found in the entries so far. */
  async found(): Promise<AuthorFault[]> {
    await Promise.all(this.asked)
    this.asked = []
    return this.faults.splice(0)
  }

  private turn(leaf: Leaf, entry: Entry, index: number) {
    const taken = withAuthor(this.register, { entry, author: leaf.key, index }, keyChecks(this.origin, this.verify))
    if (!taken.ok) return taken.refusal
    this.register = taken.value
    return null
  }

  private async holds(publicKey: Uint8Array, { signed, sig }: Leaf): Promise<boolean> {
    return this.verify === nodeVerify ? verifyApart(publicKey, signed, sig) : this.verify(publicKey, signed, sig)
  }
}
