// The words of recording in the field, in every language.
import { chosen, type Language } from '../language.ts'
import type { Forms } from '../plural.ts'
import type { AidKind, Form, IncidentKind, SealState, Side } from './form-record.ts'

interface Words {
  readonly intro: string
  readonly offline: { readonly ready: string; readonly not: string }
  readonly link: string
  readonly noLink: string
  readonly signedOut: string
  readonly what: string
  readonly forms: Readonly<Record<Form, string>>
  readonly who: string
  readonly side: string
  readonly sides: Readonly<Record<Side, string>>
  readonly at: string
  readonly place: string
  readonly words: string
  readonly wordsHelp: string
  readonly kind: string
  readonly kinds: Readonly<Record<IncidentKind, string>>
  readonly blamed: string
  readonly killed: string
  readonly injured: string
  readonly aid: string
  readonly aids: Readonly<Record<AidKind | 'none', string>>
  readonly consignment: string
  readonly seal: string
  readonly sealState: string
  readonly sealStates: Readonly<Record<SealState, string>>
  readonly asClaims: string
  readonly optional: string
  readonly record: string
  readonly recorded: string
  readonly missing: string
  readonly waiting: Forms
  readonly refused: Forms
  readonly sent: Forms
  readonly nothing: string
  readonly sendNow: string
  readonly sending: string
  readonly again: string
  readonly drop: string
  readonly entry: (index: number, received: string) => string
  readonly more: Forms
  readonly unkept: string
}

const all: Readonly<Record<Language, Words>> = {
  en: {
    intro:
      'Write down what you see, also without a link. What you record stays in this browser until it has been entered, once and in order.',
    offline: {
      ready: 'This page opens without a link on this device.',
      not: 'This page is not kept on this device yet: open it once with a link.',
    },
    link: 'There is a link to the server.',
    noLink: 'There is no link to the server. Recording goes on.',
    signedOut: 'The server does not know you. Sign in again; nothing is lost.',
    what: 'What do you record?',
    forms: { incident: 'Incident', seal: 'Seal check', access: 'Access step' },
    who: 'Who says it',
    side: 'Speaking for',
    sides: {
      monitor: 'monitors',
      un: 'United Nations',
      outlet: 'a news outlet',
      us: 'United States',
      russia: 'Russia',
      turkey: 'Turkey',
      syria_gov: 'Syrian government',
      opposition: 'opposition',
      unknown: 'not known',
    },
    at: 'When it happened',
    place: 'Where',
    words: 'In your words',
    wordsHelp: 'These words are kept exactly and quoted. Say only what was seen or heard, and how.',
    kind: 'What happened',
    kinds: {
      shelling: 'shelling',
      air_strike: 'air strike',
      sniper_fire: 'sniper fire',
      ground_clash: 'clash on the ground',
      explosive_device: 'explosive device',
      weapon_use: 'use of a weapon',
      attack_on_infrastructure: 'attack on infrastructure',
      attack_on_aid: 'attack on aid',
      abduction: 'abduction',
      casualties: 'people killed or injured',
      violence_general: 'other violence',
    },
    blamed: 'Said to be done by',
    killed: 'Killed',
    injured: 'Injured',
    aid: 'What became of the aid',
    aids: {
      none: 'nothing to say',
      aid_approval: 'approved',
      aid_convoy_waiting: 'held, waiting',
      aid_denial: 'turned back or refused',
      aid_delivery: 'delivered',
      attack_on_aid: 'attacked or looted',
    },
    consignment: 'Convoy or request',
    seal: 'Number of the seal',
    sealState: 'The seal is',
    sealStates: { intact: 'intact', broken: 'broken', replaced: 'replaced', missing: 'missing' },
    asClaims:
      'What you record becomes a document with your words, which the screen on access shows as told by you, and a claim where the aid was approved, held, refused, delivered or attacked. Tables of seals and requests are not written from here.',
    optional: 'may be left empty',
    record: 'Record',
    recorded: 'Recorded on this device.',
    missing: 'Fill in who says it, when, and the words.',
    waiting: { one: '# record waits to be sent', other: '# records wait to be sent' },
    refused: { one: '# record was not taken', other: '# records were not taken' },
    sent: { one: '# record sent', other: '# records sent' },
    nothing: 'Nothing has been recorded on this device yet.',
    sendNow: 'Send now',
    sending: 'Sending…',
    again: 'Take back into the form',
    drop: 'Leave it out',
    entry: (index, received) => `entry ${index}, received ${received}`,
    more: { one: 'and # more', other: 'and # more' },
    unkept: 'This browser keeps nothing, so that records would be lost. Allow it to keep data of this page.',
  },
  ar: {
    intro: 'دوّن ما تراه ولو بلا اتصال. يبقى ما تسجّله في هذا المتصفح إلى أن يُدرَج، مرة واحدة وبالترتيب.',
    offline: {
      ready: 'تُفتح هذه الصفحة على هذا الجهاز بلا اتصال.',
      not: 'هذه الصفحة غير محفوظة على هذا الجهاز بعد: افتحها مرة مع اتصال.',
    },
    link: 'يوجد اتصال بالخادم.',
    noLink: 'لا يوجد اتصال بالخادم. التسجيل مستمر.',
    signedOut: 'الخادم لا يعرفك. سجّل الدخول من جديد؛ لم يُفقد شيء.',
    what: 'ماذا تسجّل؟',
    forms: { incident: 'حادث', seal: 'فحص ختم', access: 'خطوة وصول' },
    who: 'من يقول ذلك',
    side: 'يتحدث باسم',
    sides: {
      monitor: 'المراقبين',
      un: 'الأمم المتحدة',
      outlet: 'وسيلة إعلام',
      us: 'الولايات المتحدة',
      russia: 'روسيا',
      turkey: 'تركيا',
      syria_gov: 'الحكومة السورية',
      opposition: 'المعارضة',
      unknown: 'غير معروف',
    },
    at: 'متى حدث',
    place: 'أين',
    words: 'بكلماتك',
    wordsHelp: 'تُحفظ هذه الكلمات كما هي ويُقتبس منها. قل فقط ما شوهد أو سُمع، وكيف.',
    kind: 'ماذا حدث',
    kinds: {
      shelling: 'قصف مدفعي',
      air_strike: 'غارة جوية',
      sniper_fire: 'نيران قناصة',
      ground_clash: 'اشتباك بري',
      explosive_device: 'عبوة ناسفة',
      weapon_use: 'استخدام سلاح',
      attack_on_infrastructure: 'هجوم على بنية تحتية',
      attack_on_aid: 'هجوم على المساعدات',
      abduction: 'خطف',
      casualties: 'قتلى أو جرحى',
      violence_general: 'عنف آخر',
    },
    blamed: 'يُنسب إلى',
    killed: 'قتلى',
    injured: 'جرحى',
    aid: 'ماذا حلّ بالمساعدات',
    aids: {
      none: 'لا شيء يقال',
      aid_approval: 'أُجيزت',
      aid_convoy_waiting: 'محتجزة تنتظر',
      aid_denial: 'رُدّت أو رُفضت',
      aid_delivery: 'سُلّمت',
      attack_on_aid: 'هوجمت أو نُهبت',
    },
    consignment: 'القافلة أو الطلب',
    seal: 'رقم الختم',
    sealState: 'حالة الختم',
    sealStates: { intact: 'سليم', broken: 'مكسور', replaced: 'مستبدل', missing: 'مفقود' },
    asClaims:
      'يصبح ما تسجّله وثيقة بكلماتك تعرضها شاشة الوصول على لسانك، وإفادة إذا أُجيزت المساعدات أو احتُجزت أو رُفضت أو سُلّمت أو هوجمت. لا تُكتب جداول الأختام والطلبات من هنا.',
    optional: 'يجوز تركه فارغا',
    record: 'سجّل',
    recorded: 'سُجّل على هذا الجهاز.',
    missing: 'املأ من يقول ذلك، ومتى، والكلمات.',
    waiting: {
      zero: 'لا سجلات تنتظر الإرسال',
      one: 'سجل واحد ينتظر الإرسال (#)',
      two: 'سجلان ينتظران الإرسال (#)',
      few: '# سجلات تنتظر الإرسال',
      many: '# سجلا ينتظر الإرسال',
      other: '# سجل ينتظر الإرسال',
    },
    refused: {
      zero: 'لم يُرفض شيء',
      one: 'لم يُقبل سجل واحد (#)',
      two: 'لم يُقبل سجلان (#)',
      few: 'لم تُقبل # سجلات',
      many: 'لم يُقبل # سجلا',
      other: 'لم يُقبل # سجل',
    },
    sent: {
      zero: 'لم يُرسل شيء',
      one: 'أُرسل سجل واحد (#)',
      two: 'أُرسل سجلان (#)',
      few: 'أُرسلت # سجلات',
      many: 'أُرسل # سجلا',
      other: 'أُرسل # سجل',
    },
    nothing: 'لم يُسجّل شيء على هذا الجهاز بعد.',
    sendNow: 'أرسل الآن',
    sending: 'جارٍ الإرسال…',
    again: 'أعده إلى النموذج',
    drop: 'اتركه',
    entry: (index, received) => `المدخلة ${index}، وردت ${received}`,
    more: { few: 'و# أخرى', many: 'و# أخرى', other: 'و# أخرى' },
    unkept: 'لا يحفظ هذا المتصفح شيئا، فتضيع السجلات. اسمح له بحفظ بيانات هذه الصفحة.',
  },
  ru: {
    intro:
      'Записывайте, что видите, и без связи. Записанное остаётся в этом браузере, пока не будет внесено: один раз и по порядку.',
    offline: {
      ready: 'На этом устройстве страница открывается без связи.',
      not: 'На этом устройстве страница ещё не сохранена: откройте её один раз со связью.',
    },
    link: 'Связь с сервером есть.',
    noLink: 'Связи с сервером нет. Запись продолжается.',
    signedOut: 'Сервер вас не знает. Войдите снова; ничего не потеряно.',
    what: 'Что вы записываете?',
    forms: { incident: 'Инцидент', seal: 'Проверка пломбы', access: 'Шаг доступа' },
    who: 'Кто говорит',
    side: 'От имени',
    sides: {
      monitor: 'наблюдателей',
      un: 'Организации Объединённых Наций',
      outlet: 'издания',
      us: 'Соединённых Штатов',
      russia: 'России',
      turkey: 'Турции',
      syria_gov: 'правительства Сирии',
      opposition: 'оппозиции',
      unknown: 'неизвестно кого',
    },
    at: 'Когда произошло',
    place: 'Где',
    words: 'Вашими словами',
    wordsHelp: 'Эти слова хранятся точно и цитируются. Говорите только то, что видели или слышали, и как.',
    kind: 'Что произошло',
    kinds: {
      shelling: 'обстрел',
      air_strike: 'авиаудар',
      sniper_fire: 'огонь снайпера',
      ground_clash: 'столкновение на земле',
      explosive_device: 'взрывное устройство',
      weapon_use: 'применение оружия',
      attack_on_infrastructure: 'нападение на инфраструктуру',
      attack_on_aid: 'нападение на помощь',
      abduction: 'похищение',
      casualties: 'убитые или раненые',
      violence_general: 'иное насилие',
    },
    blamed: 'Как говорят, сделано кем',
    killed: 'Убито',
    injured: 'Ранено',
    aid: 'Что стало с помощью',
    aids: {
      none: 'сказать нечего',
      aid_approval: 'разрешена',
      aid_convoy_waiting: 'задержана, ждёт',
      aid_denial: 'возвращена или не допущена',
      aid_delivery: 'доставлена',
      attack_on_aid: 'подверглась нападению или разграблена',
    },
    consignment: 'Конвой или запрос',
    seal: 'Номер пломбы',
    sealState: 'Пломба',
    sealStates: { intact: 'цела', broken: 'сломана', replaced: 'заменена', missing: 'отсутствует' },
    asClaims:
      'Записанное становится документом с вашими словами, который экран доступа показывает с вашей стороны, и утверждением, если помощь разрешили, задержали, не допустили, доставили или на неё напали. Таблицы пломб и запросов отсюда не пишутся.',
    optional: 'можно оставить пустым',
    record: 'Записать',
    recorded: 'Записано на этом устройстве.',
    missing: 'Укажите, кто говорит, когда, и сами слова.',
    waiting: {
      one: '# запись ждёт отправки',
      few: '# записи ждут отправки',
      many: '# записей ждут отправки',
      other: '# записи ждут отправки',
    },
    refused: {
      one: '# запись не принята',
      few: '# записи не приняты',
      many: '# записей не принято',
      other: '# записи не приняты',
    },
    sent: {
      one: '# запись отправлена',
      few: '# записи отправлены',
      many: '# записей отправлено',
      other: '# записи отправлено',
    },
    nothing: 'На этом устройстве ещё ничего не записано.',
    sendNow: 'Отправить сейчас',
    sending: 'Отправляется…',
    again: 'Вернуть в форму',
    drop: 'Не отправлять',
    entry: (index, received) => `запись ${index} реестра, получена ${received}`,
    more: { one: 'и ещё #', few: 'и ещё #', many: 'и ещё #', other: 'и ещё #' },
    unkept: 'Этот браузер ничего не хранит, и записи пропали бы. Разрешите ему хранить данные этой страницы.',
  },
  fr: {
    intro:
      'Notez ce que vous voyez, même sans liaison. Ce que vous saisissez reste dans ce navigateur jusqu’à son inscription, une seule fois et dans l’ordre.',
    offline: {
      ready: 'Sur cet appareil, cette page s’ouvre sans liaison.',
      not: 'Cette page n’est pas encore conservée sur cet appareil : ouvrez-la une fois avec une liaison.',
    },
    link: 'La liaison avec le serveur est établie.',
    noLink: 'Aucune liaison avec le serveur. La saisie continue.',
    signedOut: 'Le serveur ne vous connaît pas. Reconnectez-vous ; rien n’est perdu.',
    what: 'Que saisissez-vous ?',
    forms: { incident: 'Incident', seal: 'Contrôle de scellé', access: 'Étape d’accès' },
    who: 'Qui le dit',
    side: 'Au nom de',
    sides: {
      monitor: 'observateurs',
      un: 'Nations unies',
      outlet: 'un média',
      us: 'États-Unis',
      russia: 'Russie',
      turkey: 'Turquie',
      syria_gov: 'gouvernement syrien',
      opposition: 'opposition',
      unknown: 'inconnu',
    },
    at: 'Quand cela s’est passé',
    place: 'Où',
    words: 'Dans vos mots',
    wordsHelp: 'Ces mots sont conservés tels quels et cités. Dites seulement ce qui a été vu ou entendu, et comment.',
    kind: 'Ce qui s’est passé',
    kinds: {
      shelling: 'bombardement',
      air_strike: 'frappe aérienne',
      sniper_fire: 'tir de sniper',
      ground_clash: 'affrontement au sol',
      explosive_device: 'engin explosif',
      weapon_use: 'emploi d’une arme',
      attack_on_infrastructure: 'attaque contre une infrastructure',
      attack_on_aid: 'attaque contre l’aide',
      abduction: 'enlèvement',
      casualties: 'morts ou blessés',
      violence_general: 'autre violence',
    },
    blamed: 'Attribué à',
    killed: 'Tués',
    injured: 'Blessés',
    aid: 'Ce qu’est devenue l’aide',
    aids: {
      none: 'rien à dire',
      aid_approval: 'autorisée',
      aid_convoy_waiting: 'retenue, en attente',
      aid_denial: 'renvoyée ou refusée',
      aid_delivery: 'livrée',
      attack_on_aid: 'attaquée ou pillée',
    },
    consignment: 'Convoi ou demande',
    seal: 'Numéro du scellé',
    sealState: 'Le scellé est',
    sealStates: { intact: 'intact', broken: 'brisé', replaced: 'remplacé', missing: 'absent' },
    asClaims:
      'Ce que vous saisissez devient un document avec vos mots, que l’écran sur l’accès montre comme dit par vous, et une affirmation si l’aide a été autorisée, retenue, refusée, livrée ou attaquée. Les tables des scellés et des demandes ne s’écrivent pas d’ici.',
    optional: 'peut rester vide',
    record: 'Enregistrer',
    recorded: 'Enregistré sur cet appareil.',
    missing: 'Indiquez qui le dit, quand, et les mots.',
    waiting: { one: '# saisie attend l’envoi', other: '# saisies attendent l’envoi' },
    refused: { one: '# saisie n’a pas été acceptée', other: '# saisies n’ont pas été acceptées' },
    sent: { one: '# saisie envoyée', other: '# saisies envoyées' },
    nothing: 'Rien n’a encore été saisi sur cet appareil.',
    sendNow: 'Envoyer maintenant',
    sending: 'Envoi…',
    again: 'Reprendre dans le formulaire',
    drop: 'L’abandonner',
    entry: (index, received) => `entrée ${index}, reçue ${received}`,
    more: { one: 'et # autre', other: 'et # autres' },
    unkept:
      'Ce navigateur ne conserve rien : les saisies seraient perdues. Autorisez-le à conserver les données de cette page.',
  },
}

export const recordFieldWords = chosen(all)
