// A small mark at what only one's own desk sees, or at whom it has shown it to.
import { useQuery } from '@tanstack/react-query'
import { rowText } from '../list-text.ts'
import { deskName } from '../sign-in/names.ts'
import { seatIn, sessionQuery } from '../sign-in/seat.ts'
import { heldQuery } from './held.ts'
import { releaseWords as said } from './words.ts'
import './release.css'

/** Nothing at what is for every desk, and where nobody signs in. */
export function HeldMark({ id }: { readonly id: string }) {
  const { data: session } = useQuery(sessionQuery())
  const { data } = useQuery({ ...heldQuery(), enabled: seatIn(session) !== null })
  const held = data?.find((one) => one.id === id)
  return held ? <Mark releasedTo={held.released_to} /> : null
}

export function Mark({ releasedTo }: { readonly releasedTo: readonly string[] }) {
  return <span className="release-mark">{releasedTo.length === 0 ? said.held : said.seenBy(namesOf(releasedTo))}</span>
}

export function namesOf(audiences: readonly string[]): string {
  return rowText(
    audiences.map((one) => (one === 'desks' ? said.to.desks : one === 'public' ? said.to.public : deskName(one))),
  )
}
