// An instant, readable by people and by machines.
import { longMoment, shortMoment } from '../time-text.ts'

interface MomentProps {
  readonly iso: string
  readonly zone: string
  readonly form?: 'long' | 'short'
}

export function Moment({ iso, zone, form = 'long' }: MomentProps) {
  return <time dateTime={iso}>{form === 'long' ? longMoment(iso, zone) : shortMoment(iso, zone)}</time>
}
