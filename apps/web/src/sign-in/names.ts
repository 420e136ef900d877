// What desks and roles are called, in all languages; what the header needs, and so no more than that.
import { chosen } from '../language.ts'
import { rowText } from '../list-text.ts'

type Names = Readonly<Record<string, string>>

export const DESK_NAMES = chosen<Names>({
  en: {
    'party-a': 'Party A',
    'party-b': 'Party B',
    guarantor: 'Guarantor',
    un: 'United Nations',
    monitors: 'Monitors',
    humanitarian: 'Humanitarian',
    public: 'Public',
  },
  ar: {
    'party-a': 'الطرف أ',
    'party-b': 'الطرف ب',
    guarantor: 'الضامن',
    un: 'الأمم المتحدة',
    monitors: 'المراقبون',
    humanitarian: 'العمل الإنساني',
    public: 'الجمهور',
  },
  ru: {
    'party-a': 'Сторона А',
    'party-b': 'Сторона Б',
    guarantor: 'Гарант',
    un: 'Организация Объединённых Наций',
    monitors: 'Наблюдатели',
    humanitarian: 'Гуманитарные организации',
    public: 'Общественность',
  },
  fr: {
    'party-a': 'Partie A',
    'party-b': 'Partie B',
    guarantor: 'Garant',
    un: 'Nations Unies',
    monitors: 'Observateurs',
    humanitarian: 'Humanitaires',
    public: 'Public',
  },
})

export const ROLE_NAMES = chosen<Names>({
  en: {
    reader: 'reader',
    recorder: 'recorder',
    reviewer: 'reviewer',
    releaser: 'releaser',
    administrator: 'administrator',
  },
  ar: {
    reader: 'قارئ',
    recorder: 'مسجِّل',
    reviewer: 'مراجع',
    releaser: 'مخوَّل بالنشر',
    administrator: 'مدير',
  },
  ru: {
    reader: 'чтение',
    recorder: 'запись',
    reviewer: 'проверка',
    releaser: 'обнародование',
    administrator: 'управление',
  },
  fr: {
    reader: 'lecture',
    recorder: 'enregistrement',
    reviewer: 'vérification',
    releaser: 'publication',
    administrator: 'administration',
  },
})

export const deskName = (desk: string): string => DESK_NAMES[desk] ?? desk
export const roleNames = (roles: readonly string[]): string => rowText(roles.map((role) => ROLE_NAMES[role] ?? role))
