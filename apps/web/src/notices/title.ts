// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const noticesTitle = chosen({ en: 'Notices', ar: 'الإشعارات', ru: 'Уведомления', fr: 'Avis' })
