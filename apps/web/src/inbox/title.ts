// The name of the screen, for the navigation.
import { chosen } from '../language.ts'

export const inboxTitle = chosen({ en: 'Inbox', ar: 'الوارد', ru: 'Входящие', fr: 'À relire' })
