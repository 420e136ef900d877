// Promises to agree later, where the text should decide.
import type { WordingLanguage } from '../language.ts'

const MODAL = '(shall|will|must|may|can|is to|are to)'
const SETTLED =
  'determined|decided|defined|specified|settled|negotiated|fixed|worked out|clarified|arranged|elaborated|discussed|finali[sz]ed'
const THEN =
  '(later|subsequently|afterwards|separately|in due course|at a later (date|stage|time|point)|in (further|later|future) (talks|negotiations|discussions|consultations))'
const WHAT =
  'areas?|places?|zones?|locations?|positions?|routes?|roads?|days?|dates?|times?|hours?|lines?|distances?|depths?|numbers?|terms|lists?|conditions?|points?|ways?|methods?|modalities'
const THEY =
  '((the )?(sides|parties|two sides|two parties|councils|guarantors|signatories)|both( sides| parties| councils)?|they)'

const ANOTHER = '(further|later|separate|future|subsequent|additional|supplementary|special|mutual|new|joint)'
const PAPER =
  'agreements?|protocols?|annex(es)?|arrangements?|documents?|instruments?|memorandum|memoranda|addendum|understandings?|exchange of letters'
const TALKS = 'discussions?|negotiations?|talks|consultations?|meetings?|rounds?'

export const later: WordingLanguage['later'] = [
  `(to|shall|will|must|can|may) be (further |mutually |jointly |separately |still )?agreed( upon| on)?( ${THEN})?`,
  `(is|are|remains?|left|still|yet) to be (further )?(${SETTLED})( ${THEN})?(?!\\s+(by|together|jointly))`,
  `${MODAL} be (${SETTLED}) ${THEN}`,
  `(details|modalities|arrangements|specifics|procedures) ${MODAL} be (agreed|discussed|${SETTLED})(?!\\s+(by|in))`,
  `(details|modalities|arrangements|specifics) (to|will|shall|are to) follow`,
  `(shall|will|must|undertake to|are to) (then |later |further |also |still |jointly )?(agree|negotiate|settle|work out|discuss)( together| jointly| later| further){0,2} (on|upon|about|how|which|where|when|what|whether|(the|its|their) (details|modalities|terms|arrangements))`,
  `(agree|decide|determine|negotiate|settle)s? (\\p{L}+ ){0,3}${THEN}`,
  `(${WHAT}) (that |which |on which |where )?${THEY} (have|has|will|shall|are to|may|can) (then |later )?agreed?( on| upon)?`,
  `(mutually )?agreed (${WHAT})`,
  `subject to (a |an |the )?(further |later |future |subsequent |additional |mutual )?(agreements?|discussions?|negotiations?|talks|consultations?)`,
  `pending (a |an |the )?(further |later |future |final )?(agreement|discussions?|negotiations?|talks|decision)`,
  `(left )?for (later|further|future) (agreement|decision|discussions?|negotiations?|talks|consultations?)`,
  `(${WHAT}) (still |yet |later )?to be (${SETTLED})(?!\\s+by)`,
  'to be (further |later )?(finali[sz]ed|elaborated|negotiated)',
  `${MODAL} be (further )?(discussed|elaborated|finali[sz]ed|negotiated)( further| later)?`,
  `${MODAL} be (made )?(the )?subject (of|to) ((a|an|the) )?(${ANOTHER} ){0,2}(${PAPER}|${TALKS})`,
  `${MODAL} be (agreed|${SETTLED}) (in|through|during|at|by means of) (\\p{L}+ ){0,3}(${TALKS})`,
  `${MODAL} be (agreed|drawn up|laid down|set out|listed|addressed|regulated|${SETTLED}) (in|by) (a|an|another) (${ANOTHER} ){0,2}(${PAPER})`,
  `(left|reserved|deferred|put off|postponed|remitted) (to|for|until) ((a|an|the) )?(${ANOTHER} ){0,2}(${PAPER}|${TALKS})`,
  `(remains?|is|are|stays?|left) (still |yet )?open (for|to|until) ((a|an|the) )?(${ANOTHER} )?(${TALKS}|agreement)`,
  `(determined|decided|settled|fixed) by (mutual|common|joint) (agreement|consent)`,
  `(shall|will|must|are to) (then |later |further |also |jointly )?(agree|negotiate|settle) (the|a|an|its|their) (\\p{L}+ ){0,2}(${WHAT})`,
  'negotiate (a|an|the) (\\p{L}+ ){0,2}(protocol|annex|agreement|arrangement|text|settlement)',
  'conclude (a|an) (further|later|separate|supplementary|additional|final) (agreement|protocol|annex|arrangement)',
  '(meet|talk|sit down|come together|consult) to (agree|settle|decide|negotiate|determine)',
  'continue (the |their )?(talks|negotiations|discussions|consultations)',
  'further (arrangements?|agreements?|details|modalities) (will|shall|are to|is to|may) be',
  '(later|subsequently|afterwards) (agree|decide|determine|negotiate|settle)s?',
  `(${WHAT}) agreed( upon| on)? (by|between|among)`,
  `as ${THEY} (may|will|shall) (later )?(agree|decide)`,
  `(have|has) (yet|still) to (agree|settle|decide|determine|define|fix|negotiate|work out|name|draw up|be (agreed|${SETTLED}))`,
  `(shall|will|must|undertakes? to|agree to|are to) (enter into|open|begin|start|take up|resume|conduct|engage in) (\\p{L}+ ){0,2}(${TALKS})`,
  `(seek|try|endeavour|work|strive|aim) (to (find|reach|come to|achieve)|towards?) (an? |the )?(\\p{L}+ ){0,2}(agreement|settlement|understanding|solution|arrangement)`,
  `(reach|come to|find|arrive at) (an? )?(\\p{L}+ ){0,2}(agreement|understanding|settlement|solution|arrangement) (on|about|over|regarding|as to|for)`,
  `(shall|will|must|are to) (meet|convene|consult)( each other| one another)? (about|over|to discuss|to consider)`,
  '(arrangements|details|modalities|terms|routes|places|lines) of which (\\p{L}+ ){0,3}(later|separately)',
  `${MODAL} be (${SETTLED}|agreed) by (${THEY}|them|the two|common accord)(?! in writing)`,
  'find (a|an|some) (\\p{L}+ )?(formula|solution|compromise|modus vivendi|arrangement|understanding)',
  '(is|are|remains?) a matter (for|of) (further|later|future|the (two|joint|parties|sides))',
  '(still|yet) to come',
  'in due course',
  'at a later (date|stage|time|point)',
]
