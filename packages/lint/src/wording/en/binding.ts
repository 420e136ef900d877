// Words that bind, and those that hide who is bound.
import type { WordingLanguage } from '../language.ts'

export const binding: WordingLanguage['binding'] = [
  'shall( not)?',
  'must( not)?',
  'may not',
  '(no|neither|nobody|no one|no-one)( \\p{L}+){0,4} may',
  '(undertakes?|agrees?|pledges?|promises?|commits?( itself| themselves)?) (not )?to',
  '(is|are) (obliged|bound|required|obligated) (not )?to',
  '(is|are) (forbidden|prohibited|responsible for|not (allowed|permitted) to)',
  '(sides?|party|parties|forces|councils?|governments?|signatories|guarantors|they|each|both) (will( not| never)?|(is|are) to)',
  '(nobody|no one|neither (side|party)|no (armed )?(soldiers?|fighters?|men|persons?|weapons?|forces?|troops|vehicles?|aircraft|party|side|units?)) (enters?|leaves?|attacks?|fires?|shoots?|cross|crosses|carry|carries|moves?|takes?|stays?|harms?|stops?|holds?|brings?|fly|flies|approach|approaches)',
  'ensures? that',
  '(has|have) to',
  'refrains? from',
  '(pulls?|draws?) back',
]

export const defining: WordingLanguage['defining'] = [
  '(means?|shall mean|refers? to|stands? for|denotes?|is called|are called)',
  '(shall|must|is to|are to|has to|have to) be (understood|read|construed|taken)',
  'for the purposes? of',
]

const MODAL = '(shall|must|will|should|ought to|needs? to|are to|is to|has to|have to|may not|cannot|can not)'
const BETWEEN =
  '((not|never|and|also|then|first|at once|immediately|forthwith|only|all|each|both|always|still|\\p{L}{2,12}ly) ){0,3}'
const IRREGULAR =
  'withdrawn|drawn( back)?|taken|given|held|kept|sent|brought|left|put|set|built|rebuilt|cut|driven|dug|found|fought|laid( down)?|led|let|' +
  'made|met|paid|run|said|seen|shut|shown|told|torn|undertaken|done|written|broken( off)?|begun|borne|bought|caught|fed|flown|frozen|' +
  'heard|hidden|hit|lost|overseen|sold|shot|split|spread|stolen|struck|sunk|swept|thrown|upheld|won'

/** Before a verb that binds by its mood alone: `it is essential that the archive be kept`. */
const DEMANDED =
  '(essential|imperative|vital|crucial|indispensable|important|necessary|required|requires?|demands?|insists?|agreed|agree|stipulated|decided|ordered|incumbent|wish|wishes|ask|asks|asked|requests?|recommends?|urges?)'

const NUMBER =
  '(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|half|at least)'
const ORDINAL = '(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|same|next|following)'

/** `by` before these says when, how or how much. */
const NO_ACTOR = [
  '\\d|day|night|dawn|noon|midnight|then|now|no later|not later',
  'means|way|radio|phone|telephone|letter|notice|decree|law|vote|force|land|sea|air|road|rail|bus|boat|foot|virtue|turns?|calibre|weight|agreement|consensus|equal|\\p{L}+ing',
  `the (end|latest|time|day|date|beginning|start|means|use|roads?|${ORDINAL} (day|hour|week|month|of|time|date))`,
  `${NUMBER} (\\p{L}+ )?(hours?|days?|weeks?|months?|met[er]{2}s?|kilomet[er]{2}s?|thirds?|quarters?|per cent)`,
  'january|february|march|april|may|june|july|august|september|october|november|december',
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
].join('|')

export const passive: WordingLanguage['passive'] = {
  verbs: [
    `${MODAL} ${BETWEEN}(be|have been) ${BETWEEN}(${IRREGULAR}|\\p{L}{2,16}ed)`,
    `be(?<=${DEMANDED} that( [\\p{L}'’-]{1,20}){1,7} be) ${BETWEEN}(${IRREGULAR}|\\p{L}{2,16}ed)`,
  ],
  exempt: [
    '(understood|deemed|considered|construed|regarded|treated as|bound|entitled|called|named|known|defined|interpreted|counted|measured)',
    '(obliged|required|allowed|permitted|authori[sz]ed|extended|renewed|prolonged|composed|located|situated|limited|based|armed|unarmed)',
    '(interested|reached|satisfied|fulfilled|need|indeed)',
  ],
  agent: [`(by|through) (?!(${NO_ACTOR})(?![\\p{L}\\p{N}]))\\p{L}+`],
  indirect: ['(how|whether|what|why|if)( [\\p{L}-]{1,20}){0,5}'],
}
