// What may be put into the minutes of what is shown, committed to and published.
import type { Agreement, Ruled } from '@trucekeeper/agreement'
import type { Minute, MinuteOf } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { headingOf, listed, refuserFor, strangers, type MinuteRefusal } from '../refusal.ts'
import { decidersOf, decisionsIn, publishedIn } from './decided.ts'
import { levelOf } from './levels.ts'
import { clausesOf, isAbout, isLeftOut, type NamedClause } from './subjects.ts'

/** `before`: minutes of what was done by then. */
export function refusedOfDisclosure(
  agreement: Agreement,
  before: readonly Minute[],
  minute: Minute,
): readonly MinuteRefusal[] {
  switch (minute.does) {
    case 'disclose':
      return refusedLevel(agreement, before, minute)
    case 'commit-text':
      return refusedCommitment(agreement, before, minute)
    case 'publish-version':
      return refusedPublication(agreement, before, minute)
    default:
      return []
  }
}

/** The clause about publishing, where the agreement has one. */
function aboutPublishing({ ruled }: Agreement): Ruled | null {
  return (
    ruled.find(
      (clause) => (clause.kind === 'duty' || clause.kind === 'ban') && clause.acts.includes('publish-agreement'),
    ) ?? null
  )
}

function notForAll(agreement: Agreement, of: readonly string[], what: string): MinuteRefusal[] {
  const deciders = decidersOf(agreement)
  const stranger = of.find((id) => !deciders.includes(id))
  if (stranger === undefined) return []
  return [
    refuserFor(aboutPublishing(agreement))(
      'disclosed-by-another',
      `\`${stranger}\` does not decide ${what}`,
      `${listed(deciders)} decide${deciders.length === 1 ? 's' : ''} it${deciders.length > 1 ? ' together: each says the same, in one minute or in one of its own' : ''}`,
    ),
  ]
}

function refusedLevel(
  agreement: Agreement,
  before: readonly Minute[],
  minute: MinuteOf<'disclose'>,
): readonly MinuteRefusal[] {
  const { of, subject, level, embargo_until, at } = minute
  const unknown = strangers(agreement, of)
  if (unknown.length > 0) return unknown
  const clauses = clausesOf(agreement)
  const about = clauses.filter((clause) => isAbout(subject, clause))
  const named = 'clause' in subject && clauses.find(({ ids }) => ids.includes(subject.clause))
  const written = named ? named.ids.at(-1)! : null
  if ('clause' in subject && written !== subject.clause)
    return [
      refuserFor(null)(
        'clause-unknown',
        `the agreement has no clause \`${subject.clause}\``,
        written === null
          ? `name one of ${listed([...new Set(clauses.map(({ ids }) => ids.at(-1)!))], 'or')}`
          : `it is written as \`${written}\`, and its words are shown for all whom it binds, or for none`,
      ),
    ]
  if ('article' in subject && about.length === 0)
    return [
      refuserFor(null)(
        'article-unknown',
        `no clause stands under \`${subject.article}\``,
        'name a heading as the text has it, or its number',
      ),
    ]
  const refusals = notForAll(agreement, of, 'what is shown to whom')
  if (embargo_until !== null && parseInstant(embargo_until)! <= parseInstant(at)!)
    refusals.push(
      refuserFor(about[0] ?? null)(
        'embargo-over',
        `the embargo ends at \`${embargo_until}\`, before it is set`,
        'name a later instant, or none',
      ),
    )
  const out = level === 'public' ? undefined : about.find((clause) => publishedIn(agreement, before, clause).length > 0)
  if (out !== undefined) {
    const [first] = publishedIn(agreement, before, out)
    refusals.push(
      refuserFor(out)(
        'published-already',
        `\`${out.id}\` was published by \`${first!.published_by}\` on ${first!.date}, and stays public`,
        'what was published cannot be taken back; a later text can have other words',
      ),
    )
  }
  return refusals
}

function refusedCommitment(
  agreement: Agreement,
  before: readonly Minute[],
  minute: MinuteOf<'commit-text'>,
): readonly MinuteRefusal[] {
  const unknown = strangers(agreement, minute.of)
  if (unknown.length > 0) return unknown
  const refusals = notForAll(agreement, minute.of, 'which text is committed to')
  const other = before.find(
    (one) =>
      one.does === 'commit-text' &&
      one.version === minute.version &&
      one.lang === minute.lang &&
      one.root !== minute.root,
  )
  if (other !== undefined)
    refusals.push(
      refuserFor(null)(
        'committed-already',
        `the version \`${minute.version}\` (${minute.lang}) has a root already, committed to on ${other.at}`,
        'give another text another version: with two roots one could be chosen afterwards',
      ),
    )
  return refusals
}

/** Whoever is outside the agreement is not bound by its levels: that it was printed is what is recorded. */
function refusedPublication(
  agreement: Agreement,
  before: readonly Minute[],
  minute: MinuteOf<'publish-version'>,
): readonly MinuteRefusal[] {
  if (!agreement.actors.some(({ id }) => id === minute.published_by)) return []
  const { decided } = decisionsIn(agreement, before)
  const at = parseInstant(minute.at)!
  const closed = clausesOf(agreement)
    .filter((clause) => !isLeftOut(minute.withholds, clause))
    .map((clause) => ({ clause, level: levelOf(agreement, before, decided, clause, at) }))
    .filter(({ level }) => level.level !== 'public')
  const [first] = closed
  if (first === undefined) return []
  return [refusedWhole(first.clause, first.level, closed.length - 1)]
}

function refusedWhole(
  clause: NamedClause,
  { level, embargo }: ReturnType<typeof levelOf>,
  others: number,
): MinuteRefusal {
  const until = embargo === null ? '' : `, under an embargo until ${embargo.until}`
  const more = others === 0 ? '' : `, and ${others} more clause${others === 1 ? ' is' : 's are'} not public`
  return {
    code: 'not-public-yet',
    clause: clause.id,
    heading: headingOf(clause),
    why: `\`${clause.id}\` is for the level \`${level}\`${until}${more}`,
    help: 'withhold it, or disclose it to the public first, all who decide together',
  }
}
