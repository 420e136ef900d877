// Code lists of incidents and of what stands on the ground, each with the standard it comes from.

/** ACLED sub-types, the weapon words of the 2016 texts, lists of monitoring missions. */
export const INCIDENT_TYPES = [
  'air_strike',
  'shelling_artillery_rocket_mortar',
  'small_arms_heavy_mg',
  'atgm',
  'ied_mine_uxo',
  'chemical_alleged',
  'ground_assault',
  'territory_gain',
  'territory_transfer_nonviolent',
  'troop_weapon_movement',
  'weapon_presence_in_zone',
  'fortification',
  'detention_abduction',
  'attack_on_protected_object',
  'access_denial',
  'looting',
  'hostile_propaganda',
  'observer_movement_restriction',
  'jamming',
  'live_fire_exercise',
  'other',
] as const

/** Insecurity Insight, and the Humanitarian Notification System. */
export const PROTECTED_OBJECTS = [
  'health_facility',
  'health_transport',
  'health_worker',
  'aid_worker',
  'aid_convoy',
  'warehouse',
  'water_station',
  'electricity',
  'school',
  'bakery',
  'market',
  'camp',
  'religious',
  'civilian_dwelling',
] as const

/** Insecurity Insight. */
export const FACILITY_EFFECTS = [
  'destroyed',
  'damaged',
  'occupied',
  'armed_entry',
  'vicinity',
  'supplies_taken',
  'access_denied',
  'out_of_service',
] as const

/** OCHA's access monitoring and reporting framework, as ACAPS counts them. */
export const ACCESS_CONSTRAINTS = [
  'denial_of_needs',
  'obstruction_of_services',
  'entry_bureaucratic',
  'movement_restriction',
  'interference',
  'violence_personnel_assets',
  'hostilities',
  'mines_uxo',
  'physical_environment',
] as const

/** UCDP GED: 1 exact, 2 within 25 km, 3 and 4 the district and the governorate, 5 a line or a region, 6 the country. */
export const WHERE_PRECISIONS = ['1', '2', '3', '4', '5', '6', '7'] as const
/** UCDP GED: 1 the day, 2 within 6 days, 3 the week, 4 the month, 5 the year. */
export const DATE_PRECISIONS = ['1', '2', '3', '4', '5'] as const

/** How somebody came to know (OSCE SMM; UNIDIR). */
export const MEANS_OF_OBSERVATION = [
  'saw',
  'heard',
  'camera',
  'uav',
  'satellite',
  'impact_site_analysis',
  'interview',
  'party_notification',
  'open_source',
  'told_by_party',
] as const

/** On which side of a line, by the compass; `either` where both are meant. */
export const LINE_SIDES = ['north', 'south', 'east', 'west', 'either'] as const

export type MeansOfObservation = (typeof MEANS_OF_OBSERVATION)[number]
export type ProtectedObject = (typeof PROTECTED_OBJECTS)[number]
export type FacilityEffect = (typeof FACILITY_EFFECTS)[number]
