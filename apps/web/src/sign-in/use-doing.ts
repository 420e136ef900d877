// Something that takes a while and may be refused: whether it goes on, and why it was refused.
import { useState } from 'react'
import { reasonOf } from './session.ts'

export interface Doing {
  readonly busy: boolean
  readonly reason: ReturnType<typeof reasonOf> | null
  /** Does it unless something is being done already. */
  readonly start: (work: () => Promise<unknown>) => void
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState<Doing['reason']>(null)
  const start: Doing['start'] = (work) => {
    if (busy) return
    setBusy(true)
    setReason(null)
    work()
      .catch((error: unknown) => setReason(reasonOf(error)))
      .finally(() => setBusy(false))
  }
  return { busy, reason, start }
}
