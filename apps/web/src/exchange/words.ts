// The words of the exchange of information in all four languages.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type ExchangeWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const exchangeWords: ExchangeWords = chosen({ en, ar, ru, fr })
