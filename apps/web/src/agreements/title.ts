// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const agreementsTitle = chosen({
  en: 'Agreements',
  ar: 'الاتفاقات',
  ru: 'Соглашения',
  fr: 'Accords',
})
