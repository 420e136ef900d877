// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const publicationTitle = chosen({ en: 'Publication', ar: 'النشر', ru: 'Обнародование', fr: 'Publication' })
