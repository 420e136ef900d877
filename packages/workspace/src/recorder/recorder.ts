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
import type { Texts } from '../agreements.ts'
import { seesAs, type Audience } from '../seen-by.ts'
import { showsAs } from '../shown-as.ts'
import { everything } from '../seen.ts'
import { reportsBeside } from '../reports.ts'
import { tablesOf, textsOf } from './agreement-of.ts'
import { decided } from './decide.ts'
import { reviewedDocuments } from './inbox.ts'
import { knownOf, type Known } from './known.ts'
import { heldClaims, type Sights } from './offered-claims.ts'
import { heldPage, releasable, releaseEntry } from './release.ts'
import { madeAct, madeMinute, type Made } from './of-centre.ts'
import { readIn } from './take-in.ts'
import type {
  Clusters,
  Entered,
  EnteredAct,
  EnteredEntry,
  HeldPage,
  Inbox,
  InboxDocument,
  OfferedAct,
  OfferedClaims,
  OfferedDecision,
  OfferedFile,
  OfferedMinute,
  OfferedRelease,
  OfferedRuling,
  OfferedWithdrawal,
  Request,
  TakenIn,
  Written,
} from './shapes.ts'
import { RULED, unseen, WITHDRAWN } from './unseen.ts'
import { folderWriter, type Writing } from './writer.ts'
import { byLedger, heldHere, KEY_REUSED, refused, unknown, NOTHING_HELD } from './wrong.ts'

/** What can be written into a folder, and what a person needs to see to decide what. */
export interface Recorder {
  claims(request: Request, offered: OfferedClaims): Promise<Written>
  ruling(request: Request, offered: OfferedRuling): Promise<Written>
  withdrawal(request: Request, offered: OfferedWithdrawal): Promise<Written>
  /** A minute of the centre, where the agreement allows it on what those see for whom it is written. */
  minute(request: Request, offered: OfferedMinute): Promise<Written>
  /** The use of a power, where the agreement allows it, with what it changes. */
  act(request: Request, offered: OfferedAct): Promise<Written<EnteredAct>>
  /** Keeps the bytes first, then reads them; what was read is proposed, and counts for nothing yet. */
  document(request: Request, offered: OfferedFile): Promise<Written<TakenIn>>
  /** The same of a report that lies in the folder. */
  waiting(request: Request, name: string): Promise<Written<TakenIn>>
  decision(request: Request, offered: OfferedDecision): Promise<Written>
  /** As a desk sees it, as everything after it; by default all there is. */
  inbox(desk?: string | null): Promise<Inbox>
  /** By the id of the document. */
  inboxDocument(id: string, desk?: string | null): Promise<InboxDocument | null>
  clusters(desk?: string | null): Promise<Clusters>
  /** Shows what the desk holds to others. `approved` is given the text that must have been approved for the public, and throws where it was not. */
  release(request: Request, offered: OfferedRelease, approved: (text: string) => Promise<void>): Promise<Written>
  /** The text to be approved before it is released. */
  releaseText(desk: string, offered: Pick<OfferedRelease, 'releases' | 'to'>): Promise<Written<string>>
  /** What a desk holds, and to whom it has released what. */
  held(desk: string, page: { readonly after: number | null; readonly limit: number }): Promise<HeldPage>
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

/** A request as it is being done. */
interface Doing extends Sights {
  readonly ledger: Ledger
  readonly by: string
  readonly receivedAt: string
  readonly envelope: Pick<Entry, 'received_at' | 'recorded_by' | 'held_by'>
}

type Work<T> = (doing: Doing) => Promise<Written<T>>

/** A recorder over a folder with an agreement. It locks the ledger while it writes and shortly after, and begins it where there is none. */
export function folderRecorder(
  dir: string,
  { person = userInfo().username, now = Date.now, afterwards }: RecorderOptions = {},
): Recorder {
  const texts = textsOf(dir)
  const agreement = async () => (await texts()).own.agreement
  const writer = folderWriter(dir, agreement)
  const follow = followLedger(dir)
  const views = new Map<Audience | null, ReturnType<typeof knownOf>>()
  const readers = new Map<Audience, ReturnType<typeof readerOf>>()
  const reader = openDocumentReader()
  const underWay = new Map<string, Promise<unknown>>()

  /** As an audience sees it; as it is, where there are no desks. */
  async function known(audience: Audience | null, open?: Ledger): Promise<Known> {
    const view = views.get(audience) ?? knownOf(follow, audience === null ? everything : seesAs(audience))
    views.set(audience, view)
    const found = await view(open)
    if (!found.ok) throw new Error(`${found.refusal.message}: ${found.refusal.help}`)
    return found.value
  }

  /** The same without what the levels in force hide from it: for reading alone, since what is written rests on what is there. */
  async function shown(audience: Audience | null): Promise<Known> {
    if (audience === null) return known(null)
    const { view, read } = readers.get(audience) ?? readerOf(audience)
    readers.set(audience, { view, read })
    read(await texts())
    const found = await view()
    if (!found.ok) throw new Error(`${found.refusal.message}: ${found.refusal.help}`)
    return found.value
  }

  function readerOf(audience: Audience) {
    let all: Texts | null = null
    const [shows, sees] = [showsAs(audience, now), seesAs(audience)]
    const view = knownOf(follow, (entries) => sees(all === null ? [] : shows(all, entries).entries))
    return { view, read: (current: Texts) => (all = current) }
  }

  /** Does the work of a request unless it was done. Two of one key that overlap take turns. */
  async function once<T>(request: Request, work: Work<T>): Promise<Written<T>> {
    const { key, digest, by, desk = null } = request
    const author = by ?? person
    // Somebody who sits at two desks asks as two.
    const name = JSON.stringify(desk === null ? [author, key] : [author, key, desk])
    while (underWay.has(name)) await underWay.get(name)!.catch(() => undefined)
    const doing = writer.use(async (writing): Promise<Outcome<Written<T>>> => {
      const before = writing.keys.get(name)
      if (before && before.request !== digest) return { ok: true, value: KEY_REUSED }
      if (before) return { ok: true, value: { ok: true, value: before.answer as T, isRepeated: true } }
      const done = await work(await begun(request, author, writing))
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

  async function begun({ desk = null, for_desks = false }: Request, by: string, { ledger }: Writing): Promise<Doing> {
    const receivedAt = formatInstant(now(), (await agreement()).zone)
    const isHeld = desk !== null && !for_desks
    const own = await known(desk, ledger)
    return {
      ledger,
      by,
      receivedAt,
      own,
      there: desk === null || isHeld ? own : await known('desks', ledger),
      isHeld,
      envelope: { received_at: receivedAt, recorded_by: by, ...(isHeld && { held_by: desk }) },
    }
  }

  async function takeIn(doing: Doing, file: OfferedFile): Promise<Written<TakenIn>> {
    const { ledger, envelope } = doing
    const kept = await ledger.evidence.put(file.bytes)
    if (!kept.ok) return byLedger(kept.refusal)
    const { documents, notes, wrong } = await readIn(file, (await texts()).agreements, doing, reader)
    if (wrong.length > 0) return refused(...wrong)
    const entries = documents.flatMap(({ body, proposals }): Entry[] => [
      { type: 'document', ...envelope, body },
      ...proposals.map((claim): Entry => ({ type: 'claim', ...envelope, body: claim })),
    ])
    const entered = await enter(doing, entries)
    if (!entered.ok) return entered
    const told = documents.map(({ body, proposals }) => ({ doc: body.doc, id: body.id, proposals: proposals.length }))
    return { ...entered, value: { ...entered.value, sha256: kept.value, documents: told, notes } }
  }

  async function enterMade<T>(doing: Doing, made: Made<T>): Promise<Written<Entered & { readonly value: T }>> {
    if (!made.ok) return made
    if (made.bytes) {
      const kept = await doing.ledger.evidence.put(made.bytes)
      if (!kept.ok) return byLedger(kept.refusal)
    }
    const entered = await enter(doing, made.entries)
    return entered.ok ? { ...entered, value: { ...entered.value, value: made.value } } : entered
  }

  async function textOf(doc: string, there: Known): Promise<string | null> {
    return there.evidence && ((await documentIn(there.entries, there.evidence, doc))?.text ?? null)
  }

  async function waitingIn(there: Known): Promise<readonly string[]> {
    return reportsBeside(dir, new Set([...there.documents.values()].map(({ sha256 }) => sha256)))
  }

  return {
    claims: (request, offered) =>
      once(request, async (doing) => {
        const { ledger, envelope, receivedAt } = doing
        const held = await heldClaims(offered, doing, receivedAt)
        if (held.wrong.length > 0) return refused(...held.wrong)
        const entries = held.claims.map((body): Entry => ({ type: 'claim', ...envelope, body }))
        if (held.document === null) return enter(doing, entries)
        const kept = await ledger.evidence.put(held.document.bytes)
        if (!kept.ok) return byLedger(kept.refusal)
        return enter(doing, [{ type: 'document', ...envelope, body: held.document.body }, ...entries])
      }),
    ruling: (request, { does, claims, reason }) =>
      once(request, async (doing) => {
        const wrong = claims.flatMap((id, at) => unseen(doing, id, `claims.${at}`, RULED))
        if (wrong.length > 0) return refused(...wrong)
        const body = nameRuling({ does, claims: [...claims], by: doing.by, reason })
        return enter(doing, [{ type: 'ruling', ...doing.envelope, body }])
      }),
    withdrawal: (request, { withdraws, reason }) =>
      once(request, async (doing) => {
        const wrong = unseen(doing, withdraws, 'withdraws', WITHDRAWN)
        if (wrong.length > 0) return refused(...wrong)
        const body = nameWithdrawal({ withdraws, by: doing.by, reason })
        return enter(doing, [{ type: 'withdrawal', ...doing.envelope, body }])
      }),
    minute: (request, offered) =>
      once(request, async (doing) => {
        const done = await enterMade(doing, await madeMinute(offered, { ...doing, texts: await texts() }))
        return done.ok ? { ...done, value: { entries: done.value.entries } } : done
      }),
    act: (request, offered) =>
      once(request, async (doing): Promise<Written<EnteredAct>> => {
        const asking = { ...doing, texts: await texts() }
        const done = await enterMade(doing, await madeAct(offered, asking, tablesOf))
        return done.ok ? { ...done, value: { entries: done.value.entries, effect: done.value.value } } : done
      }),
    document: (request, offered) => once(request, (doing) => takeIn(doing, offered)),
    waiting: (request, name) =>
      once(request, async (doing) => {
        if (!(await waitingIn(doing.own)).includes(name))
          return unknown(
            'name',
            `no report \`${name.slice(0, 80)}\` waits in the folder`,
            'take its name from the inbox',
          )
        const bytes = await readFile(join(dir, 'reports', name))
        return takeIn(doing, { name, bytes, published: null, outlet: null })
      }),
    decision: (request, offered) =>
      once(request, async (doing) => {
        const { there, own, by, receivedAt } = doing
        if (!there.has(offered.claim) && own.has(offered.claim)) return refused(heldHere('claim', offered.claim))
        const doc = there.claims.get(offered.claim)?.doc
        const text = doc === undefined ? '' : await textOf(doc, there)
        if (text === null) return unknown('claim', `the document \`${doc}\` cannot be read`, 'hand it over again')
        const made = decided(offered, { known: there, text, by, receivedAt })
        if (!made.ok) return made
        return enter(
          doing,
          made.entries.map((entry) => ({ ...entry, ...doing.envelope }) as Entry),
        )
      }),
    release: (request, offered, approved) =>
      once(request, async (doing) => {
        const { desk = null } = request
        if (desk === null) return refused(NOTHING_HELD)
        const { own, ledger, by, receivedAt } = doing
        const seen = { desks: await known('desks', ledger), public: await known('public', ledger) }
        const made = releasable(offered, desk, own, seen)
        if (!made.ok) return refused(...made.wrong)
        if (offered.to === 'public') await approved(made.text)
        return enter(doing, [releaseEntry(offered, { by, desk, receivedAt })])
      }),
    async releaseText(desk, offered) {
      const seen = { desks: await known('desks'), public: await known('public') }
      const made = releasable(offered, desk, await known(desk), seen)
      return made.ok ? { ok: true, value: made.text, isRepeated: false } : refused(...made.wrong)
    },
    held: async (desk, page) => heldPage(await known(desk), desk, page),
    async inbox(desk = null) {
      const there = await shown(desk)
      const documents = reviewedDocuments(there).map((document) => {
        const { claims: _, ...entry } = document
        return entry
      })
      return { documents, waiting: there.evidence === null ? [] : await waitingIn(there), fields: FIELDS }
    },
    async inboxDocument(id, desk = null) {
      const there = await shown(desk)
      const found = reviewedDocuments(there).find((one) => one.id === id)
      const text = found && (await textOf(found.doc, there))
      return found && text != null ? { ...found, text } : null
    },
    async clusters(desk = null) {
      const there = await shown(desk)
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

/** Enters a batch and says where each of it stands, with the receipt that it has: the first, where it was seen before. */
async function enter({ ledger, there }: Doing, entries: readonly Entry[]): Promise<Written> {
  const seen = entries.map(({ body }) => there.logged(body.id))
  const done = await ledger.append(entries.filter((_, at) => !seen[at]))
  if (!done.ok) return byLedger(done.refusal)
  const places = new Map([...done.value.appended, ...done.value.duplicates].map(({ id, index }) => [id, index]))
  const told: EnteredEntry[] = []
  for (const [at, entry] of entries.entries()) {
    const index = seen[at]?.index ?? places.get(entry.body.id)!
    const isThere = done.value.duplicates.some(({ id }) => id === entry.body.id)
    const was = seen[at]?.entry ?? (isThere ? await entryAt(ledger, index) : null) ?? entry
    told.push({ index, type: was.type, id: entry.body.id, received_at: was.received_at, recorded_by: was.recorded_by })
  }
  return { ok: true, value: { entries: told } satisfies Entered, isRepeated: false }
}

async function entryAt(ledger: Ledger, index: number): Promise<Entry | null> {
  for await (const { entry } of ledger.entries(index, index + 1)) return entry
  return null
}
