// The course of the text: made, committed to, leaked, published by each and compared, endorsed, and what was said of it.
import type { Agreement } from '@trucekeeper/agreement'
import type { Claim, Minute, MinuteOf } from '@trucekeeper/claims'
import { parseInstant, type Instant } from '@trucekeeper/time'
import { isDoing, minutesUpTo, type CentreRecord } from '../record.ts'
import { disclosureOf, type Disclosures } from './disclosures.ts'
import { mayDisclose } from './may-disclose.ts'

type Course = MinuteOf<'commit-text' | 'publish-version' | 'leak' | 'endorse'>

export interface Publication extends Pick<
  MinuteOf<'publish-version'>,
  'id' | 'date' | 'hash' | 'withholds' | 'published_by'
> {
  /** Whether somebody published it whom the agreement does not name, such as an agency. */
  readonly outside: boolean
}

/** One version of the text in one language, and everybody who published it. */
export interface Version {
  readonly version: string
  readonly lang: string
  /** The first minute that committed to it; null where nobody did. */
  readonly commitment: Pick<MinuteOf<'commit-text'>, 'id' | 'at' | 'of' | 'root' | 'leaves'> | null
  readonly publications: readonly Publication[]
  /** Every two of them held against each other: by their bytes, and by what each leaves out. */
  readonly compared: readonly ComparedPublications[]
}

export interface ComparedPublications {
  readonly one: string
  readonly other: string
  /** `same` bytes; `shows_less` or `shows_more` than the other where only what is left out differs; `differs` otherwise. */
  readonly is: 'same' | 'shows_less' | 'shows_more' | 'differs'
  readonly only_one_withholds: readonly string[]
  readonly only_other_withholds: readonly string[]
}

export interface SaidOfText extends Pick<
  Claim,
  'id' | 'speaker' | 'speaker_side' | 'modality' | 'negated' | 'quote' | 'doc' | 'start' | 'end' | 'published'
> {}

export interface Publications extends Disclosures {
  /** The day on which it was made, where the agreement says so. */
  readonly made: string | null
  /** In the order of doing. */
  readonly course: readonly Course[]
  readonly versions: readonly Version[]
  readonly endorsements: readonly Pick<MinuteOf<'endorse'>, 'id' | 'body' | 'reference' | 'date' | 'version'>[]
  /** A leak is no publication: what was leaked may be quoted, and its level stays. */
  readonly leaks: readonly Pick<MinuteOf<'leak'>, 'id' | 'of' | 'by' | 'date' | 'doc'>[]
  /** Demands to publish, refusals, and what was done about it, in the words of those who said it. */
  readonly said: readonly SaidOfText[]
  /** Minutes that were not allowed when they were made, and have no effect. */
  readonly without_effect: readonly { readonly minute: string; readonly why: string; readonly clause: string | null }[]
}

const OF_TEXT: ReadonlySet<string> = new Set(['agreement_publication', 'un_endorsement'])

/** Demands, refusals and promises to publish the text, its endorsement, and meetings and briefings that did not take place. */
function isOfText({ kind, negated }: Claim): boolean {
  return OF_TEXT.has(kind) || (kind === 'diplomatic_contact' && negated)
}

/** A day begins at midnight. */
function publishedAt({ published }: Claim): Instant {
  return parseInstant(published) ?? parseInstant(`${published}T00:00Z`) ?? Infinity
}

export function publicationsOf(agreement: Agreement, record: CentreRecord, at: Instant): Publications {
  const { allowed, without_effect } = mayDisclose(agreement, minutesUpTo(record, at))
  const course = allowed.filter(
    (minute): minute is Course =>
      isDoing(minute, 'commit-text') ||
      isDoing(minute, 'publish-version') ||
      isDoing(minute, 'leak') ||
      isDoing(minute, 'endorse'),
  )
  const of = <D extends Minute['does']>(does: D) => allowed.filter((minute) => isDoing(minute, does))
  return {
    ...disclosureOf(agreement, { minutes: allowed }, at),
    made: agreement.made,
    course,
    versions: versionsOf(agreement, course),
    endorsements: of('endorse').map(({ id, body, reference, date, version }) => ({
      id,
      body,
      reference,
      date,
      version,
    })),
    leaks: of('leak').map(({ id, of: what, by, date, doc }) => ({ id, of: what, by, date, doc })),
    said: record.claims
      .filter((claim) => isOfText(claim) && publishedAt(claim) <= at)
      .map(({ id, speaker, speaker_side, modality, negated, quote, doc, start, end, published }) => ({
        id,
        speaker,
        speaker_side,
        modality,
        negated,
        quote,
        doc,
        start,
        end,
        published,
      }))
      .toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0)),
    without_effect,
  }
}

function versionsOf({ actors }: Agreement, course: readonly Course[]): readonly Version[] {
  const named = course.filter((minute) => minute.does === 'commit-text' || minute.does === 'publish-version')
  const byVersion = Map.groupBy(named, ({ version, lang }) => JSON.stringify([version, lang]))
  return [...byVersion.values()].map((minutes) => {
    const { version, lang } = minutes[0]!
    const committed = minutes.find((minute) => isDoing(minute, 'commit-text'))
    const publications = minutes
      .filter((minute) => isDoing(minute, 'publish-version'))
      .map(({ id, date, hash, withholds, published_by }) => {
        return { id, date, hash, withholds, published_by, outside: !actors.some((actor) => actor.id === published_by) }
      })
    const compared = publications.flatMap((one, index) =>
      publications.slice(index + 1).map((other) => comparedPublications(one, other)),
    )
    return {
      version,
      lang,
      commitment: committed
        ? { id: committed.id, at: committed.at, of: committed.of, root: committed.root, leaves: committed.leaves }
        : null,
      publications,
      compared,
    }
  })
}

/** What can be told from the minutes alone; the words of two texts are compared by whoever has both. */
export function comparedPublications(one: Publication, other: Publication): ComparedPublications {
  const only_one_withholds = one.withholds.filter((name) => !other.withholds.includes(name))
  const only_other_withholds = other.withholds.filter((name) => !one.withholds.includes(name))
  const [less, more] = [only_one_withholds.length > 0, only_other_withholds.length > 0]
  const is = one.hash === other.hash ? 'same' : less && !more ? 'shows_less' : more && !less ? 'shows_more' : 'differs'
  return { one: one.id, other: other.id, is, only_one_withholds, only_other_withholds }
}
