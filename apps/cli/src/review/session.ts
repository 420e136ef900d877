// truce read --review: asks a person about each new claim and enters each answer before it asks the next.
import { beginWalk, decisionEntries, type Decision, type Entry, type Recorded } from '@trucekeeper/claims'
import { readLedger } from '@trucekeeper/ledger'
import { formatInstant } from '@trucekeeper/time'
import { ledgerFolder } from '@trucekeeper/workspace'
import { workspaceAt } from '../arguments.ts'
import { countText } from '../show/count.ts'
import { indented } from '../show/wrap.ts'
import { NO, printJson, Stop, type Terminal } from '../terminal.ts'
import { writerAt } from '../writer.ts'
import { beginDialogue, hear, promptOf } from './dialogue.ts'
import { linesOf } from './lines.ts'
import { pageOf } from './page.ts'
import { reviewItems, type ReviewSource } from './source.ts'

export interface ReviewRequest {
  /** A folder with an `agreement.md`. */
  readonly dir: string
  /** Who decides. */
  readonly by: string
  /** Milliseconds; when decisions come in. By default each when it is made. */
  readonly received?: number
  /** Also what is in the record already without a decision. */
  readonly again: boolean
  readonly json: boolean
}

/**
 * Walks a person through claims. The record is locked for each decision only, so that others can write meanwhile; to stop
 * at any time, in any way, loses nothing that was decided.
 */
export async function review(io: Terminal, request: ReviewRequest, sources: readonly ReviewSource[]): Promise<void> {
  const { agreement } = await workspaceAt(io, request.dir)
  const received = () => formatInstant(request.received ?? Date.now(), agreement.zone)
  const { items, known } = reviewItems(sources, await recordedIn(request.dir), request.again)
  const stream = request.json ? process.stderr : process.stdout
  const say = request.json ? io.notice : io.print
  if (known > 0) say(`${countText(known, 'claim')} decided on, or in the record, before`)
  let dialogue = beginDialogue(beginWalk(items, received()))
  let size: number | null = null
  const lines = linesOf(process.stdin, stream)
  try {
    let isNews = true
    while (dialogue.walk.draft !== null) {
      if (isNews) say(`\n${pageOf(io, dialogue.walk)}\n`)
      const line = await lines.ask(promptOf(dialogue))
      if (line === null) break
      const heard = hear(dialogue, line)
      if (heard.decision !== null) size = await entered(io, request, sources, heard.decision, received())
      if (heard.says !== null) say(indented(heard.says, io.width, '  '))
      ;({ dialogue, isNews } = heard)
    }
  } finally {
    lines.close()
  }
  const { counts } = dialogue.walk
  const left = items.length - dialogue.walk.at
  if (request.json) return printJson(io, { ...counts, left, size })
  const done = Object.entries(counts).map(([what, count]) => `${count} ${what}`)
  const record = size === null ? 'nothing was entered' : `the record has ${size} entries`
  io.print(indented(`\n${done.join(', ')}, ${left} left to decide; ${record}`, io.width, ''))
}

/** What the record of a folder holds; nothing where none has begun. */
async function recordedIn(dir: string): Promise<Recorded> {
  const reader = await readLedger(ledgerFolder(dir))
  if (!reader.ok && reader.refusal.code !== 'no-ledger') throw new Stop(reader.refusal.message, reader.refusal.help, NO)
  const ids = new Set<string>()
  const withdrawn = new Set<string>()
  if (reader.ok) {
    for await (const { entry } of reader.value.entries()) {
      ids.add(entry.body.id)
      if (entry.type === 'withdrawal') withdrawn.add(entry.body.withdraws)
    }
  }
  return { has: (id) => ids.has(id), isWithdrawn: (id) => withdrawn.has(id) }
}

/** Enters a decision, after the document it is about; gives the size of the record then. */
async function entered(
  io: Terminal,
  { dir, by }: ReviewRequest,
  sources: readonly ReviewSource[],
  decision: Decision,
  received: string,
): Promise<number> {
  const source = sources.find(({ claims }) => claims.includes(decision.item.claim))!
  const document: Entry = { type: 'document', received_at: received, recorded_by: by, body: source.document }
  const ledger = await writerAt(io, dir)
  try {
    const kept = await ledger.evidence.put(source.bytes)
    if (!kept.ok) throw new Stop(kept.refusal.message, kept.refusal.help, NO)
    const done = await ledger.append([document, ...decisionEntries(decision, by, received)])
    if (!done.ok)
      throw new Stop(done.refusal.message, `${done.refusal.help}; what was decided before this claim is entered`, NO)
    return ledger.size
  } finally {
    await ledger.close()
  }
}
