// English words of fire from afar: from the air, by artillery; on aid and on what a town lives by; and armed posture.
import type { ExampledRule } from '../exampled.ts'
import { ARMED } from './kinds-violence.ts'

const DET = '(an |the |a |its |their |his |her |several |some |two |three |four |five |six |another |# )?'
const AID_TARGET =
  '(aid|relief|humanitarian|un|u.n.|united nations|world food programme|wfp|red crescent|red cross|unicef|food) (convoys?|trucks?|lorr(y|ies)|vehicles?|workers?|depots?|warehouses?|personnel|staff|volunteers?|supplies|mission|agency|agencies|offices?|team|teams|compound)|(convoys?|trucks?|vehicles?|office|offices|staff|employees|workers|compound) of (the |an |a )?(world food programme|wfp|un|u.n.|united nations|red crescent|red cross|icrc|unicef|ngo|aid|humanitarian|relief|charity)|ambulance crews?|paramedics|medics|rescue workers|white helmets'
const TOWN_LIFE =
  '{site}|houses?|homes?|huts?|shops?|headquarters|compan(y|ies)|plants?|depots?|storage facilit(y|ies)|supermarkets?|residences?|mills?|wells?|boreholes?|generators?|farms?|crops?|fields?|olive trees|trees|orchards?|livestock|cattle|granary|granaries|pipelines?|oil (wells?|fields?|facilit[a-z]+|pipelines?)|mobile towers?|towers?|pylons?|power lines?|railway( line)?|railroad|tracks|dams?|factory|factories|court( house)?|town hall|health (centre|center|post)s?|graves?|cemetery|shrine|monastery|temple|embassy|offices?|buildings?|property|properties|businesses|warehouses?|vehicles|cars'
/** Words between a deed and its object; `fire at people in the market` is none on the market. */
const OBJECT_GAP = '((?!(in|near|outside|around|from|at|on|inside) )[a-z.]+ ){0,4}'
const WRECK =
  'burn|burns|burned|burnt|burning|burned down|torch|torches|torched|torching|set fire to|set (on fire|ablaze)|set ablaze|arson|loot|loots|looted|looting|pillag*|plunder*|ransack*|vandali[sz]*|demolish*|demolition of|bulldoz*|raz(e|ed|ing)|uproot*|sabotag*|dynamit(e|ed|ing)|blew up|blown up|blow up|destroy|destroys|destroyed|destroying|destruction of|damaged|stole|steal|stealing|stolen|robbed|desecrat*|dismantled|knocked down'
const AIRCRAFT =
  'war-?planes?|fighter jets?|fighter-bombers?|jets?|aircraft|airplanes?|planes?|helicopters?|gunships?|bombers?|drones?|uavs?|unmanned aerial vehicles?|air force(?! intelligence)|aviation|air power|sukhois?|migs?|f-16s?|apaches?'
const FIRE_FROM_AIR =
  '{struck}|dropp*|pound*|bombard*|strafe*|fir(e|es|ed|ing)|carried out|launch*|explod*|crashed into|flying in support|kill*|rain*|shower*'

export const STRIKES: readonly ExampledRule[] = [
  {
    kind: 'attack_on_aid',
    rank: 9.5,
    example: 'Gunmen looted a humanitarian warehouse in Idlib, the United Nations said.',
    says: [
      `({struck}|{attack_noun}|shot|shot dead|fir(e|ed|ing)|opened fire|ambush*|loot*|bomb*|kill*) (on |against |at |upon )?${DET}([a-z.]+ ){0,3}(${AID_TARGET})`,
      `(${AID_TARGET})( [a-z0-9,.]+){0,12}? (was|were|had been|has been|have been|being|is|are|came|come) ([a-z]+ly )?({struck}|under (fire|attack)|shot( dead)?|killed|wounded|ambushed|burned)`,
    ],
  },
  {
    kind: 'attack_on_aid',
    rank: 8.5,
    example: 'The convoy was bombed, the Red Crescent said.',
    says: [
      '({struck}|{attack_noun}|bombing|attacks?) (on |against |at )?(the|this|that|an aid|its|their) convoys?',
      '(the|this|that|its|their) convoys?( [a-z0-9,.]+){0,4}? (was|were|had been|has been|have been|being|came|come) ([a-z]+ly )?({struck})',
    ],
  },
  {
    kind: 'attack_on_aid',
    rank: 5.8,
    example: 'Eighteen lorries were destroyed at the crossing, the Red Crescent said.',
    says: [
      '{attack_noun} (on|against|at) (an |the |a |its |their )?([a-z.]+ ){0,3}({aid_object})',
      '({struck}) (an |the |a |its |their |several |two |three )?([a-z.]+ ){0,4}({aid_object})',
      '({aid_object})( [a-z0-9,.]+){0,12}? (was|were|had been|has been|have been|being|is|are|came|come) ([a-z]+ly )?({struck})',
    ],
  },
  {
    kind: 'ground_clash',
    rank: 8.7,
    example: 'Insurgents attacked a military convoy near Hama, state media said.',
    says: [
      '({struck}|ambush*|attacks?) (on |an |the |a |its |their |several |two )*(convoy|convoys|truck|trucks|vehicles?) (of|carrying) (the |a |[a-z]+ ){0,2}(army|troops|soldiers|police|fighters|forces|militia*)',
      '({struck}|ambush*|attacks?) (on |an |the |a |its |their |several |two )*([a-z]+ )?(army|military|police|regime|rebel|security) (convoys?|trucks?|vehicles?|patrols?)',
    ],
  },
  {
    kind: 'attack_on_infrastructure',
    rank: 8,
    example: 'Militiamen set fire to houses and looted shops in Harasta, residents said.',
    says: [
      `({struck}|knocked out|put out of (service|action)|disabled) (an |the |a |its |their |several |two |three |four |five |# )?${OBJECT_GAP}({site})`,
      '({site})( [a-z,.]+){0,10}? (was|were|had been|has been|have been|being|is|are|came|come) ([a-z]+ly )?({struck}|put out of (service|action)|knocked out)',
      `{attack_noun} (on|against|at) (an |the |a |its |their )?${OBJECT_GAP}({site})`,
      `(${WRECK}) (and [a-z]+ )?(to |of |down )?(an |the |a |its |their |his |her |several |some |all |two |three |four |five |six |dozens of |# )?([a-z.]+ ){0,3}(${TOWN_LIFE})`,
      `(${TOWN_LIFE})( [a-z,.]+){0,6}? (was|were|had been|has been|have been|being) ([a-z]+ly )?(${WRECK})`,
      `(set|setting) ([a-z0-9]+ ){0,3}(${TOWN_LIFE}) (on fire|ablaze|alight)`,
      'looting|looted|pillag*|plunder*|ransack*|arson|property destruction|destruction of property|scorched earth',
    ],
  },
  {
    kind: 'attack_on_infrastructure',
    rank: 2.9,
    example: 'Bandits raided cattle near Hama, herders said.',
    says: [
      '(rustl(e|es|ed|ing)|raid(s|ed|ing)?|stole|steal|stealing) ([a-z0-9]+ ){0,3}(cattle|livestock|cows|camels|sheep|goats)',
    ],
  },
  {
    kind: 'airspace_incident',
    rank: 7.5,
    example: 'Air defences shot down a drone over Latakia, the army said.',
    says: [
      '(jets?|aircraft|planes?|bombers?|helicopters?|drones?) .. (buzz*|intercept*|flew (close|over|past|low)|shadow*)',
      '(violat*|entered|entering|incursion*|intrusion*) .. (airspace|air space)',
      '(shot|shoot|shooting|shoots|brought|bring) down .. (jets?|planes?|aircraft|drones?|helicopters?|warplanes?|uavs?)|(down(ed|ing)|intercept(ed|s|ing)?) (a |an |the |two |three |several |# )?([a-z]+ ){0,3}(jets?|planes?|aircraft|drones?|helicopters?|warplanes?|uavs?|missiles?)',
    ],
  },
  {
    kind: 'air_strike',
    rank: 9.2,
    example: 'Aircraft hit the market with at least one bomb, residents said.',
    says: [
      `(${AIRCRAFT}) .. (with|using|dropped|dropping|fired|launched|threw) .. (bombs?|missiles?|rockets?|barrels?|munitions)`,
    ],
  },
  {
    kind: 'air_strike',
    rank: 6,
    example: 'Warplanes bombed Idlib on Friday, activists said.',
    says: [
      '(air|drone)-?(strike|strikes|raid|raids|attack|attacks|bombardment|bombing|bombings|campaign|assault)',
      'aerial (attack|attacks|bombardment|bombing|bombings|strike|strikes|raids?)',
      `(${AIRCRAFT}) .. (${FIRE_FROM_AIR})`,
      'barrel bombs?|explosive barrels?|vacuum (missiles?|bombs?)|bombing (raid|raids|run|runs|campaign|sortie*)|(kamikaze|suicide) drones?',
      '(carried|carries|carry|carrying) out (a |an |the |two |three |four |five |several |# )?([a-z]+ )?(strike|strikes|sorties?|raids?)',
      '(conduct*|launch*) (a |an |several |two |three |nine |# )?([a-z]+ )?(strikes?|sorties|raids (on|against|at|in))',
      '(strike|strikes) (near|on|at|against|in|around|that (hit|killed))',
      '(the|a) strike (hit|killed|wounded|had (hit|killed))',
      '(strikes|raids) (had |have |has )?(struck|hit|targeted|killed|pounded)|# (air )?(raids|sorties)',
      'bombed|bombing from the air|dropped bombs|warplanes? overhead|bombed by (air|planes)|from the air',
    ],
  },
  {
    kind: 'shelling',
    rank: 5,
    example: 'Government artillery shelled Harasta overnight, the Observatory reported.',
    says: [
      'shelled|shelling|shellings|shellfire|(fired|firing|fire|lobbed|launched|launching|rained) .. (shells|rockets?|mortars?|missiles?|projectiles?|rpgs?|rocket-propelled grenades?|heavy weapons)|shells .. (killed|wounded|injured|destroyed|damaged)',
      'mortars?|mortar (fire|rounds?|bombs?|shells?)|artillery( fire)?|rocket (fire|attacks?|barrage)|projectiles? (hit|fell|landed)',
      '(rockets?|shells?|missiles?|projectiles?) (were |was |had been )?(hit|fell|fall|landed|struck|crashed|rained|exploded|slammed|fired|launched|impacted)',
      'bombard|bombards|bombarded|bombarding|bombardment|bombardments|tank (fire|shells?|rounds?)|grad|grads|howitzers?|hell cannons?|(ballistic|cruise|guided) missiles?|missile (attacks?|strikes?|fire)|surface-to-surface|cannon fire|heavy weapons fire|gunboats? fired',
    ],
  },
  {
    kind: 'shelling',
    rank: 6.6,
    example: 'The two armies exchanged artillery fire near Kilis, Ankara said.',
    says: ['exchang(e|es|ed|ing) (of )?([a-z]+ )?(artillery|mortars?|rockets?|shells?|shelling|tank fire)'],
  },
  {
    kind: 'shelling',
    rank: 5.6,
    example: 'The army fired on the village with howitzers, residents said.',
    says: [
      'explosions (involving|of (unknown|undetermined))|(undetermined|outgoing|incoming) explosions',
      '(with|using) ([a-z0-9]+ ){0,2}(howitzers?|grenade launchers?|artillery|mortars?|rockets?|rocket launchers?|tanks?|shells|shellfire|missiles?)',
    ],
  },
  {
    kind: 'force_posture',
    rank: 5.2,
    example: 'Turkish troops set up an observation post near Idlib, state television said.',
    says: [
      '(set|sets|setting) up .. (base|bases|check-?points?|posts?|observation posts?|outposts?|headquarters|camp|training camp|barracks|road-?blocks?|positions?)',
      '(install|installs|installed|installing|establish|establishes|established|establishing|built|build|builds|building|erected|constructed|constructing|inaugurated|opened (a|an|the|its|two|three|several)) (a |an |the |its |two |three |several )?([a-z]+ ){0,3}(base|bases|check-?points?|posts?|outposts?|headquarters|barracks|training camps?|road-?blocks?|fortifications?|positions)',
      '(dug|dig|digs|digging) (in|trenches|tunnels)|fortif(y|ied|ies|ying|ication|ications)|earth (barriers?|berms?)|trenches|sand barriers?',
    ],
  },
  {
    kind: 'force_posture',
    rank: 3,
    example: 'The army deployed tanks around Homs, rebels said.',
    says: [
      '(deploy|deploys|deployed|deploying|deployment|deployments|massed|massing|amass*|mobili[sz]*|regroup*|reinforc*) .. (troops|forces|fighters|soldiers|tanks|units|weapons|artillery|aircraft|missiles|reinforcements|themselves|[a-z]+)',
      '(reinforcements|troops|tanks|fighters|forces|heavy weapons) .. (arriv*|massed|mov(ed|ing) (into|to|up|towards?)|remain* (in|on|at))',
      '(sent|sends|sending|send|dispatch*|brought) .. (reinforcements|troops|additional forces|fighters|tanks)|(movements?|build-up|concentration) of (forces|troops|tanks|armou?r)',
      'military build-up|military (build-up|base|presence)|troop (build-up|movements?)|flags? .. (hung|raised|hoisted|flying|flown|flew)',
      `(deployed|mobili[sz]ed|redeployed) (to|in|near|along|around)|(${ARMED}) (massed|gathered|deployed)`,
    ],
  },
]
