// The words about what a desk holds and releases, in all languages.
import { chosen } from '../language.ts'

interface ReleaseWords {
  readonly title: string
  readonly help: string
  readonly nothing: string
  readonly notYours: string
  readonly held: string
  readonly seenBy: (names: string) => string
  readonly release: string
  readonly releaseOf: (what: string) => string
  readonly toWhom: string
  readonly to: { readonly desks: string; readonly some: string; readonly public: string }
  readonly which: string
  readonly reason: string
  readonly count: (entries: number) => string
  readonly needsApproval: string
  readonly whoApproves: string
  readonly ask: string
  readonly asked: string
  readonly close: string
  readonly whom: string
  readonly audiences: { readonly desk: string; readonly desks: string }
}

export const releaseWords = chosen<ReleaseWords>({
  en: {
    title: 'Held by your desk',
    help: 'Nobody else sees this, nor that it is there, until somebody of your desk releases it. To the others it is then as if it had just come in.',
    nothing: 'Your desk holds nothing. What you write for your desk stands here until it is released.',
    notYours: 'Releasers of your desk can show it to others.',
    held: 'only your desk',
    seenBy: (names) => `also seen by: ${names}`,
    release: 'Release',
    releaseOf: (what) => `Release: ${what}`,
    toWhom: 'Who is to see it?',
    to: { desks: 'every desk', some: 'some desks', public: 'the public' },
    which: 'Which desks?',
    reason: 'Why? It is kept in the record.',
    count: (entries) => `Entries released together: ${entries}. This cannot be undone.`,
    needsApproval: 'Two other organisations have to approve this first. They read what it says.',
    whoApproves: 'Whom do you ask?',
    ask: 'Ask for approval',
    asked: 'Asked. You find the answers on your desk; once two have approved, release it here.',
    close: 'Close',
    whom: 'For whom?',
    audiences: { desk: 'for my desk, until it is released', desks: 'for every desk, at once' },
  },
  ar: {
    title: 'ما يحتفظ به مكتبك',
    help: 'لا يراه غير مكتبك ولا يعلم أحد بوجوده حتى يفرج عنه أحد من مكتبك. وعندئذ يظهر للآخرين كأنه ورد لتوّه.',
    nothing: 'لا يحتفظ مكتبك بشيء. ما تكتبه لمكتبك يبقى هنا حتى يُفرج عنه.',
    notYours: 'يستطيع المخوَّلون بالنشر في مكتبك أن يُظهروه للآخرين.',
    held: 'مكتبك وحده',
    seenBy: (names) => `يراه أيضا: ${names}`,
    release: 'أفرِج عنه',
    releaseOf: (what) => `أفرِج عن: ${what}`,
    toWhom: 'من الذي سيراه؟',
    to: { desks: 'كل المكاتب', some: 'بعض المكاتب', public: 'الجمهور' },
    which: 'أي المكاتب؟',
    reason: 'لماذا؟ يُحفظ السبب في السجل.',
    count: (entries) => `عدد القيود التي يُفرج عنها معا: ${entries}. لا رجعة في ذلك.`,
    needsApproval: 'يجب أن توافق على ذلك أولا منظمتان أخريان، وهما تقرآن ما فيه.',
    whoApproves: 'ممن تطلب الموافقة؟',
    ask: 'اطلب الموافقة',
    asked: 'طُلبت الموافقة. تجد الردود في مكتبك، وبعد موافقة منظمتين أفرِج عنه من هنا.',
    close: 'أغلق',
    whom: 'لمن؟',
    audiences: { desk: 'لمكتبي حتى يُفرج عنه', desks: 'لكل المكاتب فورا' },
  },
  ru: {
    title: 'Хранится у вашего стола',
    help: 'Никто другой этого не видит и не знает, что оно есть, пока кто-нибудь за вашим столом не откроет его. Тогда для остальных оно такое, будто только что поступило.',
    nothing:
      'За вашим столом ничего не хранится. То, что вы пишете для своего стола, стоит здесь, пока его не откроют.',
    notYours: 'Показать это другим могут те, кому за вашим столом поручено обнародование.',
    held: 'только ваш стол',
    seenBy: (names) => `видят также: ${names}`,
    release: 'Открыть',
    releaseOf: (what) => `Открыть: ${what}`,
    toWhom: 'Кто это увидит?',
    to: { desks: 'все столы', some: 'некоторые столы', public: 'общественность' },
    which: 'Какие столы?',
    reason: 'Почему? Причина остаётся в записи.',
    count: (entries) => `Открывается вместе записей: ${entries}. Отменить это нельзя.`,
    needsApproval: 'Сначала это должны одобрить две другие организации. Они читают, что там сказано.',
    whoApproves: 'Кого вы просите?',
    ask: 'Просить одобрения',
    asked: 'Просьба отправлена. Ответы вы найдёте на своём столе; когда одобрят двое, откройте это здесь.',
    close: 'Закрыть',
    whom: 'Для кого?',
    audiences: { desk: 'для моего стола, пока не откроют', desks: 'сразу для всех столов' },
  },
  fr: {
    title: 'Gardé par votre bureau',
    help: 'Personne d’autre ne le voit ni ne sait qu’il existe, tant que quelqu’un de votre bureau ne le diffuse pas. Pour les autres, c’est alors comme s’il venait d’arriver.',
    nothing: 'Votre bureau ne garde rien. Ce que vous écrivez pour votre bureau reste ici jusqu’à sa diffusion.',
    notYours: 'Les personnes chargées de la publication dans votre bureau peuvent le montrer à d’autres.',
    held: 'votre bureau seul',
    seenBy: (names) => `vu aussi par : ${names}`,
    release: 'Diffuser',
    releaseOf: (what) => `Diffuser : ${what}`,
    toWhom: 'Qui doit le voir ?',
    to: { desks: 'tous les bureaux', some: 'certains bureaux', public: 'le public' },
    which: 'Quels bureaux ?',
    reason: 'Pourquoi ? La raison reste dans le registre.',
    count: (entries) => `Entrées diffusées ensemble : ${entries}. On ne peut pas revenir en arrière.`,
    needsApproval: 'Deux autres organisations doivent d’abord l’approuver. Elles lisent ce qui y est dit.',
    whoApproves: 'À qui le demandez-vous ?',
    ask: 'Demander l’approbation',
    asked: 'Demandé. Vous trouverez les réponses à votre bureau ; quand deux auront approuvé, diffusez-le ici.',
    close: 'Fermer',
    whom: 'Pour qui ?',
    audiences: { desk: 'pour mon bureau, jusqu’à sa diffusion', desks: 'pour tous les bureaux, tout de suite' },
  },
})
