// What is done in a case only by several together: proposed by one, joined in by the others, and what became of each proposal.
import { canonicalText, joining, type Minute, type MinuteOf } from '@trucekeeper/claims'
import { formatInstant, parseInstant, type Instant } from '@trucekeeper/time'
import { DEEDS } from '../record.ts'
import type { CaseProposal, ProposedWords } from './case.ts'
import type { Running } from './open-cases.ts'

/** One's word to it: a proposal, or the joining in one. */
export type Word = MinuteOf<'joint-finding' | 'joint-measure' | 'joint-closing'>
/** What has been done once all have joined in. */
export type Deed = MinuteOf<'case-finding' | 'case-measure' | 'close-case'>

export interface Proposal {
  readonly word: Word
  /** Those who do it only together. */
  readonly holders: readonly string[]
  /** The last instant at which it can be joined in; null until the case is closed. */
  readonly until: Instant | null
  /** The last word of each who stands by it. */
  readonly willing: Map<string, Word>
  ended: { readonly how: 'joined' | 'taken_back' | 'replaced' | 'answered'; readonly by: Minute } | null
}

/** What it comes to once all those have joined in. */
export function deedOf(word: Word, of: readonly string[]): Deed {
  const { joins: _, ...rest } = word
  // The fields of a word are those of its deed; the compiler does not follow that through the union.
  return { ...rest, does: DEEDS[word.does], of: [...of] } as unknown as Deed
}

/** Who has to join in; none where one alone may do it, or where the procedure has no such step. */
export function holdersOf({ assessors, procedure }: Running, word: Word): readonly string[] {
  if (word.does === 'joint-finding') return assessors.length > 1 ? assessors : []
  const step = word.does === 'joint-measure' && word.step !== null ? procedure.steps[word.step - 1] : null
  const group = step ? step.actor : step === null ? procedure.decides : undefined
  const isJoint = step ? group?.how === 'jointly' : group?.how !== 'any'
  const who = isJoint ? (group?.who.map(({ id }) => id) ?? []) : []
  return who.length > 1 ? who : []
}

/** Until the step that it is of is due, where that has a time. */
export function untilOf({ steps }: Running, word: Word): Instant | null {
  const step = word.does === 'joint-closing' ? null : word.step
  return step === null ? null : (steps[step - 1]?.due ?? null)
}

export function isOpen({ ended, until }: Proposal, at: Instant): boolean {
  return ended === null && (until === null || at <= until)
}

/** Everything that is agreed on with it, in one form. */
export function wordsOf(word: Word): ProposedWords {
  const { id: _id, at: _at, case: _case, of: _of, joins: _joins, ...words } = word
  return words
}

export function isInTheSameWords(words: readonly Word[]): boolean {
  return new Set(words.map(textOf)).size <= 1
}

function textOf(word: Word): string {
  const words = wordsOf(word)
  return canonicalText('claims' in words ? { ...words, claims: words.claims.toSorted() } : words)
}

/** What a word leads to, before it is taken in: the proposals by which it comes about, or null while others are waited for. */
export function comesAbout(running: Running, word: Word, at: Instant): readonly Proposal[] | null {
  return joined(running, word, at).together
}

function joined(running: Running, word: Word, at: Instant) {
  const holders = holdersOf(running, word)
  const open = running.proposals.filter((one) => topicOf(one.word) === topicOf(word) && isOpen(one, at))
  const pending = new Map(open.flatMap((one) => [...one.willing.keys()].map((id) => [id, one] as const)))
  const own: Proposal = { word, holders, until: untilOf(running, word), willing: new Map(), ended: null }
  const target = open.find((one) => one.word.id === word.joins) ?? own
  const isSame = (all: readonly Proposal[]) => isInTheSameWords(all.map((one) => one.word))
  return { open, target, together: joining(holders, pending, [word.of], target, isSame).together }
}

/** Proposals of one topic stand against each other: a holder stands by one of them. */
function topicOf(word: Word): string {
  return word.does === 'joint-measure' ? `${word.does} ${word.step}` : word.does
}

/** Takes in a word that the rules let through; gives what has been done by it, if that completes it. */
export function takeWord(running: Running, word: Word): Deed | null {
  const { open, target, together } = joined(running, word, parseInstant(word.at)!)
  if (target.word === word) running.proposals.push(target)
  for (const one of open) if (one !== target) leave(one, word.of, 'replaced', word)
  target.willing.set(word.of, word)
  if (together === null) return null
  for (const one of together) one.ended = { how: 'joined', by: word }
  return deedOf(word, target.holders)
}

export function takeBack({ proposals }: Running, minute: MinuteOf<'take-back'>): void {
  const found = proposals.find(({ word }) => word.id === minute.proposal)
  if (found) leave(found, minute.of, 'taken_back', minute)
}

/** It stands while anybody stands by it. */
function leave(proposal: Proposal, who: string, how: 'replaced' | 'taken_back', by: Minute): void {
  if (!proposal.willing.delete(who) || proposal.willing.size > 0) return
  proposal.ended = { how, by }
}

/** What is found otherwise, taken by all or closed leaves nothing to join in. */
export function answer({ proposals }: Running, deed: Deed): void {
  const at = parseInstant(deed.at)!
  for (const one of proposals)
    if (isOpen(one, at) && isAnswered(one.word, deed)) one.ended = { how: 'answered', by: deed }
}

function isAnswered(word: Word, deed: Deed): boolean {
  if (deed.does === 'close-case') return true
  if (deed.does === 'case-measure') return word.does === 'joint-measure' && word.step === deed.step
  return (
    word.does === 'joint-finding' && (deed.of.length > 1 || deed.finding !== word.finding || deed.actor !== word.actor)
  )
}

/** A proposal as it stands at an instant. */
export function proposalAt(proposal: Proposal, at: Instant, zone: string): CaseProposal {
  const { word, until, ended, holders, willing } = proposal
  const open = isOpen(proposal, at)
  return {
    minute: word.id,
    of: word.of,
    at: word.at,
    what: wordsOf(word),
    state: open ? 'open' : (ended?.how ?? 'lapsed'),
    until: until === null ? null : formatInstant(until, zone),
    joined: [...willing.values()].flatMap(({ id, of, at: when }) =>
      id === word.id ? [] : [{ of, at: when, minute: id }],
    ),
    wanted: open ? holders.filter((id) => !willing.has(id)) : [],
    ended: ended && { at: ended.by.at, minute: ended.by.id, of: 'of' in ended.by ? [ended.by.of ?? []].flat() : [] },
  }
}
