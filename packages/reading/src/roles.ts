// Who is blamed, at whom it is aimed, who suffered, and with what, in the words the clause uses.
import type { Kind } from '@trucekeeper/claims'
import { kindEntry } from '@trucekeeper/claims'
import type { Document } from './document.ts'
import type { Attribution } from './attribution.ts'
import { fillersIn, type Filler } from './fillers.ts'
import type { Frame } from './frames.ts'
import type { KindFound } from './kinds.ts'
import { mentionsIn, type Mention } from './mentions.ts'
import type { Manner } from './modality.ts'
import type { Span } from './span.ts'

export interface Roles {
  readonly actor_blamed: string | null
  readonly target: string | null
  readonly victims: string | null
  readonly weapon: string | null
}

/** Class of weapon (the record's closed list) by the words that name it; the first that fits stands. */
const WEAPONS: readonly (readonly [RegExp, string])[] = [
  [/\bsniper/, 'small_arms'],
  [/\b(?:chlorine|sarin|chemical|mustard gas|toxic gas|nerve agent)/, 'chemical'],
  [/\b(?:helicopters?|gunships?|barrel bombs?|explosive barrels?)\b/, 'air_helicopter'],
  [/\b(?:drones?|uavs?|unmanned aerial vehicles?)\b/, 'uav'],
  [
    /\b(?:car|truck|vehicle|roadside|suicide|magnetic|pipe|time|remote-controlled) ?-?bomb|\b(?:land-?mines?|mines?|s?vbieds?|ieds?|improvised explosive|explosive (?:device|charge|belt|vest)s?|dynamite|explosives|booby-?trap|suicide (?:bomber|attack))/,
    'ied_mine',
  ],
  [
    /\bair ?-?(?:strikes?|raids?|attacks?)|\bwar-?planes?\b|\bjets?\b|\baircraft\b|\baerial\b|\bbombers?\b|\bair force (?:bomb|bombard|struck|hit)/,
    'air_manned',
  ],
  [/\banti-?tank (?:guided )?missiles?|\btow missiles?\b|\batgms?\b/, 'atgm'],
  [/\b(?:rpgs?|rocket-propelled grenades?|grenade launchers?|bazookas?)\b/, 'rpg'],
  [/\bmortars?\b/, 'mortar'],
  [/\bartillery\b|\bhowitzers?\b|\bcannons?\b/, 'artillery_tube'],
  [/\brockets?\b|\bgrads?\b|\bkatyushas?\b/, 'mlrs_rocket'],
  [/\bmissiles?\b/, 'missile'],
  [/\btanks?\b/, 'tank'],
  [/\bheavy machine-?guns?\b/, 'heavy_machine_gun'],
  [
    /\b(?:sub)?-?machine-?gun|\bsmall arms\b|\b(?:rifles?|pistols?|revolvers?|shotguns?|firearms?|ak-?47s?|handguns?)\b|\bshot dead\b|\bgunned down\b/,
    'small_arms',
  ],
  [/\b(?:bombs?|grenades?|explosive)\b(?! from)/, 'ied_mine'],
]

/** `It had carried out a strike`: the speaker's own deed. */
const OWN_DEED =
  /^(?:it|we) (?:also |had |have |has )*(?:carried out|struck|hit|conducted|launched|bombed|shelled|attacked|fired)\b/

export function rolesOf(
  document: Document,
  clause: Span,
  found: KindFound,
  manner: Manner,
  { voice, frame }: Attribution,
): Roles {
  const said = document.folded.slice(clause.start, clause.end)
  const mentions = mentionsIn(document, clause)
  const demanded = manner.modality === 'demanded'
  const addressed = demanded ? (addressee(document, clause, mentions, frame) ?? null) : null
  const blamed = blamedIn(
    document,
    clause,
    found,
    manner,
    mentions.filter((one) => one !== addressed),
  )
  const violence = kindEntry(found.kind).family === 'violence'
  const fillers = violence ? fillersIn(document, clause) : []
  return {
    actor_blamed: blamed
      ? asBlamed(document, blamed)
      : violence && OWN_DEED.test(said)
        ? voice.speaker
        : (doersOf(fillers)[0]?.words ?? null),
    target: addressed
      ? addressed.name
      : violence
        ? (targetsOf(fillers) ?? struckIn(document, clause, found, mentions, blamed))
        : null,
    victims: victimsOf(fillers),
    weapon: violence ? (WEAPONS.find(([pattern]) => pattern.test(said))?.[1] ?? null) : null,
  }
}

const BLAMING: ReadonlySet<Kind> = new Set([
  'truce_violation',
  'shelling',
  'air_strike',
  'sniper_fire',
  'offensive',
  'attack_on_aid',
  'attack_on_infrastructure',
  'weapon_use',
  'explosive_device',
  'abduction',
  'airspace_incident',
  'siege',
  'civilians_besieged',
  'aid_denial',
  'accusation',
  'ground_clash',
  'casualties',
  'sanctions_violation',
  'violence_general',
])

function blamedIn(
  document: Document,
  clause: Span,
  { kind, at }: KindFound,
  { modality, negated }: Manner,
  mentions: readonly Mention[],
): Mention | null {
  const said = document.folded
  const before = (start: number) => said.slice(Math.max(clause.start, start - 24), start)
  if (kind === 'withdrawal' && (negated || modality === 'denied')) {
    const from = mentions.find(({ start }) => start > at.start && /\bfrom (?:the )?$/.test(before(start)))
    return from ?? mentions.find(({ start, side }) => start < at.start && side !== 'unknown') ?? null
  }
  if (ALLY_KINDS.has(kind) && modality === 'demanded') {
    return (
      mentions.find(
        ({ start }) =>
          start > at.start &&
          /\b(?:on|with|over|press\p{L}*|urg\p{L}+|persuad\p{L}+|push\p{L}*|rein in|its|president)\s+(?:the |its )?(?:\p{L}+ )?$/u.test(
            before(start),
          ),
      ) ??
      mentions.find(({ start }) => start > at.start) ??
      mentions.at(-1) ??
      null
    )
  }
  const accused = mentions.find(({ start }) =>
    /\b(?:accus|blam)\p{L}+ (?:the )?$|\bhe?ld (?:the )?$|\bhold\p{L}* (?:the )?$/u.test(before(start)),
  )
  if (accused) return accused
  if (!BLAMING.has(kind)) return null
  const by = mentions.find(
    ({ start }) => start >= at.start - 4 && /\b(?:by|part of)\s+(?:the |a |an |some )?$/.test(before(start)),
  )
  if (by) return by
  // "the Assad regime to stop its violations", "Russia's strikes", "government sniper fire".
  const owner = mentions.findLast(
    ({ start, end }) =>
      start <= at.start &&
      /^(?:'s?)?\s*(?:(?:\p{L}+\s+){0,2}|to (?:stop|end|cease|halt) (?:its |their |the )?)$/u.test(
        said.slice(end, Math.max(end, at.start)),
      ),
  )
  const passive =
    /\b(?:was|were|been|being)\s+(?:\p{L}+ly )?$/u.test(before(at.start)) ||
    /\b(?:was|were|been|being) (?:also )?\p{L}+$/u.test(said.slice(at.start, at.end))
  if (passive) return null
  if (owner) return owner
  const camp = campBefore(document, clause, at)
  if (camp) return camp
  if (kind === 'ground_clash' && !/\bfirst\b|attacked/.test(said.slice(clause.start, clause.end))) return null
  if (kind === 'casualties') return null
  return mentions.find(({ start }) => start <= at.start) ?? null
}

/** `Government sniper fire`: an adjective of a camp right before the deed. */
function campBefore(document: Document, clause: Span, at: Span): Mention | null {
  const found = /(?<![\p{L}-])(?<word>[\p{L}.]+)\s+$/u.exec(document.folded.slice(clause.start, at.start))
  const side = found ? document.lexicon.nationOf.get(found.groups!.word!) : undefined
  const owner = side && OWNERS[side]
  if (!found || !side || owner === undefined) return null
  return { start: clause.start + found.index, end: at.start, name: owner, side, type: 'state' }
}

/** Arms and aircraft are blamed on those whose they are; everybody else in the words used. */
function asBlamed({ text, folded }: Document, mention: Mention): string {
  const said = folded.slice(mention.start, mention.end).trim()
  if (/^(?:rebel|insurgent)$/.test(said)) return mention.name
  const owner = OWNERS[mention.side]
  if (
    owner !== undefined &&
    (MATERIEL.test(said) ||
      /^(?:the )?(?:government|us|u\.s\.|usa|moscow|washington|damascus|russian|russians|syrian|government side|russian federation|united states)$/.test(
        said,
      ))
  )
    return owner
  return text.slice(mention.start, mention.end).replace(/\s+/g, ' ').replace(/^the /i, '')
}

const MATERIEL = /(?:jets?|warplanes?|aircraft|planes?|helicopters?|air force|artillery|positions)$/
const OWNERS: Partial<Record<Mention['side'], string>> = {
  us: 'United States',
  russia: 'Russia',
  syria_gov: 'Syrian government',
  turkey: 'Turkey',
}
const ALLY_KINDS: ReadonlySet<Kind> = new Set(['influence_on_ally', 'aid_access', 'separation_of_forces'])

/** Of whom something is demanded: the hearer of the frame, or the first named who must, should or is expected to. */
function addressee(
  document: Document,
  clause: Span,
  mentions: readonly Mention[],
  frame: Frame | null,
): Mention | null {
  const { folded } = document
  const must = mentions.find(({ end }) =>
    /^\s+(?:\p{L}+ly )?(?:must|should|to|use|press|needs?|has to|will|would|do)\b/u.test(folded.slice(end, end + 24)),
  )
  if (must) return must
  if (frame?.hearer) return mentionsIn(document, frame.hearer)[0] ?? null
  return mentions.length > 1 &&
    /\b(?:expects?|wants?|urged?|asked|called)\b/.test(folded.slice(clause.start, clause.end))
    ? mentions[1]!
    : null
}

function struckIn(
  document: Document,
  clause: Span,
  { at }: KindFound,
  mentions: readonly Mention[],
  blamed: Mention | null,
): string | null {
  const rest = document.folded.slice(at.start, clause.end)
  const found =
    /\b(?:against|on|at|hit|struck|targeted|shelled|bombed|attacked|attacking|killed|buzzed)\s+((?:(?:a|an|the|its|their|five|two|three|several)\s)?(?:[\p{L}\d'-]+\s){0,3}?(?:positions|routes|hospitals?|schools?|convoys?|soldiers|troops|forces|civilians|districts?|neighbou?rhoods?|villages?|trucks|vessel|ships?|warehouses?|markets?|fighters|bases?|targets|residents|people))\b/u.exec(
      rest,
    )
  if (found) {
    const start = at.start + found.index + found[0].length - found[1]!.length
    return document.text
      .slice(start, start + found[1]!.length)
      .replace(/^(?:an?|the|its|their|five|two|three|several)\s+/i, '')
  }
  const after = mentions.find((one) => one !== blamed && one.start > at.start)
  return after && blamed ? after.name : null
}

function doersOf(fillers: readonly Filler[]): Filler[] {
  return fillers.filter(({ role }) => role === 'perpetrator')
}

function targetsOf(fillers: readonly Filler[]): string | null {
  return (
    fillers
      .filter(({ role }) => role === 'target')
      .map(({ words }) => words)
      .join(', ') || null
  )
}

/** With their numbers: `two nuns, a priest` would lose who was more than one. */
function victimsOf(fillers: readonly Filler[]): string | null {
  return (
    fillers
      .filter(({ role }) => role === 'victim')
      .map(({ counted }) => counted)
      .join(', ') || null
  )
}
