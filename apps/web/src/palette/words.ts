// The words of the palette in all four languages.
import { chosen } from '../language.ts'
import { plurals } from '../plural.ts'

const [en, ar, ru, fr] = [plurals('en'), plurals('ar'), plurals('ru'), plurals('fr')]

export const paletteWords = chosen({
  en: {
    ask: 'Screen, clause, document, or an instant like 2016-09-15 06:30',
    results: 'Places to go to',
    kinds: { screen: 'screen', clause: 'clause', document: 'document', instant: 'as of', account: 'account' },
    found: (n: number) => en(n, { one: '# place', other: '# places' }),
    none: 'Nothing is called that. Type part of a name, or a day and an hour.',
  },
  ar: {
    ask: 'شاشة أو بند أو وثيقة أو لحظة مثل 2016-09-15 06:30',
    results: 'أماكن يمكن الانتقال إليها',
    kinds: { screen: 'شاشة', clause: 'بند', document: 'وثيقة', instant: 'كما في', account: 'رواية' },
    found: (n: number) => ar(n, { one: 'مكان واحد', two: 'مكانان', few: '# أماكن', many: '# مكانًا', other: '# مكان' }),
    none: 'لا شيء بهذا الاسم. اكتب جزءًا من اسم، أو يومًا وساعة.',
  },
  ru: {
    ask: 'Экран, положение, документ или момент, например 2016-09-15 06:30',
    results: 'Куда перейти',
    kinds: { screen: 'экран', clause: 'положение', document: 'документ', instant: 'на момент', account: 'версия' },
    found: (n: number) => ru(n, { one: '# место', few: '# места', many: '# мест', other: '# места' }),
    none: 'Ничего с таким названием нет. Введите часть названия или день и час.',
  },
  fr: {
    ask: 'Écran, clause, document ou instant, par exemple 2016-09-15 06:30',
    results: 'Où aller',
    kinds: { screen: 'écran', clause: 'clause', document: 'document', instant: 'état au', account: 'version' },
    found: (n: number) => fr(n, { one: '# lieu', other: '# lieux' }),
    none: 'Rien ne porte ce nom. Tapez une partie d’un nom, ou un jour et une heure.',
  },
})
