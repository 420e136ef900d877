// Entries for tests and benches: as many different ones as are asked for, always the same.
import {
  nameAct,
  nameClaim,
  nameDocument,
  nameMinute,
  nameRelease,
  nameRuling,
  nameWithdrawal,
  type Entry,
} from '@trucekeeper/claims'

type EntryOf<T extends Entry['type']> = Extract<Entry, { type: T }>

export interface Entered {
  readonly received_at?: string
  readonly recorded_by?: string
  readonly held_by?: string
}

const ENTERED = { received_at: '2016-09-17T12:00+03:00', recorded_by: 'desk-one' }

export function claimEntry(
  number: number,
  { quote = `The shelling went on, said witness ${number}.`, ...entered }: Entered & { quote?: string } = {},
): EntryOf<'claim'> {
  const body = nameClaim({
    doc: 'report-a',
    quote,
    start: 0,
    end: quote.length,
    speaker: number % 2 === 0 ? 'a witness' : null,
    speaker_side: number % 2 === 0 ? 'monitor' : 'unknown',
    via: null,
    outlet: 'Agency',
    published: '2016-09-17',
    kind: number % 3 === 0 ? 'shelling' : 'air_strike',
    modality: 'asserted',
    negated: false,
    places: ['Aleppo', 'Castello Road'],
    date: number % 5 === 0 ? null : '2016-09-16',
    date_basis: number % 5 === 0 ? null : 'explicit',
    actor_blamed: number % 2 === 0 ? 'one side' : 'other side',
    target: null,
    figures: [{ what: 'dead', value: number, unit: 'people' }],
  })
  return { type: 'claim', ...ENTERED, ...entered, body }
}

export function actEntry(number: number, entered: Entered = {}): EntryOf<'act'> {
  const quote = `We extend it, for the ${number}th time.`
  const body = nameAct({
    power: 'extension',
    stage: 'exercised',
    by: ['us', 'russia'],
    at: '2016-09-14T19:00+03:00',
    length: '48 hours',
    doc: 'report-b',
    quote,
    start: 0,
    end: quote.length,
  })
  return { type: 'act', ...ENTERED, ...entered, body }
}

export function documentEntry(number: number, sha256: string, entered: Entered = {}): EntryOf<'document'> {
  const body = nameDocument({
    doc: `report-${number}`,
    sha256,
    outlet: 'Agency',
    published: '2016-09-17',
    media_type: 'text/plain',
  })
  return { type: 'document', ...ENTERED, ...entered, body }
}

export function rulingEntry(claims: readonly string[], entered: Entered = {}): EntryOf<'ruling'> {
  const body = nameRuling({ does: 'join', claims: [...claims], by: 'the desk', reason: 'One strike, told of twice.' })
  return { type: 'ruling', ...ENTERED, ...entered, body }
}

/** A finding of one about a case, resting on claims. */
export function minuteEntry(claims: readonly string[], entered: Entered = {}): EntryOf<'minute'> {
  const said = { step: 2, finding: 'supported', actor: null, reason: 'Two saw it, each for itself.' } as const
  const at = '2016-09-17T11:00+03:00'
  const body = nameMinute({ does: 'case-finding', at, case: 'case-1', of: ['russia'], ...said, claims: [...claims] })
  return { type: 'minute', ...ENTERED, ...entered, body }
}

export function releaseEntry(
  heldBy: string,
  releases: readonly string[],
  to: 'desks' | 'public' | readonly string[] = 'desks',
  entered: Omit<Entered, 'held_by'> = {},
): EntryOf<'release'> {
  const said = { by: 'the releaser', reason: 'The others have to know.' }
  const body = nameRelease({ releases: [...releases], to: typeof to === 'string' ? to : [...to], ...said })
  return { type: 'release', ...ENTERED, ...entered, held_by: heldBy, body }
}

export function withdrawalEntry(withdraws: string, entered: Entered = {}): EntryOf<'withdrawal'> {
  const body = nameWithdrawal({ withdraws, by: 'the agency', reason: 'It was another day.' })
  return { type: 'withdrawal', ...ENTERED, ...entered, body }
}
