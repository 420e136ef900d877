// English words by which a thing is denied, doubted, made a condition, threatened, demanded or planned. First match stands.
import type { Language, ModalityRule } from '../language.ts'

export const MODALITY_RULES: readonly ModalityRule[] = [
  {
    modality: 'reported-unconfirmed',
    negated: true,
    says: [
      "(could not|couldn't|cannot|can't|can not|unable to|not able to|not in a position to|have not|has not|had not|did not|would not|not yet|impossible to) (be )?(independently |immediately )?(confirm|confirmed|verify|verified|corroborate|corroborated|say (whether|who|if))",
      'no (independent )?confirmation|(could|can) (neither|not) .. (confirm|verif*)|could not be (independently )?(confirmed|verified)',
    ],
  },
  {
    modality: 'denied',
    negated: true,
    says: [
      "(seen|saw|see|sees|found|observed|noticed) no|no (sign|signs|evidence|indication) (of|that)|(have|has|had|did)( not|n't) (seen|see|observed) (any|a|such)",
    ],
  },
  {
    modality: 'conditional',
    says: [
      '(would|will|could|can|shall|should|may|might|not|no) .. (unless|until|only (if|after|when|once)|provided that|as long as|so long as|if|before)|(unless|provided that|only if|as long as|on condition that|if) .. (would|will|could|shall|can|may)',
      'unless|to the (degree|extent) that|if (true|confirmed|aid|the|it|they|he|she|there|such|russia|any)|(could|might|may) .. if|in the event (of|that)',
      '[a-z]+ (endorsement|extension|agreement|withdrawal|strike|operation|step|move) would',
    ],
  },
  {
    modality: 'reported-unconfirmed',
    says: [
      'reportedly|allegedly|apparently|purportedly|supposedly|appear|appears|appeared to|seem|seems|seemed to|believed to|said to (be|have)|thought to|rumou?r*|unconfirmed|reports (of|that|suggest*|about)|(may|might) have|(were|was|are|is) described as|(is|are|was|were) reported to|suspected',
    ],
  },
  {
    modality: 'planned',
    says: ['(is|are|was|were|be|been|not) (also )?(expected|due|scheduled|set|planned|supposed) (to|for)'],
  },
  {
    modality: 'threatened',
    says: [
      'threaten*|or (else|face|risk)|will be forced to|reserve*d? the right to (withdraw|suspend|resume)|will (retaliate|respond)',
    ],
  },
  {
    modality: 'demanded',
    says: [
      '(must|should|ought to|has to|have to|had to|had still to|needs to|need to|needed to)|(urgent|pressing) need (for|to)|need for .. to (stop|end|halt|cease)',
      '(expect|expects|expected|want|wants|wanted|hope|hopes|hoped|wish|wishes|demand|demands|demanded|urge|urges|urged|asked|asks|call|calls|called|press|presses|pressed|warned|ordered|appealed|require|requires) (for |on |upon |that |to )?.. (to|be|will|would)',
      '(called|calls|call|calling) for|demand*|hopes? that|has been asked for|(was|were|been) (asked|urged|called on) (to|for)',
    ],
  },
  {
    modality: 'planned',
    says: [
      "(will|would|shall|'ll|going to|about to|ready|readiness|prepar*|plan|plans|planning|intend*|intention|agreed to|agree to|agrees to|determined|aims?|aiming|committed|willing|willingness) (also |soon |later |not |be |now )?(to|for|deal|help|[a-z]+)",
      'are to|is to|were to|offer* (to|of)|will|would|focus is on (ensuring|ending|stopping)|calls? for sustained',
    ],
  },
]

export const NEGATION: Language['negation'] = {
  words:
    "not|n't|no|never|none|neither|nor|without|cannot|fail|fails|failed|failing|failure|refuse|refuses|refused|refusing|unable|cancel*|call(ed)? off|nobody|hardly|yet to|falls? short",
  not: "not (only|just|merely|least|guaranteed)|no (longer than|later than|doubt|hurry|matter|sooner|wonder)|n't (stop|cease|end)|not (stopped?|ceased?|ended|been stopped)|whether or not|without (delay|exception|preconditions?|interruption|saying)",
  subordinate:
    'unless|until|if|because|after|before|when|so that|in order|despite|as long as|even though|although|since',
}
