// For tests: clauses of every kind between the two parties, each of which has its counterpart for the other.
import { CALM } from './pact.ts'

const back = (side: string, other: string) => `
duty ${side}-back
  on           ${side}
  act          pull-back
  in           town
  from         day-d
  together     ${other}-back within 24 hours
  during       term truce
  silence      breached
`

export const EVERYTHING = `${CALM}${back('north', 'south')}${back('south', 'north')}
ban no-flights
  on           north and south, each
  act          fly-combat-missions
  in           town
  during       from day-d to day-d + 5 days
  silence      met

ban unhindered
  on           north and south jointly
  act          impede-aid
  during       term truce
  silence      unknown

duty aid
  on           north and south jointly
  act          deliver-aid
  in           town
  from         day-d
  by           day-d + 4 days
  silence      breached

measure quiet
  counts       breaches of calm
  in           land
  per          calendar day, Asia/Damascus
  holds        while count <= 2
  from         day-d
  during       term truce
  silence      unknown

gate joint
  opens        centre
  when         held(quiet, 3 days, continuous, reset on begin-again) and met(aid) and not exercised(stop)
  certify      east and west jointly
  during       term truce

gate second
  opens        centre
  when         held(quiet, 2 days, cumulative) or (met(calm) and count(quiet) <= 5)

power begin-again
  held-by      east and west jointly
  effect       trigger joint

power pause
  held-by      east or west
  effect       suspend calm

power excuse
  held-by      east and west jointly
  effect       waive aid

leave departure
  to           north and south
  may          leave
  during       term truce
`
