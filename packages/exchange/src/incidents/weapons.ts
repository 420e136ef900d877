// Weapons in Insecurity Insight's words to the classes that the records use; words that tell no class stay words.
import type { WeaponClass } from '@trucekeeper/codes'

/** `Shelling`, `Cluster Bomb` and explosives unspecified leave open with what: that is `unknown`, and no guess. */
const CLASSES: Readonly<Record<string, WeaponClass | null>> = {
  'Aerial Bomb: Plane': 'air_manned',
  'Aerial Bomb: Helicopter': 'air_helicopter',
  'Aerial Bomb: Missile': 'missile',
  'Aerial Bomb: Drone': 'uav',
  Missile: 'missile',
  Rocket: 'mlrs_rocket',
  Artillery: 'artillery_tube',
  Firearms: 'small_arms',
  SVIED: 'ied_mine',
  VBIED: 'ied_mine',
  RCIED: 'ied_mine',
  Landmine: 'ied_mine',
  'Chemical Weapon': 'chemical',
  // No weapon was used, or none carried.
  'Unarmed Perpetrator': null,
  'Not Applicable: No Direct Violence': null,
}

/** The classes of the weapons that a cell names, each once, with `;` between them; null where it names none. */
export function weaponClasses(words: string): string | null {
  const named = words.split(',').flatMap((word) => word.trim() || [])
  const classes = named.map((word) => (Object.hasOwn(CLASSES, word) ? CLASSES[word]! : 'unknown'))
  const known = [...new Set(classes)].filter((one) => one !== null)
  return known.length === 0 ? null : known.join(';')
}
