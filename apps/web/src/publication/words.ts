// The words of the screen of publication, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type PublicationWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const publicationWords: PublicationWords = chosen({ en, ar, ru, fr })
