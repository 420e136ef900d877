// What holds for every record: what may change a verdict, what may not, and that neither party is treated otherwise.
import type { Agreement } from '@trucekeeper/agreement'
import type { Act, Claim } from '@trucekeeper/claims'
import { civilDay, parseInstant } from '@trucekeeper/time'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  act,
  claim,
  instant,
  mirrored,
  mirroredAct,
  mirroredClaim,
  record,
  withoutId,
} from '../../../test/arbitraries/record.ts'
import { runOf } from './evaluate.ts'
import { readGate } from './gate.ts'
import { statusOf, type GateReading, type Status, type Verdict } from './index.ts'
import { Knowledge } from './knowledge.ts'
import { planOf } from './plan.ts'
import { EVERYTHING } from './testing/everything.ts'
import { kept, mirroredPact, on, pact, recordOf, said, shelled, time, violations } from './testing/pact.ts'

const agreement = pact(EVERYTHING)
const ACCOUNTS = ['north', 'west', 'monitors', 'corroborated', 'all-reported']

function known(claims: readonly Claim[], acts: readonly Act[], at: number, of: Agreement = agreement): Knowledge {
  const knowledge = new Knowledge(planOf(of))
  knowledge.change(claims)
  knowledge.act(acts)
  knowledge.moveTo(at)
  return knowledge
}

/** The verdict of every clause under every account, and how every gate stands. */
function verdicts(claims: readonly Claim[], acts: readonly Act[], at: number, of: Agreement = agreement) {
  const knowledge = known(claims, acts, at, of)
  const found: Record<string, Verdict | GateReading['state'] | null> = {}
  for (const policy of knowledge.plan.policies.filter(({ id }) => ACCOUNTS.includes(id))) {
    const run = runOf(knowledge, policy)
    for (const clause of of.ruled) {
      found[`${clause.id} by ${policy.id}`] = run.decide(clause).verdict
      if (clause.kind === 'gate') found[`${clause.id} is, by ${policy.id}`] = readGate(run, clause).state
    }
  }
  return found
}

function status(claims: readonly Claim[], acts: readonly Act[], at: number, of: Agreement = agreement): Status {
  return statusOf(of, recordOf(claims, acts), {
    at,
    knownAt: null,
    accounts: ['all-reported', 'corroborated', 'north', 'south'],
  })
}

const runs = (numRuns: number) => ({ numRuns })
/** A later claim is never one that is there already. */
const withAnother = (another: fc.Arbitrary<Claim>) =>
  fc
    .record({ record, another, at: instant })
    .filter(({ record: { claims }, another: { id } }) => !claims.some((one) => one.id === id))

describe('a verdict', () => {
  it('is not changed by what no clause speaks of', () => {
    const irrelevant = fc
      .tuple(claim, fc.constantFrom('diplomatic_contact', 'casualties', 'violence_general', 'sanctions', 'evacuation'))
      .map(([one, kind]) => said({ ...withoutId(one), kind }))
    fc.assert(
      fc.property(withAnother(irrelevant), ({ record: { claims, acts }, another, at }) => {
        expect(verdicts([...claims, another], acts, at)).toEqual(verdicts(claims, acts, at))
      }),
      runs(250),
    )
  })

  it('is not changed by a source that repeats itself in another paper', () => {
    const repeated = fc
      .record({ record, which: fc.nat(), at: instant })
      .filter(({ record: { claims } }) => claims.length > 0)
    fc.assert(
      fc.property(repeated, ({ record: { claims, acts }, which, at }) => {
        const again = said({
          ...withoutId(claims[which % claims.length]!),
          doc: 'another.txt',
          outlet: 'Gazette',
          via: 'Gazette',
        })
        expect(verdicts([...claims, again], acts, at)).toEqual(verdicts(claims, acts, at))
      }),
      runs(300),
    )
  })

  it('is never turned from met to breached by a claim that it was kept, or done', () => {
    const good = fc
      .tuple(claim, fc.constantFrom('truce_compliance', 'aid_delivery', 'withdrawal'))
      .map(([one, kind]) => said({ ...withoutId(one), kind, modality: 'asserted', negated: false, stance: null }))
    fc.assert(
      fc.property(withAnother(good), ({ record: { claims, acts }, another, at }) => {
        const [before, after] = [verdicts(claims, acts, at), verdicts([...claims, another], acts, at)]
        for (const [clause, verdict] of Object.entries(before))
          if (verdict === 'met') expect(after[clause], clause).not.toBe('breached')
      }),
      runs(300),
    )
  })

  it('rests on nothing that happened after the day asked about, nor on acts after its instant', () => {
    fc.assert(
      fc.property(record, instant, ({ claims, acts }, at) => {
        const today = civilDay(at, agreement.zone)
        const earlier = claims.filter(({ date }) => date === null || date.slice(0, 10) <= today)
        const { checkpoint: _, ...whole } = status(claims, acts, at)
        const { checkpoint: __, ...past } = status(
          earlier,
          acts.filter((one) => parseInstant(one.at)! <= at),
          at,
        )
        expect(past).toEqual(whole)
      }),
      runs(100),
    )
  })

  it('is the same, to the byte, in whatever order things came in', () => {
    fc.assert(
      fc.property(record, instant, fc.integer({ min: 1, max: 11 }), ({ claims, acts }, at, turn) => {
        const turned = [...claims.slice(turn), ...claims.slice(0, turn)].toReversed()
        expect(JSON.stringify(status(turned, acts.toReversed(), at))).toBe(JSON.stringify(status(claims, acts, at)))
      }),
      runs(60),
    )
  })
})

describe('the parties', () => {
  const opposite = mirroredPact(EVERYTHING)

  it('swapped everywhere, swap what is found, and nothing else changes', () => {
    fc.assert(
      fc.property(record, instant, ({ claims, acts }, at) => {
        const other = claims.map(mirroredClaim)
        const ids = new Map(claims.map(({ id }, index) => [id, other[index]!.id]))
        const one = status(claims, acts, at)
        const two = status(other, acts.map(mirroredAct), at, opposite)
        expect(
          gist(
            two,
            (id) => id,
            (id) => id,
          ),
        ).toEqual(gist(one, mirrored, (id) => ids.get(id) ?? id))
      }),
      runs(150),
    )
  })

  /** All that a status says, without its sentences and without the order in which it lists things. */
  function gist(found: Status, name: (words: string) => string, id: (claim: string) => string) {
    const claimIds = (list: readonly string[]) => list.map(id).toSorted()
    const named = <T>(list: readonly T[], key: (item: T) => string, value: (item: T) => unknown) =>
      Object.fromEntries(list.map((item) => [name(key(item)), value(item)]).toSorted(([a], [b]) => (a! < b! ? -1 : 1)))
    const reading = ({ state, done, needed, earliest, missing, days, resets }: GateReading) => ({
      state,
      done,
      needed,
      earliest,
      missing: missing.length,
      days: days.map((one) => ({ ...one, claims: claimIds(one.claims) })),
      resets: resets.map(({ at }) => at),
    })
    return {
      clauses: named(
        found.clauses,
        (one) => one.id,
        (one) => ({
          standing: one.standing,
          ended: one.ended,
          timing: one.timing,
          due: one.due,
          parties: one.parties.map(name).toSorted(),
          next: one.next_change?.at,
          verdicts: named(
            Object.entries(one.verdicts),
            ([account]) => account,
            ([, verdict]) => ({
              verdict: verdict.verdict,
              for: claimIds(verdict.for),
              against: claimIds(verdict.against),
              cannotConfirm: claimIds(verdict.cannot_confirm),
              undetermined: claimIds(verdict.undetermined),
              residual: [verdict.residual.met.length, verdict.residual.breached.length],
            }),
          ),
        }),
      ),
      gates: named(
        found.gates,
        (one) => one.id,
        (one) => ({
          own: reading(one),
          accounts: named(
            Object.entries(one.accounts),
            ([account]) => account,
            ([, each]) => reading(each),
          ),
        }),
      ),
      terms: found.terms.map(({ id: term, standing, starts, ends }) => [term, standing, starts, ends]).toSorted(),
      powers: named(
        found.powers,
        (one) => one.id,
        (one) => [one.stage, one.notices.map(({ by }) => by.map(name).toSorted())],
      ),
      tallies: named(
        found.tallies,
        (one) => one.clause,
        (one) => ({
          verified: one.verified,
          alleged: one.alleged,
          coverage: one.coverage,
          claimants: named(
            one.by_claimant,
            ({ side }) => side,
            (each) => [each.alleged, claimIds(each.claims)],
          ),
        }),
      ),
      incidents: found.incidents
        .map((one) =>
          JSON.stringify([
            one.kind,
            one.from,
            one.to,
            one.places,
            claimIds(one.claims),
            one.scope.map(({ clause, decision }) => `${name(clause)} ${decision}`).toSorted(),
          ]),
        )
        .toSorted(),
      deadlines: found.deadlines.map(({ at, clause }) => [at, name(clause)]).toSorted(),
    }
  }
})

describe('a record in which nothing is contested or unknown', () => {
  const DAYS = [2, 3, 4, 5, 6, 7]
  const side = fc.constantFrom('Northern army', 'Southern army')

  it('gives plain yes or no for bans, duties and windows', () => {
    const world = fc.record({
      shells: fc.uniqueArray(fc.tuple(fc.constantFrom(...DAYS), side), { maxLength: 6, selector: String }),
      aid: fc.option(fc.constantFrom(...DAYS)),
      today: fc.constantFrom(6, 7, 8),
    })
    fc.assert(
      fc.property(world, ({ shells, aid, today }) => {
        const past = DAYS.filter((date) => date < today)
        const claims = past.flatMap((date) =>
          ['Northern army', 'Southern army'].map((who) =>
            shells.some(([day, whose]) => day === date && whose === who)
              ? shelled(date, who)
              : kept(date, `the ${who}`),
          ),
        )
        const aidDone = aid !== null && aid < today
        const delivery = said({
          kind: 'aid_delivery',
          negated: !aidDone,
          date: time(aidDone ? aid : today - 1).slice(0, 10),
          published: time(aidDone ? aid : today - 1, 22),
        })
        const found = verdicts([...claims, delivery], [], on(today))
        const broken = (who: string) => shells.some(([date, whose]) => date < today && whose === who)
        expect(found['calm.north by all-reported']).toBe(broken('Northern army') ? 'breached' : 'met')
        expect(found['calm.south by all-reported']).toBe(broken('Southern army') ? 'breached' : 'met')
        expect(found['aid by all-reported']).toBe(aidDone ? 'met' : 'breached')
        const counts = past.map((date) => shells.filter(([day]) => day === date).length)
        const longest = counts.reduce(
          ({ run, most }, count) => (count <= 2 ? { run: run + 1, most: Math.max(most, run + 1) } : { run: 0, most }),
          { run: 0, most: 0 },
        ).most
        const condition = longest >= 3 && aidDone
        const knowledge = known([...claims, delivery], [], on(today))
        const gate = agreement.ruled.find(({ id }) => id === 'joint')!
        const run = runOf(
          knowledge,
          knowledge.plan.policies.find(({ id }) => id === 'all-reported')!,
        )
        expect(run.decide(gate).told().tree.value).toBe(condition ? 'met' : 'breached')
      }),
      runs(150),
    )
  })
})

describe('a count', () => {
  it('of a bulk claim grows no day beyond what anyone alleges of it', () => {
    const [day] = status(
      [said({ kind: 'truce_violation', figures: violations(9), actor_blamed: 'Northern army', date: '2016-09-02' })],
      [],
      on(3),
    ).gates[0]!.days
    expect(day!.count).toEqual([9, 9])
  })

  it('of a figure for several days leaves each day what the same source does not count elsewhere', () => {
    const counted = (count: number, date: string) =>
      said({
        kind: 'truce_violation',
        figures: violations(count),
        actor_blamed: 'Northern army',
        date,
        published: time(4, 22),
      })
    const [second, third] = status([counted(9, '2016-09-02/2016-09-03'), counted(4, '2016-09-02')], [], on(5)).gates[0]!
      .days
    expect(second!.count).toEqual([4, 4])
    expect(third!.count).toEqual([0, 5])
  })

  it('is never more at least than at most', () => {
    fc.assert(
      fc.property(record, fc.array(act, { maxLength: 1 }), instant, ({ claims }, acts, at) => {
        for (const { count } of status(claims, acts, at).gates.flatMap(({ days }) => days))
          expect(count[0]).toBeLessThanOrEqual(count[1])
      }),
      runs(60),
    )
  })
})
