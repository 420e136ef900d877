// English words of fighting and of fire: who attacks, with what, and who gains ground.
import type { ExampledRule } from '../exampled.ts'

const DET = '(an |the |a |its |their |his |her |several |some |two |three |four |five |six |another |# )?'
const WITHIN = '([a-z.]+ ){0,4}'
/** Those under arms: an attack on them is a fight. */
export const ARMED =
  'army|military|troops?|soldiers?|police|policemen|policeman|security forces|forces|fighters?|rebels?|insurgents?|militants?|militia|militias|militiamen|checkpoints?|check-?points?|outposts?|army posts?|police posts?|police station|military base|base|bases|barracks|patrols?|garrison|positions?|frontlines?|servicemen|marines|guards|peacekeepers|gendarmes?|gendarmerie'
/** Who attacks, where a note names nobody. */
export const ATTACKERS =
  'gunmen|gunman|armed men|armed groups?|assailants?|attackers?|militants?|militiamen|militia|soldiers|troops|rebels|insurgents|fighters|guerrillas?|terrorists?|bandits|gang members|gang|police|policemen|(security|armed|military|government|regime|state) forces|settlers|herders|youths|mob|hitmen|extremists|jihadists|paramilitar*|death squads?|men on (a )?(motorcycles?|motorbikes?)|(hooded|masked|unknown|unidentified|unidentified armed) (men|persons|people|group|groups|individuals|gunmen)|individuals|taliban|jihadist fighters|cartel|vigilantes'
/** Persons under arms: where they are killed by others under arms there was a fight. */
const UNDER_ARMS =
  'soldiers?|troops|policem[ae]n|police officers?|security (personnel|officers?|guards?)|gendarmes?|fighters?|rebels?|militants?|insurgents?|terrorists?|guerrillas?|servicem[ae]n|guards?|rangers?|reservists?|peacekeepers?|militiamen|militia members?|marines|commanders?'
const DEVICE =
  'suicide (vest|belt|bombers?|drone)|car-?bombs?|truck-?bombs?|vehicle-?bombs?|vbieds?|svbieds?|ieds?|roadside (bombs?|devices?)|land-?mines?|mines?|booby-?trap*|improvised explosives|explosive (devices?|charges?|belts?|vests?)|explosives|dynamite|(magnetic|sticky|remote-controlled|time|home-?made|petrol|pipe|parcel|letter|powerful) bombs?|bombs?|grenades?|war remnants|unexploded (ordnances?|shells?|bombs?|devices?)|molotov cocktails?|explosive remnants|devices?'
const EXPLODED =
  'explo(de|des|ded|ding|sion|sions)|detonat*|went off|go off|going off|gone off|blew up|blown up|blew|blast|blasts|kill*|wound*|injur*|maim*|hit|hits|struck|target*|attack*|destroy*|damag*|shook|rock(s|ed)?|ripped through|tore through|rammed|was thrown|were thrown|was hurled|were hurled'
const SET_OFF =
  'detonat*|stepped|stepping|picked up|ran (over|into|through)|explod*|explosions?( of)?|set off|sets off|blew up|blow up|blows up|blown up|hurl*|threw|throw|throws|thrown|toss*|lobb*|plant(ed|s|ing)?|placed|laid|hit|hits|struck|drove over|drove|rammed|killed by|wounded by|injured by|targeted (by|with)|attack* .. with'

export const VIOLENCE: readonly ExampledRule[] = [
  {
    kind: 'explosive_device',
    rank: 9,
    example: 'A roadside bomb exploded near a patrol in Homs, the army said.',
    says: [
      `(${DEVICE}) .. (${EXPLODED})`,
      `(${SET_OFF}) .. (${DEVICE})`,
      '(remote )?explosive attacks?|suicide (bomb*|attack*|blast*|operation)|(car|truck|vehicle|motorcycle) bomb(ing|ings|s)?|bomb(ing)? (attacks?|blasts?|explosions?)|grenade (attacks?|blasts?|explosions?)|(mine|ied|landmine) (attacks?|blasts?|explosions?|strikes?)|roadside bombing',
      'blew (himself|herself|themselves|itself) up|(booby-trapped|explosive-laden|rigged) (car|cars|motorcycle|motorbike|vehicle|truck|house)|(car|truck|vehicle) (laden|packed|rigged|loaded) with explosives|blew up (the |a |an )?([a-z]+ ){0,3}(vehicle|car|truck|convoy|patrol)',
    ],
  },
  {
    kind: 'explosive_device',
    rank: 3.1,
    example: 'An explosion rocked the centre of Homs, residents said.',
    says: [
      '(explosions?|blasts?) (occurred|happened|erupted|took place|hit|rocked|shook|in|at|near|outside|inside|between|killed|wounded|injured|was|were)',
    ],
  },
  {
    kind: 'explosive_device',
    rank: 5,
    example: 'A car bomb was used in Daraa, rebels said.',
    says: ['car-?bombs?|suicide bombers?'],
  },
  {
    kind: 'weapon_use',
    rank: 9,
    example: 'Helicopters dropped chlorine on Saraqeb, medics said.',
    says: [
      'chlorine|sarin|mustard gas|nerve (gas|agents?)|(toxic|poison|poisonous|asphyxiating) (gas|gases|agents?|substances?|chemicals?)|chemical (weapons?|attacks?|agents?|gas|shells?|munitions?)|cluster (bombs?|munitions?|shells?)|incendiary|(white )?phosphorus|napalm|bunker-bust*|thermobaric',
    ],
  },
  {
    kind: 'sniper_fire',
    rank: 7,
    example: 'A sniper wounded a child in Aleppo, the Observatory said.',
    says: ['sniper|snipers|sniping|sniped|sharpshooters?'],
  },
  {
    kind: 'abduction',
    rank: 8,
    example: 'Gunmen kidnapped two teachers in Idlib, activists said.',
    says: [
      'abduct*|kidnap*|(taken|took|taking|held|holding) .. (hostages?|captives?)|hostage*|captives? taken|forcibly disappeared|(enforced|forced) disappearances?|disappeared after|(went|gone|go) missing (after|when|while)',
      `seized (a|an|two|three|four|several|#) (aid workers?|civilians?|journalists?|people|men|women|teachers?|villagers|passengers|residents)|(doctors?|teachers?|journalists?|workers|students|civilians?|villagers|residents|activists?|traders?|employees|staff|man|men|woman|women|people|drivers?|officials?) (was|were) seized by (${ATTACKERS})`,
      '(taken|took|dragged) (him |her |them |away )?(away )?(by|from (his|her|their) (house|home|homes|houses)|to an unknown (place|location|destination))|took away (a|an|the|two|three|four|five|several|#|[a-z]+) ([a-z]+ )?(men|youths?|boys|girls|women|people|civilians|students|villagers|residents)',
      '(forcibly |forced )(conscript*|recruit*)|captured (a|an|two|three|four|several|#) (fishermen|civilians?|villagers?|farmers?|journalists?|aid workers?|shepherds?|drivers?)',
    ],
  },
  {
    kind: 'offensive',
    rank: 7,
    example: 'Government forces regained control of Khan Tuman after clashes, state media said.',
    says: [
      '(re-?gain|regains|regained|regaining|recover|recovers|recovered|recovering|retak(e|es|ing)|gain|gains|gained|gaining|took|take|takes|taken|taking|seiz(e|es|ed|ing)|assum(e|es|ed)|establish(es|ed)?|restored|restores|wrest(s|ed)?) (back )?(full |complete |partial )?control (of|over|from)',
      '(captured?|captures|capturing|recaptur*|re-?tak(e|es|ing)|re-?took|retaken|overran|overrun|overruns|conquer*|liberat(e|es|ed|ing)|liberation of|took over|taken over|takes over|takeover of|captured back|took back|taken back|fall of|reclaim*|reconquer*)',
      '(drove|drives|driven|drive|pushed|push|forced|expel*|dislodg*|ousted|oust|cleared|clears|clear|flushed)(?! ([a-z]+ ){0,2}(families|residents|people|civilians|villagers|inhabitants|them) ) .. (out of|out from|from (the )?(town|city|village|villages|area|district|positions|hills?)|of (taliban|rebels|militants|insurgents|fighters|jihadists|terrorists))',
      `(seized|seizes|seizing|secured) (the |a |an |two |three |four |five |several |# )?([a-z]+ ){0,3}(town|towns|village|villages|city|cities|hill|hills|district|districts|base|bases|camp|positions?|points?|area|areas|airport|airbase|crossing|road|neighbou?rhoods?|farms|territory|ground|stronghold|mountains?|peaks?|heights|valley|island|port|headquarters|outposts?|checkpoints?|barracks)`,
      '(towns?|villages?|city|cities|hills?|districts?|bases?|camps?|positions?|points?|areas?|airport|crossing|farms|outposts?|check-?points?|posts?|barracks|headquarters) (was|were) (also )?(seized|taken)',
      '(rebels|insurgents|militants|fighters|army|forces|troops|taliban|jihadists|guerrillas) (have |had )?(took|taken) (?!(part|place|hostages?|a|an|the|up|over|two|three|him|her|them|cover|refuge|shelter|responsibility|credit|away|out|aim|to|control|off) )[a-z]+|(fell|came|come|fallen) (under|into) the (control|hands) of',
      '(seized|took|taken|captured|recaptured|retook) [a-z]+ from (the |[a-z]+ )?[a-z]+|(town|city|village|base|camp|district) (fell|has fallen|had fallen|falls) (to|into)',
    ],
  },
  {
    kind: 'offensive',
    rank: 4,
    example: 'The army launched an offensive on eastern Aleppo, rebels said.',
    says: [
      'offensive|offensives|(ground |all-out |new |major )?assault (on|in|against|by)|assaults?',
      '(the|an|its|their) attack on (the |rebel-held |government-held )?(eastern|western|northern|southern|besieged)',
      '(advance|advances|advanced|advancing) (on|in|into|towards?|against|around|and|to)|make gains|made gains|making gains',
      'stormed|storming|storms|({fighters}|rebels|insurgents|forces|army|militia|militias|group|guerrillas) (have |had |has |also )?(seized|seize|seizes) (?!(a|an|#|more|over|about|around|some|several|two|three|four|weapons?|arms|drugs?|ammunition|explosives|large|documents|his|her|fuel) )',
      '(push|pushed|bid|drive) to (re)?(take|capture|seize)|gained ground|gaining ground|ground (attack|operation)|(seized|gained|acquired|acquiring|taken) .. (territory|ground)',
      '(tried|attempted|trying|attempting) to (storm|seize|capture|advance|break)',
    ],
  },
  {
    kind: 'ground_clash',
    rank: 6.5,
    example: 'Government forces shelled rebel lines during clashes in Hama, the Observatory said.',
    says: [
      'clash|clashes|clashed|clashing|fire-?fights?|gun-?battles?|gun-?fights?|shoot-?outs?|skirmish*|(fierce|heavy|intense|sporadic|renewed|armed|violent) (fighting|battles?|combat|confrontations?)|street (fighting|battles)|armed (confrontations?|engagements?|encounters?)|hand-to-hand',
      'exchang(e|es|ed|ing) (of )?(heavy |small-arms |gun|intense )?(fire|gunfire|shots)|(traded|trading|trade) (fire|shots|gunfire)|infighting|mutiny|cross-?fire|returned fire|return fire',
      '(foil*|thwart*|repel*|repuls*|pushed back|beat back|fought off) .. (attacks?|attempts?|advance|infiltration|assault|offensive|raid)',
      '(battles?|fighting) (raged|rages|raging|erupted|broke out|continued|continues|continuing|resumed|flared)',
    ],
  },
  {
    kind: 'ground_clash',
    rank: 4.5,
    example: 'Gunmen ambushed an army patrol near Palmyra, state television said.',
    says: [
      'fought|fights with|fighting (against|with)|battled|battling|battles with|engaged (in|with)|infiltrat*|repel(s|led|ling)?|repuls*|thwarted an? (attack|infiltration)|raid(s|ed)? (a |the )?([a-z]+ ){0,2}hideouts?',
      'confront*|fell under attack',
      'ambush|ambushes|ambushed|ambushing|(battles?|fighting) (was|were|is|between|in|around|near|on|east|west|north|south|has|had|hit)',
      `(attack|attacks|attacked|attacking|assault|assaulted|raid|raided|raids|stormed|storming|storm|fired (on|at)|opened fire (on|at)|shot at|targeted) (on |against |at )?${DET}${WITHIN}(${ARMED})`,
      'opened fire|open fire|attacked first|(fired|shot|shooting) first|had attacked|machine-?gun (fire)?|small-arms fire|gun-?fire|came under (fire|attack)|comes under (fire|attack)',
      `(${ARMED}) ((were|was|being) (attacked|ambushed|targeted)|(attacked|ambushed|targeted) (by|in|near|at|on))`,
      '(fired|firing|fires?) .. (at|on|against|towards?) (the )?([a-z]+ ){0,3}positions|bursts? of (fire|gunfire|[a-z-]+ fire)|shots (involving|of)|small-arms',
      `(attacks?|assaults?|raids?) by ([a-z.]+ ){1,4}(on|against|at) ${DET}${WITHIN}(${ARMED})`,
    ],
  },
  {
    kind: 'ground_clash',
    rank: 3.4,
    example: 'Soldiers killed four militants in Qaboun, the army said.',
    says: [
      `(${UNDER_ARMS}) ([a-z.]+ ){0,4}(was|were) ([a-z]+ ){0,2}(killed|wounded|injured|shot) .. (by|(following|after|during|in) (an|the|another)) ([a-z.-]+ ){0,3}(${ATTACKERS}|attack|ambush|assault|raid)`,
      `(${ATTACKERS}|army|forces) (shot dead |killed|killing|kill|gunned down|wounded|eliminated|neutrali[sz]ed) ${DET}((?!(former|retired|ex|off-duty) )[a-z.]+ ){0,2}(${UNDER_ARMS})`,
    ],
  },
  {
    kind: 'violence_general',
    rank: 5.5,
    example: 'Unidentified gunmen shot dead a lawyer in Idlib, activists said.',
    says: [
      'assassinat*|murder(s|ed|ing)?|murders? of|massacr*|behead*|decapitat*|lynch*|execut(ed|ion|ions|ing)|extra-?judicial*|summarily|tortur*|stabb*|hack(ed|ing)|slaughter*|strangl*|slit the throats?|burn(ed|t) alive|stoned to death|gunned down|gunning down|(sprayed|riddled) with bullets|(shot|shooting|shoots|stabbed|beaten|beat|beating|hacked|tortured|clubbed|trampled) .. (dead|to death)|shot and (killed|wounded|injured)|fatally shot|shot dead',
      'rape(s|d)?|raping|gang-rap*|sexual(ly)? (violence|assault*|abus*)|molest*',
      '(beat|beats|beaten|beating|assaulted|assaulting) (up |and injured |and wounded )?(people|civilians|residents|a|an|the|two|three|four|several|and|#|him|her|them|[a-z]+ (farmers|civilians|men|students|villagers|residents))|(was|were) ([a-z]+ ){0,3}beaten|(was|were) shot (by|in|at|outside|while|on|with|several times)|had been shot|death threats|lethal attack|((body|bodies|corpses?) of|(dead|dismembered|mutilated|headless|bullet-riddled|lifeless|tortured) (body|bodies|corpses?)|(human|severed) heads?) .. (found|discovered|recovered)|drive-by shooting|mass shooting|mass killings?',
      `(attack|attacks|attacked|attacking|assault|assaulted|assaulting|opened fire (on|at)|fired (on|at)|shot at|shot|targeted|raided) (on |against |at )?${DET}([a-z.]+ ){0,2}(civilians?|villagers?|farmers?|residents|people|passengers?|worshippers|pilgrims|protesters|demonstrators|journalists?|teachers?|priests?|judges?|candidates?|candidate's [a-z]+|activists?|taxi|bus|buses|students?|refugees|displaced|migrants|workers|miners|traders?|elders?|families|family|women|woman|man|men|boy|girl|child|children|village|villages|lawyers?|politicians?|mayor|councillors?|leaders?|persons?|christians|muslims|passers-by|pedestrians|motorists|driver|drivers|houses?|youths?)`,
      `(opened fire|fired|shot) (on|at|into) ${DET}(residential|civilian) (areas?|neighbou?rhoods?|houses|homes|buildings)`,
      'attack (on|against) (civilians|residents)|violence against civilians',
    ],
  },
  {
    kind: 'violence_general',
    rank: 3.2,
    example: 'Armed men killed a family in Foua, residents said.',
    says: [
      `(${ATTACKERS}) .. (killed|killing|kill|kills|shot|shooting|wounded|attacked)`,
      `(killed|wounded|injured|attacked) by ([a-z]+ ){0,3}(${ATTACKERS})|shot (a|an|the|two|three|four|several|#|and killed|and wounded|him|her|them)|(fired|firing) ([a-z]+ )?(shots|bullets|rounds|gunshots) (at|on|into|towards?)|shot at|mistreat*|incursions? (into|on) ([a-z]+ ){1,3}(village|town|camp|district)`,
    ],
  },
  {
    kind: 'violence_general',
    rank: 8.1,
    example: 'A priest was kidnapped and murdered in Idlib, residents said.',
    says: ['(abduct*|kidnap*) .. (murdered|executed|beheaded|shot dead|found dead|killed (him|her|them))'],
  },
  {
    kind: 'violence_general',
    rank: 3.05,
    example: 'Three herdsmen were killed in a border attack, the police said.',
    says: [
      '(killed|wounded|injured|dead|died) .. (in|during|following|after) (an|a|the|another) ([a-z-]+ ){0,3}attack',
      '(during|following|after|in) (an|a|the|another) ([a-z-]+ ){0,3}attack .. (killed|wounded|injured|dead|died)',
      '(was|were) found (dead|murdered|strangled|shot|hanged)',
      `(killed|kill|kills|wounded|injured|shot) ${DET}([a-z]+ ){0,2}(man|woman|men|women|boy|girl|villagers?|farmers?|herders?|herdsmen|residents?|activists?|journalists?|teachers?|leaders?|elders?)`,
    ],
  },
  {
    kind: 'casualties',
    rank: 3,
    example: 'At least 31 people were killed on Sunday, rescue workers said.',
    says: [
      '(kill|kills|killed|killing|dead|died|dies|deaths?|slain|wounded|wounding|injured|injuring|(casualties|fatalities)(?! (are |were |was |is |remain )?(still )?(unknown|unclear|uncertain|not known|not reported|coded|split|distributed))|lost their lives|death toll|toll (at|rose|stood|to|of)|number of dead)',
    ],
  },
  {
    kind: 'violence_general',
    rank: 1,
    example: 'Violence flared in Hama, the United Nations said.',
    says: [
      '(the |a |new |renewed |rising |ongoing |escalating )?violence (in|on|around|and|has|had|continued|flared|escalated|erupted|which)',
      'acts of violence|hostilities (resumed|continued|flared|escalated)|attack on (?!(media|press|freedom|freedoms|democracy|rights|dignity) )[a-z]+|attacked|attacks',
    ],
  },
]
