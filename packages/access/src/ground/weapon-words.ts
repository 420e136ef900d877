// Which classes of weapon the words of an agreement mean: general words only, and no guess where one is not among them.
import { WEAPON_CLASSES, type WeaponClass } from '@trucekeeper/codes'

const HEAVY: readonly WeaponClass[] = ['tank', 'artillery_tube', 'mlrs_rocket', 'mortar', 'missile']
const CREW_SERVED: readonly WeaponClass[] = ['heavy_machine_gun', 'atgm']

/** Longer words first: `light machine guns` are none of the crew-served ones. */
const WORDS: readonly (readonly [RegExp, readonly WeaponClass[]])[] = [
  [/light machine[ -]guns?/g, ['small_arms']],
  [/heavy machine[ -]guns?/g, ['heavy_machine_gun']],
  [/crew[ -]served( weapons?)?/g, CREW_SERVED],
  [/heavy (weapons?|weaponry|arms)/g, HEAVY],
  [/multiple rocket launchers?|rocket launchers?|rocket artillery|rockets?|mlrs/g, ['mlrs_rocket']],
  [/armou?red (personnel )?(carriers?|vehicles?)|infantry fighting vehicles?|ifvs?|apcs?/g, ['ifv_apc']],
  [/(other )?(vehicles?|carriers?)/g, ['ifv_apc']],
  [/anti-tank guided missiles?|anti-tank missiles?|atgms?/g, ['atgm']],
  [/missiles?/g, ['missile']],
  [/rpgs?|rocket-propelled grenades?/g, ['rpg']],
  [/small arms|light weapons?|rifles?/g, ['small_arms']],
  [/mortars?/g, ['mortar']],
  [/artillery|howitzers?/g, ['artillery_tube', 'mlrs_rocket']],
  [/tanks?/g, ['tank']],
]
const EVERYTHING = /^(all|everything|all (weapons?|forces|personnel|units)|all weapons and personnel)$/
/** Words that name no weapon and change nothing about those that do. */
const FILLERS =
  /\b(and|or|with|nothing but|only|people|personnel|fighters|troops|soldiers|weapons?|the|of|all)\b|[,;()]/g

/** The classes that words name, or null where some of the words are understood as none. */
export function weaponsNamed(words: string): readonly WeaponClass[] | null {
  let rest = words.toLowerCase().trim()
  if (EVERYTHING.test(rest)) return WEAPON_CLASSES
  const named = new Set<WeaponClass>()
  for (const [pattern, classes] of WORDS) {
    rest = rest.replaceAll(pattern, () => {
      for (const one of classes) named.add(one)
      return ' '
    })
  }
  if (named.size === 0 || rest.replaceAll(FILLERS, ' ').trim() !== '') return null
  return WEAPON_CLASSES.filter((one) => named.has(one))
}
