// A pact whose powers do everything that powers can.
import { CALM, pact } from './pact.ts'

/** Two parties, a gate, and powers of every kind. */
export const agreement = pact(`${CALM}
measure quiet
  counts       breaches of calm
  in           land
  per          calendar day, Asia/Damascus
  holds        while count <= 0
  from         day-d
  during       term truce
  silence      unknown

gate joint
  opens        centre
  when         held(quiet, 3 days, continuous, reset on begin-again)
  certify      east and west jointly, within 24 hours
  during       term truce

power certify
  held-by      east and west jointly
  effect       certify joint

power begin-again
  held-by      east and west jointly
  effect       trigger joint

power hold
  held-by      east or west
  effect       suspend joint
  form         notice to the other

power go-on
  held-by      east or west
  effect       resume joint

power together
  held-by      east and west jointly
  effect       resume joint

power rule
  held-by      relief
  effect       resume joint

power other-way
  held-by      east and west jointly
  effect       extend truce

power begin-work
  held-by      east and west jointly
  effect       designate works
  when         open(joint)

power set-works
  held-by      east and west jointly
  effect       designate works

anchor works
  designated-by set-works

power rewrite
  held-by      east and west jointly
  effect       amend calm

power north-leaves
  held-by      north
  effect       terminate truce
`)
export const both = ['east', 'west']
