// First-order cases: joins, safe negation, comparisons, quantifiers and metric operators for each value apart.
import { openTriples, triples, type OpenTriple, type Triple } from './triple.ts'

export const OPEN_FIRST_ORDER: readonly OpenTriple[] = [
  // Within one time-point.
  ...openTriples(
    '0:p(1),p(2),q(2),q(3) 1:p(a),q(a),q(1) 2: 3:p(1)',
    `
    p(x)                            | 1 2 ; a ; - ; 1
    p(x) and q(x)                   | 2 ; a ; - ; -
    p(x) or q(x)                    | 1 2 3 ; 1 a ; - ; 1
    p(x) and not q(x)               | 1 ; - ; - ; 1
    not p(x) and q(x)               | 3 ; 1 ; - ; -
    p(x) and q(y)                   | 1,2 1,3 2,2 2,3 ; a,1 a,a ; - ; -
    p(x) and q(y) and x < y         | 1,2 1,3 2,3 ; - ; - ; -
    p(x) and q(y) and x <= y        | 1,2 1,3 2,2 2,3 ; a,a ; - ; -
    p(x) and q(y) and x = y         | 2,2 ; a,a ; - ; -
    p(x) and q(y) and not x = y     | 1,2 1,3 2,3 ; a,1 ; - ; -
    q(x) and p(y) and x > y         | 2,1 3,1 3,2 ; - ; - ; -
    p(x) and x = 1                  | 1 ; - ; - ; 1
    p(x) and x = "a"                | - ; a ; - ; -
    p(x) and x < 2                  | 1 ; - ; - ; 1
    p(x) and not x < 2              | 2 ; a ; - ; -
    p(x) and x >= 2                 | 2 ; - ; - ; -
    p(x) and x >= "a"               | - ; a ; - ; -
    p(x) and y = x                  | 1,1 2,2 ; a,a ; - ; 1,1
    x = 3                           | 3 ; 3 ; 3 ; 3
    p(x) and (q(x) or x = 1)        | 1 2 ; a ; - ; 1
    p(x) and (q(x) implies x = 2)   | 1 2 ; - ; - ; 1
    p(x) and true                   | 1 2 ; a ; - ; 1
    p(x) and false                  | - ; - ; - ; -
    p(x) and not p(1)               | - ; a ; - ; -
    p(x) and exists y. q(y)         | 1 2 ; a ; - ; -
    p(x) and exists x. (q(x) and x = 3) | 1 2 ; - ; - ; -
    p(x) and forall y. (q(y) implies x < y) | 1 ; - ; - ; 1
    p(x) and forall y. (q(y) implies x <= y) | 1 2 ; - ; - ; 1
    `,
  ),
  // Columns are in order of first occurrence, and pairs join on what they share.
  ...openTriples(
    '0:e(1,2),e(2,3) 1:e(2,2),e(3,1) 1:e(1,1)',
    `
    e(x,y)                          | 1,2 2,3 ; 2,2 3,1 ; 1,1
    e(y,x)                          | 1,2 2,3 ; 2,2 3,1 ; 1,1
    e(x,x)                          | - ; 2 ; 1
    e(x,2)                          | 1 ; 2 ; -
    e(2,y)                          | 3 ; 2 ; -
    e(x,y) and e(y,z)               | 1,2,3 ; 2,2,2 ; 1,1,1
    exists y. (e(x,y) and e(y,z))   | 1,3 ; 2,2 ; 1,1
    exists y. e(x,y)                | 1 2 ; 2 3 ; 1
    exists x. e(x,y)                | 2 3 ; 1 2 ; 1
    e(x,y) and not e(y,x)           | 1,2 2,3 ; 3,1 ; -
    e(x,y) and not exists z. e(y,z) | 2,3 ; 3,1 ; -
    prev e(x,y)                     | - ; 1,2 2,3 ; 2,2 3,1
    prev[0,0] e(x,y)                | - ; - ; 2,2 3,1
    prev[1,1] e(x,y)                | - ; 1,2 2,3 ; -
    next e(x,y)                     | 2,2 3,1 ; 1,1 ; -
    next[0,0] e(x,y)                | - ; 1,1 ; -
    e(x,y) and next e(y,z)          | 1,2,2 2,3,1 ; 3,1,1 ; -
    e(x,y) and prev e(z,x)          | - ; 2,2,1 3,1,2 ; 1,1,3
    once e(x,y)                     | 1,2 2,3 ; 1,2 2,2 2,3 3,1 ; 1,1 1,2 2,2 2,3 3,1
    once[0,0] e(x,y)                | 1,2 2,3 ; 2,2 3,1 ; 1,1 2,2 3,1
    once[1,1] e(x,y)                | - ; 1,2 2,3 ; 1,2 2,3
    exists x. once e(x,y)           | 2 3 ; 1 2 3 ; 1 2 3
    once[0,0] (e(x,y) and e(y,z))   | 1,2,3 ; 2,2,2 ; 1,1,1 2,2,2
    once[1,1] (e(x,y) and e(y,z))   | - ; 1,2,3 ; 1,2,3
    not e(x,y) since (e(x,y) and e(y,z)) | 1,2,3 ; 1,2,3 2,2,2 ; 1,1,1 1,2,3 2,2,2
    e(x,y) since[1,1] (e(y,z) and e(x,y)) | - ; - ; -
    true until[0,0] (e(x,y) and e(y,z)) | 1,2,3 ; ? ; ?
    e(x,y) and once[1,1] (e(z,w) and e(w,x)) | - ; 3,1,1,2 ; -
    `,
  ),
  // A window for each value: each enters and leaves it for itself.
  ...openTriples(
    '0:p(1) 1:p(2) 3:q(1) 4:p(1),q(2) 6: 9:q(1)',
    `
    once[0,2] p(x)                  | 1 ; 1 2 ; 2 ; 1 ; 1 ; -
    once[0,3] p(x)                  | 1 ; 1 2 ; 1 2 ; 1 2 ; 1 ; -
    once[1,3] p(x)                  | - ; 1 ; 1 2 ; 2 ; 1 ; -
    once[2,2] p(x)                  | - ; - ; 2 ; - ; 1 ; -
    once[5,*] p(x)                  | - ; - ; - ; - ; 1 2 ; 1 2
    q(x) and once[0,3] p(x)         | - ; - ; 1 ; 2 ; - ; -
    q(x) and not once[0,3] p(x)     | - ; - ; - ; - ; - ; 1
    q(x) and once[1,5] p(x)         | - ; - ; 1 ; 2 ; - ; 1
    p(x) and eventually[0,3] q(x)   | 1 ; 2 ; - ; - ; - ; -
    p(x) and not eventually[0,3] q(x) | - ; - ; - ; 1 ; - ; -
    p(x) and eventually[4,5] q(x)   | - ; - ; - ; 1 ; - ; -
    eventually[0,1] q(x)            | - ; - ; 1 2 ; 2 ; - ; ?
    eventually[3,3] q(x)            | 1 ; 2 ; - ; - ; ? ; ?
    eventually[0,3] q(x)            | 1 ; 1 2 ; 1 2 ; 2 ; ? ; ?
    p(x) and eventually[0,9] q(x)   | 1 ; 2 ; - ; 1 ; - ; -
    once[0,0] eventually[0,2] q(x)  | - ; 1 ; 1 2 ; 2 ; - ; ?
    p(x) and next once[1,1] p(x)    | 1 ; - ; - ; - ; - ; -
    historically[0,0] p(x)          | 1 ; 2 ; - ; 1 ; - ; -
    historically[0,1] p(x)          | 1 ; - ; - ; - ; - ; -
    always[0,0] p(x)                | 1 ; 2 ; - ; 1 ; - ; -
    always[0,1] q(x)                | - ; - ; - ; 2 ; - ; ?
    q(x) and historically[1,2] not p(x) | - ; - ; 1 ; 2 ; - ; 1
    `,
  ),
  // `since` and `until`, for each value apart.
  ...openTriples(
    '0:q(1),p(2) 1:p(1),q(2) 2:p(1),p(2) 3:p(2) 4:p(2),q(1) 5:p(1),p(2)',
    `
    p(x) since q(x)                 | 1 ; 1 2 ; 1 2 ; 2 ; 1 2 ; 1 2
    p(x) since[0,1] q(x)            | 1 ; 1 2 ; 2 ; - ; 1 ; 1
    p(x) since[2,2] q(x)            | - ; - ; 1 ; 2 ; - ; -
    p(x) since[1,3] q(x)            | - ; 1 ; 1 2 ; 2 ; 2 ; 1
    p(x) since[4,*] q(x)            | - ; - ; - ; - ; - ; 2
    not p(x) since q(x)             | 1 ; 2 ; - ; - ; 1 ; -
    not q(x) since p(x)             | 2 ; 1 ; 1 2 ; 1 2 ; 2 ; 1 2
    not q(x) since[1,1] p(x)        | - ; - ; 1 ; 1 2 ; 2 ; 2
    true since[4,5] q(x)            | - ; - ; - ; - ; 1 ; 1 2
    false since q(x)                | 1 ; 2 ; - ; - ; 1 ; -
    p(x) since (q(x) and p(y))      | 1,2 ; 1,2 2,1 ; 1,2 2,1 ; 2,1 ; 1,2 2,1 ; 1,2 2,1
    p(x) until[0,2] q(x)            | 1 2 ; 2 ; - ; ? ; ? ; ?
    p(x) until[0,1] q(x)            | 1 2 ; 2 ; - ; - ; ? ; ?
    p(x) until[1,1] q(x)            | 2 ; - ; - ; - ; ? ; ?
    not p(x) until[0,2] q(x)        | 1 ; 2 ; - ; ? ; ? ; ?
    not q(x) until[1,1] p(x)        | - ; 1 ; 2 ; 2 ; ? ; ?
    true until[1,1] q(x)            | 2 ; - ; - ; 1 ; ? ; ?
    p(x) and (p(x) until[0,1] q(x)) | 2 ; - ; - ; - ; ? ; ?
    `,
  ),
  // Numbers and words do not mix.
  ...openTriples(
    '0:p(1),p(b),p(a),p(10),p(2) 1:p(-3)',
    `
    p(x)                            | 1 2 10 a b ; -3
    p(x) and x > 1                  | 2 10 ; -
    p(x) and x > "a"                | b ; -
    p(x) and not x <= 2             | 10 a b ; -
    p(x) and p(y) and x < y and y < 10 | 1,2 ; -
    p(x) and 0 > x                  | - ; -3
    p(x) and x = x                  | 1 2 10 a b ; -3
    p(x) and x < x                  | - ; -
    `,
  ),
]

export const CLOSED_FIRST_ORDER: readonly Triple[] = [
  ...triples(
    '0:p(1),p(2) 1:q(1) 3:q(2),p(3) 4: 9:p(1),q(1)',
    `
    exists x. p(x)                                          | TFTFT
    exists x. (p(x) and q(x))                               | FFFFT
    exists x, y. (p(x) and p(y) and x < y)                  | TFFFF
    forall x. (p(x) implies q(x))                           | FTFTT
    forall x. (q(x) implies once[0,1] p(x))                 | TTFTT
    forall x. (q(x) implies once[0,3] p(x))                 | TTTTT
    forall x. (q(x) implies once[1,3] p(x))                 | TTTTF
    forall x. (p(x) implies eventually[0,1] q(x))           | FTFTT
    forall x. (p(x) implies eventually[0,3] q(x))           | TTFTT
    forall x. (p(x) implies eventually[1,3] q(x))           | TTFT?
    exists x. once[0,1] p(x)                                | TTTTT
    exists x. once[1,2] q(x)                                | FFTTF
    not exists x. p(x)                                      | FTFTF
    not exists x. once[1,1] p(x)                            | TFTFT
    exists x. (p(x) and not eventually[0,2] q(x))           | TFTFF
    forall x. (once[0,*] p(x) implies eventually[0,*] q(x)) | TT???
    historically forall x. (q(x) implies once p(x))         | TTTTT
    always[0,3] forall x. (p(x) implies eventually[0,1] q(x)) | FFFT?
    prev exists x. p(x)                                     | FTFTF
    next exists x. q(x)                                     | TTFTF
    exists x. prev p(x)                                     | FTFTF
    exists x. (q(x) and prev[1,1] p(x))                     | FTFFF
    (exists x. p(x)) since[0,3] (exists x. q(x))            | FTTFT
    (not exists x. p(x)) until[0,3] (exists x. q(x))        | FTTFT
    p(1)                                                    | TFFFT
    p(1) and not p(2)                                       | FFFFT
    once[1,3] p(2)                                          | FTTFF
    p()                                                     | FFFFF
    1 < 2                                                   | TTTTT
    2 <= 1                                                  | FFFFF
    "a" = "a"                                               | TTTTT
    1 < "a"                                                 | FFFFF
    exists x. x = 1                                         | TTTTT
    exists x. (x = 1 and p(x))                              | TFFFT
    `,
  ),
  // An atom, a predicate without arguments and one with arguments are told apart.
  ...triples(
    '0:p 1:p(1) 2:p,p(2)',
    `
    p                                                       | TFT
    p()                                                     | TFT
    exists x. p(x)                                          | FTT
    p and exists x. p(x)                                    | FFT
    p since exists x. p(x)                                  | FTT
    exists x. once (p(x) and not p)                         | FTT
    exists x. (p(x) and not once[1,*] p)                    | FFF
    forall x. (p(x) implies x > 1)                          | TFT
    `,
  ),
]
