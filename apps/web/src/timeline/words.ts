// The words of the timeline in all four languages.
import { isolate } from '../bidi.ts'
import { chosen } from '../language.ts'
import { plurals } from '../plural.ts'

const [en, ar, ru, fr] = [plurals('en'), plurals('ar'), plurals('ru'), plurals('fr')]

export const timelineWords = chosen({
  en: {
    title: 'Timeline',
    help: (days: number) =>
      `What was agreed, done and reported, over time. A strip shows how a clause stood at the end of every ${en(days, { one: 'day', other: '# days' })}, at each act, and at the instant chosen, by the account chosen.`,
    chart: 'Line of time',
    move: 'What is shown of it',
    keys: 'On the line: arrow keys move, + and − zoom, Home shows all. With a pointer: drag, or turn the wheel with Ctrl held. Everything on it is in the table below.',
    nearer: 'Nearer',
    farther: 'Farther',
    earlier: 'Earlier',
    later: 'Later',
    terms: 'The terms',
    whole: 'All of it',
    acts: 'Acts under powers',
    incidents: 'Incidents',
    documents: 'Documents, as received',
    kinds: {
      step: 'term',
      act: 'act',
      reset: 'gate set back',
      incident: 'incident',
      document: 'document',
      verdict: 'verdict',
    },
    became: (before: string, now: string) => `${before} → ${now}`,
    stretch: (clause: string, verdict: string, state: string, when: string) =>
      `${clause}: ${verdict} (${state}), ${when}`,
    table: (n: number) => en(n, { one: '# thing shown', other: '# things shown' }),
    when: 'When',
    kind: 'Kind',
    what: 'What',
    more: 'More',
    rest: (n: number) => `Show ${n} more`,
    leftOut: (n: number) =>
      en(n, {
        one: '# incident without a date, or earlier than the last 5,000, is left out.',
        other: '# incidents without a date, or earlier than the last 5,000, are left out.',
      }),
    nothing: 'Nothing lies in this stretch. Show more of the line, or move along it.',
  },
  ar: {
    title: 'الخط الزمني',
    help: (days: number) =>
      `ما اتُّفق عليه وما فُعل وما بُلِّغ عنه عبر الزمن. يبيّن الشريط حال البند في نهاية ${ar(days, { one: 'كل يوم', two: 'كل يومين', few: 'كل # أيام', many: 'كل # يومًا', other: 'كل # يوم' })}، وعند كل تصرّف، وفي اللحظة المختارة، بحسب الرواية المختارة.`,
    chart: 'خط الزمن',
    move: 'ما يُعرض منه',
    keys: 'على الخط: تحرّك مفاتيح الأسهم، ويقرّب + ويبعّد −، ويعرض Home الكل. وبالمؤشر: اسحب، أو أدر العجلة مع Ctrl. وكل ما عليه في الجدول أدناه.',
    nearer: 'تقريب',
    farther: 'إبعاد',
    earlier: 'أسبق',
    later: 'ألحق',
    terms: 'المُدد',
    whole: 'الكل',
    acts: 'تصرّفات بموجب الصلاحيات',
    incidents: 'الحوادث',
    documents: 'الوثائق بحسب ورودها',
    kinds: {
      step: 'مدة',
      act: 'تصرّف',
      reset: 'إعادة شرط الفتح',
      incident: 'حادثة',
      document: 'وثيقة',
      verdict: 'استنتاج',
    },
    became: (before: string, now: string) => `${before} ← ${now}`,
    stretch: (clause: string, verdict: string, state: string, when: string) =>
      `${isolate(clause)}: ${verdict} (${state})، ${when}`,
    table: (n: number) =>
      ar(n, {
        zero: 'لا شيء معروض',
        one: 'عنصر واحد معروض',
        two: 'عنصران معروضان',
        few: '# عناصر معروضة',
        many: '# عنصرًا معروضًا',
        other: '# عنصر معروض',
      }),
    when: 'متى',
    kind: 'النوع',
    what: 'ماذا',
    more: 'المزيد',
    rest: (n: number) => `اعرض ${n} أخرى`,
    leftOut: (n: number) =>
      `${ar(n, { one: 'حادثة واحدة', two: 'حادثتان', few: '# حوادث', many: '# حادثة', other: '# حادثة' })} بلا تاريخ أو أسبق من آخر 5,000 لم تُعرض.`,
    nothing: 'لا شيء في هذا الجزء. اعرض المزيد من الخط أو تحرّك عليه.',
  },
  ru: {
    title: 'Хронология',
    help: (days: number) =>
      `Что было согласовано, сделано и сообщено – во времени. Полоса показывает, как обстояло дело с положением в конце ${ru(days, { one: days === 1 ? 'каждого дня' : 'каждого #-го дня', other: 'каждых # дней' })}, при каждом действии и в выбранный момент, по выбранной версии.`,
    chart: 'Линия времени',
    move: 'Что из неё показано',
    keys: 'На линии: стрелки двигают, + и − меняют масштаб, Home показывает всё. Указателем: тяните или крутите колесо с Ctrl. Всё, что на ней есть, – в таблице ниже.',
    nearer: 'Ближе',
    farther: 'Дальше',
    earlier: 'Раньше',
    later: 'Позже',
    terms: 'Сроки',
    whole: 'Всё',
    acts: 'Действия по полномочиям',
    incidents: 'Происшествия',
    documents: 'Документы по поступлению',
    kinds: {
      step: 'срок',
      act: 'действие',
      reset: 'отсчёт сброшен',
      incident: 'происшествие',
      document: 'документ',
      verdict: 'вывод',
    },
    became: (before: string, now: string) => `${before} → ${now}`,
    stretch: (clause: string, verdict: string, state: string, when: string) =>
      `${clause}: ${verdict} (${state}), ${when}`,
    table: (n: number) =>
      ru(n, {
        one: 'Показано: # запись',
        few: 'Показано: # записи',
        many: 'Показано: # записей',
        other: 'Показано: # записи',
      }),
    when: 'Когда',
    kind: 'Вид',
    what: 'Что',
    more: 'Подробнее',
    rest: (n: number) => `Показать ещё ${n}`,
    leftOut: (n: number) =>
      `Не показано без даты или ранее последних 5 000: ${ru(n, { one: '# происшествие', few: '# происшествия', many: '# происшествий', other: '# происшествия' })}.`,
    nothing: 'В этом отрезке ничего нет. Покажите больше линии или сдвиньте её.',
  },
  fr: {
    title: 'Chronologie',
    help: (days: number) =>
      `Ce qui a été convenu, fait et rapporté, au fil du temps. Une bande montre l’état d’une clause à la fin de ${fr(days, { one: 'chaque jour', other: 'chaque période de # jours' })}, à chaque acte et à l’instant choisi, selon la version choisie.`,
    chart: 'Ligne du temps',
    move: 'Ce qui en est montré',
    keys: 'Sur la ligne : les flèches déplacent, + et − changent l’échelle, Home montre tout. Au pointeur : faites glisser, ou tournez la molette avec Ctrl. Tout figure dans le tableau ci-dessous.',
    nearer: 'Plus près',
    farther: 'Plus loin',
    earlier: 'Plus tôt',
    later: 'Plus tard',
    terms: 'Les durées',
    whole: 'Tout',
    acts: 'Actes en vertu de pouvoirs',
    incidents: 'Incidents',
    documents: 'Documents, à leur réception',
    kinds: {
      step: 'durée',
      act: 'acte',
      reset: 'décompte remis à zéro',
      incident: 'incident',
      document: 'document',
      verdict: 'conclusion',
    },
    became: (before: string, now: string) => `${before} → ${now}`,
    stretch: (clause: string, verdict: string, state: string, when: string) =>
      `${clause} : ${verdict} (${state}), ${when}`,
    table: (n: number) => fr(n, { one: '# élément montré', other: '# éléments montrés' }),
    when: 'Quand',
    kind: 'Nature',
    what: 'Quoi',
    more: 'Précisions',
    rest: (n: number) => `En montrer ${n} de plus`,
    leftOut: (n: number) =>
      fr(n, {
        one: '# incident sans date ou antérieur aux 5 000 derniers est omis.',
        other: '# incidents sans date ou antérieurs aux 5 000 derniers sont omis.',
      }),
    nothing: 'Rien ne se trouve dans cet intervalle. Montrez davantage de la ligne ou déplacez-vous.',
  },
})
