// Instants on the reader's own clock: a session is about the reader, not about the agreement.
import { words } from '../words.ts'

const clock = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' })

export const moment = (iso: string): string => clock.format(Date.parse(iso))
