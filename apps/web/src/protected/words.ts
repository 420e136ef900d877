// The words of the screen of protected things in all four languages.
import type { ProtectedTelling } from '@trucekeeper/api'
import { chosen } from '../language.ts'
import { plurals } from '../plural.ts'

const [en, ar, ru, fr] = [plurals('en'), plurals('ar'), plurals('ru'), plurals('fr')]

interface Words {
  readonly title: string
  readonly help: string
  readonly weeks: string
  readonly object: string
  readonly week: string
  readonly weekOf: (day: string) => string
  readonly severalWeeks: string
  readonly how: Readonly<Record<ProtectedTelling['how'], string>>
  readonly nobody: string
  readonly voices: (count: string) => string
  readonly words: string
  readonly tellings: (count: number) => string
  readonly none: string
  readonly noneHelp: string
  readonly objects: Readonly<Record<ProtectedTelling['object'], string>>
}

export const protectedWords = chosen<Words>({
  en: {
    title: 'Protected people and things',
    help: 'What reports tell of hospitals, water, electricity, schools and aid being hit: by kind, by week and by whose account. There is no list of places here and none to be had: such a list could be used to aim. Several voices may tell of one attack; they are voices and not attacks that are counted.',
    weeks: 'By week, the latest first',
    object: 'What was hit',
    week: 'Week',
    weekOf: (day) => `from ${day}`,
    severalWeeks: 'told of several weeks',
    how: { told: 'Say so', denied: 'Deny it', not_confirmed: 'Cannot confirm it' },
    nobody: 'nobody',
    voices: (count) => `(${count} voices)`,
    words: 'In their words',
    tellings: (n) => en(n, { one: '# account', other: '# accounts' }),
    none: 'Nobody tells of anything protected being hit by then.',
    noneHelp:
      'It comes from claims about attacks on infrastructure, on services and on aid, and from those that name what was hit. Choose a later instant above, or add documents.',
    objects: {
      health_facility: 'hospitals and clinics',
      health_transport: 'ambulances',
      health_worker: 'health workers',
      aid_worker: 'aid workers',
      aid_convoy: 'convoys of aid',
      warehouse: 'warehouses',
      water_station: 'water supply',
      electricity: 'electricity',
      school: 'schools',
      bakery: 'bakeries',
      market: 'markets',
      camp: 'camps of the displaced',
      religious: 'places of worship',
      civilian_dwelling: 'homes',
      other_service: 'services, not said which',
    },
  },
  ar: {
    title: 'أشخاص وأعيان مشمولون بالحماية',
    help: 'ما ترويه التقارير عن إصابة المستشفيات والمياه والكهرباء والمدارس والمساعدات: بحسب النوع والأسبوع والرواية. ليست هنا قائمة مواقع ولا يمكن الحصول عليها، فقد تُستخدم للتصويب. قد تروي أصوات عدة هجومًا واحدًا؛ المعدود هو الأصوات لا الهجمات.',
    weeks: 'بحسب الأسبوع، الأحدث أولًا',
    object: 'ما أُصيب',
    week: 'الأسبوع',
    weekOf: (day) => `ابتداءً من ${day}`,
    severalWeeks: 'يُروى عن عدة أسابيع',
    how: { told: 'يقولون ذلك', denied: 'ينفونه', not_confirmed: 'لا يستطيعون تأكيده' },
    nobody: 'لا أحد',
    voices: (count) => `(${count} أصوات)`,
    words: 'بألفاظهم',
    tellings: (n) => ar(n, { one: 'رواية واحدة', two: 'روايتان', few: '# روايات', many: '# رواية', other: '# رواية' }),
    none: 'لا أحد يروي حتى ذلك الحين إصابة شيء مشمول بالحماية.',
    noneHelp:
      'يأتي ذلك من الإفادات عن الهجمات على البنية التحتية والخدمات والمساعدات، ومما يسمّي ما أُصيب. اختر لحظة لاحقة أعلاه أو أضف وثائق.',
    objects: {
      health_facility: 'مستشفيات وعيادات',
      health_transport: 'سيارات إسعاف',
      health_worker: 'عاملون صحيون',
      aid_worker: 'عاملون في الإغاثة',
      aid_convoy: 'قوافل مساعدات',
      warehouse: 'مستودعات',
      water_station: 'إمدادات المياه',
      electricity: 'الكهرباء',
      school: 'مدارس',
      bakery: 'مخابز',
      market: 'أسواق',
      camp: 'مخيمات نازحين',
      religious: 'دور عبادة',
      civilian_dwelling: 'مساكن',
      other_service: 'خدمات لم يُذكر أيها',
    },
  },
  ru: {
    title: 'Люди и объекты под защитой',
    help: 'Что сообщают об ударах по больницам, водо- и электроснабжению, школам и помощи: по видам, по неделям и по чьей версии. Списка мест здесь нет, и получить его нельзя: по нему можно было бы целиться. Об одном нападении могут говорить несколько голосов; считаются голоса, а не нападения.',
    weeks: 'По неделям, сначала последняя',
    object: 'Что пострадало',
    week: 'Неделя',
    weekOf: (day) => `с ${day}`,
    severalWeeks: 'сказано о нескольких неделях',
    how: { told: 'Говорят об этом', denied: 'Отрицают', not_confirmed: 'Не могут подтвердить' },
    nobody: 'никто',
    voices: (count) => `(голосов: ${count})`,
    words: 'Их словами',
    tellings: (n) => ru(n, { one: '# сообщение', few: '# сообщения', many: '# сообщений', other: '# сообщения' }),
    none: 'К этому моменту никто не сообщает об ударах по тому, что под защитой.',
    noneHelp:
      'Это берётся из утверждений о нападениях на инфраструктуру, службы и помощь и из тех, где названо, что пострадало. Выберите выше более поздний момент или добавьте документы.',
    objects: {
      health_facility: 'больницы и поликлиники',
      health_transport: 'машины скорой помощи',
      health_worker: 'медицинские работники',
      aid_worker: 'работники помощи',
      aid_convoy: 'колонны с помощью',
      warehouse: 'склады',
      water_station: 'водоснабжение',
      electricity: 'электричество',
      school: 'школы',
      bakery: 'пекарни',
      market: 'рынки',
      camp: 'лагеря переселенцев',
      religious: 'места богослужения',
      civilian_dwelling: 'жилые дома',
      other_service: 'службы, не сказано какие',
    },
  },
  fr: {
    title: 'Personnes et biens protégés',
    help: 'Ce que les rapports disent des hôpitaux, de l’eau, de l’électricité, des écoles et de l’aide touchés : par nature, par semaine et selon quelle version. Il n’y a pas ici de liste de lieux, et il n’y en a nulle part : elle pourrait servir à viser. Plusieurs voix peuvent parler d’une même attaque ; ce sont les voix qui sont comptées, non les attaques.',
    weeks: 'Par semaine, la dernière d’abord',
    object: 'Ce qui a été touché',
    week: 'Semaine',
    weekOf: (day) => `à partir du ${day}`,
    severalWeeks: 'dit de plusieurs semaines',
    how: { told: 'Le disent', denied: 'Le nient', not_confirmed: 'Ne peuvent le confirmer' },
    nobody: 'personne',
    voices: (count) => `(${count} voix)`,
    words: 'Dans leurs mots',
    tellings: (n) => fr(n, { one: '# récit', other: '# récits' }),
    none: 'À cet instant, personne ne dit qu’un bien protégé a été touché.',
    noneHelp:
      'Cela vient des affirmations sur des attaques contre des infrastructures, des services et l’aide, et de celles qui nomment ce qui a été touché. Choisissez plus haut un instant plus tardif, ou ajoutez des documents.',
    objects: {
      health_facility: 'hôpitaux et cliniques',
      health_transport: 'ambulances',
      health_worker: 'personnel de santé',
      aid_worker: 'travailleurs humanitaires',
      aid_convoy: 'convois d’aide',
      warehouse: 'entrepôts',
      water_station: 'approvisionnement en eau',
      electricity: 'électricité',
      school: 'écoles',
      bakery: 'boulangeries',
      market: 'marchés',
      camp: 'camps de déplacés',
      religious: 'lieux de culte',
      civilian_dwelling: 'habitations',
      other_service: 'services, sans dire lesquels',
    },
  },
})
