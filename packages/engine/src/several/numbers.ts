// How many people or things a duty is about, beside the figures that are reported of it; no verdict hangs on them.
import type { Agreement, Duty, HowMany } from '@trucekeeper/agreement'
import type { Claim } from '@trucekeeper/claims'
import { actEntry } from '@trucekeeper/codes'
import type { KnownRecord } from '../plan.ts'

export interface ReportedNumber {
  readonly claim: string
  readonly speaker: string | null
  /** The least and the most that the words allow; null for the most where they leave it open. */
  readonly low: number
  readonly high: number | null
  readonly quote: string
  readonly doc: string
}

export interface NumberTold {
  readonly clause: string
  readonly title: string | null
  readonly heading: string
  readonly debtors: readonly string[]
  /** Ids of the zones they leave and go to. */
  readonly from: readonly string[]
  readonly toward: readonly string[]
  readonly asked: HowMany
  /** Figures said of those whom the text names, in the order of their claims. */
  readonly reported: readonly ReportedNumber[]
  /** The span of all of them; null where nobody gives one, and for the most where somebody leaves it open. */
  readonly low: number | null
  readonly high: number | null
}

/** A text says whom it means by a word or two; a figure is theirs where the quote has one of these words. */
const SHORTEST_WORD = 4

/** Every number of every duty, with what is reported of it by an instant. */
export function numbersOf(
  agreement: Agreement,
  { claims }: Pick<KnownRecord, 'claims'>,
  isKnown: (claim: Claim) => boolean = () => true,
): readonly NumberTold[] {
  return agreement.ruled.flatMap((clause) =>
    clause.kind === 'duty'
      ? clause.numbers.map((asked) => numberTold(agreement, clause, asked, claims.filter(isKnown)))
      : [],
  )
}

function numberTold(agreement: Agreement, duty: Duty, asked: HowMany, claims: readonly Claim[]): NumberTold {
  const kinds = new Set<string>(duty.acts.flatMap((act) => actEntry(act).does))
  const zones = agreement.zones.filter(({ id }) => duty.zones.includes(id))
  const names = new Set(zones.flatMap((zone) => [zone.id, ...zone.names]))
  const words = asked.of.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= SHORTEST_WORD)
  const isOfThem = ({ quote }: Claim) => words.some((word) => quote.toLowerCase().includes(word.toLowerCase()))
  const reported = claims
    .filter(
      (claim) =>
        kinds.has(claim.kind) &&
        !claim.negated &&
        claim.modality === 'asserted' &&
        (names.size === 0 || claim.places.some((place) => names.has(place))) &&
        isOfThem(claim),
    )
    .flatMap((claim) =>
      claim.figures.flatMap(({ value, low, high }): ReportedNumber[] =>
        value === null && low === null && high === null
          ? []
          : [
              {
                claim: claim.id,
                speaker: claim.speaker,
                low: low ?? value ?? 0,
                high: high ?? value,
                quote: claim.quote,
                doc: claim.doc,
              },
            ],
      ),
    )
  return {
    clause: duty.id,
    title: duty.title,
    heading: duty.source.heading.join(' › '),
    debtors: duty.debtors,
    from: duty.zones,
    toward: duty.toward,
    asked,
    reported,
    low: reported.length === 0 ? null : Math.min(...reported.map(({ low }) => low)),
    high: mostOf(reported),
  }
}

function mostOf(reported: readonly ReportedNumber[]): number | null {
  const most = reported.flatMap(({ high }) => high ?? [])
  return most.length < reported.length || most.length === 0 ? null : Math.max(...most)
}
