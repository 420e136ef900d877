// The words around a daily report, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const reportWords = chosen({ en, ar, ru, fr })
