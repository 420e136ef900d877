// The screens by which somebody looks back or in from outside: their names in all four languages, and their addresses.
import { chosen } from '../language.ts'

export const SCREENS = ['/timeline', '/tally', '/figures', '/public'] as const

export type Screen = (typeof SCREENS)[number]

export const screenNames: Readonly<Record<Screen | 'palette', string>> = chosen({
  en: {
    '/timeline': 'Timeline',
    '/tally': 'Tally',
    '/figures': 'Figures',
    '/public': 'Public view',
    palette: 'Go to…',
  },
  ar: {
    '/timeline': 'الخط الزمني',
    '/tally': 'الحصيلة',
    '/figures': 'الأرقام',
    '/public': 'العرض العام',
    palette: 'انتقل إلى…',
  },
  ru: {
    '/timeline': 'Хронология',
    '/tally': 'Подсчёт',
    '/figures': 'Цифры',
    '/public': 'Открытая страница',
    palette: 'Перейти…',
  },
  fr: {
    '/timeline': 'Chronologie',
    '/tally': 'Décompte',
    '/figures': 'Chiffres',
    '/public': 'Page publique',
    palette: 'Aller à…',
  },
})
