// The words an agreement uses for what is done, and the kinds of claim that speak for or against each.
import type { Kind } from './kinds.ts'

export interface ActEntry {
  /** How the act reads in a sentence: "government `attacked`". */
  readonly past: string
  /** A claim of these kinds that asserts speaks for the act, one that denies speaks against it. */
  readonly does: readonly Kind[]
  /** The other way round: a claim of these kinds that asserts speaks against the act, one that denies for it. */
  readonly opposite: readonly Kind[]
  /** A claim of these kinds that asserts speaks against the act; one that denies says nothing of it. */
  readonly hindered: readonly Kind[]
  /** Whether it counts only when the debtor does it (an attack), or whoever does it (a delivery of aid). */
  readonly doer: 'debtor' | 'anyone'
}

export const ACTS = {
  attack: {
    past: 'attacked',
    does: [
      'air_strike',
      'shelling',
      'sniper_fire',
      'ground_clash',
      'offensive',
      'explosive_device',
      'weapon_use',
      'attack_on_infrastructure',
      'attack_on_aid',
      'truce_violation',
    ],
    opposite: ['truce_compliance'],
    hindered: [],
    doer: 'debtor',
  },
  'acquire-territory': { past: 'acquired territory', does: ['offensive'], opposite: [], hindered: [], doer: 'debtor' },
  'fly-combat-missions': {
    past: 'flew combat missions',
    does: ['air_strike', 'airspace_incident'],
    opposite: [],
    hindered: [],
    doer: 'debtor',
  },
  'pull-back': { past: 'pulled back', does: ['withdrawal'], opposite: [], hindered: [], doer: 'debtor' },
  'separate-forces': {
    past: 'separated its forces',
    does: ['separation_of_forces'],
    opposite: [],
    hindered: [],
    doer: 'debtor',
  },
  'deliver-aid': {
    past: 'delivered aid',
    does: ['aid_delivery'],
    opposite: [],
    hindered: ['aid_convoy_waiting', 'aid_denial'],
    doer: 'anyone',
  },
  'impede-aid': {
    past: 'impeded aid',
    does: ['aid_denial', 'aid_convoy_waiting'],
    opposite: [],
    hindered: ['aid_delivery'],
    doer: 'anyone',
  },
  'publish-agreement': {
    past: 'published the agreement',
    does: ['agreement_publication'],
    opposite: [],
    hindered: [],
    doer: 'anyone',
  },
  detain: { past: 'detained people', does: ['abduction'], opposite: [], hindered: [], doer: 'debtor' },
} as const satisfies Record<string, ActEntry>

export type ActWord = keyof typeof ACTS

export const ACT_WORDS = Object.keys(ACTS) as ActWord[]

/** What an act word or a kind used as one stands for. */
export function actEntry(word: string): ActEntry {
  if (Object.hasOwn(ACTS, word)) return ACTS[word as ActWord]
  return {
    past: `did what is called ${word.replaceAll('_', ' ')}`,
    does: [word as Kind],
    opposite: [],
    hindered: [],
    doer: 'anyone',
  }
}
