// What the caveats of what was shared forbid: passing on to others, too late, too exactly, or without saying from whom it is.
import type { Agreement } from '@trucekeeper/agreement'
import type { Minute, MinuteOf } from '@trucekeeper/claims'
import { parseInstant } from '@trucekeeper/time'
import { listed, refuserFor, strangers, type MinuteRefusal } from '../refusal.ts'
import { outOfTurn } from './numbers.ts'
import { finerPlace, finerTime, placePrecision, timePrecision } from './precision.ts'

type Share = MinuteOf<'share'>
const refuse = refuserFor(null)

/** `before`: minutes of what was done by then. Those of them that broke a caveat give nobody anything to pass on. */
export function refusedShare(agreement: Agreement, before: readonly Minute[], minute: Share): readonly MinuteRefusal[] {
  const members = minute.to.map(({ member }) => member)
  const unknown = strangers(agreement, [minute.of, ...members, ...minute.caveats.pass_to])
  if (unknown.length > 0) return unknown
  if (members.includes(minute.of))
    return [refuse('shared-with-itself', `\`${minute.of}\` tells itself`, 'name the members who are told')]
  const shares = sharesIn(before)
  const refusals = [
    ...broken(shares, minute),
    ...minute.to.flatMap(({ member, number }) => outOfTurn(before, minute.of, member, number)),
  ]
  return refusals.length > 0 ? refusals : quoting(shares, minute.of, members, minute.text, minute.passes_on)
}

/** What is said in other minutes may not carry what whoever says it was told with a caveat: a request is read by one, the rest by all. */
export function refusedWords(
  agreement: Agreement,
  before: readonly Minute[],
  minute: Minute,
): readonly MinuteRefusal[] {
  const shares = sharesIn(before)
  if (shares.length === 0 || !('of' in minute)) return []
  const asked = minute.does === 'answer-information' ? before.find(({ id }) => id === minute.request) : minute
  const members =
    asked?.does === 'ask-information'
      ? [minute.does === 'answer-information' ? asked.of : asked.to]
      : agreement.actors.map(({ id }) => id)
  const text = Object.values(minute)
    .filter((value) => typeof value === 'string')
    .join('\n')
  const tellers = typeof minute.of === 'string' ? [minute.of] : (minute.of ?? [])
  return tellers.flatMap((of) => quoting(shares, of, members, text, null)).slice(0, 1)
}

function sharesIn(before: readonly Minute[]): readonly Share[] {
  return before.filter((one): one is Share => one.does === 'share')
}

function broken(shares: readonly Share[], minute: Share): readonly MinuteRefusal[] {
  if (minute.passes_on === null) return []
  const told = shares.find(({ id }) => id === minute.passes_on)
  if (!told)
    return [
      refuse(
        'share-unknown',
        `nothing was shared by then as \`${minute.passes_on}\``,
        'name the share by its id, or none for what is your own',
      ),
    ]
  if (!told.to.some(({ member }) => member === minute.of))
    return [
      refuse(
        'share-of-others',
        `\`${minute.of}\` was not told what \`${told.id}\` says`,
        `it was told to ${listed(told.to.map(({ member }) => member))}`,
      ),
    ]
  const { pass_to, until, place, time } = told.caveats
  const outside = minute.to.map(({ member }) => member).filter((member) => !mayBeTold(told, member))
  const wider = minute.caveats.pass_to.filter((member) => !mayBeTold(told, member))
  return [
    ...(outside.length > 0
      ? [
          refuse(
            'caveat-to',
            `the caveat of \`${told.id}\` does not let ${listed(outside)} be told`,
            pass_to.length === 0
              ? `nobody else may be told: ask \`${told.of}\`, who shared it`
              : `it may be passed on to ${listed(pass_to)}; for others ask \`${told.of}\`, who shared it`,
          ),
        ]
      : []),
    ...(until !== null && parseInstant(minute.at)! > parseInstant(until)!
      ? [
          refuse(
            'caveat-until',
            `by the caveat of \`${told.id}\` it was to be passed on until ${until}`,
            `ask \`${told.of}\` to share it again`,
          ),
        ]
      : []),
    ...(finerPlace(placePrecision(minute), place)
      ? [
          refuse(
            'caveat-place',
            `the caveat of \`${told.id}\` lets its place be told no finer than \`${place}\``,
            'give the place less exactly, or not at all',
          ),
        ]
      : []),
    ...(finerTime(timePrecision(minute), time)
      ? [
          refuse(
            'caveat-time',
            `the caveat of \`${told.id}\` lets its time be told no finer than \`${time}\``,
            'give the time less exactly, or not at all',
          ),
        ]
      : []),
    ...(wider.length > 0 || outlives(minute, told) || looser(minute, told)
      ? [
          refuse(
            'caveat-widened',
            `those who are told now could do more with it than the caveat of \`${told.id}\` lets you do`,
            'give a caveat that is as narrow: to the same at most, no later, no finer',
          ),
        ]
      : []),
  ]
}

/** Whoever shared it and whoever was told with them know it already. */
const mayBeTold = (told: Share, member: string): boolean => knows(told, member) || told.caveats.pass_to.includes(member)

function outlives({ caveats }: Share, told: Share): boolean {
  const until = told.caveats.until
  return until !== null && (caveats.until === null || parseInstant(caveats.until)! > parseInstant(until)!)
}

const looser = ({ caveats }: Share, told: Share): boolean =>
  finerPlace(caveats.place, told.caveats.place) || finerTime(caveats.time, told.caveats.time)

/** Fewer letters than these are said by chance. */
const LETTERS = 20

/** Words that were given with a caveat, handed to others as if they were one's own. */
function quoting(
  shares: readonly Share[],
  of: string,
  members: readonly string[],
  text: string,
  passesOn: string | null,
): readonly MinuteRefusal[] {
  const words = lettersOf(text)
  const same = shares.filter((one) => lettersOf(one.text).length >= LETTERS && words.includes(lettersOf(one.text)))
  // Who said it first, or was told the same by somebody with a wider caveat, passes that on.
  const excused = same.filter((one) => one.id === passesOn || (one.of === of && one.passes_on === null))
  const told = same.find(
    (one) =>
      one.to.some(({ member }) => member === of) &&
      members.some((member) => !knows(one, member)) &&
      !excused.some((other) => lettersOf(other.text).includes(lettersOf(one.text))),
  )
  if (!told) return []
  const { pass_to } = told.caveats
  return [
    refuse(
      'caveat-unnamed',
      `these are the words of \`${told.id}\`, which \`${told.of}\` shared with a caveat`,
      `pass it on by that id, within its caveat: ${pass_to.length === 0 ? 'to nobody else' : `to ${listed(pass_to)}`}`,
    ),
  ]
}

const knows = (told: Share, member: string): boolean =>
  member === told.of || told.to.some((one) => one.member === member)

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
