// Claims as events to hold an agreement against: what `truce read --json` or `truce ledger cat` prints.
import type { Agreement } from '@trucekeeper/agreement'
import { bulkCount, isProposal, kindEntry, stanceOf, takeClaim, takeEntry, type Claim } from '@trucekeeper/claims'
import { eventsOfClaims, type Imported } from '@trucekeeper/events'
import { NO, Stop } from './terminal.ts'

type Read = Extract<Imported, { ok: true }>

/** The claims of a JSON list, or of one JSON value a line; entries of other kinds are left out, and what is malformed named. */
export function claimEvents(text: string, file: string, agreement: Agreement, now: string): Read {
  const offered = valuesIn(text, file)
  const taken: { claim: Claim; row: number }[] = []
  const refused: Read['skipped'][number][] = []
  for (const { value, row } of offered) {
    const isEntry = typeof value === 'object' && value !== null && 'type' in value && 'body' in value
    const intake = isEntry ? takeEntry(value) : takeClaim(value, now)
    if (!intake.ok) {
      refused.push(...intake.refusals.map(({ message, help }) => ({ row, column: 1, why: message, help })))
      continue
    }
    const claim = 'type' in intake.value ? (intake.value.type === 'claim' ? intake.value.body : null) : intake.value
    if (claim !== null) taken.push({ claim, row })
  }
  const read = eventsOfClaims(
    taken.map(({ claim }) => claim),
    { zone: agreement.zone, refusal, who: (words) => who(agreement, words), where: (place) => where(agreement, place) },
  )
  const skipped = read.skipped.map((one) => ({ ...one, row: taken[one.row - 1]!.row }))
  return { ...read, skipped: [...refused, ...skipped].toSorted((a, b) => a.row - b.row) }
}

function refusal(claim: Claim): { why: string; help: string } | null {
  const { family, aspect } = kindEntry(claim.kind)
  if (isProposal(claim)) return { why: 'it is only proposed', help: 'confirm it first, with truce read --review' }
  const counted = bulkCount(claim)
  if (counted !== null)
    return { why: `it counts ${counted} at once and tells of none of them`, help: 'enter claims about each of them' }
  if (claim.kind === 'casualties' || family !== 'violence' || aspect !== 'event')
    return {
      why: `\`${claim.kind}\` tells of no single act of violence`,
      help: 'nothing needs doing: only such acts are events',
    }
  const stance = stanceOf(claim)
  if (stance === 'asserts' || stance === 'admits') return null
  const says = stance === null ? 'it only wishes, threatens or plans' : `it says \`${stance}\`, not that it was done`
  return { why: says, help: 'nothing needs doing: an event needs somebody who says that it happened' }
}

/** The one whom words name: whole words, the longest name first; null where they name nobody, or several. */
function who({ actors }: Agreement, words: string): string | null {
  let text = ` ${folded(words)} `
  const found = new Map<string, string>()
  const names = actors.flatMap(({ id, names }) => names.map((name) => ({ id, name })))
  for (const { id, name } of names.toSorted((a, b) => b.name.length - a.name.length)) {
    const sought = ` ${folded(name)} `
    if (!text.includes(sought)) continue
    text = text.replaceAll(sought, ' ')
    found.set(id, name)
  }
  return found.size === 1 && !/ (or|unknown) /.test(text) ? [...found.values()][0]! : null
}

function where({ places }: Agreement, place: string): readonly [number, number] | null {
  const sought = folded(place)
  const found = places.find(({ id, name, also }) => [id, name, ...also].some((one) => folded(one) === sought))
  if (found?.geometry.type !== 'Point') return null
  const [longitude, latitude] = found.geometry.coordinates
  return [longitude, latitude]
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function valuesIn(text: string, file: string): { value: unknown; row: number }[] {
  if (text.trimStart().startsWith('[')) {
    const list = parsed(text, file)
    if (!Array.isArray(list)) throw new Stop(`\`${file}\` is no list`, 'give it what truce read --json prints', NO)
    return list.map((value: unknown, index) => ({ value, row: index + 1 }))
  }
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ value: parsed(line, `${file}:${index + 1}`), row: index + 1 }],
    )
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const help = 'give it what truce read --json or truce ledger cat prints'
    throw new Stop(`\`${place}\` is not JSON: ${(error as Error).message}`, help, NO)
  }
}
