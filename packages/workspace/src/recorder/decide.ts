// A person's decision on a proposal, as the entries it makes.
import {
  beginWalk,
  decisionEntries,
  move,
  nameClaim,
  REVIEW_FIELDS,
  type Claim,
  type Decision,
  type Entry,
  type ReviewField,
} from '@trucekeeper/claims'
import type { Known } from './known.ts'
import type { OfferedDecision, Wrong, Written } from './shapes.ts'
import { byDoor, refused, unknown } from './wrong.ts'

type Decided = { readonly ok: true; readonly entries: readonly Entry[] } | Extract<Written, { ok: false }>

/** The entries of a decision by `by`, to be entered together. `text` is that of the claim's document. */
export function decided(
  { claim: id, does, reason, corrections }: OfferedDecision,
  { known, text, by, receivedAt }: { known: Known; text: string; by: string; receivedAt: string },
): Decided {
  const claim = known.claims.get(id)
  if (!claim) return unknown('claim', `the record holds no claim \`${id}\``, 'take the id from the inbox')
  let walk = beginWalk([{ claim, text, isRecorded: true }], receivedAt)
  const wrong: Wrong[] = []
  for (const [index, { field, words }] of corrections.entries()) {
    if (!isReviewField(field)) {
      wrong.push(noField(field, `corrections.${index}.field`))
      continue
    }
    const moved = move(walk, { do: 'correct', field, words })
    if (moved.ok) walk = moved.walk
    else wrong.push(...byDoor(moved.refusals, `corrections.${index}`))
  }
  if (wrong.length > 0) return refused(...wrong)
  const last = move(walk, does === 'accept' ? { do: 'accept' } : { do: 'reject', reason: reason ?? '' })
  if (!last.ok) return refused(...byDoor(last.refusals, 'reason'))
  return { ok: true, entries: decisionEntries(again(last.decision!, known), by, receivedAt) }
}

/** A claim that was accepted once and taken back cannot stand again under the id that was withdrawn. */
function again(decision: Decision, known: Known): Decision {
  if (decision.kind === 'rejected') return decision
  const {
    verification_state: _,
    id: __,
    ...body
  } = decision.kind === 'corrected' ? decision.claim : decision.item.claim
  if (!known.withdrawn.has(nameClaim(body).id)) return decision
  const claim: Claim = nameClaim({ ...body, verification_state: 'reported' })
  const fields = decision.kind === 'corrected' ? decision.fields : []
  return { kind: 'corrected', item: decision.item, claim, fields }
}

const isReviewField = (name: string): name is ReviewField => REVIEW_FIELDS.some((field) => field === name)

function noField(name: string, path: string): Wrong {
  const help = `here fits: ${REVIEW_FIELDS.map((field) => `\`${field}\``).join(', ')}`
  return { code: 'claim-malformed', path, message: `\`${name.slice(0, 60)}\` is nothing a person corrects`, help }
}
