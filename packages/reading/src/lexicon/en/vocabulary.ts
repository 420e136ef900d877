// Groups of English words that the patterns share.
import type { Vocabulary } from '../../pattern.ts'

export const VOCABULARY: Vocabulary = {
  truce:
    '(truce|cease-fire|cessation of hostilities|cessation|regime of (silence|calm|quiet)|silence regime)( (deal|accord|agreement|terms|regime))?',
  deal: 'deal|agreement|accord|arrangement|arrangements|pact|understanding',
  document: 'text|texts|deal|agreement|accord|arrangement|document|documents|details|terms',
  aid: 'aid|assistance|relief|humanitarian supplies|humanitarian deliver*|humanitarian help|food|foodstuffs|medicine|medicines|supplies|deliveries|rations',
  convoy: 'convoy|convoys|truck|trucks|lorry|lorries|shipment|shipments|cargo|aid vehicles',
  people: 'people|civilians|residents|inhabitants|persons|men, women and children|families|souls',
  fighters: 'fighters|soldiers|troops|militants|gunmen|servicemen|combatants',
  ally: 'syria* (government|army|president|allies|forces|military|regime)|damascus|assad*|regime|ally|allies|clients?|prot[eé]g[eé]s?|proxies|rebels?|insurgents?|opposition|government|armed groups|factions',
  press:
    'press|presses|pressed|pressing|persuade*|persuading|push|pushes|pushed|pushing|pressure|pressures|pressured|pressuring|urge|urges|urged|urging|convince*|convincing|lean on|leaned on|leaning on|rein in|reined in|reining in|restrain*|compel*|force|oblige|get|make|induce*|prevail on|prevail upon|bring around',
  pullback:
    'pull-back|pull-backs|pulls back|pulled back|pulling back|pull-out|pull out|pulled out|pulling out|pulls out|pull away|pulled away|pulling away|withdraw|withdraws|withdrew|withdrawn|withdrawing|withdrawal|withdrawals|draw back|drawn back|drew back|drawing back|moved back|move back|moving back|moves back|fall back|fell back|fallen back|retreat|retreats|retreated|retreating|redeploy*|pulled its|pulled their|pull its|pull their|pulling its|pulling their|draw their|draw its|drawn its|drew its|vacat*',
  struck:
    'hit|hits|hitting|struck|strike|strikes|striking|attack|attacks|attacked|attacking|bomb|bombs|bombed|bombing|shell|shelled|shelling|target|targets|targeted|targeting|destroy|destroys|destroyed|destroying|damage|damages|damaged|damaging|burned|burnt|torched|set on fire|set ablaze|came under (fire|attack)|come under (fire|attack)|fired on|fired at|fired upon|raided|looted',
  attack_noun: '(attack|attacks|strike|strikes|raid|raids|assault|bombing|bombings|bombardment|shelling|fire|hit)',
  site: 'hospital|hospitals|clinic|clinics|medical (facility|facilities|centre|center|centres|centers|point|points)|school|schools|water (station|stations|supply|supplies|mains|plant|plants|network)|pumping (station|stations)|power (station|stations|plant|plants|grid)|electricity (station|stations|grid|network)|bakery|bakeries|markets?|mosques?|church|churches|bridges?|infrastructure|civil defen[cs]e centers?|civil defen[cs]e centres?|ambulances?',
  aid_object:
    '{convoy}|aid (workers?|depots?|warehouses?|vehicles?|distribution)|relief (workers?|depots?|vehicles?)|humanitarian (workers?|personnel|staff|warehouses?)|red crescent (workers?|staff|warehouses?|depots?|volunteers?)|aid supplies|warehouses? of (the )?(red crescent|un)',
  grounds: 'ground|positions|territory|villages?|hills?|district|districts|neighbou?rhoods?|towns?|areas?',
  weekday: 'monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  neg: "not|n't|no|never",
}
