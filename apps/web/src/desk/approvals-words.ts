// The words about what takes two organisations, in all languages.
import { isolate } from '../bidi.ts'
import { chosen } from '../language.ts'

type State = 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'used' | 'expired'

interface ApprovalsWords {
  readonly title: string
  readonly help: string
  readonly forYou: (count: number) => string
  readonly nothing: string
  readonly notYours: string
  readonly yours: string
  readonly decided: (count: number) => string
  readonly by: (desk: string, organisation: string, date: string) => string
  readonly until: (date: string) => string
  readonly exactly: string
  readonly states: Readonly<Record<State, (approvals: number, needed: number) => string>>
  readonly approvedBy: (desk: string, organisation: string, date: string) => string
  readonly refusedBy: (desk: string, organisation: string, date: string) => string
  readonly approve: string
  readonly approveOf: (subject: string) => string
  readonly refuse: string
  readonly refuseOf: (subject: string) => string
  readonly reason: string
  readonly back: string
  readonly withdraw: string
  readonly withdrawOf: (subject: string) => string
}

export const approvalsWords = chosen<ApprovalsWords>({
  en: {
    title: 'What takes two',
    help: 'Some things, such as a release to the public, are done only when people of two other organisations have read exactly what it is and approve. One refusal ends it.',
    forYou: (count) => `Waiting for you (${count})`,
    nothing: 'Nothing. When another desk asks yours, what it wants to do stands here, word for word.',
    notYours: 'Reviewers, releasers and administrators of your desk decide.',
    yours: 'Asked by your desk',
    decided: (count) => `Asked of your desk before (${count})`,
    by: (desk, organisation, date) => `asked by the desk “${desk}”, ${organisation}, ${date}.`,
    until: (date) => `Open until ${date}.`,
    exactly: 'Exactly what is to be done',
    states: {
      waiting: (approvals, needed) => `waiting: ${approvals} of ${needed}`,
      approved: () => 'approved',
      refused: () => 'refused',
      withdrawn: () => 'withdrawn',
      used: () => 'done',
      expired: () => 'too old',
    },
    approvedBy: (desk, organisation, date) => `Approved for ${organisation}, desk “${desk}”, ${date}.`,
    refusedBy: (desk, organisation, date) => `Refused for ${organisation}, desk “${desk}”, ${date}:`,
    approve: 'Approve',
    approveOf: (subject) => `Approve: ${subject}`,
    refuse: 'Refuse',
    refuseOf: (subject) => `Refuse: ${subject}`,
    reason: 'Why? The asker reads this.',
    back: 'Back',
    withdraw: 'Withdraw',
    withdrawOf: (subject) => `Withdraw: ${subject}`,
  },
  ar: {
    title: 'ما يحتاج إلى جهتين',
    help: 'بعض الأمور، كالنشر للجمهور، لا تتم إلا إذا قرأ أشخاص من منظمتين أخريين نصّها تماماً ووافقوا عليه. ورفض واحد ينهيها.',
    forYou: (count) => `في انتظارك (${count})`,
    nothing: 'لا شيء. عندما يطلب مكتب آخر موافقة مكتبك، يظهر هنا ما يريد فعله حرفياً.',
    notYours: 'يقرّر المراجعون والمخوَّلون بالنشر والمديرون في مكتبك.',
    yours: 'طلبات مكتبك',
    decided: (count) => `طُلب من مكتبك سابقاً (${count})`,
    by: (desk, organisation, date) => `طلبه مكتب «${isolate(desk)}»، ${isolate(organisation)}، ${isolate(date)}.`,
    until: (date) => `مفتوح حتى ${isolate(date)}.`,
    exactly: 'ما سيُفعل بالضبط',
    states: {
      waiting: (approvals, needed) => `في الانتظار: ${approvals} من ${needed}`,
      approved: () => 'تمت الموافقة',
      refused: () => 'مرفوض',
      withdrawn: () => 'مسحوب',
      used: () => 'نُفّذ',
      expired: () => 'انقضت مدته',
    },
    approvedBy: (desk, organisation, date) =>
      `موافقة باسم ${isolate(organisation)}، مكتب «${isolate(desk)}»، ${isolate(date)}.`,
    refusedBy: (desk, organisation, date) =>
      `رفض باسم ${isolate(organisation)}، مكتب «${isolate(desk)}»، ${isolate(date)}:`,
    approve: 'موافقة',
    approveOf: (subject) => `الموافقة على: ${isolate(subject)}`,
    refuse: 'رفض',
    refuseOf: (subject) => `رفض: ${isolate(subject)}`,
    reason: 'لماذا؟ سيقرأ الطالب هذا.',
    back: 'رجوع',
    withdraw: 'سحب',
    withdrawOf: (subject) => `سحب: ${isolate(subject)}`,
  },
  ru: {
    title: 'Что требует двоих',
    help: 'Некоторые действия, например обнародование, выполняются, только когда люди из двух других организаций прочли точный текст и одобрили его. Один отказ прекращает дело.',
    forYou: (count) => `Ждёт вас (${count})`,
    nothing: 'Ничего. Когда другой стол обратится к вашему, здесь дословно появится, что он хочет сделать.',
    notYours: 'Решают проверяющие, обнародующие и управляющие вашего стола.',
    yours: 'Запросы вашего стола',
    decided: (count) => `Прежние запросы к вашему столу (${count})`,
    by: (desk, organisation, date) => `запросил стол «${desk}», ${organisation}, ${date}.`,
    until: (date) => `Открыто до ${date}.`,
    exactly: 'Что именно будет сделано',
    states: {
      waiting: (approvals, needed) => `ожидает: ${approvals} из ${needed}`,
      approved: () => 'одобрено',
      refused: () => 'отказано',
      withdrawn: () => 'отозвано',
      used: () => 'выполнено',
      expired: () => 'срок истёк',
    },
    approvedBy: (desk, organisation, date) => `Одобрено от имени ${organisation}, стол «${desk}», ${date}.`,
    refusedBy: (desk, organisation, date) => `Отказано от имени ${organisation}, стол «${desk}», ${date}:`,
    approve: 'Одобрить',
    approveOf: (subject) => `Одобрить: ${subject}`,
    refuse: 'Отказать',
    refuseOf: (subject) => `Отказать: ${subject}`,
    reason: 'Почему? Это прочтёт запросивший.',
    back: 'Назад',
    withdraw: 'Отозвать',
    withdrawOf: (subject) => `Отозвать: ${subject}`,
  },
  fr: {
    title: 'Ce qui demande deux accords',
    help: 'Certaines choses, comme une publication, ne se font que lorsque des personnes de deux autres organisations ont lu exactement de quoi il s’agit et l’approuvent. Un seul refus y met fin.',
    forYou: (count) => `En attente de votre décision (${count})`,
    nothing: 'Rien. Quand un autre bureau sollicite le vôtre, ce qu’il veut faire apparaît ici, mot pour mot.',
    notYours:
      'Décident les personnes chargées de la vérification, de la publication ou de l’administration de votre bureau.',
    yours: 'Demandes de votre bureau',
    decided: (count) => `Demandes antérieures à votre bureau (${count})`,
    by: (desk, organisation, date) => `demandé par le bureau « ${desk} », ${organisation}, ${date}.`,
    until: (date) => `Ouvert jusqu’au ${date}.`,
    exactly: 'Exactement ce qui sera fait',
    states: {
      waiting: (approvals, needed) => `en attente : ${approvals} sur ${needed}`,
      approved: () => 'approuvé',
      refused: () => 'refusé',
      withdrawn: () => 'retiré',
      used: () => 'fait',
      expired: () => 'trop ancien',
    },
    approvedBy: (desk, organisation, date) => `Approuvé pour ${organisation}, bureau « ${desk} », ${date}.`,
    refusedBy: (desk, organisation, date) => `Refusé pour ${organisation}, bureau « ${desk} », ${date} :`,
    approve: 'Approuver',
    approveOf: (subject) => `Approuver : ${subject}`,
    refuse: 'Refuser',
    refuseOf: (subject) => `Refuser : ${subject}`,
    reason: 'Pourquoi ? Le bureau demandeur lira ceci.',
    back: 'Retour',
    withdraw: 'Retirer',
    withdrawOf: (subject) => `Retirer : ${subject}`,
  },
})
