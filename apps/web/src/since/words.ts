// The words on changes since the last look, in all four languages.
import { chosen } from '../language.ts'
import { plurals } from '../plural.ts'

const [en, ar, ru, fr] = [plurals('en'), plurals('ar'), plurals('ru'), plurals('fr')]

export const sinceWords = chosen({
  en: {
    title: 'What changed since your last look',
    since: (moment: string) => `What changed since ${moment}`,
    looked: (seen: string, at: string) => `You looked on ${seen}, at how things stood on ${at}.`,
    first:
      'This is your first look in this browser. On the next one, what has changed stands here; or choose an instant to compare with.',
    nothing: 'Nothing has changed, and no document has come in.',
    compare: 'Compare with',
    lastLook: 'my last look',
    became: 'became',
    documents: (n: number) => en(n, { one: '# new document', other: '# new documents' }),
    moreDocuments: (n: number) => `and ${n} before them`,
  },
  ar: {
    title: 'ما تغيّر منذ آخر اطّلاع لك',
    since: (moment: string) => `ما تغيّر منذ ${moment}`,
    looked: (seen: string, at: string) => `اطّلعت في ${seen} على الحال كما كانت في ${at}.`,
    first: 'هذا أول اطّلاع لك في هذا المتصفح. في المرة القادمة يظهر هنا ما تغيّر؛ أو اختر لحظة للمقارنة بها.',
    nothing: 'لم يتغيّر شيء ولم ترد أي وثيقة.',
    compare: 'قارن مع',
    lastLook: 'آخر اطّلاع لي',
    became: 'أصبح',
    documents: (n: number) =>
      ar(n, {
        one: 'وثيقة جديدة واحدة',
        two: 'وثيقتان جديدتان',
        few: '# وثائق جديدة',
        many: '# وثيقة جديدة',
        other: '# وثيقة جديدة',
      }),
    moreDocuments: (n: number) => `و${n} قبلها`,
  },
  ru: {
    title: 'Что изменилось с вашего прошлого просмотра',
    since: (moment: string) => `Что изменилось с ${moment}`,
    looked: (seen: string, at: string) => `Вы смотрели ${seen} на положение дел на ${at}.`,
    first:
      'В этом браузере вы смотрите впервые. В следующий раз здесь будет то, что изменилось; или выберите момент для сравнения.',
    nothing: 'Ничего не изменилось, новых документов нет.',
    compare: 'Сравнить с',
    lastLook: 'моим прошлым просмотром',
    became: 'стало',
    documents: (n: number) =>
      ru(n, {
        one: '# новый документ',
        few: '# новых документа',
        many: '# новых документов',
        other: '# нового документа',
      }),
    moreDocuments: (n: number) => `и ещё ${n} до них`,
  },
  fr: {
    title: 'Ce qui a changé depuis votre dernière visite',
    since: (moment: string) => `Ce qui a changé depuis le ${moment}`,
    looked: (seen: string, at: string) => `Vous avez regardé le ${seen} l’état au ${at}.`,
    first:
      'C’est votre première visite dans ce navigateur. À la prochaine, ce qui a changé figurera ici ; ou choisissez un instant de comparaison.',
    nothing: 'Rien n’a changé, aucun document n’est arrivé.',
    compare: 'Comparer avec',
    lastLook: 'ma dernière visite',
    became: 'devenu',
    documents: (n: number) => fr(n, { one: '# nouveau document', other: '# nouveaux documents' }),
    moreDocuments: (n: number) => `et ${n} avant eux`,
  },
})
