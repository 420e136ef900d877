// The words of choosing what a minute rests on, in all languages.
import { chosen } from '../language.ts'
import { plurals } from '../plural.ts'

const [en, ar, ru, fr] = [plurals('en'), plurals('ar'), plurals('ru'), plurals('fr')]

interface ChooserWords {
  readonly help: string
  readonly helpOne: string
  readonly chosen: (what: string) => string
  readonly remove: (name: string) => string
  readonly found: (n: number) => string
  readonly none: string
  readonly fetching: string
  /** What is found under it: one claim, everything told of one happening, an act, a document. */
  readonly kinds: Readonly<Record<'claim' | 'happening' | 'act' | 'document', string>>
  readonly together: (n: number) => string
}

export const chooserWords = chosen<ChooserWords>({
  en: {
    help: 'Type words, a name, a place or a day, and choose; ids can be pasted. Left empty: none.',
    helpOne: 'Type part of it, and choose; left empty: none.',
    chosen: (what) => `Chosen: ${what}`,
    remove: (name) => `Leave out: ${name}`,
    found: (n) => en(n, { one: '# found', other: '# found' }),
    none: 'Nothing here is like that.',
    fetching: 'Being fetched…',
    kinds: { claim: 'claim', happening: 'happening', act: 'act', document: 'document' },
    together: (n) => en(n, { one: '# claim', other: 'all # claims of one happening' }),
  },
  ar: {
    help: 'اكتب كلمات أو اسمًا أو مكانًا أو يومًا ثم اختر، ويمكن لصق المعرّفات. إن تُرك فارغًا فلا شيء.',
    helpOne: 'اكتب جزءًا منه ثم اختر، وإن تُرك فارغًا فلا شيء.',
    chosen: (what) => `المختار: ${what}`,
    remove: (name) => `حذف: ${name}`,
    found: (n) => ar(n, { one: 'وُجد واحد', two: 'وُجد اثنان', few: 'وُجدت #', many: 'وُجد #', other: 'وُجد #' }),
    none: 'لا شيء هنا كهذا.',
    fetching: 'يُجلب…',
    kinds: { claim: 'قول', happening: 'حادثة', act: 'فعل', document: 'وثيقة' },
    together: (n) =>
      ar(n, {
        one: 'قول واحد',
        two: 'القولان كلاهما في حادثة واحدة',
        few: 'الأقوال الـ# كلها في حادثة واحدة',
        many: 'الأقوال الـ# كلها في حادثة واحدة',
        other: 'الأقوال الـ# كلها في حادثة واحدة',
      }),
  },
  ru: {
    help: 'Наберите слова, имя, место или день и выберите; имена записей можно вставить. Пусто: ничего.',
    helpOne: 'Наберите часть названия и выберите; пусто: ничего.',
    chosen: (what) => `Выбрано: ${what}`,
    remove: (name) => `Убрать: ${name}`,
    found: (n) => ru(n, { one: 'найдено: #', other: 'найдено: #' }),
    none: 'Ничего такого здесь нет.',
    fetching: 'Загружается…',
    kinds: { claim: 'сообщение', happening: 'происшествие', act: 'действие', document: 'документ' },
    together: (n) =>
      ru(n, {
        one: '# сообщение об одном происшествии',
        few: 'все # сообщения об одном происшествии',
        many: 'все # сообщений об одном происшествии',
        other: 'все # сообщения об одном происшествии',
      }),
  },
  fr: {
    help: 'Tapez des mots, un nom, un lieu ou un jour, puis choisissez ; les identifiants peuvent être collés. Vide : rien.',
    helpOne: 'Tapez-en une partie, puis choisissez ; vide : rien.',
    chosen: (what) => `Choisi : ${what}`,
    remove: (name) => `Retirer : ${name}`,
    found: (n) => fr(n, { one: '# trouvé', other: '# trouvés' }),
    none: 'Rien de tel ici.',
    fetching: 'En cours de chargement…',
    kinds: { claim: 'affirmation', happening: 'événement', act: 'acte', document: 'document' },
    together: (n) => fr(n, { one: '# affirmation', other: 'les # affirmations d’un même événement' }),
  },
})
