// Who speaks and acts, and where, in Arabic: as the Arabic press names them in the Syria files; names of record stay Latin.
import type { ActorEntry, PlaceEntry } from '../language.ts'

/** Aliases without the letters that are written together with a word: `و`, `ب`, `ل`. */
export const ACTORS: readonly ActorEntry[] = [
  {
    name: 'Syrian government',
    side: 'syria_gov',
    type: 'state',
    aliases: ['الحكومة السورية', 'دمشق', 'النظام السوري', 'الحكومة'],
  },
  {
    name: 'Syrian army',
    side: 'syria_gov',
    type: 'force',
    aliases: ['الجيش السوري', 'قوات النظام', 'القوات الحكومية', 'الجيش'],
  },
  {
    name: 'opposition',
    side: 'opposition',
    type: 'group',
    aliases: ['المعارضة السورية', 'المعارضة', 'فصائل المعارضة', 'قوات المعارضة', 'الفصائل المعارضة', 'المسلحون'],
  },
  { name: 'Free Syrian Army', side: 'opposition', type: 'group', aliases: ['الجيش السوري الحر', 'الجيش الحر'] },
  { name: 'Russian Defence Ministry', side: 'russia', type: 'office', aliases: ['وزارة الدفاع الروسية'] },
  {
    name: 'Russian Foreign Ministry',
    side: 'russia',
    type: 'office',
    aliases: ['وزارة الخارجية الروسية', 'الخارجية الروسية'],
  },
  {
    name: 'Sergei Lavrov',
    side: 'russia',
    type: 'person',
    aliases: ['سيرغي لافروف', 'لافروف', 'وزير الخارجية الروسي سيرغي لافروف', 'وزير الخارجية الروسي'],
  },
  { name: 'Russia', side: 'russia', type: 'state', aliases: ['روسيا', 'موسكو', 'الطائرات الروسية', 'الطيران الروسي'] },
  { name: 'United States', side: 'us', type: 'state', aliases: ['الولايات المتحدة', 'واشنطن'] },
  { name: 'John Kerry', side: 'us', type: 'person', aliases: ['جون كيري', 'كيري', 'وزير الخارجية الأمريكي جون كيري'] },
  { name: 'United Nations', side: 'un', type: 'office', aliases: ['الأمم المتحدة'] },
  { name: 'Staffan de Mistura', side: 'un', type: 'person', aliases: ['ستافان دي ميستورا', 'دي ميستورا'] },
  {
    name: 'Syrian Observatory for Human Rights',
    side: 'monitor',
    type: 'office',
    aliases: ['المرصد السوري لحقوق الإنسان', 'المرصد السوري', 'المرصد'],
  },
  {
    name: 'Syrian Arab Red Crescent',
    side: 'monitor',
    type: 'office',
    aliases: ['الهلال الأحمر العربي السوري', 'الهلال الأحمر'],
  },
  { name: 'Turkey', side: 'turkey', type: 'state', aliases: ['تركيا', 'أنقرة'] },
]

export const PLACES: readonly PlaceEntry[] = [
  { name: 'Syria', aliases: ['سوريا', 'سورية'], theatre: true },
  { name: 'eastern Aleppo', aliases: ['حلب الشرقية', 'أحياء حلب الشرقية', 'شرق حلب'], within: 'Syria' },
  { name: 'Aleppo', aliases: ['حلب', 'مدينة حلب'], within: 'Syria' },
  { name: 'Castello Road', aliases: ['طريق الكاستيلو', 'الكاستيلو'], within: 'Syria' },
  { name: 'Homs', aliases: ['حمص'], within: 'Syria' },
  { name: 'Hama', aliases: ['حماة'], within: 'Syria' },
  { name: 'Idlib', aliases: ['إدلب'], within: 'Syria' },
  { name: 'Daraa', aliases: ['درعا'], within: 'Syria' },
  { name: 'Deir al-Zor', aliases: ['دير الزور'], within: 'Syria' },
  { name: 'Eastern Ghouta', aliases: ['الغوطة الشرقية'], within: 'Syria' },
  { name: 'Turkish border', aliases: ['الحدود التركية'] },
]
