// The words of the screen of the sanctions watch, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type WatchWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const watchWords: WatchWords = chosen({ en, ar, ru, fr })
