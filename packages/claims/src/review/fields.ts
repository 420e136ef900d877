// The fields of a claim that a person may correct, as a person reads and writes them.
import { KIND_NAMES, MODALITIES, SIDES, STANCES } from '@trucekeeper/codes'
import type { Claim, ClaimBody, Figure } from '../claim.ts'
import { takeClaim } from '../intake.ts'
import type { Refusal } from '../refusal.ts'

export const REVIEW_FIELDS = [
  'quote',
  'speaker',
  'speaker_side',
  'via',
  'kind',
  'modality',
  'negated',
  'stance',
  'places',
  'date',
  'actor_blamed',
  'target',
  'victims',
  'weapon',
  'figures',
] as const
export type ReviewField = (typeof REVIEW_FIELDS)[number]

/** The values of a field that has a code list. */
export const FIELD_VALUES: Partial<Record<ReviewField, readonly string[]>> = {
  speaker_side: SIDES,
  kind: KIND_NAMES,
  modality: MODALITIES,
  negated: ['yes', 'no'],
  stance: STANCES,
}

/** How nothing is written. */
export const NOTHING = '-'
/** What a claim may leave out altogether; to empty it takes it away. */
const LEFT_OUT: ReadonlySet<ReviewField> = new Set(['stance', 'victims', 'weapon'])

/** What stands in a field, in the form in which `corrected` takes it. */
export function fieldText(claim: ClaimBody, field: ReviewField): string {
  const value = claim[field]
  if (value === null || value === undefined) return NOTHING
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (value.length === 0) return NOTHING
  return value.map((one) => (typeof one === 'string' ? one : figureText(one))).join('; ')
}

export type Corrected =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/**
 * The claim with one field as a person gives it: `-` for nothing, `yes` or `no`, several with `;` between, a figure as
 * `killed: more than 12 people`. `text` is that of the document, in which corrected words must stand.
 */
export function corrected(
  claim: Claim,
  field: ReviewField,
  words: string,
  text: string,
  receivedAt: string,
): Corrected {
  const { id: _, ...body } = claim
  const said = words.trim()
  const change = field === 'quote' ? placed(body, words, text) : valueOf(field, said)
  if (change === undefined) return { ok: false, refusals: [unreadable(field, said)] }
  const changed = { ...body, ...change, ...(field === 'date' && { date_basis: basisOf(body, said) }) }
  if (LEFT_OUT.has(field) && said === NOTHING) delete (changed as Record<string, unknown>)[field]
  const taken = takeClaim(changed, receivedAt)
  return taken.ok ? { ok: true, claim: taken.value } : taken
}

function valueOf(field: ReviewField, said: string): Record<string, unknown> | undefined {
  const items = said === NOTHING || said === '' ? [] : said.split(';').map((one) => one.trim())
  if (field === 'places') return { places: items }
  if (field === 'figures') {
    const figures = items.map(figureOf)
    return figures.includes(null) ? undefined : { figures }
  }
  if (field === 'negated') return /^(?:yes|no)$/i.test(said) ? { negated: said.toLowerCase() === 'yes' } : undefined
  if (said === '') return undefined
  return { [field]: said === NOTHING ? null : said }
}

/** Corrected words are those that stand nearest to where the claim stood. */
function placed({ start }: ClaimBody, words: string, text: string): Record<string, unknown> | undefined {
  const places: number[] = []
  if (words !== '') for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) places.push(at)
  const [nearest] = places.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start))
  return nearest === undefined ? undefined : { quote: words, start: nearest, end: nearest + words.length }
}

/** A person who gives a date knows it from more than the words that the reader saw. */
function basisOf({ date_basis }: ClaimBody, said: string): ClaimBody['date_basis'] {
  return said === NOTHING ? null : (date_basis ?? 'context')
}

function figureText({ what, value, low, high, unit, qualifier }: Figure): string {
  const range = typeof low === 'number' && typeof high === 'number' ? `${low} to ${high}` : '?'
  return `${what}: ${[qualifier, value ?? range, unit].filter((part) => part != null).join(' ')}`
}

const FIGURE =
  /^(?<what>[^:]+): *(?:(?<qualifier>\D*?) )?(?:(?<low>[\d.]+) to (?<high>[\d.]+)|(?<value>[\d.]+|\?)) (?<unit>\D.*)$/

function figureOf(said: string): Figure | null {
  const found = FIGURE.exec(said)?.groups
  if (!found) return null
  const number = (digits: string | undefined) => (digits === undefined || digits === '?' ? null : Number(digits))
  const { what, qualifier, low, high, value, unit } = found
  return {
    what: what!.trim(),
    value: number(value),
    low: number(low),
    high: number(high),
    unit: unit!.trim(),
    qualifier: qualifier ?? null,
  }
}

const FORMS: Partial<Record<ReviewField, string>> = {
  quote: 'give words that stand in the report, letter for letter',
  figures: 'write `killed: more than 12 people`, `killed: 5 to 8 people`; several with `;` between, or `-` for none',
  negated: 'write `yes` or `no`',
}

function unreadable(field: ReviewField, said: string): Refusal {
  return {
    code: 'claim-malformed',
    path: `claim.${field}`,
    message: `\`${said}\` is no ${field.replace('_', ' ')}`,
    help: FORMS[field] ?? `write its value, or \`${NOTHING}\` for none`,
  }
}
