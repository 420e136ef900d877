// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const protectedTitle = chosen({
  en: 'Protected',
  ar: 'المشمولون بالحماية',
  ru: 'Под защитой',
  fr: 'Protégés',
})
