// Calls and meetings with what each made public of them, sentence beside sentence.
import type { Agreement } from '@trucekeeper/agreement'
import { stanceOf, type Claim, type MinuteOf } from '@trucekeeper/claims'
import { castOf, factOf } from '@trucekeeper/corroborate'
import type { Instant } from '@trucekeeper/time'
import type { CentreRecord } from '../record.ts'
import { allowedOf } from './allowed.ts'
import { alignedWith, type Aligned, type Sentence } from './align.ts'

export interface Call {
  readonly id: string
  readonly at: string
  readonly channel: MinuteOf<'call'>['channel']
  readonly between: readonly string[]
  readonly read_outs: readonly {
    readonly of: string
    readonly doc: string
    /** Null where the record has no words of theirs in that document. */
    readonly sentences: readonly (Sentence & { readonly others: readonly Aligned[] })[] | null
  }[]
}

export function callsOf(agreement: Agreement, record: CentreRecord, at: Instant): readonly Call[] {
  const cast = castOf(agreement.actors)
  const neutral = new Set(
    agreement.actors.flatMap(({ names }) => names.flatMap((name) => name.toLowerCase().split(/\s+/))),
  )
  const told = (of: string, doc: string): Sentence[] =>
    sentencesOf(
      record.claims.filter((claim) => claim.doc === doc && factOf(claim, cast, agreement.zone).speaker === of),
    )
  return allowedOf(agreement, record, at).allowed.flatMap((minute): Call[] => {
    if (minute.does !== 'call') return []
    const { id, channel, between, read_outs } = minute
    const all = read_outs.map(({ of, doc }) => ({ of, doc, sentences: told(of, doc) }))
    return [
      {
        id,
        at: minute.at,
        channel,
        between,
        read_outs: all.map((one) => ({
          of: one.of,
          doc: one.doc,
          sentences:
            one.sentences.length === 0
              ? null
              : one.sentences.map((sentence) => ({
                  ...sentence,
                  others: all
                    .filter((other) => other !== one && other.sentences.length > 0)
                    .map((other) => alignedWith(sentence, other.of, other.sentences, neutral)),
                })),
        })),
      },
    ]
  })
}

/** What went over the hotline, in order: calls, and parties pressed by it. */
export function hotlineLog(
  agreement: Agreement,
  record: Pick<CentreRecord, 'minutes'>,
  at: Instant,
): readonly MinuteOf<'call' | 'pressed'>[] {
  return allowedOf(agreement, record, at).allowed.filter(
    (minute): minute is MinuteOf<'call' | 'pressed'> =>
      (minute.does === 'call' || minute.does === 'pressed') && minute.channel === 'hotline',
  )
}

/** One for each stretch of words, with all that was read in it, in the order of the text. */
function sentencesOf(claims: readonly Claim[]): Sentence[] {
  const byPlace = Map.groupBy(claims, ({ start, end }) => `${start}-${end}`)
  return [...byPlace.values()]
    .map((some): Sentence => ({
      quote: some[0]!.quote,
      start: some[0]!.start,
      end: some[0]!.end,
      claims: some.map(({ id }) => id).toSorted(),
      kinds: [...new Set(some.map(({ kind }) => kind))].toSorted(),
      wished: some.every((claim) => stanceOf(claim) === null),
      negated: some.some(({ negated, modality, stance }) => negated || modality === 'denied' || stance === 'denies'),
    }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
}
