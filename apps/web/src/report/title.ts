// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const reportTitle = chosen({
  en: 'Daily report',
  ar: 'التقرير اليومي',
  ru: 'Ежедневный доклад',
  fr: 'Rapport quotidien',
})
