// What a user hands over to be entered: reports, claims or entries; all of it sound, or none of it taken.
import type { Agreement } from '@trucekeeper/agreement'
import { nameWithdrawal, takeClaim, takeEntry, type Entry, type Refusal } from '@trucekeeper/claims'
import { hasErrors, printText } from '@trucekeeper/diagnostics'
import { lexiconOfAll, readDispatches, utf8Of } from '@trucekeeper/workspace'
import { basename } from 'node:path'
import { bytesAt } from './arguments.ts'
import { NO, Stop } from './terminal.ts'

export interface IntakeOptions {
  readonly agreement: Agreement
  /** Those of the folder, whose names are known when a report is read. */
  readonly agreements: readonly Agreement[]
  /** ISO 8601 with offset. */
  readonly received: string
  readonly by: string
  readonly published: string | undefined
  readonly outlet: string | undefined
  /** Keeps the bytes of a report that is refused; says under which digest, or null where there is nowhere to keep them. */
  readonly seal: (bytes: Uint8Array) => Promise<string | null>
}

const MOST_REFUSALS = 10
const UNHARMED = 'nothing of it was entered, and what was in the record before is there still'

export async function intakeOf(
  files: readonly string[],
  options: IntakeOptions,
): Promise<{ entries: Entry[]; evidence: Uint8Array[] }> {
  const entries: Entry[] = []
  const evidence: Uint8Array[] = []
  for (const file of files) {
    const bytes = await bytesAt(file)
    if (file === '-' || /\.(json|jsonl|ndjson)$/.test(file)) {
      entries.push(...entriesIn(file, bytes, options))
      continue
    }
    entries.push(...(await reportEntries(file, bytes, options)))
    evidence.push(bytes)
  }
  return { entries, evidence }
}

export function withdrawalEntry(withdraws: string, reason: string, by: string, received: string): Entry {
  return { type: 'withdrawal', received_at: received, recorded_by: by, body: nameWithdrawal({ withdraws, reason, by }) }
}

async function reportEntries(
  file: string,
  bytes: Uint8Array,
  { agreement, agreements, received, by, published, outlet, seal }: IntakeOptions,
): Promise<Entry[]> {
  const dispatches = await readDispatches(
    bytes,
    {
      doc: basename(file),
      zone: agreement.zone,
      received,
      ...(published !== undefined && { published }),
      ...(outlet !== undefined && { outlet }),
    },
    lexiconOfAll(agreements),
  )
  if (dispatches.some(({ diagnostics }) => hasErrors(diagnostics))) {
    const said = dispatches
      .flatMap(({ diagnostics, source }) => diagnostics.map((diagnostic) => printText(diagnostic, () => source)))
      .join('\n')
    const digest = await seal(bytes)
    const sealed = digest === null ? '' : `; its bytes are kept as evidence under ${digest}`
    throw new Stop(`\`${file}\` cannot be entered\n${said}`, `${UNHARMED}${sealed}`, NO)
  }
  return dispatches.flatMap(({ entries }) => entries).map((entry) => ({ ...entry, recorded_by: by }))
}

function entriesIn(file: string, bytes: Uint8Array, options: IntakeOptions): Entry[] {
  const offered = valuesIn(file, bytes)
  const entries: Entry[] = []
  const refused: string[] = []
  for (const { value, place } of offered) {
    const taken = taking(value, options)
    // What `ledger cat` prints of another record's keys means nothing in this one.
    if (taken.ok) entries.push(...(taken.value.type === 'key' ? [] : [taken.value]))
    else refused.push(...taken.refusals.map(({ message, help }) => `${place}: ${message}\n    help: ${help}`))
  }
  if (refused.length > 0) {
    const more = refused.length > MOST_REFUSALS ? `\n  and ${refused.length - MOST_REFUSALS} more` : ''
    throw new Stop(
      `\`${file}\` cannot be entered\n  ${refused.slice(0, MOST_REFUSALS).join('\n  ')}${more}`,
      UNHARMED,
      NO,
    )
  }
  return entries
}

function taking(
  value: unknown,
  { received, by }: IntakeOptions,
): { ok: true; value: Entry } | { ok: false; refusals: readonly Refusal[] } {
  if (typeof value === 'object' && value !== null && 'type' in value && 'body' in value) return takeEntry(value)
  const claim = takeClaim(value, received)
  return claim.ok
    ? { ok: true, value: { type: 'claim', received_at: received, recorded_by: by, body: claim.value } }
    : claim
}

/** The values of a JSON array, or of one JSON value a line, each with the place a message names. */
function valuesIn(file: string, bytes: Uint8Array): { value: unknown; place: string }[] {
  const text = utf8Of(bytes)
  if (text === null) throw new Stop(`\`${file}\` is not UTF-8 text`, UNHARMED, NO)
  if (text.trim() === '')
    throw new Stop(`\`${file}\` is empty`, `give it what \`truce read --json\` prints; ${UNHARMED}`, NO)
  if (text.trimStart().startsWith('[')) {
    const list = parsed(text, file)
    if (!Array.isArray(list)) throw new Stop(`\`${file}\` is no list`, UNHARMED, NO)
    return list.map((value: unknown, index) => ({ value, place: `${file}: number ${index + 1}` }))
  }
  return text
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [{ value: parsed(line, `${file}:${index + 1}`), place: `${file}:${index + 1}` }],
    )
}

function parsed(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Stop(`\`${place}\` is not JSON: ${(error as Error).message}`, UNHARMED, NO)
  }
}
