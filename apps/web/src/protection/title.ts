// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const protectionTitle = chosen({
  en: 'Protection check',
  ar: 'التحقق من الحماية',
  ru: 'Проверка защиты',
  fr: 'Contrôle de protection',
})
