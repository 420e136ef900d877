// The way to a clause, under what it is called.
import { Link } from '@tanstack/react-router'
import { spoken } from '../grouping.ts'
import { useLens } from './use-view.ts'

interface Props {
  readonly id: string
  /** What clauses are called, by their ids. */
  readonly names: Readonly<Record<string, string>>
}

export function ClauseLink({ id, names }: Props) {
  const lens = useLens()
  return (
    <Link to="/clauses/$id" params={{ id }} search={lens}>
      <bdi>{names[id] ?? spoken(id)}</bdi>
    </Link>
  )
}
