// The words of the inbox, in every language.
import { chosen, type Language } from '../language.ts'
import type { Forms } from '../plural.ts'

interface Words {
  readonly intro: string
  readonly parts: { readonly read: string; readonly together: string }
  readonly documents: string
  readonly open: Forms
  readonly allDecided: string
  readonly waiting: string
  readonly takeIn: string
  readonly upload: {
    readonly title: string
    readonly file: string
    readonly published: string
    readonly outlet: string
    readonly send: string
    readonly help: string
    readonly read: Forms
  }
  readonly empty: { readonly title: string; readonly text: string }
  readonly readOnly: string
  readonly keys: string
  readonly claims: string
  readonly states: Readonly<Record<'open' | 'accepted' | 'corrected' | 'rejected', string>>
  readonly fields: Readonly<Record<string, string>>
  readonly severalHelp: string
  readonly confirm: string
  readonly change: string
  readonly reject: string
  readonly reason: string
  readonly undo: string
  readonly undoNow: string
  readonly undone: string
  readonly undoReason: string
  readonly yes: string
  readonly no: string
  readonly again: string
  readonly by: (who: string, when: string) => string
  readonly text: string
  readonly proposal: string
  readonly together: {
    readonly intro: string
    readonly none: string
    readonly chosen: Forms
    readonly join: string
    readonly part: string
    readonly rulings: string
    readonly joined: string
    readonly parted: string
    readonly takeBack: string
    readonly apart: string
    readonly choose: string
    readonly chooseAll: string
    readonly copies: string
    readonly shared: Forms
    readonly share: (percent: string) => string
    readonly sources: Forms
  }
  readonly done: string
  readonly notDone: string
}

const all: Readonly<Record<Language, Words>> = {
  en: {
    intro: 'What a reader found in documents is a proposal. It counts once a person has confirmed it.',
    parts: { read: 'Documents to read', together: 'What belongs together' },
    documents: 'Documents',
    open: { one: '# claim to decide', other: '# claims to decide' },
    allDecided: 'all decided',
    waiting: 'Reports in the folder',
    takeIn: 'Read it',
    upload: {
      title: 'Hand over a document',
      file: 'File',
      published: 'Published (where the file does not say it)',
      outlet: 'Published by (where the file does not say it)',
      send: 'Hand over',
      help: 'Text, HTML, DOCX, PDF, e-mail, feeds, or an archive of these. It is kept under its digest, then read in a locked process.',
      read: { one: '# claim proposed', other: '# claims proposed' },
    },
    empty: {
      title: 'Nothing waits for you.',
      text: 'Hand over a report, or put one into the folder `reports`. What is read out of it appears here, each claim with its sentence, to confirm, change or reject.',
    },
    readOnly: 'This server only reads: start it with `truce serve` to write.',
    keys: 'In the list: j and k go on and back, Enter confirms, e changes, x rejects.',
    claims: 'Claims in this document',
    states: { open: 'to decide', accepted: 'confirmed', corrected: 'changed', rejected: 'rejected' },
    fields: {
      kind: 'Kind',
      speaker: 'Speaker',
      speaker_side: 'Side',
      places: 'Places',
      negated: 'Says it is not so',
      date: 'Date',
      actor_blamed: 'Blamed',
    },
    severalHelp: 'Several places with ; between, - for none.',
    confirm: 'Confirm',
    change: 'Change',
    reject: 'Reject',
    reason: 'Reason',
    undo: 'Take back',
    undoNow: 'Undo',
    undone: 'Undone.',
    undoReason: 'undone at once, in the inbox',
    yes: 'yes',
    no: 'no',
    again: 'Confirm after all',
    by: (who, when) => `by ${who}, ${when}`,
    text: 'The document as read',
    proposal: 'Proposed',
    together: {
      intro:
        'Claims that the rules bring together as telling of one thing. Choose two or more and rule otherwise, with a reason.',
      none: 'No two claims of the record tell of one thing yet.',
      chosen: { one: '# claim chosen', other: '# claims chosen' },
      join: 'They tell of one happening',
      part: 'They tell of different happenings',
      rulings: 'Rulings that stand',
      joined: 'joined',
      parted: 'parted',
      takeBack: 'Take back',
      apart: 'Kept apart by the rules',
      choose: 'Choose both',
      chooseAll: 'Choose all of these',
      copies: 'Documents that are copies',
      shared: { one: '# sentence that both have', other: '# sentences that both have' },
      share: (percent) => `${percent} of the shorter`,
      sources: { one: '# source', other: '# sources' },
    },
    done: 'Entered.',
    notDone: 'Not entered',
  },
  ar: {
    intro: 'ما وجده القارئ في الوثائق مقترح. لا يُحتسب إلا بعد أن يؤكده شخص.',
    parts: { read: 'وثائق للقراءة', together: 'ما يعود إلى أمر واحد' },
    documents: 'الوثائق',
    open: {
      zero: 'لا إفادات للبت فيها',
      one: 'إفادة واحدة للبت فيها (#)',
      two: 'إفادتان للبت فيهما (#)',
      few: '# إفادات للبت فيها',
      many: '# إفادة للبت فيها',
      other: '# إفادة للبت فيها',
    },
    allDecided: 'بُتّ في الكل',
    waiting: 'تقارير في المجلد',
    takeIn: 'اقرأه',
    upload: {
      title: 'سلّم وثيقة',
      file: 'الملف',
      published: 'تاريخ النشر (إن لم يذكره الملف)',
      outlet: 'الناشر (إن لم يذكره الملف)',
      send: 'سلّم',
      help: 'نص أو HTML أو DOCX أو PDF أو بريد أو خلاصات أو أرشيف منها. يُحفظ ببصمته ثم يُقرأ في عملية معزولة.',
      read: {
        zero: 'لم تُقترح إفادات',
        one: 'اقتُرحت إفادة واحدة (#)',
        two: 'اقتُرحت إفادتان (#)',
        few: 'اقتُرحت # إفادات',
        many: 'اقتُرحت # إفادة',
        other: 'اقتُرحت # إفادة',
      },
    },
    empty: {
      title: 'لا شيء ينتظرك.',
      text: 'سلّم تقريرا أو ضع واحدا في المجلد `reports`. ما يُقرأ منه يظهر هنا، كل إفادة مع جملتها، لتؤكدها أو تغيّرها أو ترفضها.',
    },
    readOnly: 'هذا الخادم للقراءة فقط: شغّله بالأمر `truce serve` للكتابة.',
    keys: 'في القائمة: j و k للتالي والسابق، Enter للتأكيد، e للتغيير، x للرفض.',
    claims: 'الإفادات في هذه الوثيقة',
    states: { open: 'للبت', accepted: 'مؤكدة', corrected: 'معدّلة', rejected: 'مرفوضة' },
    fields: {
      kind: 'النوع',
      speaker: 'المتحدث',
      speaker_side: 'الطرف',
      places: 'الأماكن',
      negated: 'يقول إنه لم يحدث',
      date: 'التاريخ',
      actor_blamed: 'المنسوب إليه',
    },
    severalHelp: 'عدة أماكن بينها ; و - إن لم يوجد.',
    confirm: 'أكّد',
    change: 'غيّر',
    reject: 'ارفض',
    reason: 'السبب',
    undo: 'تراجع',
    undoNow: 'ألغِ ما فعلت',
    undone: 'أُلغي.',
    undoReason: 'أُلغي فورا في شاشة الوارد',
    yes: 'نعم',
    no: 'لا',
    again: 'أكّد بعد كل شيء',
    by: (who, when) => `بواسطة ${who}، ${when}`,
    text: 'الوثيقة كما قُرئت',
    proposal: 'مقترح',
    together: {
      intro: 'إفادات تجمعها القواعد لأنها تروي أمرا واحدا. اختر اثنتين أو أكثر واحكم بخلاف ذلك مع السبب.',
      none: 'لا إفادتان في السجل ترويان أمرا واحدا بعد.',
      chosen: {
        zero: 'لم تُختر إفادات',
        one: 'اختيرت إفادة واحدة (#)',
        two: 'اختيرت إفادتان (#)',
        few: 'اختيرت # إفادات',
        many: 'اختيرت # إفادة',
        other: 'اختيرت # إفادة',
      },
      join: 'تروي حادثا واحدا',
      part: 'تروي حوادث مختلفة',
      rulings: 'أحكام قائمة',
      joined: 'جُمعت',
      parted: 'فُرّقت',
      takeBack: 'تراجع',
      apart: 'فرّقتها القواعد',
      choose: 'اختر الاثنتين',
      chooseAll: 'اختر هذه كلها',
      copies: 'وثائق منسوخة',
      shared: {
        zero: 'لا جمل مشتركة',
        one: 'جملة واحدة مشتركة (#)',
        two: 'جملتان مشتركتان (#)',
        few: '# جمل مشتركة',
        many: '# جملة مشتركة',
        other: '# جملة مشتركة',
      },
      share: (percent) => `${percent} من الأقصر`,
      sources: {
        zero: 'لا مصادر',
        one: 'مصدر واحد (#)',
        two: 'مصدران (#)',
        few: '# مصادر',
        many: '# مصدرا',
        other: '# مصدر',
      },
    },
    done: 'أُدرج.',
    notDone: 'لم يُدرج',
  },
  ru: {
    intro: 'Найденное в документах — предложение. Оно учитывается, когда его подтвердил человек.',
    parts: { read: 'Документы к прочтению', together: 'Что относится к одному' },
    documents: 'Документы',
    open: {
      one: '# утверждение ждёт решения',
      few: '# утверждения ждут решения',
      many: '# утверждений ждут решения',
      other: '# утверждения ждут решения',
    },
    allDecided: 'всё решено',
    waiting: 'Сообщения в папке',
    takeIn: 'Прочитать',
    upload: {
      title: 'Передать документ',
      file: 'Файл',
      published: 'Опубликовано (если файл этого не говорит)',
      outlet: 'Кем опубликовано (если файл этого не говорит)',
      send: 'Передать',
      help: 'Текст, HTML, DOCX, PDF, письмо, лента или архив из них. Хранится под своей контрольной суммой и читается в запертом процессе.',
      read: {
        one: 'предложено # утверждение',
        few: 'предложено # утверждения',
        many: 'предложено # утверждений',
        other: 'предложено # утверждения',
      },
    },
    empty: {
      title: 'Ничто вас не ждёт.',
      text: 'Передайте сообщение или положите его в папку `reports`. Прочитанное появится здесь: каждое утверждение со своей фразой, чтобы подтвердить, изменить или отклонить.',
    },
    readOnly: 'Этот сервер только читает: чтобы писать, запустите его командой `truce serve`.',
    keys: 'В списке: j и k — дальше и назад, Enter подтверждает, e меняет, x отклоняет.',
    claims: 'Утверждения в этом документе',
    states: { open: 'решить', accepted: 'подтверждено', corrected: 'изменено', rejected: 'отклонено' },
    fields: {
      kind: 'Вид',
      speaker: 'Кто говорит',
      speaker_side: 'Сторона',
      places: 'Места',
      negated: 'Говорит, что этого не было',
      date: 'Дата',
      actor_blamed: 'Кого винят',
    },
    severalHelp: 'Несколько мест через ; если нет — -.',
    confirm: 'Подтвердить',
    change: 'Изменить',
    reject: 'Отклонить',
    reason: 'Причина',
    undo: 'Взять назад',
    undoNow: 'Отменить',
    undone: 'Отменено.',
    undoReason: 'сразу отменено во входящих',
    yes: 'да',
    no: 'нет',
    again: 'Всё же подтвердить',
    by: (who, when) => `${who}, ${when}`,
    text: 'Документ, как он прочитан',
    proposal: 'Предложено',
    together: {
      intro:
        'Утверждения, которые правила свели как рассказ об одном. Выберите два или больше и решите иначе, назвав причину.',
      none: 'Пока нет двух утверждений об одном.',
      chosen: {
        one: 'выбрано # утверждение',
        few: 'выбрано # утверждения',
        many: 'выбрано # утверждений',
        other: 'выбрано # утверждения',
      },
      join: 'Они об одном событии',
      part: 'Они о разных событиях',
      rulings: 'Действующие решения',
      joined: 'сведены',
      parted: 'разведены',
      takeBack: 'Взять назад',
      apart: 'Разведены правилами',
      choose: 'Выбрать оба',
      chooseAll: 'Выбрать все эти',
      copies: 'Документы-копии',
      shared: {
        one: '# общая фраза',
        few: '# общие фразы',
        many: '# общих фраз',
        other: '# общей фразы',
      },
      share: (percent) => `${percent} более короткого`,
      sources: { one: '# источник', few: '# источника', many: '# источников', other: '# источника' },
    },
    done: 'Внесено.',
    notDone: 'Не внесено',
  },
  fr: {
    intro:
      'Ce qui a été trouvé dans les documents est une proposition. Elle compte une fois qu’une personne l’a confirmée.',
    parts: { read: 'Documents à lire', together: 'Ce qui va ensemble' },
    documents: 'Documents',
    open: { one: '# affirmation à trancher', other: '# affirmations à trancher' },
    allDecided: 'tout est tranché',
    waiting: 'Rapports dans le dossier',
    takeIn: 'Le lire',
    upload: {
      title: 'Remettre un document',
      file: 'Fichier',
      published: 'Publié le (si le fichier ne le dit pas)',
      outlet: 'Publié par (si le fichier ne le dit pas)',
      send: 'Remettre',
      help: 'Texte, HTML, DOCX, PDF, courriel, flux, ou une archive de ceux-ci. Il est conservé sous son empreinte, puis lu dans un processus verrouillé.',
      read: { one: '# affirmation proposée', other: '# affirmations proposées' },
    },
    empty: {
      title: 'Rien ne vous attend.',
      text: 'Remettez un rapport, ou placez-en un dans le dossier `reports`. Ce qui y est lu paraît ici, chaque affirmation avec sa phrase, à confirmer, modifier ou rejeter.',
    },
    readOnly: 'Ce serveur ne fait que lire : lancez-le avec `truce serve` pour écrire.',
    keys: 'Dans la liste : j et k avancent et reculent, Entrée confirme, e modifie, x rejette.',
    claims: 'Affirmations de ce document',
    states: { open: 'à trancher', accepted: 'confirmée', corrected: 'modifiée', rejected: 'rejetée' },
    fields: {
      kind: 'Nature',
      speaker: 'Qui parle',
      speaker_side: 'Camp',
      places: 'Lieux',
      negated: 'Dit que ce n’est pas le cas',
      date: 'Date',
      actor_blamed: 'Mis en cause',
    },
    severalHelp: 'Plusieurs lieux séparés par ; et - s’il n’y en a pas.',
    confirm: 'Confirmer',
    change: 'Modifier',
    reject: 'Rejeter',
    reason: 'Motif',
    undo: 'Revenir dessus',
    undoNow: 'Annuler',
    undone: 'Annulé.',
    undoReason: 'annulé aussitôt, dans cet écran',
    yes: 'oui',
    no: 'non',
    again: 'Confirmer malgré tout',
    by: (who, when) => `par ${who}, ${when}`,
    text: 'Le document tel que lu',
    proposal: 'Proposition',
    together: {
      intro:
        'Affirmations que les règles rapprochent comme parlant d’une même chose. Choisissez-en deux ou plus et tranchez autrement, avec un motif.',
      none: 'Deux affirmations ne parlent encore jamais de la même chose.',
      chosen: { one: '# affirmation choisie', other: '# affirmations choisies' },
      join: 'Elles parlent d’un même fait',
      part: 'Elles parlent de faits différents',
      rulings: 'Décisions en vigueur',
      joined: 'jointes',
      parted: 'séparées',
      takeBack: 'Revenir dessus',
      apart: 'Tenues séparées par les règles',
      choose: 'Choisir les deux',
      chooseAll: 'Choisir toutes celles-ci',
      copies: 'Documents qui sont des copies',
      shared: { one: '# phrase que les deux contiennent', other: '# phrases que les deux contiennent' },
      share: (percent) => `${percent} du plus court`,
      sources: { one: '# source', other: '# sources' },
    },
    done: 'Inscrit.',
    notDone: 'Pas inscrit',
  },
}

export const inboxWords = chosen(all)
