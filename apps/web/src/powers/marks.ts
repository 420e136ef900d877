// What is said of a notice that changed nothing, wherever it is shown.
import { chosen } from '../language.ts'

export const noticeMarks = chosen({
  en: { withoutEffect: 'without effect', lapsed: 'lapsed', all: 'All powers and gates, and what would come of an act' },
  ar: { withoutEffect: 'بلا أثر', lapsed: 'سقط', all: 'كل الصلاحيات والبوابات وما قد يترتب على الفعل' },
  ru: {
    withoutEffect: 'без последствий',
    lapsed: 'утратило силу',
    all: 'Все полномочия и ворота и что дало бы действие',
  },
  fr: { withoutEffect: 'sans effet', lapsed: 'caduc', all: 'Tous les pouvoirs et portes, et ce que ferait un acte' },
})
