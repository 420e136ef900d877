// Short things in a row with dots between them, each kept to itself where the row runs the other way.
import { Fragment } from 'react'

export function InARow({ things }: { things: readonly (string | null | undefined | false)[] }) {
  return things
    .filter((thing) => typeof thing === 'string' && thing !== '')
    .map((thing, index) => (
      <Fragment key={String(thing)}>
        {index > 0 && ' · '}
        <bdi>{thing}</bdi>
      </Fragment>
    ))
}
