// The way to one's desk in the header, for whoever has signed in.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLens } from '../parts/use-view.ts'
import { deskName } from '../sign-in/names.ts'
import { seatIn, sessionQuery } from '../sign-in/seat.ts'

export function DeskLink() {
  const lens = useLens()
  const seat = seatIn(useQuery(sessionQuery()).data)
  if (!seat) return null
  return (
    <Link to="/desk" search={lens} activeOptions={{ includeSearch: false }}>
      {deskName(seat.desk)}
    </Link>
  )
}
