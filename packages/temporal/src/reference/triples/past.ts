// The past operators at the edges of their intervals: bounds met and missed by one, gaps, shared times, first points.
import { triples, type Triple } from './triple.ts'

export const PAST: readonly Triple[] = [
  // One p at time 0, then a point each unit.
  ...triples(
    '0:p 1: 2: 3: 4: 5:',
    `
    p                          | TFFFFF
    not p                      | FTTTTT
    once[0,0] p                | TFFFFF
    once[0,1] p                | TTFFFF
    once[0,3] p                | TTTTFF
    once[1,1] p                | FTFFFF
    once[2,4] p                | FFTTTF
    once[3,*] p                | FFFTTT
    once[0,*] p                | TTTTTT
    once[5,5] p                | FFFFFT
    once[6,9] p                | FFFFFF
    not once[2,4] p            | TTFFFT
    historically[0,0] p        | TFFFFF
    historically[0,1] p        | TFFFFF
    historically[2,4] p        | TTTFFF
    historically[5,5] p        | TTTTTT
    historically[6,*] p        | TTTTTT
    historically[1,*] not p    | TFFFFF
    historically[0,2] not p    | FFFTTT
    prev p                     | FTFFFF
    prev[1,1] p                | FTFFFF
    prev[0,0] p                | FFFFFF
    prev[2,*] p                | FFFFFF
    prev true                  | FTTTTT
    not prev true              | TFFFFF
    prev prev p                | FFTFFF
    prev not p                 | FFTTTT
    not prev p                 | TFTTTT
    true since[0,2] p          | TTTFFF
    false since p              | TFFFFF
    false since[0,0] p         | TFFFFF
    false since[1,*] p         | FFFFFF
    not p since p              | TTTTTT
    not p since[1,2] p         | FTTFFF
    p since p                  | TFFFFF
    once[1,1] once[1,1] p      | FFTFFF
    once[0,1] once[0,1] p      | TTTFFF
    once[1,2] once[2,2] p      | FFFTTF
    prev once[0,1] p           | FTTFFF
    once[0,1] prev p           | FTTFFF
    historically[0,1] once[0,1] p | TTFFFF
    once[0,1] historically[0,1] p | TTFFFF
    `,
  ),
  // Gaps of two, one and four units.
  ...triples(
    '0:p 2:q 3:p,q 7:',
    `
    once[1,2] p                | FTFF
    once[2,2] p                | FTFF
    once[3,3] p                | FFTF
    once[3,4] p                | FFTT
    once[4,4] p                | FFFT
    once[5,6] p                | FFFF
    once[4,7] p                | FFFT
    once[5,7] p                | FFFT
    once[8,*] p                | FFFF
    once[1,1] q                | FFTF
    once[5,5] q                | FFFT
    once[2,4] q                | FFFT
    prev[2,2] p                | FTFF
    prev[1,1] p                | FFFF
    prev[3,3] p                | FFFF
    prev[4,4] p                | FFFT
    prev[4,4] q                | FFFT
    prev[1,4] q                | FFTT
    prev[0,3] q                | FFTF
    prev[5,*] q                | FFFF
    historically[1,2] p        | TTFT
    historically[0,2] q        | FFTF
    historically[1,3] p        | TTFT
    historically[4,5] q        | TTTT
    historically[4,6] q        | TTTT
    historically[4,7] q        | TTTF
    historically[0,3] (p or q) | TTTF
    q since p                  | TTTF
    q since[1,2] p             | FTFF
    q since[2,3] p             | FTTF
    q since[4,7] p             | FFFF
    (p or q) since q           | FTTF
    (p or q) since[1,1] q      | FFTF
    true since[5,7] p          | FFFT
    not (q since p)            | FFFT
    p and q                    | FFTF
    p or q                     | TTTF
    p implies q                | FTTT
    p iff q                    | FFTT
    q implies once[2,3] p      | TTTT
    q implies once[0,1] p      | TFTT
    p and not q                | TFFF
    prev p and q               | FTFF
    once[0,2] (p and q)        | FFTF
    once[0,2] p and once[0,2] q | FTTF
    `,
  ),
  // Four time-points share two times: distance is of times, order is of points.
  ...triples(
    '1:p 1: 2:q 2:',
    `
    once[0,0] p                | TTFF
    once[1,1] p                | FFTT
    once[0,0] q                | FFTT
    once[1,*] p                | FFTT
    once[1,*] q                | FFFF
    historically[0,0] p        | TFFF
    historically[0,0] q        | FFTF
    historically[1,1] p        | TTFF
    historically[1,1] not q    | TTTT
    prev[0,0] p                | FTFF
    prev[1,1] p                | FFFF
    prev[0,0] true             | FTFT
    prev[1,1] true             | FFTF
    prev[0,0] q                | FFFT
    not p since[0,0] p         | TTFF
    not p since[1,1] p         | FFTT
    q since p                  | TFFF
    q since q                  | FFTF
    true since[0,0] q          | FFTT
    not q since[1,1] p         | FFFF
    not q since p              | TTFF
    once[0,0] prev[0,0] p      | FTFF
    prev[1,1] prev[0,0] p      | FFTF
    `,
  ),
  // What comes later at the same time is not yet past; what came earlier is.
  ...triples(
    '5: 5:p 5:',
    `
    once[0,0] p                | FTT
    once p                     | FTT
    once[1,*] p                | FFF
    historically[0,0] p        | FFF
    historically[0,0] not p    | TFF
    historically[1,*] p        | TTT
    not p since p              | FTT
    p since[0,0] p             | FTF
    `,
  ),
  // A witness again and again; a left side that breaks off and resumes.
  ...triples(
    '0:q 1:p 2:p 3: 4:q 5:p 6:p,q 9:p',
    `
    p since q                  | TTTFTTTT
    p since[0,0] q             | TFFFTFTF
    p since[1,1] q             | FTFFFTFF
    p since[2,2] q             | FFTFFFTF
    p since[1,2] q             | FTTFFTTF
    p since[3,3] q             | FFFFFFFT
    p since[3,4] q             | FFFFFFFT
    p since[5,5] q             | FFFFFFFT
    p since[4,4] q             | FFFFFFFF
    p since[5,*] q             | FFFFFFFT
    p since[6,*] q             | FFFFFFFF
    p since[0,2] q             | TTTFTTTF
    not q since q              | TTTTTTTT
    not q since[3,3] q         | FFFTFFFT
    not q since[1,2] q         | FTTFFTFF
    p since not p              | TTTTTTTT
    not p since p              | FTTTTTTT
    not p since[1,2] p         | FFFTTFFF
    once[1,1] (p and q)        | FFFFFFFF
    once[3,3] (p and q)        | FFFFFFFT
    (p since q) since[0,1] q   | TTFFTTTF
    q since (p since q)        | TTTFTTTT
    historically[0,2] (p since q) | TTTFFFTT
    once[4,4] (p since q)      | FFFFTTTT
    prev (p since q)           | FTTTFTTT
    prev[3,3] (p since q)      | FFFFFFFT
    `,
  ),
  // One time-point.
  ...triples(
    '7:p',
    `
    once p                     | T
    once[1,*] p                | F
    historically p             | T
    historically[1,1] p        | T
    historically[0,0] not p    | F
    prev p                     | F
    prev true                  | F
    not prev p                 | T
    false since p              | T
    p since[1,1] p             | F
    true                       | T
    false                      | F
    true and p                 | T
    false or not p             | F
    false implies false        | T
    false iff p                | F
    `,
  ),
]
