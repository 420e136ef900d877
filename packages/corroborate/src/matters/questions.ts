// Which kinds of claim ask one question of fact, which go with another's, and how long such a question stays one.
import { kindEntry, KIND_NAMES, type Kind } from '@trucekeeper/claims'

export interface Question {
  readonly id: string
  /** What each kind says to it: 1 speaks for what the question asks, -1 against. */
  readonly says: Partial<Record<Kind, 1 | -1>>
  /** event: what happens at another time is another matter; state: it goes on, and a silence ends it. */
  readonly aspect: 'event' | 'state'
  /** Days that may lie between two claims about one matter. */
  readonly gapDays: number
  /** Whether two lengths of time given are two matters: a pause of 48 hours, an extension by 72. */
  readonly byLength: boolean
  /** Whether it is asked of somebody: that one party withdraws does not say that another does. */
  readonly byActor: boolean
  /** Whether it is about what goes from place to place, so that two places on its way do not part it. */
  readonly moves: boolean
}

const PLAIN = { aspect: 'state', gapDays: 3, byLength: false, byActor: false, moves: false } as const
const LASTING_DAYS = 10

/** Questions that several kinds answer, or that are not like others of their aspect. */
const SHARED: readonly Question[] = [
  { ...PLAIN, id: 'fighting', aspect: 'event', gapDays: 0, says: { ground_clash: 1, offensive: 1 } },
  { ...PLAIN, id: 'truce_kept', says: { truce_violation: 1, truce_collapse: 1, truce_compliance: -1 } },
  {
    ...PLAIN,
    id: 'aid',
    moves: true,
    says: { aid_delivery: 1, aid_approval: 1, aid_access: 1, aid_denial: -1, aid_convoy_waiting: -1 },
  },
  { ...PLAIN, id: 'evacuation', moves: true, says: { evacuation: 1 } },
  { ...PLAIN, id: 'siege', gapDays: LASTING_DAYS, says: { siege: 1, civilians_besieged: 1, services_cut: 1 } },
  { ...PLAIN, id: 'cooperation', says: { joint_cooperation: 1, cooperation_suspension: -1 } },
  { ...PLAIN, id: 'sanctions', gapDays: LASTING_DAYS, says: { sanctions: 1, sanctions_violation: 1 } },
  { ...PLAIN, id: 'truce_start', gapDays: 2, byLength: true, says: { truce_start: 1 } },
  { ...PLAIN, id: 'truce_extension', byLength: true, says: { truce_extension: 1 } },
  { ...PLAIN, id: 'humanitarian_pause', byLength: true, says: { humanitarian_pause: 1 } },
  { ...PLAIN, id: 'withdrawal', says: { withdrawal: 1 } },
  { ...PLAIN, id: 'influence_on_ally', byActor: true, says: { influence_on_ally: 1 } },
  { ...PLAIN, id: 'party_status', byActor: true, gapDays: LASTING_DAYS, says: { party_status: 1 } },
  { ...PLAIN, id: 'agreement_terms', gapDays: LASTING_DAYS, says: { agreement_terms: 1 } },
]

const QUESTION_OF = new Map<Kind, Question>()
for (const kind of KIND_NAMES) {
  const { aspect } = kindEntry(kind)
  const own: Question = {
    ...PLAIN,
    id: kind,
    aspect,
    gapDays: aspect === 'event' ? 0 : PLAIN.gapDays,
    says: { [kind]: 1 },
  }
  QUESTION_OF.set(kind, SHARED.find(({ says }) => Object.hasOwn(says, kind)) ?? own)
}

export function questionOf(kind: Kind): Question {
  return QUESTION_OF.get(kind)!
}

/** These tell what came of an act of violence, at what it was aimed or what it shows: they can go with any one act. */
const ABOUT_AN_ACT: ReadonlySet<string> = new Set([
  'casualties',
  'violence_general',
  'attack_on_infrastructure',
  'attack_on_aid',
  'weapon_use',
  'accusation',
])

/** Whether a kind says something of an act, and not that it was done. */
export function isAboutAnAct(kind: Kind): boolean {
  return ABOUT_AN_ACT.has(kind)
}

/** same: one question; kindred: claims that may be about one matter, on stronger grounds; apart: never. */
export function kindsMeet(a: Kind, b: Kind): 'same' | 'kindred' | 'apart' {
  if (questionOf(a) === questionOf(b)) return 'same'
  const isAct = (kind: Kind) => kindEntry(kind).family === 'violence'
  if ((ABOUT_AN_ACT.has(a) && (isAct(b) || ABOUT_AN_ACT.has(b))) || (ABOUT_AN_ACT.has(b) && isAct(a))) return 'kindred'
  return 'apart'
}
