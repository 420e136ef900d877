// What may be proposed to the others in a case, joined in, and taken back.
import type { MinuteOf } from '@trucekeeper/claims'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { listed, refuserFor, type MinuteRefusal } from '../refusal.ts'
import { comesAbout, holdersOf, isInTheSameWords, isOpen, untilOf, wordsOf, type Proposal, type Word } from './joint.ts'
import type { Running } from './open-cases.ts'

/** What has to be so when all have joined in, and may come about before. */
const MAY_COME: ReadonlySet<MinuteRefusal['code']> = new Set(['closed-unasked', 'measure-before-means'])

/** `ofDeed`: what there is against the deed itself, were it done now by all. */
export function refusedWord(
  running: Running,
  word: Word,
  ofDeed: readonly MinuteRefusal[],
  zone: string,
): readonly MinuteRefusal[] {
  const at = parseInstant(word.at)!
  const refuse = refuserFor(running.procedure)
  const holders = holdersOf(running, word)
  const standing = ofDeed.filter(({ code }) => !MAY_COME.has(code))
  if (standing.length > 0) return standing
  if (holders.length === 0)
    return [
      refuse(
        'nothing-to-join',
        'each does this alone, and nobody has to join in',
        `enter it itself, as a \`${DEED_OF[word.does]}\``,
      ),
    ]
  const against =
    word.joins === null ? refusedProposal(running, word, at, zone) : refusedJoining(running, word, at, zone)
  if (against.length > 0) return against
  return comesAbout(running, word, at) === null ? [] : ofDeed
}

const DEED_OF = { 'joint-finding': 'finding', 'joint-measure': 'measure', 'joint-closing': 'closing' } as const

function refusedProposal(running: Running, word: Word, at: Instant, zone: string): readonly MinuteRefusal[] {
  const refuse = refuserFor(running.procedure)
  const own = running.proposals.find(
    (one) => isOpen(one, at) && one.willing.has(word.of) && isInTheSameWords([one.word, word]),
  )
  if (own) return [proposedAlready(running, own, word.of)]
  const until = untilOf(running, word)
  if (until === null || at <= until) return []
  return [
    refuse(
      'proposed-too-late',
      `the time of its step passed on ${formatInstant(until, zone)}, and nobody could join in any more`,
      'propose it without a step, or enter one of your own, which counts as late',
    ),
  ]
}

function refusedJoining(running: Running, word: Word, at: Instant, zone: string): readonly MinuteRefusal[] {
  const refuse = refuserFor(running.procedure)
  const found = running.proposals.find((one) => one.word.id === word.joins)
  if (!found || found.word.does !== word.does) return [noProposal(running, word.joins!, at)]
  if (!isOpen(found, at)) return [over(running, found, zone)]
  if (found.willing.has(word.of)) return [proposedAlready(running, found, word.of)]
  if (isInTheSameWords([found.word, word])) return []
  const [asked, said] = [wordsOf(found.word), wordsOf(word)].map((one) => one as Readonly<Record<string, unknown>>)
  const unlike = Object.keys(asked!).filter((key) => JSON.stringify(asked![key]) !== JSON.stringify(said![key]))
  return [
    refuse(
      'joined-in-other-words',
      `it differs from what \`${found.word.of}\` proposed in ${listed(unlike)}`,
      'join in the words of the proposal, or answer with one of your own',
    ),
  ]
}

export function refusedTakingBack(
  running: Running,
  minute: MinuteOf<'take-back'>,
  zone: string,
): readonly MinuteRefusal[] {
  const at = parseInstant(minute.at)!
  const found = running.proposals.find((one) => one.word.id === minute.proposal)
  if (!found) return [noProposal(running, minute.proposal, at)]
  if (!isOpen(found, at)) return [over(running, found, zone)]
  if (found.willing.has(minute.of)) return []
  const standing = [...found.willing.keys()]
  return [
    refuserFor(running.procedure)(
      'taken-back-by-another',
      `\`${minute.of}\` has said nothing there that it could take back`,
      `it stands in the name of ${listed(standing)}: leave it unjoined, or answer with one of your own`,
    ),
  ]
}

function proposedAlready(running: Running, { word, holders, willing }: Proposal, who: string): MinuteRefusal {
  return refuserFor(running.procedure)(
    'proposed-already',
    `\`${who}\` stands by \`${word.id}\` already, in the same words`,
    `it waits for ${listed(holders.filter((id) => !willing.has(id)))}`,
  )
}

function noProposal(running: Running, id: string, at: Instant): MinuteRefusal {
  const open = running.proposals.filter((one) => isOpen(one, at)).map(({ word }) => word.id)
  return refuserFor(running.procedure)(
    'proposal-unknown',
    `nothing was proposed by then in \`${running.opening.case}\` as \`${id}\``,
    open.length === 0 ? 'nothing waits to be joined in: propose it' : `what waits to be joined in: ${listed(open)}`,
  )
}

const ENDED = {
  joined: 'all have joined in',
  taken_back: 'it was taken back',
  replaced: 'another took its place',
  answered: 'it was answered otherwise',
} as const

function over(running: Running, { word, ended, until }: Proposal, zone: string): MinuteRefusal {
  const why = ended
    ? `${ENDED[ended.how]} on ${ended.by.at}`
    : `the time of its step passed on ${formatInstant(until!, zone)}`
  return refuserFor(running.procedure)(
    'proposal-over',
    `\`${word.id}\` waits for nobody any more: ${why}`,
    ended?.how === 'joined'
      ? 'it is done; propose another where it has changed'
      : 'propose it anew, or enter one of your own',
  )
}
