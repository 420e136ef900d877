// The service: takes what people do one after the other, writes it down, and only then answers.
import { randomBytes } from 'node:crypto'
import { PROTECTED_OBJECTS } from '@trucekeeper/codes'
import type { CivilDay, Instant } from '@trucekeeper/time'
import { Attempts } from './attempts.ts'
import { Counted, overBudget, type CellAnswer } from './answer.ts'
import { DESKS, type Deed, type Entry, type LonLat, type Person, type ProtectedKind } from './entries.ts'
import { AT_A_PAGE, Known } from './known.ts'
import { drawnMarkKey, markOf } from './marks.ts'
import { logOf, overviewOf, type EntrySeen } from './log.ts'
import { mayConsent, mayShow, openRequests } from './points.ts'
import { DAY, dayBounds, periodOf, POLICY, type Policy } from './policy.ts'
import { isDay, readQuestion } from './question.ts'
import { areCells, hasOnly, isDrawn, isName, isPlace, isSaid } from './given.ts'
import { atDesk, type AtDesk } from './at-desk.ts'
import type { EntryStore } from './record/sealed-file.ts'
import {
  given,
  LOOKS_LIKE,
  MALFORMED,
  NO_ACCESS,
  NOT_ASKED,
  TOO_MANY,
  TOO_OFTEN,
  type Refusal,
  type Result,
} from './refusal.ts'

export interface Reply {
  /** The entry that was written before this was given. */
  readonly question: string
  /** The answers hold until this day ends (UTC). */
  readonly until: CivilDay
  /** Each line with its own mark: what is seen elsewhere can be traced to whom it was shown. */
  readonly lines: readonly (CellAnswer & { readonly mark: string })[]
  readonly note: string
}

export interface ShownPoint {
  readonly site: string
  readonly kind: ProtectedKind
  readonly place: LonLat
  readonly mark: string
  readonly until: Instant
}

export interface TracedLine {
  readonly organisation: string
  readonly person: string
  readonly at: Instant
  /** The cell it was about, or the site whose point was shown. */
  readonly of: string
}

const NOTE = 'What is not registered and verified is protected all the same: `none known` is no permission.'
const EXAMPLE_NOTE = `Everything here is made up. ${NOTE}`
const HOUR_MS = 3_600_000
const POINT_FIELDS = ['site', 'purpose', 'from', 'to']
const MOVEMENT_FIELDS = ['cells', 'first_day', 'last_day', 'vehicles']

/** `now` gives milliseconds since 1970; time never goes back here, whatever the clock does. */
export class Protection {
  readonly policy: Policy
  readonly #store: EntryStore
  readonly #known: Known
  readonly #counted: Counted
  readonly #attempts: Attempts
  readonly #now: () => Instant
  #last: Instant
  #queue: Promise<unknown> = Promise.resolve()

  private constructor(store: EntryStore, now: () => Instant, policy: Policy) {
    this.policy = policy
    this.#store = store
    this.#now = now
    this.#known = new Known(policy)
    this.#counted = new Counted(this.#known, policy)
    for (const entry of store.entries) this.#known.take(entry)
    this.#attempts = new Attempts(policy, store.entries)
    this.#last = store.entries.at(-1)?.at ?? 0
  }

  /** `example` begins one in which everything is made up, and which says so for good. */
  static async over(
    store: EntryStore,
    now: () => Instant,
    policy: Policy = POLICY,
    { example = false }: { readonly example?: boolean } = {},
  ): Promise<Result<Protection>> {
    const service = new Protection(store, now, policy)
    if (service.#known.markKey !== null) return given(service)
    const made = example ? ({ example } as const) : {}
    const failed = await service.#write(null, { does: 'begin', mark_key: drawnMarkKey(), ...made })
    return failed ? { ok: false, refusal: failed } : given(service)
  }

  /** Lets a person in. An id is never given to another. Done by whoever runs the service. */
  enrol(person: Person): Promise<Result<Person>> {
    return this.#inTurn(async () => {
      const wellFormed =
        isName(person.id) &&
        isName(person.organisation) &&
        DESKS.includes(person.desk) &&
        (person.called === undefined || isSaid(person.called)) &&
        !this.#known.people.has(person.id)
      if (!wellFormed) return this.#refuse('enrol', null, MALFORMED)
      if (this.#known.hasLike(person)) return this.#refuse('enrol', null, LOOKS_LIKE)
      return this.#done(null, { does: 'enrol', person }, person)
    })
  }

  /** Whether somebody was let in for that organisation. */
  isOf(person: string, organisation: string): boolean {
    return this.#known.people.get(person)?.organisation === organisation
  }

  /** Goes on from a copy that is older than what was seen, with as much of each budget spent as could have been since. */
  acceptCopy(reason: string): Promise<Result<number>> {
    return this.#inTurn(async () => {
      const { seen } = this.#store
      if (seen === undefined) return this.#refuse('accept_copy', null, MALFORMED)
      // Until it is accepted nothing is written after it, and no refusal either.
      if (!isSaid(reason)) return MALFORMED
      return this.#done(null, { does: 'accept_copy', reason, seen }, seen)
    })
  }

  /** Takes access from an organisation, for good. */
  revoke(organisation: string, reason: string): Promise<Result<string>> {
    return this.#inTurn(async () => {
      if (!isName(organisation) || !isSaid(reason)) return this.#refuse('revoke', null, MALFORMED)
      return this.#done(null, { does: 'revoke', organisation, reason }, organisation)
    })
  }

  /** A site, by its owner. It counts once two people of different organisations verified it. Gives its id. */
  register(by: string, site: { readonly kind: ProtectedKind; readonly place: LonLat }): Promise<Result<string>> {
    return this.#as('register', by, async (who) => {
      if (who.desk !== 'owner') return NO_ACCESS
      if (!hasOnly(site, ['kind', 'place']) || !isPlace(site.place) || !PROTECTED_OBJECTS.includes(site.kind))
        return MALFORMED
      const [lon, lat] = site.place
      const id = drawnId('site')
      return this.#done(by, { does: 'register', site: id, kind: site.kind, place: [lon, lat] }, id)
    })
  }

  verify(by: string, site: string): Promise<Result<string>> {
    return this.#as('verify', by, async (who) => {
      const known = this.#known.sites.get(site)
      const may = (who.desk === 'owner' || who.desk === 'guarantor') && known && known.registeredBy !== by
      return may ? this.#done(by, { does: 'verify', site }, site) : NO_ACCESS
    })
  }

  /** A report that a site is gone. It goes on counting until its owner and a second organisation say so. */
  sayGone(by: string, site: string, reason: string): Promise<Result<string>> {
    return this.#as('say_gone', by, async (who) => {
      if (who.desk !== 'owner' && who.desk !== 'guarantor') return NO_ACCESS
      // First what was said: a refusal of it must not tell whether there is the site.
      if (!isSaid(reason)) return MALFORMED
      return this.#known.sites.has(site) ? this.#done(by, { does: 'say_gone', site, reason }, site) : NO_ACCESS
    })
  }

  /** A humanitarian movement, by the cells it crosses. It counts once somebody of another organisation confirms it. */
  notifyMovement(
    by: string,
    movement: {
      readonly cells: readonly string[]
      readonly first_day: CivilDay
      readonly last_day: CivilDay
      readonly vehicles: number
    },
  ): Promise<Result<string>> {
    return this.#as('notify_movement', by, async (who) => {
      if (who.desk !== 'owner') return NO_ACCESS
      if (!hasOnly(movement, MOVEMENT_FIELDS)) return MALFORMED
      const { cells, first_day, last_day, vehicles } = movement
      const days = isDay(first_day) && isDay(last_day) && first_day <= last_day
      const whole = Number.isSafeInteger(vehicles) && vehicles > 0
      const { movement_cells, movement_days } = this.policy
      if (!days || !whole || !areCells(cells) || cells.length > movement_cells) return MALFORMED
      if (dayBounds(last_day)[1] - dayBounds(first_day)[0] > movement_days * DAY) return MALFORMED
      const id = drawnId('move')
      return this.#done(by, { does: 'notify_movement', movement: id, cells, first_day, last_day, vehicles }, id)
    })
  }

  confirmMovement(by: string, movement: string): Promise<Result<string>> {
    return this.#as('confirm_movement', by, async (who) => {
      const known = this.#known.movements.get(movement)
      const may = (who.desk === 'owner' || who.desk === 'guarantor') && known && known.owner !== who.organisation
      return may ? this.#done(by, { does: 'confirm_movement', movement }, movement) : NO_ACCESS
    })
  }

  /** `{ cells, first_day, last_day }`, and nothing else. The question is on the disk before this answers. */
  ask(by: string, question: unknown): Promise<Result<Reply>> {
    return this.#as('ask', by, async (who, at) => {
      const period = periodOf(at, this.policy)
      const read = readQuestion(question, who.desk, period, this.policy)
      if (!read.ok) return read
      const over = overBudget(this.#known, who, read.value, at, this.policy)
      if (over) return { ok: false, refusal: over }
      const id = drawnId('ask')
      const failed = await this.#write(by, { does: 'ask', id, organisation: who.organisation, ...read.value }, at)
      if (failed) return { ok: false, refusal: failed }
      const answers = this.#counted.answers(read.value, at)
      const lines = answers.map((answer) => ({ ...answer, mark: markOf(this.#known.markKey!, id, answer.cell) }))
      return given({ question: id, until: period.last, lines, note: this.#known.isExample ? EXAMPLE_NOTE : NOTE })
    })
  }

  /** Asks to see one exact point, for oneself. Gives the id by which others consent. */
  requestPoint(
    by: string,
    asked: { readonly site: string; readonly purpose: string; readonly from: Instant; readonly to: Instant },
  ): Promise<Result<string>> {
    return this.#as('request_point', by, async (who, at) => {
      if (who.desk === 'public') return NO_ACCESS
      if (!hasOnly(asked, POINT_FIELDS)) return MALFORMED
      const { site, purpose, from, to } = asked
      const { point_hours, point_days_ahead } = this.policy
      const instants = Number.isSafeInteger(from) && Number.isSafeInteger(to)
      const lasts = to > from && to > at && to - from <= point_hours * HOUR_MS && from - at <= point_days_ahead * DAY
      if (!instants || !lasts || !isSaid(purpose) || !isDrawn(site)) return MALFORMED
      if (openRequests(this.#known, who.organisation, at) >= this.policy.points_open) return TOO_MANY
      // Asking about a site that is not there is taken down like any other: the difference would tell which there are.
      const id = drawnId('point')
      return this.#done(by, { does: 'request_point', request: id, site, purpose, from, to }, id)
    })
  }

  consent(by: string, request: string): Promise<Result<string>> {
    return this.#as('consent', by, async (who, at) => {
      const known = this.#known.requests.get(request)
      const waits = known && known.to > at && !known.consents.has(by)
      const may = waits && mayConsent(this.#known, known, who)
      return may ? this.#done(by, { does: 'consent', request }, request) : NO_ACCESS
    })
  }

  /** The point, within its window, to the person named alone; each look is an entry before it is given. */
  showPoint(by: string, request: string): Promise<Result<ShownPoint>> {
    return this.#as('show_point', by, async (who, at) => {
      const known = this.#known.requests.get(request)
      const site = known && this.#known.sites.get(known.site)
      if (!site || !mayShow(this.#known, known, who, at)) return NO_ACCESS
      const mark = markOf(this.#known.markKey!, request, site.id)
      const { id, kind, place } = site
      return this.#done(by, { does: 'show_point', request }, { site: id, kind, place, mark, until: known.to })
    })
  }

  /** Whose answer a line with this mark was. Done by whoever runs the service. */
  trace(mark: string): Promise<Result<TracedLine | null>> {
    return this.#inTurn(async () => {
      const key = this.#known.markKey!
      const found = this.#store.entries.flatMap((entry): TracedLine[] => {
        if (entry.does !== 'ask' && entry.does !== 'show_point') return []
        const { at, by } = entry
        const shown = entry.does === 'ask' ? entry.cells : [this.#known.requests.get(entry.request)!.site]
        const of = shown.find((one) => markOf(key, entry.does === 'ask' ? entry.id : entry.request, one) === mark)
        const organisation = this.#known.people.get(by!)!.organisation
        return of === undefined ? [] : [{ organisation, person: by!, at, of }]
      })
      return this.#done(null, { does: 'trace', mark }, found[0] ?? null)
    })
  }

  /** What one person has before them: what is left to ask, what their organisation asked, and points to consent to. */
  atDesk(by: string): Promise<Result<AtDesk>> {
    return this.#inTurn(async () => {
      const who = this.#known.admitted(by)
      if (!who) return this.#refuse('at_desk', by, NO_ACCESS)
      return given(atDesk(this.#known, this.#store.entries, who, this.#time(), this.policy))
    })
  }

  /** Takes down that something came which is nothing that can be asked, and refuses it. */
  unread(by: string): Promise<Result<never>> {
    return this.#inTurn(() => this.#refuse('unread', by, this.#known.admitted(by) ? NOT_ASKED : NO_ACCESS))
  }

  /** What concerns one organisation, for it to check: what it asked, who saw its points, never what others registered. */
  log(by: string): Promise<Result<readonly Entry[]>> {
    return this.#inTurn(async () => {
      const who = this.#known.admitted(by)
      if (!who) return this.#refuse('log', by, NO_ACCESS)
      return given(logOf(this.#known, this.#store.entries, who))
    })
  }

  /** All entries, without what any was about. Done by whoever runs the service, and an entry itself. */
  overview(): Promise<Result<readonly EntrySeen[]>> {
    return this.#inTurn(async () => {
      const failed = await this.#write(null, { does: 'overview' })
      return failed ? { ok: false, refusal: failed } : given(overviewOf(this.#known, this.#store.entries))
    })
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      for (const [organisation, times] of this.#attempts.left())
        await this.#write(null, { does: 'refuse', tried: 'more', code: 'no-access', organisation, times })
    })
    await this.#store.close()
  }

  /** Whatever is not done leaves an entry too; where that cannot be written, this alone is said. */
  #as<T>(tried: string, by: string, work: (who: Person, at: Instant) => Promise<Result<T>>): Promise<Result<T>> {
    return this.#inTurn(async () => {
      const who = this.#known.admitted(by)
      const result = who ? await this.#often(tried, who, work) : NO_ACCESS
      return result.ok || result.refusal.code === 'not-recorded' ? result : this.#refuse(tried, by, result)
    })
  }

  async #often<T>(tried: string, who: Person, work: (who: Person, at: Instant) => Promise<Result<T>>) {
    const at = this.#time()
    const isTooOften = this.#known.doingsOn(who.organisation, at) >= this.policy.doings_per_day
    return AT_A_PAGE.has(tried) && isTooOften ? TOO_OFTEN : work(who, at)
  }

  async #refuse(tried: string, by: string | null, refusal: { readonly ok: false; readonly refusal: Refusal }) {
    const organisation = by === null ? null : (this.#known.people.get(by)?.organisation ?? null)
    // The id of nobody who was let in may be anything, so it is not kept.
    const person = organisation === null ? null : by
    const { code } = refusal.refusal
    const at = this.#time()
    const isKnown = organisation !== null && !this.#known.revoked.has(organisation)
    const times = this.#attempts.due(organisation, at, isKnown)
    if (times === 0) return refusal
    const more = times > 1 ? { times } : {}
    const failed = await this.#write(person, { does: 'refuse', tried, code, organisation, ...more }, at)
    return failed ? ({ ok: false, refusal: failed } as const) : refusal
  }

  async #done<T>(by: string | null, deed: Deed, value: T): Promise<Result<T>> {
    const failed = await this.#write(by, deed)
    return failed ? { ok: false, refusal: failed } : given(value)
  }

  async #write(by: string | null, deed: Deed, at: Instant = this.#time()): Promise<Refusal | null> {
    const entry: Entry = { at, by, ...deed }
    const failed = await this.#store.append(entry)
    if (!failed) this.#known.take(entry)
    return failed
  }

  #time(): Instant {
    const now = this.#now()
    // What is no time is none here either: the latest that was one goes on.
    if (Number.isFinite(now) && now > this.#last) this.#last = now
    return this.#last
  }

  /** One after the other: two questions at once would each find the whole budget. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}

function drawnId(of: string): string {
  return `${of}_${randomBytes(10).toString('hex')}`
}
