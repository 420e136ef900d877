// What stands beside a text while it is written: each clause as one sentence, and what changed since another version.
import { compareAgreements, namesOf, sentenceOf, type Comparison } from '@trucekeeper/agreement'
import type { AgreementDocument } from './document.ts'

export interface ReadBack {
  readonly id: string
  readonly kind: string
  /** The headings above it, outermost first. */
  readonly heading: readonly string[]
  /** The prose of its article, as it stands; empty where it reads none. */
  readonly prose: string
  /** All that its fields say. */
  readonly sentence: string
  /** Where its first line stands, by UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

/** Every clause that can be read, as a sentence to hold against the prose above it; reasons for accepting a finding are none. */
export function readBack({ text: { clauses } }: AgreementDocument): readonly ReadBack[] {
  const names = namesOf(clauses)
  return clauses
    .filter(({ kind }) => kind !== 'accept')
    .map((clause) => ({
      id: clause.id,
      kind: clause.kind,
      heading: clause.heading,
      prose: clause.prose,
      sentence: sentenceOf(clause, names),
      start: clause.at.start.offset,
      end: clause.at.end.offset,
    }))
}

/** What changed from one version to the other; clauses that cannot be read are not compared. */
export function changesSince(old: AgreementDocument, now: AgreementDocument): Comparison {
  return compareAgreements(old.text, now.text, { old: old.places, new: now.places })
}
