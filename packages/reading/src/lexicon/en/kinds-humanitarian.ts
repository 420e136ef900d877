// English words of aid, siege and flight.
import type { ExampledRule } from '../exampled.ts'

export const HUMANITARIAN: readonly ExampledRule[] = [
  {
    kind: 'aid_delivery',
    rank: 6,
    example: 'The State Department regretted the failure of aid to arrive in Aleppo, Kirby said.',
    negated: true,
    says: [
      '(failure|failed|failing|fails|inability) .. ({aid}|{convoy}) to (arrive|reach|enter|get|flow|come)',
      '({aid}|{convoy}) .. (failed|yet|still (has|have|had)|remained unable|unable) to (arrive|reach|enter|get|flow|be delivered|come)',
      'absence of (any )?({aid}|deliveries)|lack of ({aid}) deliver*',
    ],
  },
  {
    kind: 'aid_convoy_waiting',
    rank: 6,
    example: 'Lorries with food are waiting at the Turkish border, OCHA said.',
    says: [
      '({convoy}|{aid}|supplies) .. (wait|waits|waited|waiting|await|awaits|awaited|awaiting|stuck|strand*|languish*|held up|idle|idled|idling|parked|stalled|queu*|on standby|halted at|blocked at|stopped at|stood at|standing at|stay where|sitting (at|on)|loaded)',
      '({convoy}) .. (remain|remains|remained|still) (at|on|near) .. border',
      "({convoy}) (would|will|did|could|can|have|has|had|do|does)( not|n't) .. (leave|left|move|moved|cross|crossed|proceed|proceeded|depart|departed|set off)",
    ],
  },
  {
    kind: 'aid_denial',
    rank: 7,
    example: 'The government has refused permits for the convoys, Egeland said.',
    inherent: true,
    says: [
      '(den(y|ies|ied|ying)|refus*|block|blocks|blocked|blocking|prevent|prevents|prevented|preventing|obstruct*|withh*|reject*|hinder*|hamper*|imped*|barr(ed|ing)|holding up|holds up|stopp(ed|ing)|ban|banned) .. ({aid}|{convoy}|humanitarian|access|permission|permits?|facilitation letters?|deliveries)',
      '(no|without|lack of|lacked|lacking|absence of|still (no|without)) (any |the |a |un |official |necessary |required |written )*(permission|permits?|permit|authori[sz]ation*|clearance|approval|facilitation letters?|green light|guarantees)',
      "(not|n't|never|yet to|failed to) (yet )?(have|has|had|get|got|gotten|given|give|giving|granted|grant|granting|issued|issue|received|receive|obtained|obtain|signed|sign|provided|provide|been (given|granted|issued)|allowed|allow|allowing|authori[sz]e*|let|letting|permit|permitted) .. (permission|permits?|authori[sz]ation|clearance|approval|letters?|access|{aid}|{convoy})",
      "(permission|permits?|authori[sz]ation|clearance|approval|facilitation letters?) .. (not|n't|never|yet to) .. (given|granted|issued|come|arrived|received|signed)",
      '(delay|delays|delayed|delaying|hold-up|hold-ups|hold up) (in|to|of|over|with|on|for)? ?(the |un |all )*({aid}|{convoy}|access|deliver*)',
      '(turned|turn|turning|sent|sends) (back|away) .. ({aid}|{convoy})|({convoy}) .. (turned|sent) (back|away)',
      '({convoy}|{aid}) .. (barred|blocked|refused|denied|prevented|not allowed|not permitted|stopped)',
      '(stripped|removed|confiscated|seized|took) .. (medical|medicine|surgical|supplies) .. (from .. )?({convoy})',
    ],
  },
  {
    kind: 'aid_approval',
    rank: 5,
    example: 'The government has approved requests for access to four towns, the United Nations said.',
    says: [
      '(approv*|authori[sz]ed|authori[sz]es|granted|grants|cleared|gave|given) .. (permission|permits?|access|{convoy}|requests?|deliver*|{aid}|green light)',
      '(access requests?|requests? for access|requests?) .. (been |were |was |are )(approved|granted|accepted)',
      '(approval|permission|authori[sz]ation) (was|had been|has been|were) (given|granted|issued)',
      'agreed to (let|allow|admit) .. ({aid}|{convoy}|humanitarian|un)',
    ],
  },
  {
    kind: 'aid_delivery',
    rank: 4,
    example: 'A UN convoy reached Homs on Monday, the Red Crescent said.',
    says: [
      '({aid}|{convoy}|deliveries) .. (arriv*|enter|enters|entered|entering|reach|reaches|reached|reaching|deliver|delivers|delivered|got through|get through|gets through|getting through|got in|get in|crossed|cross|crossing|flow|flows|flowed|flowing|went in|gone in|unloaded|distributed|handed out|passed|came in|come in|begin to flow|begins to flow)',
      '(deliver|delivers|delivered|delivering|distribut*|brought|bring|bringing|sent|send|sending|carry|carried|carrying) .. ({aid})',
      '(aid|food|relief|humanitarian|medical) (deliver*|shipments?|distribution|convoys?) .. (begin|begins|began|start*|resum*|continu*|take place|took place)',
      '(deliver*|distribution|arrival|entry|flow) of ([a-z]+ ){0,2}({aid})',
    ],
  },
  {
    kind: 'aid_access',
    rank: 5,
    example: 'De Mistura spoke of unhindered access for relief, the United Nations said.',
    says: [
      '(allow*|permit|permits|permitted|permitting|let|lets|letting|enable*|grant|grants|facilitat*|ensur*|guarante*|secur*|open|opens|opened|opening up|opening|provide*|providing) .. ({aid}|humanitarian|access|{convoy}|deliveries)',
      'humanitarian access|({aid}|un|unhindered|unimpeded|safe|sustained|full|free) access|access (for|to|by) .. ({aid}|humanitarian|un|people|civilians|areas|all)',
      'get(ting)? (the |any |some )?({aid}) (moving|in|through|to)|(window|opportunity|chance) .. (to )?(deliver|get|bring|send) .. ({aid})',
      'road .. (secured?|opened|reopened|open) .. ({aid}|{convoy}|humanitarian)|(castello|ramouseh|[a-z]+) road (must|should|has to|had still to|needs to) be (secured|opened|made safe)',
    ],
  },
  {
    kind: 'aid_access',
    rank: 7,
    example: 'Damascus will allow aid into Madaya, the Red Crescent said.',
    says: [
      '(allow*|let|lets|letting|permit|permits|permitting) .. ({aid}|{convoy}|deliveries|humanitarian)',
      'get(ting)? (the |any |some )?({aid}|{convoy}) (moving|in|through)',
    ],
  },
  {
    kind: 'civilians_besieged',
    rank: 6,
    example: 'Some 20,000 people are trapped in Foua, the United Nations said.',
    inherent: true,
    says: [
      '({people}) .. (under siege|besieged|trapped|encircled|cut off|surrounded|sealed off)',
      '(trap*|besieg*|encircl*|cut(ting)? off) .. ({people})',
      '({people}) .. (live|lives|living|are|remain|remaining) .. (besieged|siege)',
    ],
  },
  {
    kind: 'siege',
    rank: 5,
    example: 'Government troops laid siege to Darayya, the Observatory said.',
    says: [
      'besieg(e|es|ing)|(is|are|was|were|been|remains?) (also )?besieged|encircl(e|es|ed|ing|ement)|surround(s|ed|ing)? (the|a|rebel|government|eastern|[a-z]+ forces)|blockad*|lay siege|laid siege|laying siege',
      '(under|the|a|of) (siege|blockade)|supply (lines?|routes?) .. cut|(cut|cutting|severed|closed|closing) .. (supply (route|line|road)s?|last (road|route))',
    ],
    inherent: true,
  },
  {
    kind: 'services_cut',
    rank: 6,
    example: 'Water was cut off in Aleppo, UNICEF said.',
    inherent: true,
    says: [
      '(water|electricity|power)( [a-z]+){0,4}? (was |were |has been |had been |is |are |remains |remained )?(cut off|cut|severed|shut off|interrupted|out of service|switched off)',
      '(without|no|lack of|lacking|cutting|cut|cut off) (any |running |drinking |clean |mains |the )*(water|electricity|power)',
    ],
  },
  {
    kind: 'evacuation',
    rank: 6,
    example: 'About 300 fighters were evacuated from Al-Waer, state television said.',
    says: [
      'evacuat*|bussed out|taken out of the (town|city|area)|({fighters}|{people}|wounded) .. (left|leave|leaving) .. (on|in|by) (green )?(buses|bus|coaches)|({fighters}|{people}|wounded) .. (leave|leaves|leaving|left|are leaving|have left) (the |their )?(town|city|area|enclave|suburb|district|home|homes)',
    ],
  },
  {
    kind: 'safe_zone',
    rank: 5,
    example: 'Turkey proposed a safe zone near Azaz, Ankara said.',
    says: [
      'safe (zones?|areas?|corridors?|passage)|no-fly zones?|humanitarian corridors?|de-?militari[sz]ed (zone|area)s?|buffer zones?',
    ],
  },
]
