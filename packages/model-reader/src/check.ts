// From what a model proposes to a claim with its exact words, or the reason why it is dropped.
import { PROPOSED, takeClaim, type Claim, type ClaimBody, type Figure } from '@trucekeeper/claims'
import type { ReportMeta } from '@trucekeeper/reading'
import { printable, shown, type DropCode, type Dropped } from './dropped.ts'
import { proposalSchema, type Proposal } from './proposal.ts'
import type { VisibleText } from './visible.ts'

export type Checked =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly code: DropCode; readonly message: string }

/** Nothing reports count is larger. */
const LARGEST_FIGURE = 1e12
const LONGEST_NAME = 200
/** What is counted, and in what: a few plain words. */
const PLAIN_WORDS = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} '’,.%/-]{0,59}$/u

/** Checks every proposal of an answer. `most`: how many are looked at. */
export function checkAll(
  offered: readonly unknown[],
  visible: VisibleText,
  meta: ReportMeta,
  most: number,
): { claims: Claim[]; dropped: Dropped[] } {
  const claims: Claim[] = []
  const dropped: Dropped[] = []
  const ids = new Set<string>()
  for (const [index, proposal] of offered.slice(0, most).entries()) {
    const checked = check(proposal, visible, meta)
    if (!checked.ok) {
      dropped.push({ index, code: checked.code, message: checked.message })
    } else if (ids.has(checked.claim.id)) {
      dropped.push({ index, code: 'proposal-repeated', message: 'it was proposed before' })
    } else {
      ids.add(checked.claim.id)
      claims.push(checked.claim)
    }
  }
  if (offered.length > most) {
    const message = `${offered.length} claims were proposed, and the first ${most} of one document are looked at`
    dropped.push({ index: most, code: 'proposals-too-many', message })
  }
  return { claims: claims.toSorted((a, b) => a.start - b.start || a.end - b.end), dropped }
}

function check(offered: unknown, visible: VisibleText, meta: ReportMeta): Checked {
  const parsed = proposalSchema.safeParse(offered)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue!.path.length === 0 ? '' : ` at ${shown(issue!.path.join('.'))}`
    return drop('proposal-malformed', `it has not the form that was asked for${where}`)
  }
  const proposal = parsed.data
  const place = placeOf(proposal, visible)
  if (!place.ok) return place
  const invented = namesIn(proposal).find((words) => !isName(words) || !visible.text.includes(words))
  if (invented !== undefined)
    return drop('proposal-invents-words', `it names ${shown(invented)}, which does not stand in the report`)
  const unsound = proposal.figures.find((figure) => !isSound(figure))
  if (unsound)
    return drop('proposal-figure-unsound', `its figure ${shown(JSON.stringify(unsound))} is none of a report`)
  const taken = takeClaim(bodyOf(proposal, place, meta), endOfPublication(meta))
  if (taken.ok) return { ok: true, claim: taken.value }
  return drop('proposal-refused', printable(taken.refusals[0]!.message))
}

function placeOf({ quote, start }: Proposal, visible: VisibleText): { ok: true; start: number; end: number } | Drop {
  if (quote.trim() === '') return drop('proposal-not-a-quote', 'it quotes nothing')
  const first = visible.text.indexOf(quote)
  if (first === -1) return drop('proposal-not-a-quote', `it quotes ${shown(quote)}, which does not stand in the report`)
  const isOnly = visible.text.indexOf(quote, first + 1) === -1
  const isTold = start !== null && Number.isSafeInteger(start) && start >= 0 && visible.text.startsWith(quote, start)
  if (!isOnly && !isTold)
    return drop(
      'proposal-quote-ambiguous',
      `${shown(quote)} stands in the report more than once, and where is not told`,
    )
  const at = isOnly ? first : start!
  const place = visible.original(at, at + quote.length)
  if (place === null) return drop('proposal-quotes-hidden-text', `something hidden stands within ${shown(quote)}`)
  return { ok: true, ...place }
}

function namesIn({ speaker, via, actor_blamed, target, victims, places, figures }: Proposal): string[] {
  const qualifiers = figures.map(({ qualifier }) => qualifier)
  return [speaker, via, actor_blamed, target, victims, ...places, ...qualifiers].filter((name) => name !== null)
}

/** A description of somebody may be long; a whole paragraph describes nobody. */
function isName(words: string): boolean {
  return words.trim() !== '' && words.length <= LONGEST_NAME
}

function isSound({ what, unit, value, low, high }: Figure): boolean {
  if (![what, unit].every((words) => PLAIN_WORDS.test(words))) return false
  const numbers = [value, low, high].filter((number) => typeof number === 'number')
  if (numbers.length === 0) return true
  if (!numbers.every((number) => number >= 0 && number <= LARGEST_FIGURE)) return false
  return typeof low !== 'number' || typeof high !== 'number' || low <= high
}

function bodyOf(proposal: Proposal, { start, end }: { start: number; end: number }, meta: ReportMeta): ClaimBody {
  const { quote, start: _, date, date_basis, ...read } = proposal
  return {
    doc: meta.doc,
    ...(meta.doc_sha256 != null && { doc_sha256: meta.doc_sha256 }),
    quote,
    start,
    end,
    ...read,
    outlet: meta.outlet,
    published: meta.published,
    date,
    date_basis: date === null ? null : date_basis,
    verification_state: PROPOSED,
  }
}

/** A report tells of nothing that happened after it was published: at its instant, or on its day wherever that ends last. */
function endOfPublication({ published }: ReportMeta): string {
  return published.includes('T') ? published : `${published}T23:59:59-12:00`
}

type Drop = Extract<Checked, { ok: false }>

function drop(code: DropCode, message: string): Drop {
  return { ok: false, code, message }
}
