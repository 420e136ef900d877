// The words of the screen of agreements, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type AgreementsWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const agreementsWords: AgreementsWords = chosen({ en, ar, ru, fr })
