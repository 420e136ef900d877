// What people come for: the names under which the menu has the screens, in all languages.
import { chosen } from '../language.ts'

export const menuWords = chosen({
  en: {
    screens: 'Screens',
    now: 'Now',
    evidence: 'Evidence',
    centre: 'The centre',
    text: 'The text',
    world: 'To the world',
    desk: 'Desk',
  },
  ar: {
    screens: 'الشاشات',
    now: 'الآن',
    evidence: 'الأدلة',
    centre: 'المركز',
    text: 'النص',
    world: 'إلى العلن',
    desk: 'المكتب',
  },
  ru: {
    screens: 'Экраны',
    now: 'Сейчас',
    evidence: 'Данные',
    centre: 'Центр',
    text: 'Текст',
    world: 'Для всех',
    desk: 'Стол',
  },
  fr: {
    screens: 'Écrans',
    now: 'Maintenant',
    evidence: 'Éléments réunis',
    centre: 'Le centre',
    text: 'Le texte',
    world: 'Vers l’extérieur',
    desk: 'Bureau',
  },
})
