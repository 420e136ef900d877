// Laws of the logic written as formulas that are true wherever they are decided, and deep nestings worked out by hand.
import { triples, type Triple } from './triple.ts'

export const LAWS: readonly Triple[] = [
  // Nothing here looks beyond the end, so every law holds at every point.
  ...triples(
    '0:p 0:q 2:p,q 3: 3:p 7:q 8:p',
    `
    not not p iff p                                             | TTTTTTT
    not (p and q) iff (not p or not q)                          | TTTTTTT
    not (p or q) iff (not p and not q)                          | TTTTTTT
    (p implies q) iff (not p or q)                              | TTTTTTT
    (p iff q) iff ((p implies q) and (q implies p))             | TTTTTTT
    once[1,4] p iff (true since[1,4] p)                         | TTTTTTT
    historically[1,4] p iff not once[1,4] not p                 | TTTTTTT
    once[0,0] p iff (true since[0,0] p)                         | TTTTTTT
    once[0,3] (p or q) iff (once[0,3] p or once[0,3] q)         | TTTTTTT
    historically[0,3] (p and q) iff (historically[0,3] p and historically[0,3] q) | TTTTTTT
    once[0,5] p iff (once[0,2] p or once[3,5] p)                | TTTTTTT
    historically[0,5] p iff (historically[0,2] p and historically[3,5] p) | TTTTTTT
    once p iff (p or prev once p)                               | TTTTTTT
    historically p iff (p and (not prev true or prev historically p)) | TTTTTTT
    (p since q) iff (q or (p and prev (p since q)))             | TTTTTTT
    (p since[0,4] q) implies (p since q)                        | TTTTTTT
    (p since[0,4] q) implies once[0,4] q                        | TTTTTTT
    (p since[0,2] q) implies (p since[0,3] q)                   | TTTTTTT
    q implies (p since[0,0] q)                                  | TTTTTTT
    (p since (q or p)) iff ((p since q) or (p since p))         | TTTTTTT
    prev p implies not prev not p                               | TTTTTTT
    prev true iff (prev p or prev not p)                        | TTTTTTT
    prev[0,1] p iff (prev[0,0] p or prev[1,1] p)                | TTTTTTT
    prev (p and q) iff (prev p and prev q)                      | TTTTTTT
    once once p iff once p                                      | TTTTTTT
    historically[0,2] p implies p                               | TTTTTTT
    p implies once[0,2] p                                       | TTTTTTT
    next p iff (next[0,1] p or next[2,*] p)                     | TTTTTTT
    next (p or q) iff (next p or next q)                        | TTTTTTT
    next true iff (next p or next not p)                        | TTTTTTT
    next p implies not next not p                               | TTTTTTT
    next prev p implies p                                       | TTTTTTT
    prev next p implies p                                       | TTTTTTT
    `,
  ),
  // Laws of the future are decided where their parts are.
  ...triples(
    '0:p 1:q 3:p 4: 9:',
    `
    eventually[0,2] p iff (true until[0,2] p)                   | TTTT?
    always[0,2] p iff not eventually[0,2] not p                 | TTTTT
    eventually[0,2] (p or q) iff (eventually[0,2] p or eventually[0,2] q) | TTTT?
    always[0,2] (p and q) iff (always[0,2] p and always[0,2] q) | TTTTT
    eventually[1,3] p implies eventually[0,3] p                 | TTTT?
    (p until[0,2] q) implies eventually[0,2] q                  | TTTTT
    q implies (p until[0,2] q)                                  | TTTTT
    p implies eventually[0,0] p                                 | TTTTT
    always[0,1] p implies p                                     | TTTTT
    once[1,1] eventually[0,0] p iff once[1,1] p                 | TTTTT
    `,
  ),
  // Past within future and future within past.
  ...triples(
    '0:p 1: 2:q 4:p 5:q 9: 12:',
    `
    eventually[0,2] (q and once[0,2] p)                         | TTTTTF?
    eventually[1,3] once[1,1] p                                 | TFTTF??
    once[0,3] (p and eventually[0,2] q)                         | TTTTTFF
    once[0,3] (p and eventually[0,1] q)                         | FFFTTFF
    historically[0,4] (p implies eventually[0,2] q)             | TTTTTTT
    historically[0,4] (p implies eventually[0,1] q)             | FFFFTTT
    always[0,3] (q implies once[1,2] p)                         | TTTTT??
    always[0,3] (q implies once[2,2] p)                         | TTFFF??
    always[0,3] (q implies prev[1,1] p)                         | FFFTT??
    (not q) until[0,2] (q and prev true)                        | TTTTTF?
    (q implies prev p) since (p and next[1,1] true)             | TTFTTTT
    next[2,2] once[4,4] p                                       | FFTFFFF
    prev[4,4] once[1,1] p                                       | FFFFFTF
    eventually[3,4] prev[2,2] q                                 | TTFFF??
    eventually[4,4] prev[2,2] q                                 | TFFFF??
    historically[3,7] once[0,1] p                               | TTTTFFF
    `,
  ),
]
