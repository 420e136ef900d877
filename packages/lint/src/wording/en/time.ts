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

const COUNTED = '(days?|hours?|weeks?|count|counting|clock|period|spell|reckoning|time|they|it)'
const FROM_NOTHING = 'from (zero|nothing|nought|day one|(the )?(beginning|start|outset|first( day)?))'

export const again: WordingLanguage['again'] = [
  `(begin|begins|start|starts|run|runs) (\\p{L}+ ){0,4}(${FROM_NOTHING})`,
  `(count|counts|counted|counting) (\\p{L}+ ){0,4}(again|anew|afresh|${FROM_NOTHING})`,
  `(begin|begins|start|starts|run|runs)(?<=${COUNTED} (\\p{L}+ ){0,3}\\p{L}+) (\\p{L}+ ){0,4}(again|anew|afresh)`,
  `(begin|begins|start|starts) (the )?(\\p{L}+ ){0,2}${COUNTED} (\\p{L}+ ){0,2}(again|anew|afresh)`,
  '(restart|restarts|restarted|restarting|reset|resets|recommence|recommences)',
  '(to|at) (zero|the beginning|the start) again',
  '(back|return|returns|returned|fall back|falls back) to (zero|nothing|the beginning|the start|day one)',
  '(begin|begins|start|starts|begun|started|counted|gone through|go through|goes through|served) (all )?(over again|once more|over)',
  '(days?|hours?|weeks?|count) (\\p{L}+ ){0,5}(lost|void|forfeited|wiped out|cancelled|annulled|for nothing|in vain)',
]
