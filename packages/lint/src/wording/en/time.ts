// Words for deadlines, for going on longer and for beginning again.
import type { WordingLanguage } from '../language.ts'

export const deadline: WordingLanguage['deadline'] = [
  'within (the )?(first |next |following )?[\\p{L}\\d-]{1,20}( [\\p{L}-]{1,20})? (minutes?|hours?|days?|weeks?|months?)( of| from| after)?',
  'no(t)? later than',
  'at the latest',
  'by (the )?(end of|\\d|(first|second|third|fourth|fifth|sixth|seventh|\\p{L}{2,12}th) day)',
]

export const extending: WordingLanguage['extending'] = [
  '(extend|extended|extending|extension|extensions)',
  '(renew|renews|renewed|renewing|renewal|renewable)',
  '(prolong|prolongs|prolonged|prolonging|prolongation)',
  '(lengthen|lengthened)',
]

export const ruledOut: WordingLanguage['ruledOut'] = ['(not|no|never|nobody|neither|cannot|without|nor)']

export const again: WordingLanguage['again'] = [
  '(begin|begins|start|starts|count|counts|counted|run|runs) (\\p{L}+ ){0,4}(again|anew|afresh|from zero|from the beginning|from the start|from day one)',
  '(restart|restarts|restarted|restarting|reset|resets|recommence|recommences)',
  '(to|at) (zero|the beginning|the start) again',
]
