// The words of the screen on the pull-back in Arabic.
import { isolate } from '../../bidi.ts'
import { plurals } from '../../plural.ts'
import type { Words } from '../../words.ts'

const count = plurals('ar')
const hours = { one: 'ساعة واحدة', two: 'ساعتين', few: '# ساعات', other: '# ساعة' }

export const ar: Words['ground'] = {
  title: 'سحب القوات',
  asOf: (moment, zone, account) => `كما في ${moment} (${isolate(zone)})، وفق رواية «${isolate(account)}»`,
  summary: (parts) => `من الأعماق المطلوبة ${parts}.`,
  count: (n, finding) => `${n} ${finding}`,
  absent: [
    'تُحفظ المواقع والأعماق المطلوبة وما قيل عمّن ينتظر من في جداول بسيطة إلى جانب الاتفاق: `ground/positions.csv` لازم، ويجوز أن يكون إلى جانبه `ground/depths.csv` و`ground/waits.csv` و`ground/sites.csv`.',
    'خذ نموذجًا يُملأ في جدول بيانات بالأمر `truce export --template positions --out positions.xlsx`، وأدخله بالأمر `truce import`. وفي المجلد `examples/aleppo-2016/ground` كلها مملوءة.',
  ],
  command: 'truce ground status',
  finding: {
    kept: 'محترَم',
    not_kept: 'غير محترَم',
    contested: 'متنازع فيه',
    cannot_tell: 'لا يمكن الجزم',
    not_observed: 'لم يُرصد',
  },
  findingHelp: [
    '«محترَم» قول في الوحدات التي بُلّغ عنها، لا في غيرها.',
    '«لا يمكن الجزم»: خطأ تحديد الموقع يتجاوز حد العمق. «لم يُرصد»: لا أحد ممن يُصدَّق يقول أين كان أي منها.',
  ],
  depths: (party) => `المطلوب من ${isolate(party)}`,
  depth: 'العمق',
  found: 'النتيجة',
  why: 'لماذا',
  for: 'أقوال مؤيِّدة',
  against: 'أقوال معارضة',
  cannotConfirm: 'لا يستطيع التأكيد',
  silent: 'صامت',
  metres: (n, side, line) => `${n} م ${side} ${isolate(line)}`,
  side: {
    north: 'شمال',
    south: 'جنوب',
    east: 'شرق',
    west: 'غرب',
    either: 'على جانبي',
  },
  reading: (of, reading) => `${of} · القراءة «${isolate(reading)}»`,
  nobody: 'لا أحد',
  row: (observer, row) => `${isolate(observer)}، الصف ${isolate(row)}`,
  begun: 'هل بدأ الانسحاب',
  begunAnswer: {
    supported: 'الأقوال تدعم ذلك',
    refuted: 'الأقوال تنفي ذلك',
    contested: 'متنازع فيه',
    unknown: 'غير معروف: لا أحد يتحدث عنه',
  },

  pair: {
    title: 'من ينتظر من',
    of: (a, b, n) => `${isolate(a)} و${isolate(b)}، بفارق لا يتجاوز ${count(n, hours)}`,
    state: {
      together: 'أُنجزا معًا',
      apart: 'أُنجزا متباعدين',
      cannot_tell: 'أُنجزا، ولا يمكن الجزم أكان ذلك معًا',
      one_done: 'أُنجز أحدهما',
      one_begun: 'بدأ أحدهما',
      both_begun: 'بدأ كلاهما',
      mutual_wait: 'كل ينتظر الآخر',
    },
    followBy: (moment) => `يلحق الآخر قبل ${moment}.`,
    breaks: 'ما ينهي الانتظار',
    says: 'ما يقال عن الانتظار',
    readings: (readings) => `في القراءات ${readings}.`,
    reading: (a, b) => `«${isolate(a)}» و«${isolate(b)}»`,
  },

  bands: {
    title: 'المسافة عبر الزمن',
    help: (window, delay) =>
      `نطاقات المسافة المبلّغ عنها من الخط، في فترات من ${count(window, hours)}، تُعلن بعد انتهاء الفترة بـ ${count(delay, hours)}. ولا يُنشر أين كانت الوحدة داخل النطاق، ولا في أي جانب، ولا أي وحدة هي، ولا من رآها.`,
    none: 'لا شيء قديم بما يكفي لنشره في هذه اللحظة.',
    party: (party, line) => `${isolate(party)}، من ${isolate(line)}`,
    chart: (weapons) => `${weapons}: نطاقات المسافة يومًا بيوم`,
    required: (depths) => `المطلوب (متقطع): ${depths}`,
    requiredDepth: (metres, side, reading) => `${metres} م ${side} («${isolate(reading)}»)`,
    anyWeapons: 'أسلحة لم تُسمَّ',
    metres: (n) => `${n} م`,
    between: (from, to) => `من ${from} إلى ${to} م`,
    beyond: (from) => `أبعد من ${from} م`,
    window: 'الفترة',
    weapons: 'الأسلحة',
    distance: 'المسافة',
  },

  weapon: {
    tank: 'دبابات',
    ifv_apc: 'ناقلات مدرعة',
    artillery_tube: 'مدفعية',
    mlrs_rocket: 'راجمات صواريخ',
    mortar: 'مدافع هاون',
    missile: 'صواريخ',
    heavy_machine_gun: 'رشاشات ثقيلة',
    atgm: 'صواريخ مضادة للدبابات',
    rpg: 'قذائف صاروخية',
    small_arms: 'أسلحة خفيفة',
    air_manned: 'طائرات',
    air_helicopter: 'مروحيات',
    uav: 'طائرات مسيّرة',
    chemical: 'أسلحة كيميائية',
    ied_mine: 'ألغام',
    unknown: 'أسلحة غير معروفة',
  },
}
