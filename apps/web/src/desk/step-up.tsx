// What matters most takes a passkey that was held just now: noticing that it is asked for, and holding it to it again.
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusal } from '../api.ts'
import { sessionQuery } from '../sign-in/seat.ts'
import { signIn } from '../sign-in/session.ts'
import type { Doing } from '../sign-in/use-doing.ts'
import { deskWords } from './words.ts'

const HELD_TOO_LONG_AGO = '403.3'

export interface StepUp {
  /** Does it, and notices when it was refused for want of a passkey. */
  readonly start: Doing['start']
  readonly stale: boolean
  readonly confirm: () => void
}

export function useStepUp({ start }: Doing): StepUp {
  const client = useQueryClient()
  const [stale, setStale] = useState(false)
  // Signing in again is what holds the passkey to it; it makes a session anew, so the page asks which it has now.
  const confirm = async () => {
    await signIn()
    setStale(false)
    await client.invalidateQueries({ queryKey: sessionQuery().queryKey })
    await client.invalidateQueries({ queryKey: ['/api/sessions'] })
  }
  return {
    stale,
    confirm: () => start(confirm),
    start: (work) =>
      start(() =>
        work().catch((error: unknown) => {
          setStale(error instanceof Refusal && error.code === HELD_TOO_LONG_AGO)
          throw error
        }),
      ),
  }
}

export function ConfirmButton({ stepUp: { stale, confirm } }: { stepUp: StepUp }) {
  if (!stale) return null
  return (
    <button type="button" className="desk-confirm" onClick={confirm}>
      {deskWords.confirm}
    </button>
  )
}
