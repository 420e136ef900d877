// The words about withheld fields, in all languages.
import { isolate } from '../bidi.ts'
import { chosen } from '../language.ts'

interface SealedWords {
  readonly title: string
  readonly help: string
  readonly read: string
  readonly entry: string
  readonly field: string
  readonly purpose: string
  readonly show: string
  readonly none: string
  readonly somebody: string
  readonly by: (name: string, date: string) => string
}

export const sealedWords = chosen<SealedWords>({
  en: {
    title: 'Withheld fields',
    help: 'Some fields are in the record and in no copy of it that is handed on. Who reads one, and what for, is noted before it is shown, for good.',
    read: 'Read one',
    entry: 'Place of the entry in the record',
    field: 'Field',
    purpose: 'What for?',
    show: 'Note it and show the field',
    none: 'Your desk has read none.',
    somebody: 'somebody who has left',
    by: (name, date) => `${name}, ${date}:`,
  },
  ar: {
    title: 'حقول محجوبة',
    help: 'بعض الحقول موجودة في السجل ولا تظهر في أي نسخة تُسلَّم منه. يُدوَّن نهائياً من يقرأ حقلاً ولأي غرض قبل عرضه.',
    read: 'قراءة حقل',
    entry: 'موضع القيد في السجل',
    field: 'الحقل',
    purpose: 'لأي غرض؟',
    show: 'دوّن ثم اعرض الحقل',
    none: 'لم يقرأ مكتبك شيئاً منها.',
    somebody: 'شخص غادر',
    by: (name, date) => `${isolate(name)}، ${isolate(date)}:`,
  },
  ru: {
    title: 'Скрытые поля',
    help: 'Некоторые поля есть в записи, но не в копиях, которые передаются дальше. Кто и зачем прочёл поле, отмечается навсегда до его показа.',
    read: 'Прочесть поле',
    entry: 'Место в записи',
    field: 'Поле',
    purpose: 'Зачем?',
    show: 'Отметить и показать поле',
    none: 'Ваш стол не читал ни одного.',
    somebody: 'кто-то, кого здесь больше нет',
    by: (name, date) => `${name}, ${date}:`,
  },
  fr: {
    title: 'Champs retenus',
    help: 'Certains champs sont au registre sans figurer dans aucune copie transmise. Qui en lit un, et pourquoi, est noté pour de bon avant qu’il ne s’affiche.',
    read: 'En lire un',
    entry: 'Place de l’entrée au registre',
    field: 'Champ',
    purpose: 'Pourquoi ?',
    show: 'Noter, puis afficher le champ',
    none: 'Votre bureau n’en a lu aucun.',
    somebody: 'quelqu’un qui est parti',
    by: (name, date) => `${name}, ${date} :`,
  },
})
