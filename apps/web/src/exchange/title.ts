// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const exchangeTitle = chosen({
  en: 'Exchange',
  ar: 'تبادل المعلومات',
  ru: 'Обмен сведениями',
  fr: 'Échange',
})
