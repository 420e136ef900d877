// An instant, readable by people and by machines; who is elsewhere than the agreement finds their own hour with it.
import { longMoment, shortMoment, yourMoment } from '../time-text.ts'

interface MomentProps {
  readonly iso: string
  readonly zone: string
  readonly form?: 'long' | 'short'
}

export function Moment({ iso, zone, form = 'long' }: MomentProps) {
  return (
    <time dateTime={iso} title={yourMoment(iso, zone) ?? undefined}>
      {form === 'long' ? longMoment(iso, zone) : shortMoment(iso, zone)}
    </time>
  )
}
