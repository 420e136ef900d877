// The comparison behind the score: one-to-one by overlapping words in the same document, then field by field.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kindEntry, KIND_NAMES, type Claim } from '@trucekeeper/claims'
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
  readonly tier: 'core' | 'context'
}

export interface Share {
  readonly right: number
  readonly of: number
}

export interface Score {
  readonly found: number
  readonly gold: number
  readonly matched: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Core claims found where a kind of the same family counts as the same. */
  readonly core: Share
  /** Claims read that are gold claims of the same family. */
  readonly family: Share
  readonly fields: Readonly<Record<string, Share>>
  /** Claims given a name where the gold leaves open who speaks. Must be 0. */
  readonly named_wrongly: readonly Claim[]
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
  const sameFamily = pairs.filter(({ gold: one, claim }) => familyOf(one.kind) === familyOf(claim.kind))
  return {
    found: claims.length,
    gold: gold.length,
    matched: pairs.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    core: {
      right: sameFamily.filter((pair) => pair.gold.tier === 'core').length,
      of: gold.filter(({ tier }) => tier === 'core').length,
    },
    family: { right: sameFamily.length, of: claims.length },
    fields: fieldScores(pairs),
    named_wrongly: pairs.flatMap(({ gold: one, claim }) =>
      isNobody(one.speaker) && claim.speaker !== null && claim.speaker !== 'outlet' ? [claim] : [],
    ),
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

function familyOf(kind: string): string {
  const known = KIND_NAMES.find((name) => name === kind)
  return known === undefined ? kind : kindEntry(known).family
}

/** Whether the gold leaves open who speaks. */
function isNobody(speaker: string | null): boolean {
  return speaker === null || /^(?:unattributed|unresolved)/.test(speaker)
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
  const named = pairs.filter(({ gold }) => !isNobody(gold.speaker) && gold.speaker !== 'outlet')
  return {
    speaker: tally(pairs, ({ gold, claim }) => sameName(gold.speaker, claim.speaker)),
    'speaker, where the gold names one': tally(named, ({ gold, claim }) => sameName(gold.speaker, claim.speaker)),
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
    name === null || isNobody(name)
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
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7)
  const row = (name: string, { right, of }: Share) =>
    console.log(`  ${name.padEnd(34)} ${percent(of === 0 ? 0 : right / of)}  ${right} of ${of}`)
  console.log(`claims: ${score.found} read, ${score.gold} in the gold, ${score.matched} matched by half of the words`)
  row('precision', { right: score.matched, of: score.found })
  row('recall', { right: score.matched, of: score.gold })
  console.log(`  ${'F1'.padEnd(34)} ${percent(score.f1)}`)
  row('precision, same family of kinds', score.family)
  row('recall of core claims, same family', score.core)
  console.log('fields of the matched claims')
  for (const [name, share] of Object.entries(score.fields)) row(name, share)
  console.log('what must be 0')
  console.log(`  ${'quotes that are not the text'.padEnd(34)} ${String(score.inexact).padStart(5)}`)
  console.log(`  ${'named where the gold names nobody'.padEnd(34)} ${String(score.named_wrongly.length).padStart(5)}`)
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
