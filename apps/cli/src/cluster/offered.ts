// Claims as files offer them: in lists, in lines, in entries of a record; each taken under the id it came with, or refused.
import { claimBodySchema, takeClaim, takeEntry, type Claim, type Ruling } from '@trucekeeper/claims'
import type { Mention } from '@trucekeeper/corroborate'
import { foldRecord } from '@trucekeeper/ledger'
import { Stop, type Terminal } from '../terminal.ts'

interface Given {
  readonly claim: Claim
  readonly place: string
}

export const WHAT_TO_GIVE =
  'give files that `truce read --json` or `truce ledger cat` printed, reports of any kind, or folders of these'
const MOST_REFUSALS = 10
const CLAIM_FIELDS = new Set(Object.keys(claimBodySchema.shape))

/** A value that may be a claim, and the place that a message names. */
export interface Offered {
  readonly value: unknown
  readonly place: string
}

/** Of a record's entries the claims and the rulings that nobody took back; claims by themselves as they are. */
export function entriesIn(values: readonly Offered[]): { offered: Offered[]; rulings: Ruling[] } {
  const isEntry = ({ value }: Offered) =>
    typeof value === 'object' && value !== null && 'type' in value && 'body' in value
  const entries = values.filter(isEntry).flatMap(({ value }, index) => {
    const taken = takeEntry(value)
    return taken.ok ? [{ index, entry: taken.value }] : []
  })
  const { claims, rulings } = foldRecord(entries)
  const left = new Set(claims.map(({ id }) => id))
  const offered = values.flatMap((one) => {
    if (!isEntry(one)) return [one]
    const { type, body } = one.value as { type: unknown; body: { id?: string } }
    return type === 'claim' && (body.id === undefined || left.has(body.id)) ? [{ value: body, place: one.place }] : []
  })
  return { offered, rulings: [...rulings] }
}

const ONLY_CLAIMS_HAVE = ['kind', 'modality', 'speaker_side']

/** Words of documents of which nobody says what kind of claim they are, apart from what is offered as claims. */
export function mentionsIn(values: readonly Offered[]): { mentions: Mention[]; others: Offered[] } {
  const mentions: Mention[] = []
  const others: Offered[] = []
  for (const one of values) {
    const mention = mentionOf(one.value)
    if (mention === null) others.push(one)
    else mentions.push(mention)
  }
  return { mentions, others }
}

function mentionOf(value: unknown): Mention | null {
  if (typeof value !== 'object' || value === null || ONLY_CLAIMS_HAVE.some((field) => field in value)) return null
  const { id, doc, quote } = value as Record<string, unknown>
  const isText = (field: unknown): field is string => typeof field === 'string' && field.trim() !== ''
  return isText(id) && isText(doc) && isText(quote) ? { id, doc, quote } : null
}

/** The claims of an array, or of one JSON value a line. */
export function valuesIn(file: string, text: string): Offered[] {
  const whole = parsed(text)
  if (whole.ok) {
    if (!Array.isArray(whole.value)) throw new Stop(`\`${file}\` holds no list of claims`, WHAT_TO_GIVE)
    return whole.value.map((value: unknown, at) => ({ value, place: `${file}: number ${at + 1}` }))
  }
  if (text.trimStart().startsWith('[')) throw new Stop(`\`${file}\` is not JSON: ${whole.why}`, WHAT_TO_GIVE)
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    const one = parsed(line)
    if (!one.ok) throw new Stop(`\`${file}:${at + 1}\` is not JSON: ${one.why}`, WHAT_TO_GIVE)
    return [{ value: one.value, place: `${file}:${at + 1}` }]
  })
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, why: (error as Error).message }
  }
}

/**
 * Claims under the ids they came with. Fields that claims do not have are passed over: they may be a reviewer's notes.
 * Where a claim does not say when its document was published, `--published` does, or the last day its claims speak of.
 */
export function claimsOf(values: readonly Offered[], published: string | undefined, io: Terminal): Claim[] {
  const refused: string[] = []
  const given = new Map<string, Given>()
  const latest = latestDays(values.map(({ value }) => value))
  const now = new Date().toISOString()
  const strange = new Set<string>()
  for (const { value, place } of values) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      refused.push(`${place}: a claim is an object\n    help: ${WHAT_TO_GIVE}`)
      continue
    }
    const { id, ...fields } = value as Record<string, unknown>
    for (const name of Object.keys(fields)) if (!CLAIM_FIELDS.has(name)) strange.add(name)
    const body = Object.fromEntries(Object.entries(fields).filter(([name]) => CLAIM_FIELDS.has(name)))
    const day = published ?? latest.get(String(body.doc))
    if (body.published === undefined && day !== undefined) body.published = day
    const taken = takeClaim(body, now)
    if (!taken.ok) {
      refused.push(...taken.refusals.map(({ message, help }) => `${place}: ${message}\n    help: ${help}`))
      continue
    }
    const name = typeof id === 'string' && id !== '' ? id : taken.value.id
    const claim = { ...taken.value, id: name }
    const known = given.get(name)
    if (known && JSON.stringify(known.claim) !== JSON.stringify(claim))
      refused.push(
        `${place}: \`${name}\` is another claim at ${known.place}\n    help: give every claim a name of its own`,
      )
    given.set(name, { claim, place })
  }
  if (refused.length > 0) {
    const more = refused.length > MOST_REFUSALS ? `\n  and ${refused.length - MOST_REFUSALS} more` : ''
    throw new Stop(
      `these are not claims:\n  ${refused.slice(0, MOST_REFUSALS).join('\n  ')}${more}`,
      'nothing was grouped: mend or leave out what is named above',
    )
  }
  if (strange.size > 0) io.progress(`passed over: ${[...strange].join(', ')}`)
  return [...given.values()].map(({ claim }) => claim)
}

/** For each document the last day on which something is said to have happened. */
function latestDays(values: readonly unknown[]): ReadonlyMap<string, string> {
  const latest = new Map<string, string>()
  for (const value of values) {
    const { doc, date, modality } = (value ?? {}) as Record<string, unknown>
    if (typeof date !== 'string' || modality === 'planned') continue
    const day = /(\d{4}-\d{2}-\d{2})[^/]*$/.exec(date)?.[1]
    if (day !== undefined && day > (latest.get(String(doc)) ?? '')) latest.set(String(doc), day)
  }
  return latest
}
