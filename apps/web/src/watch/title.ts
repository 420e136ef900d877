// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const watchTitle = chosen({
  en: 'Sanctions watch',
  ar: 'مراقبة العقوبات',
  ru: 'Санкции',
  fr: 'Veille des sanctions',
})
