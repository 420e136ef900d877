// The screens by which somebody looks back or in from outside: their names in all four languages, and their addresses.
import { chosen } from '../language.ts'

type Screen = '/timeline' | '/tally' | '/figures' | '/public'

/** The page in one file that verifies receipts: an address of the server and no screen of this page. */
export const VERIFY_PAGE = '/verify.html'

export const screenNames: Readonly<Record<Screen | 'palette' | typeof VERIFY_PAGE, string>> = chosen({
  en: {
    '/timeline': 'Timeline',
    '/tally': 'Tally',
    '/figures': 'Figures',
    '/public': 'Public view',
    '/verify.html': 'Verify a receipt',
    palette: 'Go to…',
  },
  ar: {
    '/timeline': 'الخط الزمني',
    '/tally': 'الحصيلة',
    '/figures': 'الأرقام',
    '/public': 'العرض العام',
    '/verify.html': 'التحقق من إيصال',
    palette: 'انتقل إلى…',
  },
  ru: {
    '/timeline': 'Хронология',
    '/tally': 'Подсчёт',
    '/figures': 'Цифры',
    '/public': 'Открытая страница',
    '/verify.html': 'Проверить квитанцию',
    palette: 'Перейти…',
  },
  fr: {
    '/timeline': 'Chronologie',
    '/tally': 'Décompte',
    '/figures': 'Chiffres',
    '/public': 'Page publique',
    '/verify.html': 'Vérifier un reçu',
    palette: 'Aller à…',
  },
})
