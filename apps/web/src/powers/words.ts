// The words of the screen of powers, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type PowerWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const powerWords: PowerWords = chosen({ en, ar, ru, fr })
