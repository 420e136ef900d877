// The words of the screens of cases, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type CaseWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const caseWords: CaseWords = chosen({ en, ar, ru, fr })
