// The kinds of thing a claim can be about, with the codes the field's event standards give them.

/** event: it happens and is over; state: it holds while it lasts, so an undated claim speaks of when it is made. */
export type Aspect = 'event' | 'state'

export interface KindEntry {
  readonly family: 'violence' | 'posture' | 'humanitarian' | 'truce' | 'diplomacy'
  readonly aspect: Aspect
  /** CAMEO event codes, alternatives separated by `|`. */
  readonly cameo: string
  /** PLOVER event and mode. */
  readonly plover: string
  /** ACLED event and sub-event type, or null: ACLED has no place for truce diplomacy and access. */
  readonly acled: string | null
}

export const KINDS = {
  shelling: {
    family: 'violence',
    aspect: 'event',
    cameo: '194',
    plover: 'ASSAULT/heavy-weapons/military',
    acled: 'Explosions/Remote violence / Shelling/artillery/missile attack',
  },
  air_strike: {
    family: 'violence',
    aspect: 'event',
    cameo: '195',
    plover: 'ASSAULT/heavy-weapons/military',
    acled: 'Explosions/Remote violence / Air/drone strike',
  },
  sniper_fire: {
    family: 'violence',
    aspect: 'event',
    cameo: '193',
    plover: 'ASSAULT/firearms/military',
    acled: 'Violence against civilians / Attack (civilian victim) or Battles / Armed clash',
  },
  ground_clash: {
    family: 'violence',
    aspect: 'event',
    cameo: '190|193',
    plover: 'ASSAULT/-/military',
    acled: 'Battles / Armed clash',
  },
  offensive: {
    family: 'violence',
    aspect: 'event',
    cameo: '190|192',
    plover: 'ASSAULT or COERCE/seize/military',
    acled: 'Battles / Armed clash | Government regains territory | Non-state actor overtakes territory',
  },
  explosive_device: {
    family: 'violence',
    aspect: 'event',
    cameo: '183x',
    plover: 'ASSAULT/explosives',
    acled: 'Explosions/Remote violence / Remote explosive/landmine/IED | Suicide bomb | Grenade',
  },
  weapon_use: {
    family: 'violence',
    aspect: 'event',
    cameo: '204|2041|195',
    plover: 'ASSAULT/unconventional/cbrn',
    acled: 'Explosions/Remote violence / Chemical weapon (chemical only; else the sub-event of delivery)',
  },
  abduction: {
    family: 'violence',
    aspect: 'event',
    cameo: '181',
    plover: 'ASSAULT/abduct',
    acled: 'Violence against civilians / Abduction/forced disappearance',
  },
  attack_on_infrastructure: {
    family: 'violence',
    aspect: 'event',
    cameo: '1712|195',
    plover: 'ASSAULT/seize/human_security',
    acled: 'as delivered, with civilian targeting tag; or Strategic developments / Looting/property destruction',
  },
  attack_on_aid: {
    family: 'violence',
    aspect: 'event',
    cameo: '190|195 (target NGO/UN)',
    plover: 'ASSAULT/-/humanitarian',
    acled: 'as delivered (Air/drone strike, Shelling, Attack) with aid-worker target',
  },
  casualties: {
    family: 'violence',
    aspect: 'event',
    cameo: '- (attribute of another event)',
    plover: 'field dead/injured',
    acled: 'Reported fatalities (attribute)',
  },
  violence_general: {
    family: 'violence',
    aspect: 'event',
    cameo: '190',
    plover: 'ASSAULT/-/military',
    acled: 'Battles / Armed clash',
  },
  airspace_incident: {
    family: 'posture',
    aspect: 'event',
    cameo: '150|154',
    plover: 'MOBILIZE/troops/military',
    acled: 'Strategic developments / Other',
  },
  force_posture: {
    family: 'posture',
    aspect: 'state',
    cameo: '152|154',
    plover: 'MOBILIZE/troops/military',
    acled: 'Strategic developments / Headquarters or base established | Other',
  },
  siege: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '191',
    plover: 'COERCE/restrict/military',
    acled: 'Strategic developments / Other',
  },
  civilians_besieged: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '191 (affected)',
    plover: 'COERCE/restrict/human_security',
    acled: 'none (attribute)',
  },
  services_cut: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '171|191',
    plover: 'COERCE/restrict/human_security',
    acled: 'Strategic developments / Other',
  },
  aid_access: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '1033|0863',
    plover: 'REQUEST/assist/humanitarian when demanded; RETREAT/access/humanitarian when granted',
    acled: null,
  },
  aid_approval: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '0863',
    plover: 'RETREAT/access/humanitarian',
    acled: null,
  },
  aid_denial: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '1223',
    plover: 'REJECT/assist/humanitarian',
    acled: 'Strategic developments / Other',
  },
  aid_convoy_waiting: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '1223|191',
    plover: 'REJECT/assist/humanitarian or COERCE/restrict',
    acled: null,
  },
  aid_delivery: {
    family: 'humanitarian',
    aspect: 'event',
    cameo: '073|0333',
    plover: 'AID/-/humanitarian (AGREE when planned)',
    acled: null,
  },
  evacuation: {
    family: 'humanitarian',
    aspect: 'event',
    cameo: '0841|0874',
    plover: 'RETREAT/release',
    acled: 'Strategic developments / Non-violent transfer of territory | Other',
  },
  safe_zone: {
    family: 'humanitarian',
    aspect: 'state',
    cameo: '1056|074',
    plover: 'REQUEST/yield/military',
    acled: null,
  },
  truce_start: {
    family: 'truce',
    aspect: 'event',
    cameo: '0871',
    plover: 'RETREAT/ceasefire/military',
    acled: 'Strategic developments / Agreement',
  },
  truce_extension: {
    family: 'truce',
    aspect: 'event',
    cameo: '0871|0356',
    plover: 'RETREAT/ceasefire or AGREE/-/military',
    acled: 'Strategic developments / Agreement',
  },
  humanitarian_pause: {
    family: 'truce',
    aspect: 'event',
    cameo: '1056|0871',
    plover: 'REQUEST/yield/military',
    acled: 'Strategic developments / Agreement',
  },
  truce_compliance: {
    family: 'truce',
    aspect: 'state',
    cameo: '087',
    plover: 'RETREAT/ceasefire/military',
    acled: null,
  },
  truce_violation: {
    family: 'truce',
    aspect: 'event',
    cameo: '196',
    plover: 'ASSAULT/-/legal;military',
    acled: 'Battles / Armed clash (when an event is named)',
  },
  truce_collapse: { family: 'truce', aspect: 'event', cameo: '196|1246', plover: 'REJECT/yield/military', acled: null },
  withdrawal: {
    family: 'truce',
    aspect: 'state',
    cameo: '0872|0874',
    plover: 'RETREAT/withdraw/military (REJECT/yield when refused)',
    acled: 'Strategic developments / Non-violent transfer of territory',
  },
  separation_of_forces: {
    family: 'truce',
    aspect: 'event',
    cameo: '1056',
    plover: 'REQUEST/yield/military',
    acled: 'Strategic developments / Change to group/activity',
  },
  party_status: { family: 'truce', aspect: 'state', cameo: '-', plover: '-', acled: null },
  agreement_terms: {
    family: 'diplomacy',
    aspect: 'state',
    cameo: '057',
    plover: 'AGREE or SUPPORT/-/diplomatic',
    acled: 'Strategic developments / Agreement',
  },
  agreement_publication: {
    family: 'diplomacy',
    aspect: 'state',
    cameo: '102|12',
    plover: 'REQUEST/assist/diplomatic; REJECT',
    acled: null,
  },
  un_endorsement: {
    family: 'diplomacy',
    aspect: 'event',
    cameo: '051|102',
    plover: 'SUPPORT; REQUEST/assist/diplomatic',
    acled: null,
  },
  joint_cooperation: {
    family: 'diplomacy',
    aspect: 'state',
    cameo: '0312|062|064',
    plover: 'AGREE or COOPERATE/-/military;intelligence; REJECT/assist/military when refused',
    acled: 'Strategic developments / Agreement',
  },
  cooperation_suspension: {
    family: 'diplomacy',
    aspect: 'event',
    cameo: '1313|134|164',
    plover: 'THREATEN/relations/diplomatic; SANCTION/withdraw when done',
    acled: null,
  },
  influence_on_ally: {
    family: 'diplomacy',
    aspect: 'state',
    cameo: '102|1056',
    plover: 'REQUEST/assist/diplomatic',
    acled: null,
  },
  diplomatic_contact: {
    family: 'diplomacy',
    aspect: 'event',
    cameo: '040|041|046',
    plover: 'CONSULT/phone|visit|third-party',
    acled: null,
  },
  talks_outcome: { family: 'diplomacy', aspect: 'event', cameo: '057|125', plover: 'AGREE; REJECT/meet', acled: null },
  accusation: { family: 'diplomacy', aspect: 'state', cameo: '112x', plover: 'ACCUSE/allege|disapprove', acled: null },
  sanctions: {
    family: 'diplomacy',
    aspect: 'state',
    cameo: '1312|163',
    plover: 'THREATEN/restrict/economic; COERCE/restrict',
    acled: null,
  },
  sanctions_violation: {
    family: 'diplomacy',
    aspect: 'event',
    cameo: '128',
    plover: 'REJECT/yield/legal',
    acled: null,
  },
} as const satisfies Record<string, KindEntry>

export type Kind = keyof typeof KINDS

export const KIND_NAMES = Object.keys(KINDS) as [Kind, ...Kind[]]

export function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text)
}

export function kindEntry(kind: Kind): KindEntry {
  return KINDS[kind]
}
