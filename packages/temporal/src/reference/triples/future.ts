// The future operators at the edges of their intervals, and what the end of a trace leaves open.
import { triples, type Triple } from './triple.ts'

export const FUTURE: readonly Triple[] = [
  // One p at time 5 after a point each unit; the trace ends at 6.
  ...triples(
    '0: 1: 2: 3: 4: 5:p 6:',
    `
    eventually[0,0] p          | FFFFFT?
    eventually[0,1] p          | FFFFTT?
    eventually[0,3] p          | FFTTTT?
    eventually[1,1] p          | FFFFT??
    eventually[2,4] p          | FTTT???
    eventually[2,3] p          | FFTT???
    eventually[3,*] p          | TTT????
    eventually[0,*] p          | TTTTTT?
    eventually[5,5] p          | T??????
    eventually[6,6] p          | ???????
    eventually[7,9] p          | ???????
    always[0,0] p              | FFFFFTF
    always[0,1] not p          | TTTTFF?
    always[0,0] not p          | TTTTTF?
    always[2,3] not p          | TTFF???
    always[5,6] p              | FF?????
    always[0,*] not p          | FFFFFF?
    always[0,*] p              | FFFFFFF
    always[1,*] p              | FFFFFF?
    always[7,*] p              | ???????
    next p                     | FFFFTFF
    next[1,1] p                | FFFFTFF
    next[0,0] p                | FFFFFFF
    next[2,*] p                | FFFFFFF
    next true                  | TTTTTTF
    not next true              | FFFFFFT
    next next p                | FFFTFFF
    next not p                 | TTTTFTF
    not next p                 | TTTTFTT
    next next true             | TTTTTFF
    not p until[0,2] p         | FFFTTT?
    not p until[2,3] p         | FFTTFF?
    not p until p              | TTTTTT?
    p until[0,1] p             | FFFFFTF
    p until p                  | FFFFFTF
    true until[1,1] p          | FFFFT??
    false until[0,3] p         | FFFFFTF
    false until[1,3] p         | FFFFFFF
    eventually[1,1] eventually[1,1] p | FFFT???
    eventually[0,1] eventually[0,1] p | FFFTTT?
    always[0,1] eventually[0,1] p | FFFFT??
    eventually[0,1] always[0,1] p | FFFFF??
    eventually[0,2] next p     | FFTTT??
    next eventually[0,1] p     | FFFTT?F
    `,
  ),
  // Gaps of one, four and two units.
  ...triples(
    '0:p 1:p,q 5:q 7:r',
    `
    eventually[0,0] q          | FTT?
    eventually[0,2] r          | FFTT
    eventually[0,1] r          | FFFT
    eventually[2,2] r          | FFT?
    eventually[2,3] r          | FFT?
    eventually[3,5] r          | FF??
    eventually[6,6] r          | FT??
    eventually[7,7] r          | T???
    eventually[6,8] r          | TT??
    eventually[4,4] q          | FT??
    eventually[5,5] q          | TF??
    eventually[2,4] q          | FT??
    always[0,1] p              | TTFF
    always[0,4] q              | FTFF
    always[1,2] r              | FT??
    always[2,3] r              | TT??
    always[1,3] r              | FT??
    next[1,1] q                | TFFF
    next[4,4] q                | FTFF
    next[2,2] r                | FFTF
    next[0,1] q                | TFFF
    next[1,4] q                | TTFF
    next[5,*] true             | FFFF
    p until q                  | TTTF
    p until[0,0] q             | FTTF
    p until[1,1] q             | TFFF
    p until[1,4] q             | TTFF
    p until[2,4] q             | FTFF
    p until[5,5] q             | TFFF
    p until[6,*] q             | FFFF
    (p or q) until r           | TTTT
    (p or q) until[2,2] r      | FFTF
    (p or q) until[1,2] r      | FFTF
    (p or q) until[0,6] r      | FTTT
    (p or q) until[7,*] r      | TFFF
    (p or r) until[1,3] q      | TFF?
    r until q                  | FTT?
    not r until[0,4] q         | TTTF
    p and eventually[0,4] q    | TTFF
    q or eventually[3,9] r     | TTT?
    p implies eventually[0,3] r | FFTT
    q implies eventually[0,2] r | TFTT
    r implies eventually[1,2] p | TTT?
    p iff next q               | TTTT
    `,
  ),
  // Shared times: an earlier point at the same time is not future, and a later one may still come.
  ...triples(
    '1:p 1:q 2: 2:p',
    `
    eventually[0,0] p          | TFTT
    eventually[0,0] q          | TT??
    eventually[1,1] p          | TT??
    eventually[1,1] q          | ????
    eventually[0,1] q          | TT??
    always[0,0] p              | FFF?
    always[0,0] not q          | FF??
    always[1,1] not p          | FF??
    next[0,0] q                | TFFF
    next[1,1] true             | FTFF
    next[0,0] true             | TFTF
    p until[0,0] q             | TTF?
    p until q                  | TTF?
    not p until[0,0] p         | TFTT
    q until[1,1] p             | FFFF
    not p until[1,1] p         | FTFF
    (p or q) until[1,1] p      | FFF?
    true until[1,1] p          | TT??
    next[0,0] next[1,1] true   | TFFF
    `,
  ),
  // The trace ends where windows begin to close: at the bound itself one more point may come, past it none.
  ...triples(
    '0:p 3:p 5:p',
    `
    eventually[0,5] q          | ???
    eventually[0,4] q          | F??
    eventually[0,2] q          | F??
    eventually[0,1] q          | FF?
    always[0,5] p              | ???
    always[0,4] p              | T??
    always[0,1] p              | TT?
    always[3,4] p              | T??
    p until[0,4] q             | F??
    p until[0,5] q             | ???
    q until[0,5] q             | FFF
    p until q                  | ???
    (p until[0,4] q) or p      | TTT
    (p until[0,4] q) and q     | FFF
    (p until[0,4] q) implies true | TTT
    not (p until[0,4] q)       | T??
    once[0,9] eventually[0,1] q | FF?
    historically[0,9] always[0,1] p | TT?
    once[3,5] eventually[0,2] p | FTT
    once[5,5] eventually[0,4] q | FFF
    prev eventually[0,4] q     | FF?
    next eventually[0,0] q     | F?F
    next (eventually[0,2] q)   | ??F
    eventually[0,0] prev q     | FF?
    eventually[2,2] once[5,5] p | FT?
    `,
  ),
  // One time-point.
  ...triples(
    '7:p',
    `
    eventually[0,0] p          | T
    eventually[0,0] q          | ?
    eventually[1,*] p          | ?
    always[0,*] p              | ?
    always[0,0] q              | F
    next true                  | F
    not next true              | T
    p until p                  | T
    q until p                  | T
    p until q                  | ?
    q until q                  | F
    `,
  ),
]
