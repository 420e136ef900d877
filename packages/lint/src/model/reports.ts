// What is reported in a run: that a duty was done, that a day was calm, by as many as the accounts concerned ask for.
import { nameAct, nameClaim, actEntry, type Act, type Claim, type ClaimBody, type Kind } from '@trucekeeper/claims'
import type { Account, Actor, Agreement, Duty, Measure, Power } from '@trucekeeper/agreement'
import { civilDay, formatInstant, type CivilDay, type Instant } from '@trucekeeper/time'

/** The document that a run is told in. */
export const RUN_DOCUMENT = 'run.txt'

/** So many acts on one day are told one by one; no run tells of more. */
export const MOST_ACTS_A_DAY = 20

/** The reports that a duty was done at an instant, enough for every account of the agreement that can be satisfied. */
export function reportsDone(agreement: Agreement, duty: Duty, at: Instant): Claim[] {
  const { past, does } = actEntry(duty.acts[0]!)
  const who = duty.debtors.map((id) => nameOf(agreement, id)).join(' and ')
  return speakersFor(agreement, duty.attest, duty.debtors).map((speaker) =>
    claimOf(agreement, speaker, at, {
      quote: `${who} ${past}, as ${duty.id} asks.`,
      kind: does[0]!,
      places: duty.zones.slice(0, 1),
      date: formatInstant(at, agreement.zone),
      actor_blamed: duty.debtors.join(' and '),
    }),
  )
}

/** The reports that a day was calm, so far or all of it. */
export function reportsCalm(agreement: Agreement, attest: readonly string[], day: CivilDay, at: Instant): Claim[] {
  const isOver = civilDay(at, agreement.zone) !== day
  const quote = isOver ? `It was calm on ${day}.` : `It has been calm so far on ${day}.`
  return speakersFor(agreement, attest, []).map((speaker) =>
    claimOf(agreement, speaker, at, {
      quote,
      kind: 'truce_compliance',
      places: [],
      date: day,
    }),
  )
}

/** The reports that what a measure counts was done so many times on a day, or not at all. */
export function reportsCounted(
  agreement: Agreement,
  { id, counts, zones }: Measure,
  day: CivilDay,
  at: Instant,
  times: number,
): Claim[] {
  if (counts.kind !== 'acts') return []
  const { past, does } = actEntry(counts.acts[0]!)
  const each = Array.from({ length: Math.max(1, times) }, (_, index) => index + 1)
  return each.flatMap((which) =>
    speakersFor(agreement, [], []).map((speaker) =>
      claimOf(agreement, speaker, at, {
        quote: times === 0 ? `On ${day} nobody ${past}.` : `On ${day} somebody ${past}, number ${which} for ${id}.`,
        kind: does[0]!,
        negated: times === 0,
        places: zones.slice(0, 1),
        date: day,
      }),
    ),
  )
}

/** A power used by all who have to act together, or by the first who may. */
export function useOf({ zone }: Agreement, power: Power, at: Instant): Act {
  const by = power.how === 'jointly' ? [...power.holders] : power.holders.slice(0, 1)
  const quote = `${power.id} was used.`
  return nameAct({
    power: power.id,
    stage: 'exercised',
    by,
    at: formatInstant(at, zone),
    ...(power.effect === 'designate' && { sets: formatInstant(at, zone) }),
    doc: RUN_DOCUMENT,
    quote,
    start: 0,
    end: quote.length,
  })
}

export function nameOf({ actors }: Agreement, id: string): string {
  return actors.find((actor) => actor.id === id)?.name ?? id
}

type Said = Pick<ClaimBody, 'quote' | 'places' | 'date'> & {
  readonly kind: Kind
  readonly negated?: boolean
  readonly actor_blamed?: string
}

function claimOf({ zone }: Agreement, { id, side }: Actor, at: Instant, said: Said): Claim {
  return nameClaim({
    doc: RUN_DOCUMENT,
    start: 0,
    end: said.quote.length,
    speaker: id,
    speaker_side: side ?? 'unknown',
    via: null,
    outlet: null,
    published: formatInstant(at, zone),
    modality: 'asserted',
    negated: false,
    date_basis: 'explicit',
    actor_blamed: null,
    target: null,
    figures: [],
    ...said,
    places: [...said.places],
  })
}

const known = new WeakMap<Agreement, Map<string, readonly Actor[]>>()

/** Enough who may attest for every account there is; those who did not do it themselves before those who did. */
function speakersFor(agreement: Agreement, attest: readonly string[], debtors: readonly string[]): readonly Actor[] {
  const ofThis = known.get(agreement) ?? new Map<string, readonly Actor[]>()
  known.set(agreement, ofThis)
  const key = `${attest.join()} ${debtors.join()}`
  const found = ofThis.get(key) ?? chosen(agreement, attest, debtors)
  ofThis.set(key, found)
  return found
}

function chosen({ actors, accounts }: Agreement, attest: readonly string[], debtors: readonly string[]): Actor[] {
  const distance = ({ id, role, kind }: Actor) =>
    debtors.includes(id) ? 3 : role === 'monitor' ? 0 : kind === 'party' ? 2 : 1
  const may = actors
    .filter(({ id, role }) => role !== 'excluded_group' && (attest.length === 0 || attest.includes(id)))
    .toSorted((a, b) => distance(a) - distance(b))
  const speak = new Set<Actor>()
  for (const account of accounts) for (const actor of enoughFor(account, may)) speak.add(actor)
  return [...speak]
}

/** One of each camp, as many as the account asks for: a guarantor and those it answers for are one. */
function enoughFor({ trusts, sources }: Account, may: readonly Actor[]): readonly Actor[] {
  const byCamp = Map.groupBy(
    may.filter(({ id }) => trusts === null || trusts.includes(id)),
    ({ id, answeredBy }) => answeredBy ?? id,
  )
  return [...byCamp.values()].slice(0, sources).map(([actor]) => actor!)
}
