// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const recordTitle = chosen({
  en: 'Record in the field',
  ar: 'تسجيل ميداني',
  ru: 'Запись на месте',
  fr: 'Saisie sur le terrain',
})
