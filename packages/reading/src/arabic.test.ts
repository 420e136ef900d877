import { claimBodySchema } from '@trucekeeper/claims'
import { describe, expect, it } from 'vitest'
import { isArabic, readArabic } from './arabic.ts'
import { KIND_RULES } from './lexicon/ar/index.ts'

const META = { doc: 'd', published: '2016-09-18', outlet: 'Wire', zone: 'Asia/Damascus' }
const [read, fields] = [
  (text: string) => readArabic(text, META),
  (text: string) =>
    readArabic(text, META).map((claim) => ({
      ...claim,
      figures: claim.figures.map(({ value, unit }) => [value, unit]),
    }))[0],
]

describe('an Arabic sentence', () => {
  it.each([
    [
      'قال لافروف إن المعارضة خرقت الهدنة ٦٠ مرة منذ الاثنين.',
      {
        kind: 'truce_violation',
        speaker: 'Sergei Lavrov',
        speaker_side: 'russia',
        actor_blamed: 'opposition',
        date: '2016-09-12/2016-09-18',
        figures: [[60, 'violations']],
      },
    ],
    [
      'أعلنت وزارة الدفاع الروسية تمديد الهدنة ٤٨ ساعة.',
      { kind: 'truce_extension', speaker: 'Russian Defence Ministry', date: null, figures: [[48, 'hours']] },
    ],
    [
      'قال المرصد السوري لحقوق الإنسان إن قوات النظام قصفت حمص بالمدفعية يوم الجمعة.',
      {
        kind: 'shelling',
        speaker: 'Syrian Observatory for Human Rights',
        speaker_side: 'monitor',
        actor_blamed: 'Syrian army',
        places: ['Homs'],
        date: '2016-09-16',
      },
    ],
    [
      'قتل ٢٠ مدنيا في حلب أمس.',
      { kind: 'casualties', speaker_side: 'outlet', places: ['Aleppo'], date: '2016-09-17', figures: [[20, 'people']] },
    ],
    [
      'نفت روسيا أن طائراتها قصفت إدلب.',
      { kind: 'air_strike', speaker: 'Russia', modality: 'denied', negated: true, places: ['Idlib'] },
    ],
    [
      'قالت الأمم المتحدة إن أكثر من ٢٥٠ ألف شخص محاصرون في حلب الشرقية.',
      { kind: 'civilians_besieged', speaker_side: 'un', places: ['eastern Aleppo'], figures: [[250_000, 'people']] },
    ],
    [
      'قال دي ميستورا: «لم تدخل المساعدات حلب الشرقية».',
      { kind: 'aid_delivery', speaker: 'Staffan de Mistura', negated: true, quote: 'لم تدخل المساعدات حلب الشرقية' },
    ],
    [
      '«الهدنة صامدة»، قال كيري يوم الخميس.',
      { kind: 'truce_compliance', speaker: 'John Kerry', quote: 'الهدنة صامدة', date: '2016-09-15' },
    ],
    [
      'اتهم الجيش السوري المعارضة بخرق الهدنة في حماة.',
      { kind: 'truce_violation', speaker: 'Syrian army', actor_blamed: 'opposition', places: ['Hama'] },
    ],
    ['دخلت الهدنة حيز التنفيذ في ١٢ أيلول ٢٠١٦.', { kind: 'truce_start', date: '2016-09-12', date_basis: 'explicit' }],
    [
      'قالت روسيا إن الجيش السوري انسحب من طريق الكاستيلو.',
      { kind: 'withdrawal', speaker_side: 'russia', places: ['Castello Road'] },
    ],
    ['طالبت الأمم المتحدة بتمديد الهدنة.', { kind: 'truce_extension', modality: 'demanded' }],
    [
      'قالت الأمم المتحدة إن ٤٠ شاحنة تنتظر عند الحدود التركية، والشاحنات تنتظر منذ الثلاثاء.',
      { kind: 'aid_convoy_waiting', places: ['Turkish border'], figures: [[40, 'vehicles']] },
    ],
    ['خطف مسلحون طبيبين في درعا.', { kind: 'abduction', places: ['Daraa'], figures: [[2, 'people']] }],
  ])('%s', (text, expected) => expect(fields(text)).toMatchObject(expected))

  it('is quoted exactly, whatever its digits and marks', () => {
    const text = 'قال كيري: «الهدنة صامدة».\nقتل ٢٠ مدنيا في حلب.'
    for (const claim of read(text)) {
      expect(claim.quote).toBe(text.slice(claim.start, claim.end))
      expect(claimBodySchema.safeParse(claim).success).toBe(true)
    }
    expect(read(text)).toHaveLength(2)
  })
  it('reads the same numbers in either digits', () =>
    expect(fields('قتل 20 مدنيا في حلب.')!.figures).toEqual(fields('قتل ٢٠ مدنيا في حلب.')!.figures))
  it('says nothing of the weather', () => expect(read('كان الطقس في العاصمة معتدلا.')).toEqual([]))
})

describe('the example beside each entry of the Arabic lexicon', () => {
  it.each(KIND_RULES.map(({ kind, example }) => [example, kind]))('%s', (example, kind) =>
    expect(read(example)[0]?.kind).toBe(kind),
  )
})

it('tells Arabic text from other text', () => {
  expect(isArabic('قتل ٢٠ مدنيا في حلب، قالت وكالة AFP.')).toBe(true)
  expect(isArabic('The agency wrote حلب for Aleppo.')).toBe(false)
})
