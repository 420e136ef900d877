// The conformance suite as data: closed propositional, closed first-order and open cases.
import { CLOSED_FIRST_ORDER, OPEN_FIRST_ORDER } from './first-order.ts'
import { FUTURE } from './future.ts'
import { LAWS } from './laws.ts'
import { PAST } from './past.ts'
import type { OpenTriple, Triple } from './triple.ts'

export type { OpenTriple, Triple } from './triple.ts'
export const PROPOSITIONAL: readonly Triple[] = [...PAST, ...FUTURE, ...LAWS]
export const CLOSED: readonly Triple[] = CLOSED_FIRST_ORDER
export const OPEN: readonly OpenTriple[] = OPEN_FIRST_ORDER
