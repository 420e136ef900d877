// A form that enters one minute: its own fields, when it was done, for whom it is written, and what was refused.
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useWrite } from '../inbox/asking.ts'
import { ForWhom, type Audience } from '../release/for-whom.tsx'
import { useLens, useSetLens } from '../parts/use-view.ts'
import { instantOfLocal } from '../time-text.ts'
import { When } from './fields.tsx'
import { RefusedByClause } from './refused.tsx'
import { minutingWords as said } from './words.ts'
import './minuting.css'

export interface MinuteFormProps {
  readonly zone: string
  /** The minute without its time; null while it cannot be sent yet. */
  readonly minute: Readonly<Record<string, unknown>> | null
  /** What is declared, where the minute is shown in words of its own. */
  readonly notice?: string | null
  readonly children?: ReactNode
  /** On the button, where it does more than enter. */
  readonly enter?: string
  /** Told at which instant what was entered can be seen; by default the screen is brought there. */
  readonly onEntered?: (at: string) => void
}

/** For every desk unless told: what a joint centre does, it does for all. */
export function MinuteForm({ zone, minute, notice = null, children, enter = said.enter, onEntered }: MinuteFormProps) {
  const write = useWrite()
  const lens = useLens()
  const setLens = useSetLens()
  const [when, setWhen] = useState('')
  const [audience, setAudience] = useState<Audience>('desks')
  const at = when === '' ? undefined : instantOfLocal(when, zone)
  async function send(): Promise<void> {
    const body = { minute: { ...minute, ...(at && { at }) }, notice, for: audience }
    const entered = await write.mutateAsync({ address: '/api/minutes', body }).catch(() => null)
    if (entered === null) return
    const seenFrom = at ?? entered.entries.at(-1)!.received_at
    // What is done later than the instant looked at would not be seen.
    if (lens.at === undefined || Date.parse(seenFrom) > Date.parse(lens.at)) setLens({ at: seenFrom })
    onEntered?.(seenFrom)
  }
  return (
    <form
      className="minuting"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {children}
      <When label={said.when} help={said.whenHelp} zone={zone} value={when} onChange={setWhen} />
      <ForWhom value={audience} onChange={setAudience} />
      {write.error && <RefusedByClause error={write.error} />}
      <p>
        <button type="submit" disabled={minute === null || write.isPending || at === null}>
          {enter}
        </button>{' '}
        <span role="status">{write.isSuccess && said.entered}</span>
      </p>
    </form>
  )
}
