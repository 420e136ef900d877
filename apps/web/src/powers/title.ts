// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const powersTitle = chosen({
  en: 'Powers and gates',
  ar: 'الصلاحيات والبوابات',
  ru: 'Полномочия и ворота',
  fr: 'Pouvoirs et portes',
})
