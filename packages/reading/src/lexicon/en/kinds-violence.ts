// English words of violence and of armed posture.
import type { KindRule } from '../language.ts'

export const VIOLENCE: readonly KindRule[] = [
  {
    kind: 'attack_on_aid',
    rank: 9,
    says: [
      '{attack_noun} (on|against|at) (an |the |a |its |their )?([a-z.]+ ){0,3}({aid_object})',
      '({struck}) (an |the |a |its |their |several |two |three )?([a-z.]+ ){0,4}({aid_object})',
      '({aid_object})( [a-z0-9,.]+){0,12}? (was|were|had been|has been|have been|being|is|are|came|come) ([a-z]+ly )?({struck})',
    ],
  },
  {
    kind: 'attack_on_infrastructure',
    rank: 8,
    says: [
      '({struck}|knocked out|put out of (service|action)|disabled) (an |the |a |its |their |several |two |three |four |five |# )?([a-z.]+ ){0,4}({site})',
      '({site})( [a-z,.]+){0,10}? (was|were|had been|has been|have been|being|is|are|came|come) ([a-z]+ly )?({struck}|put out of (service|action)|knocked out)',
      '{attack_noun} (on|against|at) (an |the |a |its |their )?([a-z.]+ ){0,3}({site})',
    ],
  },
  {
    kind: 'weapon_use',
    rank: 7,
    says: [
      'chlorine|sarin|mustard gas|nerve (gas|agent)|chemical (weapons?|attacks?|agents?|gas)|cluster (bombs?|munitions?)|incendiary|(white )?phosphorus|napalm|bunker-bust*|thermobaric',
    ],
  },
  { kind: 'sniper_fire', rank: 7, says: ['sniper|snipers|sniping|sniped|sharpshooters?'] },
  {
    kind: 'airspace_incident',
    rank: 6,
    says: [
      '(jets?|aircraft|planes?|bombers?|helicopters?|drones?) .. (buzz*|intercept*|flew (close|over|past|low)|shadow*)',
      '(violat*|entered|entering|incursion*|intrusion*) .. (airspace|air space)',
      '(shot|brought) down .. (jet|plane|aircraft|drone|helicopter|warplane)',
    ],
  },
  {
    kind: 'air_strike',
    rank: 6,
    says: [
      'air-?(strike|strikes|raid|raids|attack|attacks|bombardment|bombing|campaign|assault)',
      'aerial (attack|attacks|bombardment|bombing|strike|strikes|raids?)',
      '(war-?planes?|fighter jets?|jets?|aircraft|planes?|helicopters?|bombers?|drones?|air force) .. ({struck}|dropp*|pounded|fired|carried out|flying in support)',
      'barrel bombs?|bombing (raid|raids|run|runs|campaign|sortie*)',
      '(carried|carries|carry|carrying) out (a |an |the |two |three |four |five |several |# )?([a-z]+ )?(strike|strikes|sorties?|raids?)',
      '(conduct*|launch*) (a |an |several |# )?([a-z]+ )?(strikes?|sorties|raids?)',
      '(strike|strikes) (near|on|at|against|in|around|that (hit|killed))',
      '(the|a) strike (hit|killed|wounded|had (hit|killed))',
      '(strikes|raids) (had |have |has )?(struck|hit|targeted|killed|pounded)|# (air )?(raids|sorties)',
      'bombed|bombing from the air|dropped bombs|warplanes? overhead',
    ],
  },
  {
    kind: 'explosive_device',
    rank: 6,
    says: [
      'suicide (bomb*|attack*|blast*)|car bombs?|truck bombs?|vehicle bombs?|roadside bombs?|land-?mines?|booby-trap*|improvised explosive*|explosive devices?|bomb blasts?|grenades?|a bomb (exploded|went off|blew)',
    ],
  },
  {
    kind: 'shelling',
    rank: 5,
    says: [
      'shelled|shelling|shellfire|shells (hit|fell|landed|struck|crashed|rained|exploded)|(fired|firing|fire|lobbed|launched|rained) .. (shells|rockets?|mortars?|missiles?)',
      'mortars?|mortar (fire|rounds?|bombs?|shells?)|artillery( fire)?|rocket (fire|attacks?|barrage)|rockets (hit|fell|landed|struck|crashed|rained|exploded|slammed)',
      'bombard|bombarded|bombarding|bombardment|bombardments|tank fire|tank rounds?|grad (rockets|missiles)|howitzers?|hell cannons?|missiles? (hit|struck|fell|landed)|surface-to-surface',
    ],
  },
  {
    kind: 'abduction',
    rank: 5,
    says: [
      'abduct*|kidnap*|(taken|took|held|holding) hostages?|hostage*|forcibly disappeared|seized (a|an|two|three|several) (aid workers?|civilians?|journalists?)',
    ],
  },
  {
    kind: 'offensive',
    rank: 4,
    says: [
      'offensive|offensives|(ground |all-out |new |major )?assault (on|in|against|by)|assaults?',
      '(the|an|its|their) attack on (the |rebel-held |government-held )?(eastern|western|northern|southern|besieged)',
      '(advance|advances|advanced|advancing) (on|in|into|towards?|against|around)',
      '(captured?|capturing|recaptur*|re-?took|retaken|retaking|seized|seizing|overran|overrun|stormed|storming|took control of|taken control of|gained control of)',
      '(push|pushed|bid|drive) to (re)?(take|capture|seize)|gained ground|gaining ground|ground (attack|operation)|(seized|gained|acquired|acquiring|taken) .. (territory|ground)',
      '(tried|attempted|trying|attempting) to (storm|seize|capture|advance|infiltrate|break)',
    ],
  },
  {
    kind: 'ground_clash',
    rank: 4,
    says: [
      'clash|clashes|clashed|clashing|fire-?fights?|gun-?battles?|gun-?fights?|skirmish*|fierce (fighting|battles)|heavy fighting|street (fighting|battles)',
      '(battles?|fighting) (raged|rages|raging|erupted|broke out|continued|continues|continuing|resumed|was|were|is|between|in|around|near|on|east|west|north|south|has|had|flared|hit)',
      'exchang* (of )?([a-z]+ )?fire|opened fire|attacked first|(fired|shot|shooting) first|had attacked|machine-?gun (fire)?|small-arms fire|gun-?fire|came under fire|traded fire',
    ],
  },
  {
    kind: 'casualties',
    rank: 3,
    says: [
      '(kill|kills|killed|killing|dead|died|dies|deaths?|slain|wounded|wounding|injured|injuring|casualties|fatalities|lost their lives|death toll|toll (at|rose|stood|to|of)|number of dead)',
    ],
  },
  {
    kind: 'force_posture',
    rank: 3,
    says: [
      '(deploy|deploys|deployed|deploying|deployment|deployments|mass|massed|massing|amass*|mobili[sz]*|regroup*|reinforc*) .. (troops|forces|fighters|soldiers|tanks|units|weapons|artillery|aircraft|missiles|reinforcements|themselves|[a-z]+)',
      '(reinforcements|troops|tanks|fighters|forces|heavy weapons) .. (arriv*|massed|massing|mov(ed|ing) (into|to|up|towards?)|remain* (in|on|at))',
      'military (build-up|base|presence)|troop build-up|build-up of (forces|troops)|flags? .. (hung|raised|hoisted|flying|flown|flew)',
    ],
  },
  {
    kind: 'violence_general',
    rank: 1,
    says: [
      '(the |a |new |renewed |rising |ongoing |escalating )?violence (in|on|around|and|has|had|continued|flared|escalated|erupted|which)',
      'acts of violence|hostilities (resumed|continued|flared|escalated)|attack on [a-z]+ [a-z]+|attack on [a-z]+',
    ],
  },
]
