// The comparison behind the score: one-to-one by overlapping words in the same document, then field by field.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '@trucekeeper/claims'
import { readReport } from '../src/index.ts'

export interface Gold {
  readonly id: string
  readonly doc: string
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly speaker: string | null
  readonly speaker_side: string
  readonly via: string | null
  readonly outlet: string
  readonly kind: string
  readonly modality: string
  readonly negated: boolean
  readonly places: readonly string[]
  readonly date: string | null
  readonly date_basis: string | null
  readonly actor_blamed: string | null
  readonly figures: readonly { readonly value: number | null; readonly unit: string }[]
}

export interface Score {
  readonly found: number
  readonly gold: number
  readonly matched: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly fields: Readonly<Record<string, { readonly right: number; readonly of: number }>>
  readonly pairs: readonly { readonly gold: Gold; readonly claim: Claim }[]
  readonly missed: readonly Gold[]
  readonly extra: readonly Claim[]
  /** Quotes that are not the text at their offsets. Always 0. */
  readonly inexact: number
}

/** Publication dates and outlets of the seed reports, as their own note gives them. */
const PUBLISHED: Readonly<Record<string, string>> = { '000': '2016-09-16', '001': '2016-09-18', '003': '2016-04-15' }

export function scoreSeeds(folder: string): Score {
  const gold = JSON.parse(readFileSync(join(folder, 'gold-claims.json'), 'utf8')) as Gold[]
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
  let inexact = 0
  const claims = texts.flatMap((name) => {
    const doc = name.replace(/\.txt$/, '')
    const text = readFileSync(join(folder, name), 'utf8')
    const outlet = gold.find((one) => one.doc === doc)?.outlet ?? null
    const published = PUBLISHED[doc]
    if (published === undefined) return []
    const read = readReport(text, { doc, published, outlet, zone: 'Asia/Damascus' }).claims
    inexact += read.filter(({ quote, start, end }) => text.slice(start, end) !== quote).length
    return read
  })
  return { ...compare(gold, claims), inexact }
}

/** Matched where at least half of the shorter quote lies in the other, largest overlaps first, each claim once. */
function compare(gold: readonly Gold[], claims: readonly Claim[]): Omit<Score, 'inexact'> {
  const candidates = gold
    .flatMap((one) =>
      claims
        .filter(({ doc }) => doc === one.doc)
        .map((claim) => ({ gold: one, claim, share: overlap(one, claim), near: likeness(one, claim) })),
    )
    .filter(({ share }) => share >= 0.5)
    .toSorted((a, b) => b.near - a.near || (a.gold.id < b.gold.id ? -1 : 1))
  const pairs: { gold: Gold; claim: Claim }[] = []
  for (const { gold: one, claim } of candidates) {
    if (pairs.some((pair) => pair.gold === one || pair.claim === claim)) continue
    pairs.push({ gold: one, claim })
  }
  const precision = claims.length === 0 ? 0 : pairs.length / claims.length
  const recall = pairs.length / gold.length
  return {
    found: claims.length,
    gold: gold.length,
    matched: pairs.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    fields: fieldScores(pairs),
    pairs,
    missed: gold.filter((one) => !pairs.some((pair) => pair.gold === one)),
    extra: claims.filter((claim) => !pairs.some((pair) => pair.claim === claim)),
  }
}

function shared(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return shared(a, b) / Math.min(a.end - a.start, b.end - b.start)
}

/** Of several that overlap, the one of nearest extent; two claims on one quote are told apart by side. */
function likeness(a: Gold, b: Claim): number {
  const union = Math.max(a.end, b.end) - Math.min(a.start, b.start)
  return shared(a, b) / union + (a.speaker_side === b.speaker_side ? 0.001 : 0)
}

function fieldScores(pairs: readonly { gold: Gold; claim: Claim }[]): Score['fields'] {
  const dated = pairs.filter(({ gold }) => gold.date_basis === 'explicit' || gold.date_basis === 'text+pubdate')
  const tally = (
    all: readonly { gold: Gold; claim: Claim }[],
    right: (pair: { gold: Gold; claim: Claim }) => boolean,
  ) => ({
    right: all.filter(right).length,
    of: all.length,
  })
  return {
    speaker: tally(pairs, ({ gold, claim }) => sameName(gold.speaker, claim.speaker)),
    speaker_side: tally(pairs, ({ gold, claim }) => gold.speaker_side === claim.speaker_side),
    via: tally(pairs, ({ gold, claim }) => sameName(gold.via, claim.via)),
    kind: tally(pairs, ({ gold, claim }) => gold.kind === claim.kind),
    modality: tally(pairs, ({ gold, claim }) => gold.modality === claim.modality),
    negated: tally(pairs, ({ gold, claim }) => gold.negated === claim.negated),
    date: tally(dated, ({ gold, claim }) => gold.date === claim.date),
    places: tally(pairs, ({ gold, claim }) => sameSet(gold.places, claim.places)),
    actor_blamed: tally(pairs, ({ gold, claim }) => sameName(gold.actor_blamed, claim.actor_blamed)),
    figures: tally(pairs, ({ gold, claim }) =>
      sameSet(
        gold.figures.map(({ value, unit }) => `${value} ${unit}`),
        claim.figures.map(({ value, unit }) => `${value} ${unit}`),
      ),
    ),
  }
}

/** Nobody named is nobody named, however the gold says so; a longer form of the same name is that name. */
function sameName(gold: string | null, read: string | null): boolean {
  const plain = (name: string | null) =>
    name === null || /^(?:unattributed|unresolved)/.test(name)
      ? ''
      : name
          .toLowerCase()
          .replace(/^(?:unnamed|the) /, '')
          .replace(/[^\p{L}\d ]/gu, '')
  const [a, b] = [plain(gold), plain(read)]
  if (a === b) return true
  return a !== '' && b !== '' && (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `))
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one))
}

export function printScore(score: Score, all: boolean): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  console.log(
    `claims read ${score.found}, gold ${score.gold}, matched ${score.matched}, inexact quotes ${score.inexact}`,
  )
  console.log(`precision ${percent(score.precision)}  recall ${percent(score.recall)}  F1 ${percent(score.f1)}`)
  for (const [name, { right, of }] of Object.entries(score.fields)) {
    console.log(`${name.padEnd(13)} ${percent(of === 0 ? 0 : right / of).padStart(7)}  ${right} of ${of}`)
  }
  if (!all) return
  for (const { gold, claim } of score.pairs) {
    const wrong = (
      ['speaker', 'speaker_side', 'via', 'kind', 'modality', 'negated', 'date', 'places', 'actor_blamed'] as const
    ).flatMap((field) =>
      JSON.stringify(gold[field]) === JSON.stringify(claim[field])
        ? []
        : [`${field}: gold ${JSON.stringify(gold[field])} read ${JSON.stringify(claim[field])}`],
    )
    console.log(`\n= ${gold.id}\n  gold: ${gold.quote}\n  read: ${claim.quote}\n  ${wrong.join('\n  ')}`)
  }
  for (const one of score.missed) console.log(`\n- ${one.id} ${one.kind}: ${one.quote}`)
  for (const one of score.extra) console.log(`\n+ ${one.doc} ${one.kind} ${one.speaker}: ${one.quote}`)
}
