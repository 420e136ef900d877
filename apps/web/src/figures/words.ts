// The words of the figures in all four languages.
import { isolate } from '../bidi.ts'
import { chosen } from '../language.ts'
import { plurals } from '../plural.ts'

const [en, ar, ru, fr] = [plurals('en'), plurals('ar'), plurals('ru'), plurals('fr')]

export const figuresWords = chosen({
  en: {
    title: 'Figures',
    help: 'Everybody’s own figure with its source, date and words. Figures of one thing stand side by side; none is added to another, and none is preferred.',
    what: 'Figures of',
    everything: 'everything',
    claimed: 'In what was said',
    shown: (n: number) => en(n, { one: '# card', other: '# cards' }),
    figures: (n: number) => en(n, { one: '# figure', other: '# figures' }),
    spread: (low: string, high: string) => `from ${low} to ${high}`,
    noValue: 'no number given',
    none: 'Nobody has given a figure by then.',
    noneHelp:
      'Figures come from claims (“18 trucks burned”) and from the table `access/figures.csv`. Choose a later instant above, or add documents.',
    more: (n: number) => `Show ${n} more cards`,
  },
  ar: {
    title: 'الأرقام',
    help: 'رقم كل جهة بمصدره وتاريخه وألفاظه. توضع أرقام الشيء الواحد جنبًا إلى جنب؛ لا يُجمع رقم إلى آخر ولا يُفضَّل عليه.',
    what: 'أرقام عن',
    everything: 'كل شيء',
    claimed: 'في ما قيل',
    shown: (n: number) =>
      ar(n, {
        zero: 'لا بطاقات',
        one: 'بطاقة واحدة',
        two: 'بطاقتان',
        few: '# بطاقات',
        many: '# بطاقة',
        other: '# بطاقة',
      }),
    figures: (n: number) => ar(n, { one: 'رقم واحد', two: 'رقمان', few: '# أرقام', many: '# رقمًا', other: '# رقم' }),
    spread: (low: string, high: string) => `من ${isolate(low)} إلى ${isolate(high)}`,
    noValue: 'بلا عدد',
    none: 'لم يعطِ أحد رقمًا حتى ذلك الحين.',
    noneHelp: 'تأتي الأرقام من الإفادات ومن الجدول `access/figures.csv`. اختر أعلاه لحظة لاحقة أو أضف وثائق.',
    more: (n: number) => `اعرض ${n} بطاقة أخرى`,
  },
  ru: {
    title: 'Цифры',
    help: 'Число каждого – с источником, датой и словами. Числа об одном стоят рядом; ни одно не складывается с другим и ни одно не предпочитается.',
    what: 'Числа о',
    everything: 'обо всём',
    claimed: 'В сказанном',
    shown: (n: number) => ru(n, { one: '# карточка', few: '# карточки', many: '# карточек', other: '# карточки' }),
    figures: (n: number) => ru(n, { one: '# число', few: '# числа', many: '# чисел', other: '# числа' }),
    spread: (low: string, high: string) => `от ${low} до ${high}`,
    noValue: 'число не названо',
    none: 'К этому моменту никто не назвал чисел.',
    noneHelp:
      'Числа берутся из утверждений и из таблицы `access/figures.csv`. Выберите выше более поздний момент или добавьте документы.',
    more: (n: number) => `Показать ещё карточек: ${n}`,
  },
  fr: {
    title: 'Chiffres',
    help: 'Le chiffre de chacun avec sa source, sa date et ses mots. Les chiffres d’une même chose sont côte à côte ; aucun n’est ajouté à un autre ni préféré.',
    what: 'Chiffres de',
    everything: 'tout',
    claimed: 'Dans ce qui a été dit',
    shown: (n: number) => fr(n, { one: '# carte', other: '# cartes' }),
    figures: (n: number) => fr(n, { one: '# chiffre', other: '# chiffres' }),
    spread: (low: string, high: string) => `de ${low} à ${high}`,
    noValue: 'sans nombre',
    none: 'Personne n’a encore donné de chiffre.',
    noneHelp:
      'Les chiffres viennent des affirmations et du tableau `access/figures.csv`. Choisissez plus haut un instant ultérieur ou ajoutez des documents.',
    more: (n: number) => `Montrer ${n} cartes de plus`,
  },
})
