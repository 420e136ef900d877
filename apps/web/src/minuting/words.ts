// The words around what is written into the minutes, in all languages.
import { chosen } from '../language.ts'

interface MinutingWords {
  readonly when: string
  readonly whenHelp: string
  readonly enter: string
  readonly entered: string
  readonly refused: string
  readonly refusedBy: string
  readonly nobody: string
  readonly none: string
  readonly speaksFor: (ids: string) => string
  readonly speaksForAll: string
}

export const minutingWords = chosen<MinutingWords>({
  en: {
    when: 'When was it done?',
    whenHelp: 'left empty: now',
    enter: 'Enter',
    entered: 'Entered in the record.',
    refused: 'Not entered',
    refusedBy: 'by',
    nobody:
      'Your organisation speaks for nobody here, so you can read and not write. Whoever keeps the server says for whom it speaks.',
    none: '–',
    speaksFor: (ids) => `Your organisation speaks here for: ${ids}.`,
    speaksForAll: 'Your organisation keeps the minutes for all: it speaks for everybody whom the agreement names.',
  },
  ar: {
    when: 'متى جرى ذلك؟',
    whenHelp: 'إن تُرك فارغًا: الآن',
    enter: 'قيِّد',
    entered: 'قُيِّد في السجل.',
    refused: 'لم يُقيَّد',
    refusedBy: 'بموجب',
    nobody: 'لا تتكلم منظمتك هنا باسم أحد، فلك أن تقرأ لا أن تكتب. القائم على الخادم هو من يحدد باسم من تتكلم.',
    none: '–',
    speaksFor: (ids) => `تتكلم منظمتك هنا باسم: ${ids}.`,
    speaksForAll: 'تمسك منظمتك المحضر للجميع: فهي تتكلم باسم كل من يذكره الاتفاق.',
  },
  ru: {
    when: 'Когда это сделано?',
    whenHelp: 'если пусто: сейчас',
    enter: 'Внести',
    entered: 'Внесено в запись.',
    refused: 'Не внесено',
    refusedBy: 'по положению',
    nobody:
      'Ваша организация здесь ни от чьего имени не говорит: вы можете читать, но не писать. От чьего имени она говорит, указывает тот, кто ведёт сервер.',
    none: '–',
    speaksFor: (ids) => `Ваша организация говорит здесь от имени: ${ids}.`,
    speaksForAll: 'Ваша организация ведёт протокол за всех: она говорит от имени всех, кого называет соглашение.',
  },
  fr: {
    when: 'Quand cela a-t-il été fait ?',
    whenHelp: 'si vide : maintenant',
    enter: 'Inscrire',
    entered: 'Inscrit dans le registre.',
    refused: 'Pas inscrit',
    refusedBy: 'par',
    nobody:
      'Votre organisation ne parle ici au nom de personne : vous pouvez lire, non écrire. C’est la personne qui tient le serveur qui dit au nom de qui elle parle.',
    none: '–',
    speaksFor: (ids) => `Votre organisation parle ici au nom de : ${ids}.`,
    speaksForAll:
      'Votre organisation tient le procès-verbal pour tous : elle parle au nom de tous ceux que l’accord nomme.',
  },
})
