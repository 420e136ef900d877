// What is done, in English: after `must`, after `there has been`, and in the plural of what is counted.
import type { ActWord, Kind } from '@trucekeeper/codes'
import type { Countable, Threshold } from '../../phrases.ts'
import type { Names } from '../names.ts'
import { clause } from './names.ts'
import { listed, number, whichever } from './words.ts'

/** Verb, one of them, several of them. */
type Act = readonly [does: string, one: string, many: string]

export const ACTS_IN_ENGLISH: Readonly<Record<ActWord | Kind, Act>> = {
  attack: ['attack', 'an attack', 'attacks'],
  'acquire-territory': ['take territory', 'a taking of territory', 'takings of territory'],
  'fly-combat-missions': ['fly combat missions', 'a combat flight', 'combat flights'],
  'pull-back': ['pull back', 'a pull-back', 'pull-backs'],
  'separate-forces': ['separate forces', 'a separation of one’s own forces', 'separations of one’s own forces'],
  'deliver-aid': ['deliver aid', 'a delivery of aid', 'deliveries of aid'],
  'impede-aid': ['impede aid', 'an obstruction of aid', 'obstructions of aid'],
  'publish-agreement': ['publish the agreement', 'a publishing of the agreement', 'publishings of the agreement'],
  detain: ['detain people', 'a detention', 'detentions'],
  shelling: ['shell', 'shelling', 'cases of shelling'],
  air_strike: ['strike from the air', 'an air strike', 'air strikes'],
  sniper_fire: ['use snipers', 'sniper fire', 'cases of sniper fire'],
  ground_clash: ['clash on the ground', 'a ground clash', 'ground clashes'],
  offensive: ['go on the offensive', 'an offensive', 'offensives'],
  explosive_device: ['use explosive devices', 'use of an explosive device', 'uses of explosive devices'],
  weapon_use: ['use weapons', 'use of a weapon', 'uses of weapons'],
  abduction: ['abduct people', 'an abduction', 'abductions'],
  attack_on_infrastructure: ['attack infrastructure', 'an attack on infrastructure', 'attacks on infrastructure'],
  attack_on_aid: ['attack those who bring aid', 'an attack on aid', 'attacks on aid'],
  casualties: ['cause casualties', 'word of casualties', 'cases of casualties'],
  violence_general: ['use violence of any kind', 'violence of any kind', 'cases of violence of any kind'],
  airspace_incident: ['enter airspace', 'an airspace incident', 'airspace incidents'],
  force_posture: ['move or mass forces', 'a move or massing of forces', 'moves or massings of forces'],
  siege: ['lay siege', 'a siege', 'sieges'],
  civilians_besieged: ['keep civilians besieged', 'a besieging of civilians', 'besiegings of civilians'],
  services_cut: ['cut services', 'a cut in services', 'cuts in services'],
  aid_access: ['give access for aid', 'access for aid', 'cases of access for aid'],
  aid_approval: ['approve aid', 'an approval of aid', 'approvals of aid'],
  aid_denial: ['deny aid', 'a denial of aid', 'denials of aid'],
  aid_convoy_waiting: ['keep aid convoys waiting', 'a wait of an aid convoy', 'waits of aid convoys'],
  aid_delivery: ['bring in aid', 'aid brought in', 'cases of aid brought in'],
  evacuation: ['evacuate people', 'an evacuation', 'evacuations'],
  safe_zone: ['keep a safe zone', 'a safe zone', 'safe zones'],
  truce_start: ['begin a truce', 'a beginning of a truce', 'beginnings of truces'],
  truce_extension: ['extend a truce', 'an extension of a truce', 'extensions of truces'],
  humanitarian_pause: ['hold a humanitarian pause', 'a humanitarian pause', 'humanitarian pauses'],
  truce_compliance: ['comply with the truce', 'compliance with the truce', 'cases of compliance with the truce'],
  truce_violation: ['violate the truce', 'a violation of the truce', 'violations of the truce'],
  truce_collapse: ['let the truce collapse', 'a collapse of the truce', 'collapses of the truce'],
  withdrawal: ['withdraw', 'a withdrawal', 'withdrawals'],
  separation_of_forces: ['keep forces apart', 'a separation of forces', 'separations of forces'],
  party_status: ['join or leave', 'a joining or leaving', 'joinings or leavings'],
  agreement_terms: ['state the terms of the agreement', 'a statement of its terms', 'statements of its terms'],
  agreement_publication: [
    'make the agreement public',
    'a publication of the agreement',
    'publications of the agreement',
  ],
  un_endorsement: ['endorse it at the United Nations', 'a United Nations endorsement', 'United Nations endorsements'],
  joint_cooperation: ['work together', 'joint cooperation', 'cases of joint cooperation'],
  cooperation_suspension: ['suspend cooperation', 'a suspension of cooperation', 'suspensions of cooperation'],
  influence_on_ally: ['bring influence to bear on an ally', 'influence on an ally', 'cases of influence on an ally'],
  diplomatic_contact: ['make diplomatic contact', 'a diplomatic contact', 'diplomatic contacts'],
  talks_outcome: ['bring talks to an outcome', 'an outcome of talks', 'outcomes of talks'],
  accusation: ['accuse others', 'an accusation', 'accusations'],
  sanctions: ['impose sanctions', 'sanctions imposed', 'cases of sanctions imposed'],
  sanctions_violation: ['violate sanctions', 'a violation of sanctions', 'violations of sanctions'],
}

function inEnglish(word: string): Act {
  return ACTS_IN_ENGLISH[word as ActWord | Kind]
}

/** After `must` with `and`, after `must not` with `or`. */
export function doing(acts: readonly string[], word: 'and' | 'or'): string {
  return listed(
    acts.map((act) => inEnglish(act)[0]),
    word,
  )
}

/** After `there has been`. */
export function anyOne(acts: readonly string[]): string {
  return whichever(acts.map((act) => inEnglish(act)[1]))
}

/** After `counts`. */
export function counted(value: Countable, names: Names): string {
  if (value.kind === 'breaches') return `breaches of ${clause(value.of, names)}`
  return listed(
    value.acts.map((act) => inEnglish(act)[2]),
    'and',
  )
}

/** `at most three` · `none at all`, of things that are counted. */
export function amount(threshold: Threshold): string {
  if (threshold.relation === '<=' && threshold.value === 0) return 'none at all'
  return threshold.relation === '<' ? `fewer than ${number(threshold.value)}` : compared(threshold)
}

const RELATIONS = { '<=': 'at most', '<': 'less than', '>=': 'at least', '>': 'more than', '=': 'exactly' } as const

export function compared({ relation, value }: Threshold): string {
  return `${RELATIONS[relation]} ${number(value)}`
}
