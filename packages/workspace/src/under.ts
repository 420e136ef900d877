// The record as one text of several reads it: claims are everybody's, acts and minutes are of the text whose clause they name.
import type { Agreement } from '@trucekeeper/agreement'
import { namedByMinute, type Minute } from '@trucekeeper/claims'
import type { Record } from '@trucekeeper/ledger'

/** Leaves out what is of other texts, the first of which is the folder's own. The same record gives the same object, so that what follows from it can be kept. */
export function recordsUnder(agreement: Agreement, others: readonly Agreement[]): (record: Record) => Record {
  const theirs = clausesOf(others.filter(({ id }) => id !== agreement.id))
  const isOther = (one: Minute) => theirs.has(clauseOf(one) ?? '') || (isBeside(agreement, others) && isOfOwnText(one))
  if (theirs.size === 0) return (record) => record
  const known = new WeakMap<Record, Record>()
  return (record) => {
    const found = known.get(record) ?? recordWithout(theirs, isOther, record)
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
  if (theirs.size === 0) return minutes
  const isOwn = isBeside(agreement, agreements) ? isOfOwnText : () => false
  return minutesWithout((one) => theirs.has(clauseOf(one) ?? '') || isOwn(one), minutes)
}

/** Whether it is not the folder's own. */
const isBeside = ({ id }: Agreement, [own]: readonly Agreement[]) => own !== undefined && own.id !== id

/**
 * Versions, endorsements and leaks are the folder's own text's, and so is the level of an article or of a claim: none of them names a
 * text, and what was published of one must not count as published of another.
 */
function isOfOwnText(one: Minute): boolean {
  if (one.does === 'disclose') return !('clause' in one.subject)
  return ['commit-text', 'publish-version', 'endorse', 'leak'].includes(one.does)
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

function recordWithout(theirs: ReadonlySet<string>, isOther: (one: Minute) => boolean, record: Record): Record {
  const { claims, documents, rulings, withdrawn, size } = record
  return {
    claims,
    acts: record.acts.filter(({ power }) => !theirs.has(power)),
    documents,
    rulings,
    minutes: minutesWithout(isOther, record.minutes),
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
function minutesWithout(isOther: (one: Minute) => boolean, minutes: readonly Minute[]): readonly Minute[] {
  const gone = new Set(minutes.flatMap((one) => (isOther(one) ? [keyOf(one)] : [])))
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
