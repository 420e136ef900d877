// The sentences of every kind of clause in English.
import type { Phrases } from '../phrases.ts'
import { BOUND } from './bound.ts'
import { CHANGE } from './change.ts'
import { WHERE } from './where.ts'
import { WHO } from './who.ts'

export const ENGLISH: Phrases = { ...WHO, ...WHERE, ...BOUND, ...CHANGE }
