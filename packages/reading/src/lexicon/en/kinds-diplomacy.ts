// English words of agreements, contacts, cooperation and reproach.
import type { ExampledRule } from '../exampled.ts'

const MINISTERIAL =
  '(counterpart|foreign (minister|ministry)|secretary of state|defen[cs]e (minister|secretary)|lavrov|kerry|minister|ministers|ambassador|envoy|president|king|chancellor)'

export const DIPLOMACY: readonly ExampledRule[] = [
  {
    kind: 'sanctions_violation',
    rank: 9,
    example: 'The visit was a breach of Security Council resolutions, the White House said.',
    says: [
      '(violat*|breach*|break*|broke|evad*|circumvent*|flout*) .. (sanctions|security council resolutions?|un resolutions?|travel ban|embargo)',
      '(violation|violations|breach|breaches) of (the |an |a )?([a-z.]+ )?(sanctions|security council|resolutions?|travel ban|(arms )?embargo)',
      '(travel*|visit*|flew|flown) .. (despite|in (breach|defiance|violation) of) .. (ban|sanctions)',
    ],
  },
  {
    kind: 'sanctions',
    rank: 4,
    example: 'The United States imposed sanctions on two officers, the State Department said.',
    says: ['sanction|sanctions|sanctioned|travel ban|(arms |oil )?embargo|asset freeze|assets .. frozen|blacklist*'],
  },
  {
    kind: 'cooperation_suspension',
    rank: 9,
    example: 'Washington has suspended talks with Moscow, the State Department said.',
    says: [
      '(suspend|suspends|suspended|suspending|suspension|halt|halts|halted|halting|freez(e|es|ing)|froze|frozen|break off|broke off|broken off|breaking off|cut off|cutting off|sever|severed|severing|end|ends|ended|ending|walk away from|walked away from|abandon*|call off|called off) (of )?(all |any |its |their |the |our |bilateral |direct |military |further |[a-z-]+ ){0,4}?(engagement|cooperation|co-operation|contacts?|dialogue|discussions?|talks|negotiations|channels?|ties)',
      '(engagement|cooperation|co-operation|contacts|dialogue|discussions|negotiations) .. (be |been |was |were )(suspended|halted|frozen|broken off|cut off|called off)',
    ],
  },
  {
    kind: 'un_endorsement',
    rank: 8,
    example: 'The Security Council should endorse the deal, Churkin said.',
    says: [
      '(endors*) .. (security council|{deal}|{truce}|it|resolution|plan|text)|(security council|council) .. (endors*|back(ed|ing)|approv*|adopt*)|(security council|un|council) endorsement',
      '(adopt*|pass|passed|vote*|voting) .. (security council|un|council) resolution|resolution (endors*|back*|support*)',
    ],
  },
  {
    kind: 'agreement_publication',
    rank: 8,
    example: 'The text of the deal was made public, Lavrov said.',
    says: [
      '(make|makes|made|making) (the |its |their |this |all |[a-z-]+ ){0,4}({document}|it|them) public|({document}|it) .. (made public|be published|been published|was published|were published|kept secret|remain(s|ed)? (secret|confidential|unpublished)|classified|into the open|public(ly)?)',
      '(publish|publishes|published|publishing|publication|publicis*|publiciz*|disclos*|declassif*|releas(e|es|ed|ing)|reveal*|leak|leaked|leaks|show|force) (of )?(the |its |their |this |full |[a-z-]+ ){0,3}({document})',
    ],
  },
  {
    kind: 'joint_cooperation',
    rank: 7,
    example: 'The joint centre has not been set up, the Pentagon said.',
    says: [
      'joint (implementation|facility|military|operations?|strikes?|cent(er|re)|command|action|actions|patrols?|targeting|air|fight|campaign|efforts?)|joint [a-z]+ (operations?|strikes|cent(er|re)|cooperation|patrols)',
      '(military|security|intelligence|practical|counter-?terror*) (cooperation|co-operation|coordination)|(cooperat*|co-operat*|coordinat*) .. (militar*|strikes|attacks|against|operations|air)|(share|sharing|shared|exchange|exchanging) (of )?(military )?(intelligence|targeting|information)|jic|implementation cent(er|re)',
    ],
  },
  {
    kind: 'influence_on_ally',
    rank: 8,
    example: 'Russia must use its influence on Damascus, the White House said.',
    says: [
      '(use|uses|used|using|exert*|exercis*|bring) .. (influence|leverage|sway|weight)|influence (on|over|with) .. ({ally}|opposition|groups)|has influence',
    ],
  },
  {
    kind: 'influence_on_ally',
    rank: 6,
    example: 'Moscow should put pressure on its ally to stop, Kerry said.',
    says: [
      '({press}) (on )?(the |its |their |his |president |bashar |al |own |us-backed |moderate |syrian |[a-z-]+ ){0,4}?({ally}) .. to',
      '(take|takes|took|taking) (resolute |decisive |firm |urgent |[a-z]+ )?(action|steps|measures) .. (end|stop|halt|prevent|ensure|force|rein)',
      '(rein in|reined in|restrain*|pressure (on|over)|put pressure) .. ({ally})|work with .. ({ally})',
    ],
  },
  {
    kind: 'talks_outcome',
    rank: 7,
    example: 'The talks in Geneva ended without a result, de Mistura said.',
    says: [
      '(talks|negotiations|discussions|meeting) .. (ended|end|ends|concluded|failed|fail|collapsed|broke (up|down)|produced|yielded|without)',
      '(reach|reached|reaching|strike|struck|clinch*|secure|secured|agreed|agree|hammered out) (a|an|any|no|the|on) (final |new |comprehensive |[a-z-]+ ){0,2}({deal})|no (deal|agreement|accord) (was|has been|had been|is)|(failed|failing|unable) to (reach|agree|strike)|delegations? .. (gained|clarity)',
    ],
  },
  {
    kind: 'diplomatic_contact',
    rank: 5,
    example: 'Kerry spoke by telephone with Lavrov on Tuesday, the State Department said.',
    says: [
      `(phone|telephone|conference|video) (call|calls|conversation|conversations)|by (tele)?phone|in the call|on the call|the call (with|between)`,
      `(called|phoned|telephoned|rang|met|meet|meets|meeting with|spoke|speak|spoken|conferred|consult*|held talks|hold talks|holding talks|discuss*) .. ${MINISTERIAL}`,
      `${MINISTERIAL} .. (met|meet|meets|spoke|discussed|held talks|conferred|had focused|focused on)`,
      'the two (men|ministers|diplomats|sides|leaders|presidents) .. (discuss*|focus*|met|spoke|talk*|agreed)',
      '(briefing|session|meeting|talks|visit|consultations) .. (cancel*|called off|postpon*|call(ed)? off|convened|scheduled|was held|were held|will be held|took place)',
    ],
  },
  {
    kind: 'agreement_terms',
    rank: 6,
    example: 'The agreement provides for safe roads, the United Nations said.',
    says: [
      '({deal}|{truce}|text|plan|terms|document) .. (calls? for|called for|require|requires|required|provide for|provides for|provided for|contain|contains|stipulat*|include|includes|included|envisag*|envision*|oblig*|sets? out|lays? down|laid down|specif*|allows? (the |for )|foresee*|names?|asks? for|concerns?)',
      'under (the |this |their |an |a )?([a-z-]+ ){0,2}({deal})|(under|according to|by) (the |its )?(terms|provisions) of|it (contains|allows the|names|asks for|provides for|stipulates|requires|calls for|sets out|lays down)|distances? .. laid down',
    ],
  },
  {
    kind: 'agreement_terms',
    rank: 8.1,
    example: 'The government and the rebels signed a peace agreement, the United Nations said.',
    says: ['(sign|signs|signed|signing) (a|an|another|two|several) ([a-z-]+ ){0,3}({deal})'],
  },
  {
    kind: 'accusation',
    rank: 4,
    example: 'The rebels are responsible for the deaths, Moscow said.',
    says: [
      '(accus|blam)(e|es|ed|ing) .. (of|for|on)',
      '(hold|holds|held|holding) .. responsible|responsible for|(bear|bears|bore|bearing|full|direct|sole|primary|whole|share|shares|shared) ([a-z]+ )?responsibility|responsibility (lies|rests)|complicit*|evidence (that|of) .. (support*|back*|collu*|help*|side*)|(support|supports|supporting|aid|aids|protect|protects|shield|shields|shielding|sid(es|ed|ing) with|collud*) .. (jihadi*|terrorist*|extremist*|islamic state|daesh|nusra)',
      '(blatant|flagrant|naked|dangerous|treacherous) .. (aggression|attack|act|crime)|aggression|war crimes?|crimes? against humanity|barbari*|act of terror*',
    ],
    attributedOnly: true,
  },
]
