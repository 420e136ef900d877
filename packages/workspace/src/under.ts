// The record as one text of several reads it: claims are everybody's, acts and minutes are of the text whose clause they name.
import type { Agreement } from '@trucekeeper/agreement'
import { namedByMinute, type Minute } from '@trucekeeper/claims'
import type { Record } from '@trucekeeper/ledger'

/** Leaves out what names clauses of other texts. The same record gives the same object, so that what follows from it can be kept. */
export function recordsUnder(agreement: Agreement, others: readonly Agreement[]): (record: Record) => Record {
  const theirs = clausesOf(others.filter(({ id }) => id !== agreement.id))
  if (theirs.size === 0) return (record) => record
  const known = new WeakMap<Record, Record>()
  return (record) => {
    const found = known.get(record) ?? recordWithout(theirs, record)
    known.set(record, found)
    return found
  }
}

/** Of minutes those that count under one of several texts. */
export function minutesUnder(
  agreement: Agreement,
  agreements: readonly Agreement[],
  minutes: readonly Minute[],
): readonly Minute[] {
  const theirs = clausesOf(agreements.filter(({ id }) => id !== agreement.id))
  return theirs.size === 0 ? minutes : minutesWithout(theirs, minutes)
}

/** The text whose clause goes by a name, as it was written or for one of those it binds; no two have one of the same. */
export function textNaming(agreements: readonly Agreement[], clause: string): Agreement | null {
  return agreements.find((agreement) => clausesOf([agreement]).has(clause)) ?? null
}

/** The text under which a minute counts: whose clause it names, or its case does, or what it rests on; else the first. */
export function textOfMinute(
  agreements: readonly Agreement[],
  { minutes }: Pick<Record, 'minutes'>,
  minute: Minute,
): Agreement | null {
  const restsOn = new Set([keyOf(minute), ...namedByMinute(minute).minutes])
  const opener = [minute, ...minutes.filter((one) => restsOn.has(keyOf(one)) || restsOn.has(one.id))].map(clauseOf)
  const clause = opener.find((one) => one !== null)
  return (clause ? textNaming(agreements, clause) : null) ?? agreements[0] ?? null
}

function recordWithout(theirs: ReadonlySet<string>, record: Record): Record {
  const { claims, documents, rulings, withdrawn, size } = record
  return {
    claims,
    acts: record.acts.filter(({ power }) => !theirs.has(power)),
    documents,
    rulings,
    minutes: minutesWithout(theirs, record.minutes),
    withdrawn,
    // Worked out when it is asked for.
    get received() {
      return record.received
    },
    get digest() {
      return record.digest
    },
    size,
  }
}

/** With its first minute goes all that is done in a case or about an undertaking. */
function minutesWithout(theirs: ReadonlySet<string>, minutes: readonly Minute[]): readonly Minute[] {
  const gone = new Set(minutes.flatMap((one) => (theirs.has(clauseOf(one) ?? '') ? [keyOf(one)] : [])))
  const isGone = (one: Minute) =>
    gone.has(keyOf(one)) ||
    (one.does === 'relate-cases' && one.cases.some((name) => gone.has(`case ${name}`))) ||
    namedByMinute(one).minutes.some((id) => gone.has(id))
  return minutes.filter((one) => !isGone(one))
}

/** The clause that a minute names; null where it names none. */
function clauseOf(one: Minute): string | null {
  if (one.does === 'disclose') return 'clause' in one.subject ? one.subject.clause : null
  return 'clause' in one ? one.clause : null
}

const keyOf = (one: Minute): string => ('case' in one && one.case !== null ? `case ${one.case}` : one.id)

function clausesOf(agreements: readonly Agreement[]): ReadonlySet<string> {
  const clauses = agreements.flatMap(({ ruled }) => ruled)
  return new Set(clauses.flatMap((clause) => ('base' in clause ? [clause.id, clause.base] : [clause.id])))
}
