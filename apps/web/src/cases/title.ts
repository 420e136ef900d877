// The name of the screen, for the navigation, and what leads to it from a clause.
import { chosen } from '../language.ts'

export const casesTitle = chosen({ en: 'Cases', ar: 'القضايا', ru: 'Дела', fr: 'Affaires' })

export const toCases = chosen({
  en: { open: 'Open a case from these claims', ofClause: 'Cases about this clause' },
  ar: { open: 'افتح قضية من هذه الأقوال', ofClause: 'القضايا المتعلقة بهذا البند' },
  ru: { open: 'Открыть дело по этим сообщениям', ofClause: 'Дела об этом положении' },
  fr: { open: 'Ouvrir une affaire à partir de ces affirmations', ofClause: 'Affaires sur cette clause' },
})
