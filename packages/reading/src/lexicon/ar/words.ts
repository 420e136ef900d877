// Arabic verbs of speech, words of manner, days, months and numbers.
import type { SpeechMood } from '../language.ts'

export const SPEECH: Readonly<Record<string, SpeechMood>> = {
  'قال|قالت|يقول|تقول': 'said',
  'أعلن|أعلنت|أكد|أكدت|ذكر|ذكرت|أفاد|أفادت|أضاف|أضافت|صرح|صرحت|أوضح|أوضحت': 'said',
  'نفى|نفت': 'denied',
  'طالب|طالبت|دعا|دعت|حث|حثت': 'demanded',
  'اتهم|اتهمت': 'accused',
  'سجل|سجلت|أحصى|وثق|وثقت': 'recorded',
}

/** What opens the words of the speaker. */
export const OPENS_CONTENT = 'إن|أن|بأن|إنه|إنها|أنه|أنها|إنهم'
export const NEGATION = 'لم|لن|لا|ليس|ليست|عدم|دون'
export const DEMAND = 'يجب|ينبغي|على'
export const PLAN = 'سوف|ستبدأ|سيبدأ|ستدخل|ستنسحب|سينسحب|ستصل|ستمدد'
export const UNCONFIRMED = 'يتعذر|لم يتسن|لا يمكن .. (التأكد|تأكيد)|أنباء عن'
export const BY_WHOM = 'من قبل|على يد|على أيدي'
export const SINCE = 'منذ'

/** Monday first. */
export const WEEKDAYS: readonly string[] = ['الاثنين|الإثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد']

/** January first; the names of the Levant and those of the Gregorian calendar elsewhere. */
export const MONTHS: readonly string[] = [
  'كانون الثاني|يناير',
  'شباط|فبراير',
  'آذار|مارس',
  'نيسان|أبريل',
  'أيار|مايو',
  'حزيران|يونيو',
  'تموز|يوليو',
  'آب|أغسطس',
  'أيلول|سبتمبر',
  'تشرين الأول|أكتوبر',
  'تشرين الثاني|نوفمبر',
  'كانون الأول|ديسمبر',
]
export const YESTERDAY = 'أمس'
export const TODAY = 'اليوم'

export const NUMBERS: Readonly<Record<string, number>> = {
  'ثلاثة|ثلاث': 3,
  'أربعة|أربع': 4,
  'خمسة|خمس': 5,
  'ستة|ست': 6,
  'سبعة|سبع': 7,
  'ثمانية|ثماني': 8,
  'تسعة|تسع': 9,
  'عشرة|عشر': 10,
  'عشرون|عشرين': 20,
  'ثلاثون|ثلاثين': 30,
  'مئة|مائة': 100,
}
export const THOUSAND = 'ألف|آلاف'

export const QUALIFIERS: Readonly<Record<string, 'low' | 'high' | 'about'>> = {
  'أكثر من': 'low',
  'ما لا يقل عن': 'low',
  نحو: 'about',
  حوالي: 'about',
  قرابة: 'high',
  'أقل من': 'high',
}

/** What is counted; the dual stands for two by itself. */
export const COUNTED: readonly {
  readonly words: string
  readonly dual: string | null
  readonly unit: string
  readonly what: string | null
}[] = [
  {
    words: 'مدنيا|مدنيين|مدني|شخصا|شخص|أشخاص|قتيلا|قتلى|عنصرا|مسلحا|جنديا|جنود|طفلا|أطفال',
    dual: 'مدنيان|مدنيين اثنين|شخصان|شخصين|جنديان|طفلان|طبيبين|طبيبان',
    unit: 'people',
    what: null,
  },
  { words: 'خرقا|خروقات|انتهاكا|انتهاكات|مرة|مرات', dual: 'مرتين|خرقين', unit: 'violations', what: 'truce violations' },
  { words: 'ساعة|ساعات', dual: 'ساعتين', unit: 'hours', what: 'duration' },
  { words: 'شاحنة|شاحنات', dual: 'شاحنتين|شاحنتان', unit: 'vehicles', what: 'trucks' },
]
