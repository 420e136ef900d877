// Writing into the record of a folder on behalf of people: each request once, under its key, whatever is cut off between.
import { userInfo } from 'node:os'
import { FIELD_VALUES, nameRuling, nameWithdrawal, REVIEW_FIELDS, type Entry } from '@trucekeeper/claims'
import { duplicatesOf, mattersOf, type TextDocument } from '@trucekeeper/corroborate'
import { openDocumentReader } from '@trucekeeper/documents'
import type { Ledger } from '@trucekeeper/ledger'
import { formatInstant } from '@trucekeeper/time'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { followLedger } from '../follow-ledger.ts'
import { documentIn, type Outcome } from '../record.ts'
import { reportsBeside } from '../reports.ts'
import { agreementOf } from './agreement-of.ts'
import { decided } from './decide.ts'
import { reviewedDocuments } from './inbox.ts'
import { knownOf, type Known } from './known.ts'
import { heldClaims } from './offered-claims.ts'
import { readIn } from './take-in.ts'
import type {
  Clusters,
  Entered,
  EnteredEntry,
  Inbox,
  InboxDocument,
  OfferedClaims,
  OfferedDecision,
  OfferedFile,
  OfferedRuling,
  OfferedWithdrawal,
  Request,
  TakenIn,
  Written,
} from './shapes.ts'
import { folderWriter, type Writing } from './writer.ts'
import { byLedger, KEY_REUSED, refused, unknown } from './wrong.ts'

/** What can be written into a folder, and what a person needs to see to decide what. */
export interface Recorder {
  claims(request: Request, offered: OfferedClaims): Promise<Written>
  ruling(request: Request, offered: OfferedRuling): Promise<Written>
  withdrawal(request: Request, offered: OfferedWithdrawal): Promise<Written>
  /** Keeps the bytes first, then reads them; what was read is proposed, and counts for nothing yet. */
  document(request: Request, offered: OfferedFile): Promise<Written<TakenIn>>
  /** The same of a report that lies in the folder. */
  waiting(request: Request, name: string): Promise<Written<TakenIn>>
  decision(request: Request, offered: OfferedDecision): Promise<Written>
  inbox(): Promise<Inbox>
  /** By the id of the document. */
  inboxDocument(id: string): Promise<InboxDocument | null>
  clusters(): Promise<Clusters>
  /** Waits for what is under way and gives the ledger back. */
  close(): Promise<void>
}

export interface RecorderOptions {
  /** Who writes where nobody signs in: by default whoever runs this. */
  readonly person?: string
  /** By default this machine's clock. */
  readonly now?: () => number
  /** Waited for once something was written and is safe, before that is answered: whoever reads next shall find it. */
  readonly afterwards?: () => Promise<void>
}

const FIELDS = REVIEW_FIELDS.map((name) => ({ name, values: FIELD_VALUES[name] ?? null }))

type Work<T> = (writing: Writing, by: string, receivedAt: string) => Promise<Written<T>>

/** A recorder over a folder with an agreement. It locks the ledger while it writes and shortly after, and begins it where there is none. */
export function folderRecorder(
  dir: string,
  { person = userInfo().username, now = Date.now, afterwards }: RecorderOptions = {},
): Recorder {
  const agreement = agreementOf(dir)
  const writer = folderWriter(dir, agreement)
  const knownNow = knownOf(followLedger(dir))
  const reader = openDocumentReader()
  const underWay = new Map<string, Promise<unknown>>()

  async function known(open?: Ledger): Promise<Known> {
    const found = await knownNow(open)
    if (!found.ok) throw new Error(`${found.refusal.message}: ${found.refusal.help}`)
    return found.value
  }

  /** Does the work of a request unless it was done. Two of one key that overlap take turns. */
  async function once<T>({ key, digest, by }: Request, work: Work<T>): Promise<Written<T>> {
    const author = by ?? person
    const name = JSON.stringify([author, key])
    while (underWay.has(name)) await underWay.get(name)!.catch(() => undefined)
    const doing = writer.use(async (writing): Promise<Outcome<Written<T>>> => {
      const before = writing.keys.get(name)
      if (before && before.request !== digest) return { ok: true, value: KEY_REUSED }
      if (before) return { ok: true, value: { ok: true, value: before.answer as T, isRepeated: true } }
      const receivedAt = formatInstant(now(), (await agreement()).zone)
      const done = await work(writing, author, receivedAt)
      if (done.ok) await writing.keys.keep(name, { request: digest, answer: done.value })
      return { ok: true, value: done }
    })
    underWay.set(name, doing)
    try {
      const outcome = await doing
      if (outcome.ok && outcome.value.ok) await afterwards?.().catch(() => undefined)
      return outcome.ok ? outcome.value : byLedger(outcome.refusal)
    } finally {
      underWay.delete(name)
    }
  }

  async function takeIn(
    { ledger }: Writing,
    file: OfferedFile,
    by: string,
    receivedAt: string,
  ): Promise<Written<TakenIn>> {
    const kept = await ledger.evidence.put(file.bytes)
    if (!kept.ok) return byLedger(kept.refusal)
    const { documents, notes, wrong } = await readIn(file, await agreement(), await known(ledger), reader)
    if (wrong.length > 0) return refused(...wrong)
    const envelope = { received_at: receivedAt, recorded_by: by }
    const entries = documents.flatMap(({ body, proposals }): Entry[] => [
      { type: 'document', ...envelope, body },
      ...proposals.map((claim): Entry => ({ type: 'claim', ...envelope, body: claim })),
    ])
    const entered = await enter(ledger, entries)
    if (!entered.ok) return entered
    const told = documents.map(({ body, proposals }) => ({ doc: body.doc, id: body.id, proposals: proposals.length }))
    return { ...entered, value: { ...entered.value, sha256: kept.value, documents: told, notes } }
  }

  async function textOf(doc: string, there: Known): Promise<string | null> {
    return there.evidence && ((await documentIn(there.entries, there.evidence, doc))?.text ?? null)
  }

  async function waitingIn(there: Known): Promise<readonly string[]> {
    return reportsBeside(dir, new Set([...there.documents.values()].map(({ sha256 }) => sha256)))
  }

  return {
    claims: (request, offered) =>
      once(request, async ({ ledger }, by, receivedAt) => {
        const held = await heldClaims(offered, await known(ledger), receivedAt)
        if (held.wrong.length > 0) return refused(...held.wrong)
        const envelope = { received_at: receivedAt, recorded_by: by }
        const entries = held.claims.map((body): Entry => ({ type: 'claim', ...envelope, body }))
        if (held.document === null) return enter(ledger, entries)
        const kept = await ledger.evidence.put(held.document.bytes)
        if (!kept.ok) return byLedger(kept.refusal)
        return enter(ledger, [{ type: 'document', ...envelope, body: held.document.body }, ...entries])
      }),
    ruling: (request, { does, claims, reason }) =>
      once(request, async ({ ledger }, by, receivedAt) => {
        const body = nameRuling({ does, claims: [...claims], by, reason })
        return enter(ledger, [{ type: 'ruling', received_at: receivedAt, recorded_by: by, body }])
      }),
    withdrawal: (request, { withdraws, reason }) =>
      once(request, async ({ ledger }, by, receivedAt) => {
        const body = nameWithdrawal({ withdraws, by, reason })
        return enter(ledger, [{ type: 'withdrawal', received_at: receivedAt, recorded_by: by, body }])
      }),
    document: (request, offered) =>
      once(request, (writing, by, receivedAt) => takeIn(writing, offered, by, receivedAt)),
    waiting: (request, name) =>
      once(request, async (writing, by, receivedAt) => {
        if (!(await waitingIn(await known(writing.ledger))).includes(name))
          return unknown(
            'name',
            `no report \`${name.slice(0, 80)}\` waits in the folder`,
            'take its name from the inbox',
          )
        const bytes = await readFile(join(dir, 'reports', name))
        return takeIn(writing, { name, bytes, published: null, outlet: null }, by, receivedAt)
      }),
    decision: (request, offered) =>
      once(request, async ({ ledger }, by, receivedAt) => {
        const there = await known(ledger)
        const doc = there.claims.get(offered.claim)?.doc
        const text = doc === undefined ? '' : await textOf(doc, there)
        if (text === null) return unknown('claim', `the document \`${doc}\` cannot be read`, 'hand it over again')
        const made = decided(offered, { known: there, text, by, receivedAt })
        return made.ok ? enter(ledger, made.entries) : made
      }),
    async inbox() {
      const there = await known()
      const documents = reviewedDocuments(there).map((document) => {
        const { claims: _, ...entry } = document
        return entry
      })
      return { documents, waiting: there.evidence === null ? [] : await waitingIn(there), fields: FIELDS }
    },
    async inboxDocument(id) {
      const there = await known()
      const found = reviewedDocuments(there).find((one) => one.id === id)
      const text = found && (await textOf(found.doc, there))
      return found && text != null ? { ...found, text } : null
    },
    async clusters() {
      const there = await known()
      const claims = [...there.claims.values()].filter(
        ({ id, verification_state }) => !there.withdrawn.has(id) && verification_state !== 'pending_verification',
      )
      const documents: TextDocument[] = []
      for (const { doc } of there.documents.values()) {
        const text = await textOf(doc, there)
        if (text !== null) documents.push({ doc, text })
      }
      const { zone } = await agreement()
      const { matters, keptApart } = mattersOf(claims, { zone, documents, rulings: there.rulings })
      return {
        matters,
        kept_apart: keptApart,
        duplicates: duplicatesOf(documents),
        claims: Object.fromEntries(claims.map((claim) => [claim.id, claim])),
        rulings: there.rulings,
      }
    },
    async close() {
      await Promise.allSettled(underWay.values())
      reader.close()
      await writer.close()
    },
  }
}

/** Enters a batch and says where each of it stands, with the receipt that it has: the first, where it was there before. */
async function enter(ledger: Ledger, entries: readonly Entry[]): Promise<Written> {
  const done = await ledger.append(entries)
  if (!done.ok) return byLedger(done.refusal)
  const places = new Map([...done.value.appended, ...done.value.duplicates].map(({ id, index }) => [id, index]))
  const there: EnteredEntry[] = []
  for (const entry of entries) {
    const index = places.get(entry.body.id)!
    const was = done.value.duplicates.some(({ id }) => id === entry.body.id) ? await entryAt(ledger, index) : entry
    const { type, received_at, recorded_by } = was ?? entry
    there.push({ index, type, id: entry.body.id, received_at, recorded_by })
  }
  return { ok: true, value: { entries: there } satisfies Entered, isRepeated: false }
}

async function entryAt(ledger: Ledger, index: number): Promise<Entry | null> {
  for await (const { entry } of ledger.entries(index, index + 1)) return entry
  return null
}
