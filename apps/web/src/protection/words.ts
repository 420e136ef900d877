// The words of the protection check in all four languages.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export type ProtectionWords = typeof en

export const protectionWords = chosen<ProtectionWords>({ en, ar, ru, fr })
