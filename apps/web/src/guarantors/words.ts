// The words of the screen of guarantors, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type GuarantorWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const guarantorWords: GuarantorWords = chosen({ en, ar, ru, fr })
