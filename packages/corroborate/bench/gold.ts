// How well claims are brought together: matters held against clusters made by hand, pair by pair and claim by claim.
//
// node packages/corroborate/bench/gold.ts CLAIMS.json CLUSTERS.json DOC=DATE…
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { nameClaim, type Claim, type ClaimBody } from '../../claims/src/index.ts'
import { mattersOf, type Matters } from '../src/index.ts'

export interface Gold {
  readonly claims: readonly (ClaimBody & { readonly id: string })[]
  readonly clusters: {
    readonly clusters: readonly { readonly id: string; readonly relation: string; readonly claims: readonly string[] }[]
    readonly must_not_merge: readonly { readonly a: string; readonly b: string; readonly why: string }[]
  }
  readonly published: ReadonlyMap<string, string>
}

export interface Score {
  readonly pairs: Measured
  readonly bCubed: Measured
  /** Pairs that must not be merged and were. */
  readonly merged: readonly string[]
  readonly matters: Matters
  readonly goldOf: ReadonlyMap<string, string>
}

interface Measured {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** A claim may be in several clusters: two belong together where they share one. Claims in none stand alone. */
export function scored({ claims, clusters: { clusters, must_not_merge }, published }: Gold): Score {
  const goldOf = new Map<string, string>()
  const named = claims.map((gold): Claim => {
    const claim = nameClaim(bodyOf(gold, published.get(gold.doc)!))
    goldOf.set(claim.id, gold.id)
    return claim
  })
  const matters = mattersOf(named, { zone: 'Asia/Damascus' })
  const found = matters.matters.map((matter) => matter.claims.map((id) => goldOf.get(id)!))
  const wanted = clusters.filter(({ relation }) => relation === 'same-matter').map((cluster) => cluster.claims)
  const together = (groups: readonly (readonly string[])[]) => {
    const mates = new Map(claims.map(({ id }) => [id, new Set([id])]))
    for (const group of groups) for (const one of group) for (const other of group) mates.get(one)?.add(other)
    return mates
  }
  const [system, truth] = [
    together(found),
    together(wanted.map((group) => group.filter((id) => claims.some((one) => one.id === id)))),
  ]
  const share = (of: ReadonlySet<string>, also: ReadonlySet<string>) =>
    [...of].filter((one) => also.has(one)).length / of.size
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const pairsIn = (mates: ReadonlyMap<string, ReadonlySet<string>>) =>
    [...mates].flatMap(([one, others]) => [...others].filter((other) => one < other).map((other) => `${one} ${other}`))
  const [systemPairs, truePairs] = [new Set(pairsIn(system)), new Set(pairsIn(truth))]
  return {
    pairs: measured(share(systemPairs, truePairs), share(truePairs, systemPairs)),
    bCubed: measured(
      mean(claims.map(({ id }) => share(system.get(id)!, truth.get(id)!))),
      mean(claims.map(({ id }) => share(truth.get(id)!, system.get(id)!))),
    ),
    merged: must_not_merge.filter(({ a, b }) => system.get(a)?.has(b)).map(({ a, b }) => `${a} ${b}`),
    matters,
    goldOf,
  }
}

function measured(precision: number, recall: number): Measured {
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function bodyOf(gold: Gold['claims'][number], published: string): ClaimBody {
  const { doc, quote, start, end, speaker, speaker_side, via, outlet, kind, modality, negated } = gold
  const { places, date, date_basis, actor_blamed, target, figures } = gold
  return {
    doc,
    quote,
    start,
    end,
    speaker,
    speaker_side,
    via,
    outlet,
    kind,
    modality,
    negated,
    places,
    date,
    date_basis,
    actor_blamed,
    target,
    figures,
    published,
  }
}

/** Reads a gold of claims and of clusters. */
export function goldOf(claims: string, clusters: string, published: ReadonlyMap<string, string>): Gold {
  const parsed = (path: string) => JSON.parse(readFileSync(path, 'utf8'))
  return { claims: parsed(claims), clusters: parsed(clusters), published }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [claims, clusters, ...dates] = process.argv.slice(2)
  const gold = goldOf(claims!, clusters!, new Map(dates.map((one) => one.split('=') as [string, string])))
  const { pairs, bCubed, merged, matters, goldOf: names } = scored(gold)
  for (const { kind, claims: ids } of matters.matters)
    if (ids.length > 1)
      console.log(
        kind.padEnd(24),
        ids
          .map((id) => names.get(id))
          .toSorted()
          .join(' '),
      )
  const said = ({ precision, recall, f1 }: Measured) => [precision, recall, f1].map((one) => one.toFixed(3)).join(' ')
  console.log(`${matters.matters.length} matters of ${gold.claims.length} claims; precision, recall, F1`)
  console.log(`pairs ${said(pairs)}; B³ ${said(bCubed)}; merged that must not be: ${merged.join(', ') || 'none'}`)
}
