// Claims as they came in from Syria in September 2016, but as many as one likes: who says what, of where, blaming whom.
import { nameClaim, type Claim, type ClaimBody } from '../../claims/src/index.ts'
import { numbersFrom } from './made-up.ts'

type Part<K extends keyof ClaimBody> = Pick<ClaimBody, K>

/** Each so often as it stands here. */
const SPEAKERS: readonly Part<'speaker' | 'speaker_side'>[] = [
  ...many(7, { speaker: 'Syrian Observatory for Human Rights', speaker_side: 'monitor' }),
  ...many(3, { speaker: 'Syrian army', speaker_side: 'syria_gov' }),
  ...many(3, { speaker: 'rebels', speaker_side: 'opposition' }),
  ...many(3, { speaker: 'Russian military', speaker_side: 'russia' }),
  ...many(1, { speaker: 'Washington', speaker_side: 'us' }),
  ...many(1, { speaker: 'UN', speaker_side: 'un' }),
  ...many(1, { speaker: null, speaker_side: 'outlet' }),
  ...many(1, { speaker: 'activists', speaker_side: 'monitor' }),
]
const KINDS: readonly ClaimBody['kind'][] = [
  ...many(8, 'shelling'),
  ...many(4, 'air_strike'),
  ...many(2, 'ground_clash'),
  ...many(1, 'sniper_fire'),
  ...many(2, 'truce_violation'),
  ...many(1, 'truce_compliance'),
  ...many(1, 'aid_delivery'),
  ...many(1, 'aid_denial'),
  ...many(1, 'withdrawal'),
  ...many(1, 'casualties'),
  ...many(1, 'diplomatic_contact'),
]
const TOWNS = [
  'Aleppo',
  'Castello Road',
  'eastern Aleppo',
  'Hama',
  'Idlib',
  'Damascus',
  'Homs',
  'Daraa',
  'Latakia',
  'Raqqa',
]
const BLAMED = ['government forces', 'rebels', 'Syrian army', 'insurgents', 'Islamic State', null]
/** Every fifth report names a town; most villages are named rarely. */
const VILLAGES = 3000

/** The first evening of the truce is the 12th. */
const DAYS = 7

export function claimsOfAleppo(number: number, seed = 5): Claim[] {
  const below = numbersFrom(seed)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  return Array.from({ length: number }, (_, index) => {
    const kind = one(KINDS)
    const day = 12 + below(DAYS)
    const quote = `report ${seed}-${index}`
    const isDated = below(20) > 0
    return nameClaim({
      doc: `document ${seed}-${Math.floor(index / 5)}`,
      quote,
      start: 0,
      end: quote.length,
      ...one(SPEAKERS),
      via: null,
      outlet: one(['Daily', 'Gazette', 'Wire']),
      published: `2016-09-${day}T${18 + below(6)}:${10 + below(50)}+03:00`,
      kind,
      modality: one([...many(8, 'asserted' as const), 'denied', 'reported-unconfirmed']),
      negated: false,
      places:
        below(10) === 0 ? [] : [below(5) === 0 ? one(TOWNS) : `village ${Math.floor(below(VILLAGES) ** 2 / VILLAGES)}`],
      date: isDated ? (below(15) === 0 ? `2016-09-12/2016-09-${day}` : `2016-09-${day}`) : null,
      date_basis: isDated ? 'explicit' : null,
      actor_blamed: one(BLAMED),
      target: null,
      figures:
        kind === 'truce_violation' && below(2) === 0
          ? [{ what: 'violations', value: 2 + below(30), unit: 'violations' }]
          : [],
    })
  })
}

function many<const T>(times: number, one: T): T[] {
  return Array.from({ length: times }, () => one)
}
