// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const casesTitle = chosen({ en: 'Cases', ar: 'القضايا', ru: 'Дела', fr: 'Affaires' })
