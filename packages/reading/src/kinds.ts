// Which kind of thing a clause speaks of.
import { kindEntry, type Kind } from '@trucekeeper/claims'
import { likely, matches, type Document } from './document.ts'
import type { KindRule } from './lexicon/language.ts'
import type { Span } from './span.ts'

export interface KindFound {
  readonly kind: Kind
  readonly rule: KindRule
  /** The words that show it. */
  readonly at: Span
}

const SUBORDINATE =
  /\b(?:because|unless|until|if|after|following|in the wake of|in response to|prior to|before|since|despite|so that|in order to|to make sure|to ensure)\b/

/** The kinds that a clause shows, strongest first: of its main part, then by rank, then by place. */
export function kindsIn(document: Document, clause: Span): KindFound[] {
  const said = document.folded.slice(clause.start, clause.end)
  const cut = SUBORDINATE.exec(said)
  const main = clause.start + (cut && cut.index > 12 ? cut.index : said.length)
  const aside = ({ at }: KindFound) => (at.start >= main ? 1 : 0)
  const found = likely(document, document.lexicon.kinds, clause)
    .flatMap(({ rule, pattern }) => matches(document, pattern, clause, 1).map((at) => ({ kind: rule.kind, rule, at })))
    .toSorted(
      (a, b) =>
        aside(a) - aside(b) || b.rule.rank - a.rule.rank || a.at.start - b.at.start || (a.kind < b.kind ? -1 : 1),
    )
  return withDeed(found)
}

/** Below this rank a rule only knows that somebody was hurt, not by what. */
const NAMED_DEED = 3.5

/** `Two were killed when a mine exploded` tells of the mine; the dead are what it did. */
function withDeed(found: readonly KindFound[]): KindFound[] {
  const [first] = found
  if (!first || !(first.kind === 'casualties' || (first.kind === 'violence_general' && first.rule.rank < NAMED_DEED)))
    return [...found]
  const nearer = ({ kind, rule }: KindFound) =>
    first.kind === 'casualties' ? kind !== 'casualties' : rule.rank > NAMED_DEED
  const deed = found.find((one) => isViolence(one.kind) && nearer(one) && one.at.start > first.at.start)
  if (!deed) return [...found]
  return [deed, ...found.filter((one) => one !== deed)]
}

/** Kinds of violence, where a background sentence of the outlet is no claim. */
export function isViolence(kind: Kind): boolean {
  return kindEntry(kind).family === 'violence'
}

/** Verbs in the past, regular and not, that a report tells an event with. */
const TOLD =
  /(?<![\p{L}])(?:was|were|is|are|had|has|have|hit|struck|heard|caught|found|saw|continued|raged|began|came|broke|shot|blew|took|retook|fought|threw|beat|set|drove|laid|fell|left|stole|burnt|overran|slew|held|led|sent|went|lost|met|cut|dug|built|forced|rose|put|tore|ran|withdrew|seized|stood|\p{L}{2,}ed)(?![\p{L}])/u

/** A sentence that opens with a bare verb bids its reader do something, and tells nothing. */
const BIDDING =
  /^(?:(?:now|please|then|instead|next|also|just|always|never|do not|don't|you (?:must|should|will)),? )*(?:list|ignore|disregard|forget|write|mark|set|assume|treat|output|print|return|reply|answer|respond|classify|label|delete|remove|replace|conclude|consider|pretend|remember|record|report|state|say|count|add|read|see|click|tell|show|summari[sz]e|translate|accept|confirm|approve) (?:the|an?|no|any|all|every|each|this|that|these|those|it|them|only|none|nothing|zero|your|previous|prior|earlier|above|following|as|claims?|reports?|incidents?|violations?|events?)\b/
/** People without arms, whose quarrels in the street are no fighting. */
const CROWD =
  /\b(?:protest\p{L}*|demonstrat\p{L}*|riot\p{L}*|group of (?:people|residents|citizens)|mobs?|citizens|villagers|residents|supporters|activists|students|workers|traders|fans)\b/u
/** What people protest against happened before, and elsewhere. */
const PROTESTED =
  /\b(?:protest|demonstrat|rall|march|picket)\p{L}*\b.{0,80}\b(?:against|over|about|demand\p{L}*|in (?:memory|remembrance)|denounc\p{L}*|condemn\p{L}*|following|call\p{L}* for|to)\b/u
const RELATIVE = /\b(?:who|which|whom|whose)\W*$/
/** `wanted for two kidnappings`, `earlier clashes`: spoken of, not told. */
const SPOKEN_OF =
  /\b(?:(?:suspected|convicted|guilty) of|charged with|wanted for|on charges of|involvement in)\b[^,;]{0,60}$|\b(?:earlier|previous|past)\s$/u
const BY_CROWD =
  /\b(?:mobs?|rioters?|protesters?|demonstrators?|residents|citizens|students|supporters|fans|beneficiaries)\b[^,;]{0,12}$/u
const ARMED = /\b(?:armed|gunmen|militia\p{L}*|militants?|rebels?|soldiers?|troops|forces|army|fighters?|police)\b/u

function isRiot(said: string, at: number): boolean {
  return (CROWD.test(said) && !ARMED.test(said)) || BY_CROWD.test(said.slice(0, at))
}

/** Whether a clause in the outlet's own voice tells an event; of other matters than violence any clause does. A short note may do so without a verb: `Exchange of fire near Uri.` */
export function tellsEvent({ folded }: Document, clause: Span, { kind, at }: KindFound): boolean {
  const said = folded.slice(clause.start, clause.end)
  const opens = /(?:^|[.!?:\n"])\s*$/.test(folded.slice(Math.max(0, clause.start - 4), clause.start))
  if (opens && BIDDING.test(said)) return false
  if (!isViolence(kind)) return true
  // "protested against the arrest of men who had been tortured": what the sentence said before is protested against too.
  const whole = RELATIVE.test(folded.slice(Math.max(0, clause.start - 12), clause.start))
  const from = whole ? Math.max(folded.lastIndexOf('. ', clause.start), clause.start - 300, 0) : clause.start
  if (PROTESTED.test(folded.slice(from, at.start)) || SPOKEN_OF.test(said.slice(0, at.start - clause.start)))
    return false
  if (kind === 'ground_clash' && isRiot(said, at.start - clause.start)) return false
  if (TOLD.test(said)) return true
  const closes = /^\s*(?:[.!?;"\n]|, (?:killing|wounding|injuring|leaving)|$)/.test(
    folded.slice(clause.end, clause.end + 12),
  )
  return opens && closes && at.start - clause.start < 24 && clause.end - clause.start < 160
}
