// English words of a truce: its start, its keeping, its breaking, its length, its end, and who stands in it.
import type { ExampledRule } from '../exampled.ts'

export const TRUCE: readonly ExampledRule[] = [
  {
    kind: 'truce_violation',
    rank: 7,
    example: 'Government forces breached the truce in Hama, an opposition spokesman said.',
    says: [
      '(violat(e|es|ed|ing)|breach|breaches|breached|breaching|break|breaks|broke|broken|breaking|infring*|flout*) (the |a |an |its |their |this |that |us-russia |[a-z-]+ ){0,5}({truce}|it|{deal})',
      '(violation|violations|breach|breaches|infringement|infringements) (of|in|against) (the |a |an |this |its |their |[a-z-]+ ){0,4}({truce}|{deal}|regime)',
      '({truce}) (violation|violations|breach|breaches|infringements?)',
      '# (violations|breaches|infringements|infractions)|(violations|breaches|infringements|infractions) (by|of|from|committed|on the part)',
      '(violated?|violating|broken|broke|breached) .. # times',
      '(was|were|been|being) ([a-z]+ly )?(violated|breached) (by|in|on|at|several|many|[a-z]+ times)',
    ],
  },
  {
    kind: 'truce_violation',
    rank: 5,
    example: 'The monitoring group spoke of repeated violations, Moscow said.',
    says: [
      '(its|their|the|these|those|such|any|all|new|more|repeated|serious|alleged) (violations|breaches)|violations|breaches',
    ],
  },
  {
    kind: 'truce_compliance',
    rank: 6,
    example: 'The truce is largely holding, the UN envoy said.',
    says: [
      '(comply|complies|complied|complying|compliance|abide|abides|abided|abiding|abode|adher*|stick|sticks|sticking|stuck|observ(e|es|ed|ing|ance)|respect|respects|respected|respecting|honou?r*|uphold|upholds|upheld|upholding|keep|keeps|kept|keeping|maintain|maintains|maintained|maintaining|implement|implements|implemented|implementing|fulfil|fulfils|fulfill|fulfills|fulfilled|fulfilling|meet|meets|met|meeting|follow|followed|following) (fully |strictly |largely |mostly |completely )?(to |with |by )?(the |a |an |its |their |this |that |all |his |[a-z-]+ ){0,5}?({truce}|terms|obligations|commitments|{deal}|ceasefire)',
      '({truce}) .. (hold|holds|holding|has held|had held|have held|held (on|in|for|through|across|largely|despite)|stands|being observed|been observed|was observed|is observed|being respected|been respected|been kept|being kept|intact)',
    ],
  },
  {
    kind: 'truce_compliance',
    rank: 5,
    example: 'The fighting in Homs has subsided, the Observatory said.',
    says: [
      '(curb|curbs|curbed|curbing|reduc*|quell*|calm*|eas(ed|ing)) (the |in )?(fighting|violence|hostilities)|(reduction|decrease|drop|decline|lull|fall) (of|in) (the )?(violence|fighting|hostilities)',
      '(fighting|violence|hostilities) .. (subsid*|fallen|fell|dropped|eased|decreased|declined|abated|died down|quietened|below the level)|(relative|general) calm|calm (prevailed|held|has held|had held)|guns .. (quiet|silent)',
      'process is moving (forward|ahead)',
    ],
  },
  {
    kind: 'truce_collapse',
    rank: 7,
    example: 'The ceasefire has collapsed, a rebel commander said.',
    inherent: true,
    says: [
      '(declar*|pronounc*|announc*|consider*|say|says|said) .. ({truce}) .. (over|dead|finished|at an end|ended|void)',
      '({truce}) .. (collaps*|is over|was over|has ended|had ended|is dead|was dead|unravel*|fallen apart|falling apart|fell apart|broken down|broke down|breaks down|is finished|no longer (holds|exists|in force|valid)|in tatters|on the verge|at an end)',
      '({truce}) (dead|over|void|finished|null and void|at an end)',
      '(end|collapse|failure|breakdown|unravel+ing) of (the |a |this )?([a-z-]+ )?({truce})|threats? to (the |a )?({truce})',
    ],
  },
  {
    kind: 'truce_extension',
    rank: 8,
    example: 'Russia said the truce had been extended for another 48 hours.',
    says: [
      '(extend|extends|extended|extending|extension|extensions|prolong*|prolongation|renew|renews|renewed|renewing|renewal) (of )?(the |a |an |its |this |[a-z-]+ ){0,5}?({truce}|lull|pause|regime|it for|it by)',
      '({truce}) .. (extend*|prolong*|renew*|extension)|(an|the|any|another|further) extension|extension (of|was|is|would|will|for|by)',
      '({truce}) .. for (another|a further|an additional) (# |[a-z]+ )?(hours|days|weeks)|for (another|a further) (# |[a-z]+ )(hours|days) .. ({truce})',
    ],
  },
  {
    kind: 'truce_start',
    rank: 6,
    example: 'The truce came into force on Monday, the Observatory said.',
    says: [
      '({truce}) (that |which )?(had |has |was |is |to )?((come|came|comes|coming|go|goes|went|going|enter|enters|entered|put|brought) (into )?(in |into )?(force|effect)|(take|takes|took|taken|taking) effect|began|begins|begin|begun|started|starts|start)',
      '({truce}) (may|might|will|would|could|should|can|is to|was to|is due to|is expected to) (begin|start|take effect|come into (force|effect)|enter into force|take hold)',
      '({truce}) .. (came into (force|effect)|went into (force|effect)|entered into force|took effect|takes effect|will (begin|start)|began (on|at)|started (on|at)|begins (on|at)|starts (on|at))',
      '(start|beginning|entry into force) of (the |a )?({truce})|designat* .. as day d|day d (is|was|will be)|recommit* .. ({truce}|it)',
    ],
  },
  {
    kind: 'truce_start',
    rank: 8.2,
    example: 'Rebels and the army signed a truce for Madaya, state television said.',
    says: [
      '(agreed|agree|agrees|agreeing|signed|sign|signs|signing|declared|declares|announced|announces|reached|concluded|brokered|negotiated) (on |to |upon )?(a|an|another|local) (new |local |temporary |permanent |partial |nationwide |unilateral |[a-z]+-(hour|day|week|month)s? |# ?-?(hours?|days?) )?({truce})( (between|with|in|for|after))?',
      '(declared|declares|announced|announces) (a )?cessation of hostilities|(a|an|another|local|#-hour|[a-z]+-hour) ({truce}) (was|were|has been|had been) (agreed|declared|announced|signed|reached|concluded)',
    ],
  },
  {
    kind: 'humanitarian_pause',
    rank: 6,
    example: 'A five-hour humanitarian pause was observed in Ghouta, the United Nations said.',
    says: [
      '(#|[a-z]+)-hour (humanitarian )?(pause|pauses|lull)|humanitarian pauses?|pauses? (in (the )?(fighting|hostilities|violence)|of # hours|for # hours)|weekly pauses?',
    ],
  },
  {
    kind: 'separation_of_forces',
    rank: 9,
    example: 'Two brigades have cut ties with Nusra, the Observatory said.',
    says: [
      '(separat*|distanc*|dissociat*|delineat*|disentangl*|untangl*|split|splitting|break away|breaking away|cut ties|cutting ties|disengag*|demarcat*) .. (from|with|between) .. (nusra|qaeda|terrorist*|extremist*|jihadi*|fateh|militants|islamic state|daesh)',
      '(separation|delineation|demarcation) of .. (opposition|rebels?|moderate|forces|groups|areas)|(separat(e|es|ed|ing)|delineat(e|es|ed|ing)) (the )?(moderate|opposition|rebels|so-called)',
    ],
  },
  {
    kind: 'withdrawal',
    rank: 7,
    example: 'Troops withdrew from the Castello Road, state media said.',
    says: [
      '({pullback})',
      '({fighters}|rebels|insurgents|army|forces|units|militia|sdf|ypg|pkk|guerrillas) (have |had )?(left|vacated|abandoned|evacuated) (the |their |its |all |# |two |three |several )?([a-z]+ ){0,2}(villages?|positions?|posts?|outposts?|bases?|areas?|districts?|front|headquarters|barracks|hills?|strongholds?)',
      '(hand|hands|handed|handing) over (control of )?(the |their |its )?([a-z-]+ ){0,2}(town|city|village|villages|area|base|positions?|district|neighbou?rhood|crossing|territory|camp)',
    ],
  },
  {
    kind: 'party_status',
    rank: 8,
    example: 'Nusra is not a party to the truce, Lavrov said.',
    says: [
      '(is|are|was|were|not|never|become|became|as|being) (a |an )?(not )?(party|parties|part|signatory|signatories) (to|of) (the |a |this )?({truce}|{deal})',
      '(excluded from|not covered by|left out of|exempt from|not included in|not bound by|outside|covered by|bound by|included in) (the |a |this )?({truce}|{deal})',
      "({truce}|{deal}) .. (does not|do not|did not|doesn't) (apply|extend|cover|include)|({truce}) excludes",
      '(accept|accepts|accepted|join|joins|joined|sign|signed|signed up to|subscrib*|agreed to|rejected|reject|rejects) (the |a |to |its |their |this )*({truce}|terms|{deal}( to)?)',
      '(reserve|reserves|reserved) the right to (strike|attack|respond|target|hit)',
      'presence of (the )?(fighters|militants|nusra|al-qaeda|jihadi*)',
    ],
  },
]
