import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instant, record, recordOf } from '../../../test/arbitraries/record.ts'
import { runOf } from './evaluate.ts'
import { Evaluation } from './evaluation.ts'
import { countedOf } from './counted.ts'
import { FOUND, type Happened } from './happened.ts'
import { Knowledge } from './knowledge.ts'
import { planOf, ruledAs } from './plan.ts'
import type { ReceiptNode, Status, ToldOfBan, Verdict } from './index.ts'
import { CALM, pact } from './testing/pact.ts'

const AGREEMENT = pact(`${CALM}
ban no-flights
  on           north and south, each
  act          fly-combat-missions
  in           town
  during       from day-d to day-d + 5 days
  silence      met
`)

/** Each incident as a line, in one order: columns have none of their own. */
function linesOf({ size, from, to, kind, kinds, where, wheres, found }: Happened): string[] {
  const line = (row: number) => [
    [from[row], to[row], kinds[kind[row]!], wheres[where[row]!]],
    [...found].map(([ban, values]) => [ban, values[row] === 0 ? null : FOUND[values[row]! - 1]]),
  ]
  return Array.from({ length: size }, (_, row) => JSON.stringify(line(row))).toSorted()
}

const toldLines = (told: readonly ToldOfBan[]) =>
  told.map(({ single: { from, to, verified, by, camps }, ...ban }) => ({
    ...ban,
    single: Array.from(from, (begun, row) =>
      JSON.stringify([begun, to[row], verified[row], camps[by[row]!]]),
    ).toSorted(),
  }))

const TURNED: Readonly<Record<Verdict, Verdict>> = {
  met: 'breached',
  breached: 'met',
  contested: 'contested',
  unknown: 'unknown',
}

function* incidentNodes(node: ReceiptNode): Iterable<ReceiptNode> {
  if (node.op === 'incident') yield node
  for (const child of node.children) yield* incidentNodes(child)
}

/** The same read off the receipts: of each ban how often each finding is among its incidents. */
function byReceipts(evaluation: Evaluation, at: number, account: string, status: Status): string[] {
  return AGREEMENT.ruled.flatMap(({ id, kind }) => {
    if (kind !== 'ban') return []
    const why = evaluation.receipt(recordOf([]), { at, knownAt: null, clause: id, account })
    if (!why.ok || status.clauses.find((clause) => clause.id === id)!.standing === 'dormant') return []
    return [...incidentNodes(why.receipt.tree)].map(({ verdict }) => `${id} ${TURNED[verdict!]}`)
  })
}

describe('what had happened', () => {
  it('reads the same however one came to an instant, through what was known before and at others', () => {
    fc.assert(
      fc.property(record, record, fc.array(instant, { minLength: 1, maxLength: 4 }), (one, other, instants) => {
        const kept = new Evaluation(AGREEMENT)
        for (const known of [one, other, { ...one, claims: [...one.claims, ...other.claims] }]) {
          const unique = [...new Map(known.claims.map((claim) => [claim.id, claim])).values()]
          const folded = recordOf(unique, known.acts)
          kept.follow(folded)
          for (const at of instants) {
            const fresh = new Evaluation(AGREEMENT)
            fresh.follow(folded)
            for (const account of [undefined, 'monitors', 'north'])
              expect(linesOf(kept.happened(at, account))).toEqual(linesOf(fresh.happened(at, account)))
            expect(toldLines(kept.told(at))).toEqual(toldLines(fresh.told(at)))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is every incident of the status, with the findings that receipts have', () => {
    fc.assert(
      fc.property(record, instant, fc.constantFrom('all-reported', 'monitors', 'south'), (known, at, account) => {
        const evaluation = new Evaluation(AGREEMENT)
        evaluation.follow(recordOf(known.claims, known.acts))
        const happened = evaluation.happened(at, account)
        const status = evaluation.status({ size: 0, digest: '' }, { at, knownAt: null })
        const kindsAt = status.incidents.map(({ kind, from, to }) => [kind, from === null, Date.parse(to!)].join())
        const own = Array.from({ length: happened.size }, (_, row) =>
          [happened.kinds[happened.kind[row]!], happened.from[row] === -Infinity, happened.to[row]].join(),
        )
        expect(own.toSorted()).toEqual(kindsAt.toSorted())
        const found = [...happened.found].flatMap(([ban, values]) =>
          [...values].flatMap((value) => (value === 0 ? [] : [`${ban} ${FOUND[value - 1]}`])),
        )
        expect(found.toSorted()).toEqual(byReceipts(evaluation, at, account, status).toSorted())
      }),
      { numRuns: 100 },
    )
  })

  it('is told singly or in bulk as it is counted one by one', () => {
    fc.assert(
      fc.property(record, instant, (known, at) => {
        const knowledge = new Knowledge(planOf(AGREEMENT))
        knowledge.change(known.claims)
        knowledge.act(known.acts)
        const evaluation = new Evaluation(AGREEMENT)
        evaluation.follow(recordOf(known.claims, known.acts))
        const told = evaluation.told(at)
        knowledge.moveTo(at)
        const [all, doubly] = [1, 2].map((sources) => runOf(knowledge, { id: 'everyone', trusts: null, sources }))
        const counted = ruledAs(AGREEMENT, 'ban').flatMap((ban) => countedOf(all!, doubly!, ban) ?? [])
        expect(told.map(({ single, bulk }) => [single.from.length, bulk.length])).toEqual(
          counted.map(({ said }) => {
            const figures = said.filter(({ violation }) => violation.bulk !== null)
            return [said.length - figures.length, figures.length]
          }),
        )
        const verified = told.map(({ single, bulk }) => [...single.verified, ...bulk].filter(isSure).length)
        expect(verified).toEqual(counted.map(({ said }) => said.filter((one) => one.verified).length))
      }),
      { numRuns: 100 },
    )
  })
})

const isSure = (one: number | { readonly verified: boolean }) => (typeof one === 'number' ? one === 1 : one.verified)
