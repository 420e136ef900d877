// The words of the screen of notices, in the language of the page.
import { chosen } from '../language.ts'
import { ar } from './words/ar.ts'
import { en, type NoticeWords } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ru } from './words/ru.ts'

export const noticeWords: NoticeWords = chosen({ en, ar, ru, fr })
